"""Reports to findings."""

from collections.abc import Sequence

from govreport.diagnostics import Diagnostic
from govreport.model import Report
from govreport.rules import run


def check(
    report: Report,
    previous: Report | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Diagnostic, ...]:
    """Say what does not add up: the reading diagnostics and the findings of the rules, in text order.

    Args:
        report: The report to check.
        previous: The same organ's report of the year before, for the rules that compare years.
        select: Codes or prefixes ("GR101", "GR1") to keep; empty keeps all.
        ignore: Codes or prefixes to leave out; wins over `select`.
    """
    return run(report, previous=previous, select=select, ignore=ignore)
