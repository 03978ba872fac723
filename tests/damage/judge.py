"""The judge: is what a reader made of a text exact, named where it differs, or silently wrong?"""

from collections.abc import Iterable
from enum import StrEnum

import attrs

import govreport
from govreport import Diagnostic, Report, Severity
from govreport.model.paths import cell_paths
from tests.damage.truth import Cells, Truth, broken_sums, same
from tests.layouts.tables import Value, value_at


class Outcome(StrEnum):
    """What became of a text, from best to worst."""

    EXACT = "exact"
    NAMED = "named"
    REFUSED = "refused"
    SILENT = "silent"
    CRASHED = "crashed"


@attrs.frozen
class Verdict:
    """An outcome and what it rests on.

    Attributes:
        silent: (path, printed, read) of cells that differ without a word; of a crash the error.
        noise: Cells with a value that are right but named as doubtful.
        values: Cells with a value.
    """

    outcome: Outcome
    silent: tuple[tuple[str, object, object], ...] = ()
    noise: int = 0
    values: int = 0


def judge(text: str, truth: Truth) -> Verdict:
    """Read the text and compare every cell with the nearest acceptable reading."""
    try:
        report = govreport.parse(text)
        found = govreport.check(report)
    except govreport.ParseError:
        return Verdict(Outcome.REFUSED)
    except Exception as error:
        return Verdict(Outcome.CRASHED, ((type(error).__name__, str(error)[:200], ""),))
    verdicts = [_compared(report, found, cells, truth.named) for cells in truth.readings()]
    best = min(verdicts, key=lambda v: (list(Outcome).index(v.outcome), len(v.silent)))
    if best.outcome is Outcome.SILENT and not truth.named and truth.printed_alike is not None:
        read = {path: value_at(report, path) for path in truth.cells}
        if truth.printed_alike(read):
            return attrs.evolve(best, outcome=Outcome.EXACT, silent=())
    return best


def _compared(report: Report, found: Iterable[Diagnostic], want: Cells, must: Iterable[str]) -> Verdict:
    printed = broken_sums(want)
    findings = [*report.diagnostics, *found]
    named = _names(d for d in findings if not (d.code.startswith("GR1") and d.path in printed))
    doubted = _names(report.diagnostics)
    silent: list[tuple[str, object, object]] = []
    differing = noise = values = 0
    for path in cell_paths():
        wanted, got = want.get(path), value_at(report, path)
        values += wanted is not None
        if same(got, wanted):
            noise += wanted is not None and path in doubted
            continue
        differing += 1
        if not _covered(path, got, named):
            silent.append((path, wanted, got))
    silent += [(path, "a diagnostic", "none") for path in must if not _mentioned(path, named)]
    outcome = Outcome.SILENT if silent else Outcome.NAMED if differing else Outcome.EXACT
    return Verdict(outcome, tuple(silent), noise, values)


def _names(diagnostics: Iterable[Diagnostic]) -> set[str]:
    serious = (Severity.WARNING, Severity.ERROR)
    return {p for d in diagnostics if d.severity in serious for p in (d.path, *d.related) if p}


def _covered(path: str, got: Value, named: set[str]) -> bool:
    """By its own name or its row's; a cell read as None also by its group's or table's."""
    row = path.rpartition(".")[0]
    return path in named or row in named or (got is None and _above(path, named))


def _mentioned(path: str, named: set[str]) -> bool:
    """By its own name, that of something in it, or of what it is in."""
    return path in named or _above(path, named) or any(n.startswith(f"{path}.") for n in named)


def _above(path: str, named: set[str]) -> bool:
    return any(path.startswith(f"{n}.") for n in named)
