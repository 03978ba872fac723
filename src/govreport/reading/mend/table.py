"""Mend one table: lay it out, align it, place its cells, and hand the grammar a whole stream again."""

from collections.abc import Sequence

import attrs

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.form import FormRow
from govreport.model import CellState
from govreport.reading.cells import ABSENT, Kind
from govreport.reading.mend.applications import mend_applications
from govreport.reading.mend.fields import Field, make_field
from govreport.reading.mend.proactive_disclosure import mend_proactive_disclosure
from govreport.reading.mend.remedies import mend_remedies
from govreport.reading.mend.result import MendedRow, Outcome
from govreport.reading.mend.words import name_unexplained
from govreport.reading.regions import Line, Region
from govreport.reading.source import FILLER, Source
from govreport.reading.tokens import NOWHERE, CellRun, TableToken

MOST_FIELDS = 20_000  # a table of the form has under 300; beyond this a region is no table
_LONGEST_ROW = 10_000
_MENDERS = {
    "proactive_disclosure": mend_proactive_disclosure,
    "applications": mend_applications,
    "remedies": mend_remedies,
}


@attrs.frozen
class Mended:
    """A table as a stream that its grammar takes."""

    tokens: list[TableToken]
    diagnostics: list[Diagnostic]
    states: dict[str, CellState]
    units: dict[str, str | None]
    fields: list[Field]
    labels: dict[str, Sequence[Field]]


def mend(table: str, source: Source, region: Region) -> Mended:
    """Read a table that its grammar refuses."""
    absurd = [line for line in region.lines if _is_absurd(line)]
    if absurd:
        region = attrs.evolve(region, lines=tuple(line for line in region.lines if not _is_absurd(line)))
    if _is_huge(region):
        label = form.label("outline", f"{table.upper()}_HEADING")
        span = source.span(region.lines[0].start, region.lines[-1].end)
        outcome = Outcome(diagnostics=[note("GR024", table, span, label=label, expected=MOST_FIELDS)])
    else:
        outcome = _MENDERS[table](source, region)
    outcome.fields += [make_field(line.text, line.start) for line in absurd]
    outcome.diagnostics += name_unexplained(table, source, outcome.fields[-len(absurd) :] if absurd else [])
    return Mended(
        _stream(table, outcome),
        outcome.diagnostics,
        outcome.states,
        outcome.units,
        outcome.fields,
        outcome.labels,
    )


def _is_huge(region: Region) -> bool:
    """Whether a region has more fields than any table; one of few characters need not be counted."""
    if 2 * sum([len(line.text) for line in region.lines]) <= MOST_FIELDS:
        return False
    counts = [x.text.count("|") + x.text.count("\t") + len(x.text.split()) for x in region.lines]
    return sum(counts) > MOST_FIELDS


def _is_absurd(line: Line) -> bool:
    """Whether a line is too long for a row, and still is when its masked markup is left out."""
    return len(line.text) > _LONGEST_ROW and len(line.text) - line.text.count(FILLER) > _LONGEST_ROW


def _stream(table: str, outcome: Outcome) -> list[TableToken]:
    """The rows that were found, in the form's order, those that are not as absent."""
    tokens: list[TableToken] = []
    group = ""
    doubtful = {d.path for d in outcome.diagnostics if d.code == "GR013"}
    for row in _printed_rows(table, outcome):
        mended = outcome.rows.get(row.path)
        if table == "proactive_disclosure" and row.group != group:
            tokens += [_label(t) for t in row.heading]
            group = row.group
        if table != "remedies":
            tokens.append(_label(row.labels[0]))
        absent = [(ABSENT, NOWHERE, NOWHERE)] * len(row.columns)
        tokens.append(CellRun(mended.cells if mended else absent))
        if mended is not None and row.path in doubtful:
            outcome.states |= _repaired(row, mended)
    if table == "remedies":
        tokens = [_label(t) for t in _remedies_header()] + tokens
    return tokens


def _repaired(row: FormRow, mended: MendedRow) -> dict[str, CellState]:
    """The printed cells of a row that was placed with doubt."""
    found = {}
    for name, (reading, start, _) in zip(row.columns, mended.cells, strict=True):
        if reading.kind is Kind.NUMBER and start != NOWHERE:
            found[f"{row.path}.{name}"] = CellState.REPAIRED
    return found


def _label(terminal: str) -> TableToken:
    return TableToken(terminal, NOWHERE, NOWHERE)


def _printed_rows(table: str, outcome: Outcome) -> list[FormRow]:
    """The rows of the edition that the table prints."""
    kept = []
    old_fees = outcome.editions.get("proactive_disclosure.fees", outcome.editions[""]) == "2019"
    divided = any(
        f"applications.other_handling.{n}" in outcome.rows
        for n in ("correction_overdue", "fee_overdue", "other_reasons")
    )
    for row in form.rows(table):
        if table == "proactive_disclosure":
            if row.edition != outcome.editions.get(row.path, outcome.editions[""]):
                continue
            if row.path.endswith(".procurement") and row.path not in outcome.rows and not old_fees:
                continue
        elif row.rule == "undivided":
            if row.path not in outcome.rows:
                continue
        elif (
            row.path.startswith("applications.other_handling.")
            and not divided
            and "applications.other_handling.undivided" in outcome.rows
        ):
            continue
        kept.append(row)
    return kept


def _remedies_header() -> list[str]:
    bodies = form.definitions("remedies")
    names: list[str] = []
    for name in bodies["_header"].split():
        names += bodies[name].split() if name.islower() else [name]
    return names
