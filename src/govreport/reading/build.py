"""Rows of cells to the classes of the model, and the map from paths to places."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs
import regex

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic, Span
from govreport.model import (
    Amount,
    ApplicantCounts,
    Applications,
    CellState,
    DecisionCounts,
    Denied,
    DocumentCounts,
    FeeCounts,
    NotProcessed,
    OtherHandling,
    ProactiveDisclosure,
    ProcurementCounts,
    Remedies,
    RemedyCounts,
    SourceRecord,
    Unavailable,
)
from govreport.reading.cells import ABSENT, MONEY, Kind, Reading
from govreport.reading.fold import key
from govreport.reading.source import Source
from govreport.reading.tokens import NOWHERE, Cell, Row

_CLASSES: dict[str, Any] = {
    "rules": DocumentCounts,
    "normative_documents": DocumentCounts,
    "fees": FeeCounts,
    "procurement": ProcurementCounts,
}
_GROUPS = {
    "denied": Denied,
    "unavailable": Unavailable,
    "not_processed": NotProcessed,
    "other_handling": OtherHandling,
}
_NULLABLE = frozenset(("other_services", "procurement", *(a.name for a in attrs.fields(OtherHandling))))
ROW_OF_UNIT = {"AMOUNT": "fees", "PROCUREMENT_AMOUNT": "procurement"}  # heading of an amount -> its row
_UNIT = regex.compile("[十百千万亿]{0,4}[美港欧日]?元")  # 千元 and 美元 are none that an amount has
_STATES = {
    Kind.NUMBER: CellState.PRINTED,
    Kind.BAD: CellState.PRINTED,
    Kind.BLANK: CellState.BLANK,
    Kind.LOST: CellState.MISSING,
    Kind.ABSENT: CellState.ABSENT,
}
_CONFIDENCE = {CellState.REPAIRED: 0.5, CellState.INFERRED: 0.5, CellState.MISSING: 0.0}


class Places:
    """The source map of a report: cells by row, bounds by section; spans are made when asked for."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.rows: dict[str, tuple[tuple[str, ...], Sequence[Cell]]] = {}
        self.bounds: dict[str, tuple[int, int]] = {}
        self.states: dict[str, CellState] = {}

    @property
    def text(self) -> str:
        """The text that positions refer to."""
        return self.source.text

    @property
    def record(self) -> SourceRecord:
        """What the file says of itself."""
        return self.source.document.record

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the text, outer white space cut off."""
        return self.source.span(start, end)

    def cell(self, path: str) -> tuple[str | None, CellState, Span | None, float]:
        """Raw text, state, span and confidence of a cell."""
        row, _, column = path.rpartition(".")
        columns, cells = self.rows.get(row, ((), ()))
        if column not in columns:
            return None, CellState.ABSENT, None, 1.0
        reading, start, end = cells[columns.index(column)]
        state = self.states.get(path, _STATES[reading.kind])
        confidence = _CONFIDENCE.get(state, 1.0)
        if start == NOWHERE:
            return None, state, None, confidence
        place = self.source.document.place(start)
        span = self.source.span(start, end)
        raw = self.source.raw(start, end).strip()
        return raw, state, span, min(confidence, place.confidence) if place else confidence

    def locate(self, path: str) -> Span | None:
        """The place of a cell, row, group, table or section."""
        row, _, column = path.rpartition(".")
        columns, cells = self.rows.get(row, ((), ()))
        if column in columns:
            _, start, end = cells[columns.index(column)]
            return None if start == NOWHERE else self.source.span(start, end)
        if path in self.bounds:
            return self.source.span(*self.bounds[path])
        places = [
            (start, end)
            for name, (_, cells) in self.rows.items()
            if f"{name}.".startswith(f"{path}.")
            for _, start, end in cells
            if start != NOWHERE
        ]
        return self.source.span(min(places)[0], max(end for _, end in places)) if places else None


def build_applications(rows: Sequence[Row], places: Places) -> Applications:
    """Section 三 from the rows that its grammar found."""
    fields: dict[str, Any] = {}
    groups: dict[str, dict[str, Any]] = {name: {} for name in _GROUPS}
    known = _form_rows("applications")
    for row in rows:
        path, columns, group, name = known[row.rule]
        places.rows[path] = (columns, row.cells)
        (groups[group] if group else fields)[name] = _counts(ApplicantCounts, row)
    return Applications(**fields, **{name: _GROUPS[name](**cells) for name, cells in groups.items()})


def build_remedies(rows: Sequence[Row], places: Places) -> Remedies:
    """Section 四 from the rows that its grammar found."""
    fields: dict[str, Any] = {}
    known = _form_rows("remedies")
    for row in rows:
        path, columns, _, name = known[row.rule]
        places.rows[path] = (columns, row.cells)
        fields[name] = _counts(RemedyCounts, row)
    return Remedies(**fields)


def build_proactive_disclosure(
    rows: Sequence[Row], places: Places, units: Mapping[str, str | None]
) -> ProactiveDisclosure:
    """Section 二 from the rows that its grammar found; `units` are those of the columns' headings."""
    fields: dict[str, Any] = {}
    editions: list[str] = []
    known = _form_rows("proactive_disclosure")
    for row in rows:
        path, columns, _, name = known[row.rule]
        if _absent(row):
            fields.setdefault(name, None if name in _NULLABLE else _CLASSES.get(name, DecisionCounts)())
            continue
        places.rows[path] = (columns, row.cells)
        values = {
            column: _amount(reading, units.get(name)) if column == "amount" else reading.integer
            for column, (reading, _, _) in zip(columns, row.cells, strict=True)
        }
        fields[name] = _CLASSES.get(name, DecisionCounts)(**values)
        editions.append(row.rule[-4:])
    edition = max(sorted(set(editions)), key=editions.count) if editions else None
    return ProactiveDisclosure(edition=edition, **fields)


