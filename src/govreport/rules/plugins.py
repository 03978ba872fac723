"""Rules of others, by entry points. A plug-in that cannot be loaded is named, and the rest goes on."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points

import attrs

from govreport.diagnostics import Message
from govreport.rules.rule import Rule

GROUP = "govreport.rules"
_CODE = re.compile(r"(?!GR\d)[A-Z]{2,6}\d{3}")


class PluginWarning(UserWarning):
    """A plug-in gives no rules; the message names it and says why."""


@attrs.frozen
class Plugins:
    """What the installed packages add.

    Attributes:
        rules: Their rules.
        failures: Why a plug-in, or one of its rules, was left out.
    """

    rules: tuple[Rule, ...]
    failures: tuple[Message, ...]


def load_plugins(taken: Iterable[str]) -> Plugins:
    """Load every entry point of the group; `taken` are codes that no rule of theirs may have."""
    codes, rules, failures = set(taken), [], []
    for point in entry_points(group=GROUP):
        for each in _load(point):
            if isinstance(each, Rule) and (each.code in codes or not _CODE.fullmatch(each.code)):
                failures.append(_left_out(point, each))
            elif isinstance(each, Rule):
                codes.add(each.code)
                rules.append(each)
            else:
                failures.append(each)
    return Plugins(tuple(rules), tuple(failures))


def _load(point: EntryPoint) -> Iterator[Rule | Message]:
    """The rules of an entry point, and in place of what is none the reason."""
    try:
        loaded = point.load()
        found = [loaded] if isinstance(loaded, Rule) else list(loaded)
    except Exception as error:  # it is anyone's code
        yield _failure(point, f"{type(error).__name__}: {error}")
        return
    for each in found:
        yield each if isinstance(each, Rule) else _failure(point, f"{each!r:.80}")


def _failure(point: EntryPoint, reason: str) -> Message:
    return Message(
        zh=f"规则插件 {point.name}（{point.value}）无法载入，其规则未参与检查：{reason}",
        en=f"the plug-in {point.name} ({point.value}) cannot be loaded; its rules are left out: {reason}",
    )


def _left_out(point: EntryPoint, rule: Rule) -> Message:
    return Message(
        zh=f"规则插件 {point.name}（{point.value}）：代码 {rule.code!r} 已被占用或不合规定，未载入",
        en=f"the plug-in {point.name} ({point.value}): the code {rule.code!r} is taken or not allowed; "
        "this rule is left out",
    )
