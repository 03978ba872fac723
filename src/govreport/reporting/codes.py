"""Every code that a finding may have, of reading and of the rules, under one description."""

import re
from typing import Any

import attrs

from govreport.catalogue import ENTRIES, Entry
from govreport.diagnostics import Message, Severity
from govreport.rules import Rule, registry
from govreport.rules.pages import SEVERITIES, page

_HOLE = re.compile(r"\{\w+\}")
_ORIGIN = Message(
    zh="读取报告时遇到的问题；由 `parse` 给出，也列在 `check` 的结果中。",
    en="What reading met: `parse` gives it, and `check` lists it with the findings of the rules.",
)


@attrs.frozen
class Code:
    """One code.

    Attributes:
        code: The code.
        name: The defect in words.
        severity: How grave it is, unless the settings say otherwise.
        title: The defect in one sentence.
        page: Its page in Markdown.
    """

    code: str
    name: str
    severity: Severity
    title: Message
    page: Message

    def to_dict(self) -> dict[str, Any]:
        """The code as plain JSON types."""
        return {**attrs.asdict(self), "severity": self.severity.value}


def codes() -> tuple[Code, ...]:
    """All codes: those of reading, then the rules in the order of the registry."""
    return (*map(_of_reading, ENTRIES), *map(_of_rule, registry()))


def _of_rule(rule: Rule) -> Code:
    return Code(rule.code, rule.name, rule.severity, rule.title, Message(page(rule, "zh"), page(rule, "en")))


def _of_reading(entry: Entry) -> Code:
    title = Message(zh=_HOLE.sub("…", entry.zh), en=_HOLE.sub("…", entry.en))
    severity = SEVERITIES[entry.severity]
    head = f"# {entry.code} {entry.name}\n\n"
    return Code(
        entry.code,
        entry.name,
        entry.severity,
        title,
        Message(
            zh=f"{head}**{title.zh}**\n\n级别：{severity.zh}。\n\n{_ORIGIN.zh}\n",
            en=f"{head}**{title.en}**\n\n{severity.en.capitalize()}.\n\n{_ORIGIN.en}\n",
        ),
    )
