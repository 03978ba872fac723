"""Every rule, in the order of the codes: ours as a literal list, those of others by entry points."""

import re
from functools import cache

from govreport.rules import arithmetic, content, form, prose, years
from govreport.rules.rule import Rule

GROUP = "govreport.rules"
BUILT_IN: tuple[Rule, ...] = (
    *arithmetic.RULES,
    *form.RULES,
    *prose.RULES,
    *years.RULES,
    *content.RULES,
)

_FOREIGN = re.compile(r"(?!GR\d)[A-Z]{2,6}\d{3}")


@cache
def registry() -> tuple[Rule, ...]:
    """All rules: the built-in ones, then those that installed packages register.

    An entry point of the group `govreport.rules` names a `Rule` or a sequence of them. Their codes have
    letters of their own and three digits; GR is ours.

    Raises:
        ValueError: A registered rule takes a code that is taken or not of that form.
    """
    from importlib.metadata import entry_points

    rules = {rule.code: rule for rule in BUILT_IN}
    for point in entry_points(group=GROUP):
        loaded = point.load()
        for rule in (loaded,) if isinstance(loaded, Rule) else loaded:
            if rule.code in rules or not _FOREIGN.fullmatch(rule.code):
                raise ValueError(f"{point.value}: rule code {rule.code!r} is taken or not allowed")
            rules[rule.code] = rule
    return tuple(rules.values())


def find(code: str) -> Rule:
    """The rule of a code or a name.

    Raises:
        KeyError: There is none.
    """
    for rule in registry():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise KeyError(code)
