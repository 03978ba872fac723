"""Exit codes: what a run met, as one number."""

from collections.abc import Iterable
from enum import IntEnum

from govreport.diagnostics import Diagnostic, Severity


class Exit(IntEnum):
    """Exit codes, the graver the greater."""

    CLEAN = 0
    FINDINGS = 1
    UNREADABLE = 2


# The value of --fail-on -> the severities that make a run fail.
FAIL_ON: dict[str, frozenset[Severity]] = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "info": frozenset(Severity),
    "never": frozenset(),
}


def judge(diagnostics: Iterable[Diagnostic], fail_on: str) -> Exit:
    """The exit code of one readable input."""
    failing = FAIL_ON[fail_on]
    return Exit.FINDINGS if any(d.severity in failing for d in diagnostics) else Exit.CLEAN
