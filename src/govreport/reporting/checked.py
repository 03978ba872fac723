"""What the check of one input gave: its findings, or why it could not be read."""

from collections import Counter

import attrs

from govreport.diagnostics import Diagnostic, Message, Severity
from govreport.model import Report


@attrs.frozen
class Listed:
    """A finding and the fingerprint that tells it from the others of its file."""

    diagnostic: Diagnostic
    fingerprint: str


@attrs.frozen
class Checked:
    """One input after its check.

    Attributes:
        name: How messages call the input; the name of its file.
        text: Its text; "" where there is none.
        report: The report; None where the input could not be read.
        findings: What was found; of a text that is no report, what `ParseError` says.
        known: How many findings more the baseline holds.
        failure: Why the input could not be read.
    """

    name: str
    text: str = ""
    report: Report | None = None
    findings: tuple[Listed, ...] = ()
    known: int = 0
    failure: Message | None = None

    @property
    def status(self) -> str:
        """clean, findings or unreadable."""
        if self.report is None:
            return "unreadable"
        return "findings" if self.findings else "clean"


@attrs.define
class Summary:
    """Counts over all inputs; what stands in an unreadable one is not counted.

    Attributes:
        statuses: Inputs by their status.
        severities: Findings by their severity.
        known: Findings that the baseline holds.
    """

    statuses: Counter[str] = attrs.field(factory=Counter)
    severities: Counter[Severity] = attrs.field(factory=Counter)
    known: int = 0

    def add(self, checked: Checked) -> None:
        """Count one input."""
        self.statuses[checked.status] += 1
        self.known += checked.known
        if checked.report is not None:
            self.severities.update(each.diagnostic.severity for each in checked.findings)

    def to_dict(self) -> dict[str, int]:
        """The counts by name."""
        return {
            **{status: self.statuses[status] for status in ("clean", "findings", "unreadable")},
            **{severity.value: self.severities[severity] for severity in Severity},
            "known": self.known,
        }