def unit_of(heading: str) -> str | None:
    """The unit that the heading of a column names: 本年收费金额（单位：万元）."""
    match = _UNIT.search(key(heading))
    return match[0] if match and match[0] in MONEY else None


def unreadable(rows: Sequence[Row], table: str, source: Source) -> list[Diagnostic]:
    """Name every cell that is printed but is not what the form wants, and every doubtful number or sign."""
    found = []
    signed: dict[str, Cell] = {}
    known = _form_rows(table)
    for row in rows:
        for index, printed in enumerate(row.cells):
            reading, start, end = printed
            if reading.plain:
                continue
            path, columns, _, _ = known[row.rule]
            cell = f"{path}.{columns[index]}"
            is_amount = columns[index] == "amount"
            if reading.signed:
                signed[cell] = printed
            if reading.kind is Kind.BAD or (reading.integer is None and not is_amount):
                found.append(_unreadable(cell, start, end, source, is_amount=is_amount))
            elif reading.doubtful:
                raw = source.raw(start, end).strip()
                found.append(note("GR025", cell, source.span(start, end), found=raw))
    return found + _misplaced_signs(signed, source)


def uncertain(rows: Sequence[Row], table: str, source: Source) -> Iterator[tuple[str, Diagnostic]]:
    """Name every printed cell whose characters the document does not give for certain."""
    if source.document.is_certain:
        return
    known = _form_rows(table)
    for row in rows:
        path, columns, _, _ = known[row.rule]
        for column, (reading, start, end) in zip(columns, row.cells, strict=True):
            place = source.document.place(start) if start != NOWHERE else None
            if place is None or place.is_plain or reading.kind is Kind.BAD:  # the last is named as it is
                continue
            cell, span = f"{path}.{column}", source.span(start, end)
            raw = source.raw(start, end).strip()
            if place.joined:
                yield cell, note("GR033", cell, span, found=raw)
            else:
                yield cell, note("GR032", cell, span, found=raw, confidence=round(place.confidence * 100))


def _misplaced_signs(signed: Mapping[str, Cell], source: Source) -> list[Diagnostic]:
    """Name signs before counts that have none; the other signed cells of the table may be misplaced too."""
    found = []
    for cell, (_, start, end) in signed.items():
        if cell.endswith((".change", ".amount")) or start == NOWHERE:
            continue
        raw = source.raw(start, end).strip()
        others = tuple(c for c in signed if c != cell)
        found.append(note("GR030", cell, source.span(start, end), others, found=raw))
    return found


def _unreadable(path: str, start: int, end: int, source: Source, *, is_amount: bool) -> Diagnostic:
    raw = source.raw(start, end).strip()
    expected = "金额/amount" if is_amount else "整数/integer"
    return note("GR018", path, source.span(start, end), found=raw, expected=expected)


def _counts(kind: Any, row: Row) -> Any:
    if _absent(row):
        return None if row.rule in _NULLABLE else kind()
    return kind(*[reading.integer for reading, _, _ in row.cells])


def _absent(row: Row) -> bool:
    return row.cells[0][0] is ABSENT


def _amount(reading: Reading, unit: str | None) -> Amount | None:
    amount = reading.amount
    return attrs.evolve(amount, unit=unit) if amount and amount.unit is None and unit else amount


@cache
def _form_rows(table: str) -> dict[str, tuple[str, tuple[str, ...], str, str]]:
    """Rule -> the row's path, its columns, and the names of its group, if any, and of the row itself."""
    found = {}
    for row in form.rows(table):
        group, name = ["", *row.path.split(".")[1:]][-2:]
        found[row.rule] = (row.path, row.columns, group, name)
    return found
