"""The account of the tables: what each piece of their regions was taken for.

Which cell a field became is what the report's source map says. The table is only laid out and aligned once
more, as `parse` did it and with the same result, because a parse keeps no account.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from govreport import form
from govreport.diagnostics import Diagnostic, Span
from govreport.model import CellState, Piece, Report, Role
from govreport.reading.build import Places
from govreport.reading.fold import key
from govreport.reading.front import is_page_foot
from govreport.reading.lexer import tokenize
from govreport.reading.mend.fields import Field
from govreport.reading.mend.words import explained
from govreport.reading.outline import read_outline
from govreport.reading.source import FILLER, Source
from govreport.reading.tables import Table, read_tables
from govreport.reading.tokens import CellRun

_Place = tuple[int, int]
_DRAWN = regex.compile(r"[\s|+\-=:_]+")
_OUTER = f" \t|{FILLER}"
# Where two regions overlap, the stronger claim holds.
_STRENGTH = (Role.CELL, Role.LABEL, Role.HEADING, Role.FURNITURE, Role.UNEXPLAINED)


class _Claim(NamedTuple):
    start: int
    end: int
    role: Role
    table: str
    path: str = ""
    state: CellState | None = None


def account(report: Report) -> tuple[Piece, ...]:
    """Every piece of the tables of a report that was parsed, in the order of the text."""
    places = report.source
    if not isinstance(places, Places):
        return ()
    source = places.source
    tokens = tokenize(source.even)
    tables = [t for t in read_tables(source, tokens, read_outline(source, tokens)) if t.bounds]
    claims = [c for t in tables for c in (_of_mended(t, places) if t.mended else _of_clean(t, places))]
    kept = _Disjoint()
    for claim in sorted(claims, key=lambda c: _STRENGTH.index(c.role)):
        kept.add(claim)
    for table in tables:
        for bounds in table.bounds:
            for claim in _gaps(source, table, bounds, kept):
                kept.add(claim)
    return tuple(_piece(c, source, report.diagnostics) for c in kept.claims)


class _Disjoint:
    """Claims in the order of the text; one that overlaps another is not taken."""

    def __init__(self) -> None:
        self.claims: list[_Claim] = []

    def add(self, claim: _Claim) -> None:
        at = bisect_left(self.claims, claim.start, key=lambda c: c.start)
        before = at == 0 or self.claims[at - 1].end <= claim.start
        if before and (at == len(self.claims) or claim.end <= self.claims[at].start):
            self.claims.insert(at, claim)

    def within(self, start: int, end: int) -> list[_Claim]:
        """The claims that touch a stretch of the text."""
        at = bisect_left(self.claims, start, key=lambda c: c.end)
        found = []
        while at < len(self.claims) and self.claims[at].start < end:
            found.append(self.claims[at])
            at += 1
        return found


def _of_clean(table: Table, places: Places) -> Iterator[_Claim]:
    """The tokens that the grammar took: what stands right before the cells of a row is its label."""
    cells = _cells(table.name, places)
    row = ""
    for token in reversed(table.tokens):
        if isinstance(token, CellRun):
            for _, start, end in reversed(token.cells):
                path = cells[start, end]
                row = path.rpartition(".")[0]
                yield _cell(start, end, table.name, path, places)
        elif row and token.type in form.row(row).labels:
            yield _Claim(token.start, token.end, Role.LABEL, table.name, row)
            row = ""
        else:
            yield _Claim(token.start, token.end, *_word(token.type, table.name))


def _of_mended(table: Table, places: Places) -> Iterator[_Claim]:
    """The fields of the region as they were laid out."""
    name, mended = table.name, table.mended
    if mended is None:
        return
    if not mended.fields:  # too large to be laid out
        for start, end in table.bounds:
            yield _Claim(start, end, Role.UNEXPLAINED, name)
        return
    cells = _cells(name, places)
    labels = {id(f): path for path, fields in mended.labels.items() for f in fields}
    header: set[str] = set()
    valued = False
    before: tuple[Field, str] | None = None
    for field in mended.fields:
        if field.is_empty:
            continue
        path = cells.get((field.start, field.end), "")
        if not path and before and name == "proactive_disclosure" and _is_again(field, before[0]):
            path = before[1]
        before = (field, path) if path else None
        valued |= bool(path)
        again = valued and name == "applications" and key(field.raw) in header
        for start, end in field.places:
            if path:
                yield _cell(start, end, name, path, places)
            else:
                yield _Claim(start, end, *_wording(field, name, labels.get(id(field)), again))
        if not valued:
            header.add(key(field.raw))


def _cells(table: str, places: Places) -> dict[_Place, str]:
    """Place -> path of the cells of a table that stand in the text."""
    found: dict[_Place, str] = {}
    for row, (columns, printed) in places.rows.items():
        if row.startswith(f"{table}."):
            for column, (_, start, end) in zip(columns, printed, strict=True):
                found[start, end] = f"{row}.{column}"
    return found


def _cell(start: int, end: int, table: str, path: str, places: Places) -> _Claim:
    return _Claim(start, end, Role.CELL, table, path, places.cell(path)[1])


def _is_again(field: Field, before: Field) -> bool:
    """Whether a value is that of the merged cell before it, printed once more for another column."""
    beside = field.line == before.line and field.index == before.index + 1
    return beside and field.is_cell and field.raw == before.raw


def _wording(field: Field, table: str, row: str | None, again: bool) -> tuple[Role, str, str]:
    """What a field is that holds no cell; `again` marks words of the header that stand among the rows."""
    if row is not None:
        return Role.LABEL, table, row
    if field.is_cell or not explained(field.raw, table):
        return Role.UNEXPLAINED, table, ""
    return (Role.FURNITURE, table, "") if again or not key(field.raw) else _word(field.label, table)


def _word(terminal: str | None, table: str) -> tuple[Role, str, str]:
    """A label that no cells follow is still that of its row, unless it is a heading as well."""
    row = _rows_by_label(table).get(terminal or "")
    return (Role.LABEL, table, row) if row else (Role.HEADING, table, "")


@cache
def _rows_by_label(table: str) -> dict[str, str]:
    rows = form.rows(table)
    headings = {*form.labels("common"), *(t for r in rows for t in r.heading)}
    return {t: r.path for r in reversed(rows) for t in r.labels if t not in headings}


def _gaps(source: Source, table: Table, bounds: tuple[int, int], kept: _Disjoint) -> list[_Claim]:
    """What laying out left aside in a piece of a table: rules and page feet; line by line."""
    found: list[_Claim] = []
    at, stop = bounds
    while at < stop:
        end = source.even.find("\n", at, stop)
        end = stop if end < 0 else end
        left = at
        for claim in [*kept.within(at, end), _Claim(end, end, Role.FURNITURE, table.name)]:
            found += _gap(source, table.name, left, claim.start)
            left = max(left, claim.end)
        at = end + 1
    return found


def _gap(source: Source, table: str, start: int, end: int) -> Iterator[_Claim]:
    words = source.even[start:end]
    if not words.strip(_OUTER):
        return
    drawn = _DRAWN.fullmatch(words) is not None or is_page_foot(words)
    yield _Claim(start, end, Role.FURNITURE if drawn else Role.UNEXPLAINED, table)


def _piece(claim: _Claim, source: Source, diagnostics: Sequence[Diagnostic]) -> Piece:
    span = source.span(claim.start, claim.end)
    text = source.raw(span.start, span.end)
    path = claim.path
    if claim.role is Role.UNEXPLAINED:
        path = _row_named(span, claim.table, diagnostics)
    return Piece(span, text, claim.role, claim.table, path, claim.state)


def _row_named(span: Span, table: str, diagnostics: Sequence[Diagnostic]) -> str:
    """The row of which a diagnostic speaks that covers a place."""
    known = {row.path for row in form.rows(table)}
    for diagnostic in diagnostics:
        here = diagnostic.span
        if here and here.start <= span.start and span.end <= here.end:
            for path in (diagnostic.path, diagnostic.path.rpartition(".")[0]):
                if path in known:
                    return path
    return ""
