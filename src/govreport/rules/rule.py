"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

import attrs

from govreport.diagnostics import Diagnostic, Message, Severity, Span
from govreport.rules.context import Context


class Status(StrEnum):
    """How settled a rule is: a `preview` rule may still change what it finds."""

    STABLE = "stable"
    PREVIEW = "preview"
    DEPRECATED = "deprecated"


@attrs.frozen
class Finding:
    """One hit of a rule; the engine makes a diagnostic of it.

    Attributes:
        path: The cell, row, table or section it is about.
        related: The other cells that took part.
        values: What stands in the braces of the rule's message; a `Message` gives each language its own.
        found: What stands there.
        expected: What was expected.
        suggestion: What would mend it.
        span: The place, where it is narrower than that of `path`.
        severity: Where this hit is graver or lighter than the rule.
    """

    path: str
    related: tuple[str, ...] = ()
    values: Mapping[str, object] = attrs.field(factory=dict)
    found: str | int | None = None
    expected: str | int | None = None
    suggestion: str | int | None = None
    span: Span | None = None
    severity: Severity | None = None


@attrs.frozen(eq=False)
class Rule:
    """One thing that is checked. Its texts make the message, the documentation and `govreport explain`.

    A rule is equal to itself only.

    Attributes:
        code: Stable identifier, never used again for something else.
        name: The defect, in words: "row-total-mismatch".
        severity: An error only for what is certainly wrong.
        title: The defect in one line.
        what: What is checked.
        why: The article, the note in the table or the reason it rests on.
        message: The finding, with the names of `Finding.values` in braces.
        breaks: An example that breaks it, as printed.
        holds: The same, right.
        check: Yields what it finds in a report.
        status: How settled the rule is.
        since: The version that brought it.
    """

    code: str
    name: str
    severity: Severity
    title: Message
    what: Message
    why: Message
    message: Message
    breaks: str
    holds: str
    check: Callable[[Context], Iterable[Finding]]
    status: Status = Status.STABLE
    since: str = "0.1.0"

    def diagnose(self, finding: Finding, context: Context) -> Diagnostic:
        """The diagnostic of a hit, with its place in the text if the report has one."""
        values = {"found": finding.found, "expected": finding.expected, **finding.values}
        return Diagnostic(
            code=self.code,
            severity=finding.severity or self.severity,
            message=_filled(self.message, values),
            path=finding.path,
            related=finding.related,
            span=finding.span or context.locate(finding.path),
            name=self.name,
            found=finding.found,
            expected=finding.expected,
            suggestion=finding.suggestion,
        )


_BLANK = Message(zh="空白", en="blank")


def _filled(template: Message, values: Mapping[str, object]) -> Message:
    """A template with the values of each language."""
    zh: dict[str, object] = {}
    en: dict[str, object] = {}
    for name, value in values.items():
        spoken = _BLANK if value is None else value
        if isinstance(spoken, Message):
            zh[name], en[name] = spoken.zh, spoken.en
        else:
            zh[name] = en[name] = spoken
    return Message(template.zh.format_map(zh), template.en.format_map(en))
