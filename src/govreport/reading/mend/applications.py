"""Mend section 三: 23 or 25 rows of seven cells, held together by their sums."""

from collections.abc import Sequence

import attrs

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.model import CellState
from govreport.reading.cells import Kind
from govreport.reading.fold import bare_key
from govreport.reading.lexer import VOCABULARY
from govreport.reading.mend import columns, settle
from govreport.reading.mend.align import Match, align
from govreport.reading.mend.fields import Field, Flavour
from govreport.reading.mend.layout import read_bands
from govreport.reading.mend.records import Record, Records, read_records
from govreport.reading.mend.result import MendedRow, Outcome, cell_of, inferred_cell, integers
from govreport.reading.mend.words import beside_leftovers, is_broken, leftovers, out_of_order, says
from govreport.reading.regions import Region
from govreport.reading.source import Source

_WIDTH = 7
_TABLE = "applications"
_HANDLED = "applications.total_handled"
_HEADS = tuple(f"applications.{n}" for n in ("received", "carried_over"))
_ENDS = (_HANDLED, "applications.carried_forward")
_EDITIONS = (23, 25)
_FEW_BLANKS = 3
_LIKELY = 0.6  # enough where every row of the form is there in its place


@attrs.define
class _State:
    """What is known while the table is mended."""

    source: Source
    records: Records
    matches: list[Match]
    rows: tuple[form.FormRow, ...]
    outcome: Outcome
    placed: dict[str, list[Field]] = attrs.field(factory=dict)
    short: dict[str, Record] = attrs.field(factory=dict)

    def path(self, match: Match) -> str:
        return self.rows[match.row].path

    def span_of(self, record: Record):  # type: ignore[no-untyped-def]
        fields = record.cells or record.own
        return self.source.span(fields[0].start, fields[-1].end) if fields else None


def mend_applications(source: Source, region: Region) -> Outcome:
    """Read the matrix of a region."""
    rows = form.rows(_TABLE)
    bands = read_bands(region.lines)
    records = read_records(bands, _WIDTH, {t for r in rows for t in r.labels})
    outcome = Outcome(fields=[f for band in bands for f in band.fields])
    state = _State(source, records, align(records, rows, _TABLE), rows, outcome)
    outcome.labels = {state.path(m): m.fields for m in state.matches}
    _place(state)
    _settle(state)
    _name_doubts(state)
    _name_missing(state)
    _name_columns(state)
    state.outcome.diagnostics += leftovers(_TABLE, source, records, state.matches)
    return state.outcome


def _place(state: _State) -> None:
    """Put slots into columns where the layout alone shows them."""
    window = columns.learn(state.records, _WIDTH, _natural(state.records))
    full = [r for r in state.records.valued if len(r.cells) == _WIDTH]
    for match in state.matches:
        record = state.records.valued[match.record]
        path = state.path(match)
        slots = columns.place(record, window, _WIDTH) if len(record.cells) <= _WIDTH else None
        if slots is None and len(record.cells) < _WIDTH:
            slots = columns.by_position(record, full, _WIDTH)
            if slots is not None and not _adds_up(slots):
                slots = None
        if slots is None:
            state.short[path] = record
        else:
            state.placed[path] = slots
            state.outcome.rows[path] = MendedRow([cell_of(s) for s in slots])


def _natural(records: Records) -> int | None:
    """The field of the header row that holds the first column's heading."""
    return next((f.index for row in records.header for f in row if f.label == "NATURAL_PERSON"), None)


def _adds_up(slots: Sequence[Field]) -> bool:
    values = integers(list(slots))
    return values[-1] is not None and sum(v or 0 for v in values[:-1]) == values[-1]


def _settle(state: _State) -> None:
    """Settle short rows by the sums, name what stays open."""
    known = {p: tuple(integers(s)) for p, s in state.placed.items()}
    dense = _is_dense(state)
    found: dict[str, list[settle.Candidate]] = {}
    for path, record in state.short.items():
        values = integers(record.cells)
        if (
            None in values
            or not values
            or any(f.reading and f.reading.kind is Kind.BLANK for f in record.cells)
        ):
            found[path] = []
        elif len(values) > _WIDTH:
            raws = [f.raw for f in record.cells]
            rows = (
                settle.without_surplus([v for v in values if v is not None], raws, _WIDTH)
                if len(values) == _WIDTH + 1
                else []
            )
            found[path] = [settle.Candidate(tuple(range(_WIDTH)), r) for r in rows] if len(rows) == 1 else []
        else:
            found[path] = settle.candidates([v for v in values if v is not None], _WIDTH, dense=dense)
    left = settle.prune({p: c for p, c in found.items() if c}, _sums(state), known)
    for path, record in state.short.items():
        _take(state, path, record, left.get(path, []))


def _sums(state: _State) -> list[tuple[list[str], list[str]]]:
    found = {*state.placed, *state.short}
    outcomes = [r.path for r in state.rows if r.path in found and r.path not in (*_HEADS, *_ENDS)]
    sums = [(outcomes, [_HANDLED])]
    if all(p in found for p in (*_HEADS, *_ENDS)):
        sums.append((list(_HEADS), list(_ENDS)))
    return sums


def _is_dense(state: _State) -> bool:
    """Whether the table prints its zeros, so that a value that is not there was lost."""
    cells = [s for slots in state.placed.values() for s in slots] or [
        c for r in state.short.values() for c in r.cells
    ]
    zeros = sum(c.reading is not None and c.reading.integer == 0 for c in cells)
    blanks = sum(c.is_empty or (c.reading is not None and c.reading.kind is Kind.BLANK) for c in cells)
    return zeros > blanks


def _take(state: _State, path: str, record: Record, found: list[settle.Candidate]) -> None:
    """Build the cells of a short row from the candidates that are left."""
    label = form.label(_TABLE, form.row(path).labels[0])
    names = form.row(path).columns
    span = state.span_of(record)
    if not found:
        state.outcome.rows[path] = MendedRow([cell_of(None) for _ in names])
        code = "GR019" if len(record.cells) > _WIDTH else "GR015"
        printed = " ".join(c.raw for c in record.cells)
        state.outcome.diagnostics.append(
            note(
                code,
                path,
                span,
                related=tuple(f"{path}.{n}" for n in names),
                found=len(record.cells),
                expected=_WIDTH,
                label=label,
                candidates=printed,
            )
        )
        return
    values, settled = settle.agreed(found)
    cells = []
    for column, name in enumerate(names):
        value = values[column]
        cell = f"{path}.{name}"
        token = cell_of(None)
        if settled[column] and value is not None:
            field = _field_of(record, found, column)
            token = (
                cell_of(field) if field is not None and integers([field]) == [value] else inferred_cell(value)
            )
            inferred = token.start < 0
            state.outcome.states[cell] = CellState.INFERRED if inferred else CellState.REPAIRED
            if inferred and len(found) == 1:
                state.outcome.diagnostics.append(note("GR016", cell, span, suggestion=value))
        elif settled[column]:
            token = cell_of(Field("", record.cells[0].start, record.cells[0].start))
        cells.append(token)
    state.outcome.rows[path] = MendedRow(cells)
    open_cells = tuple(f"{path}.{n}" for n, ok in zip(names, settled, strict=True) if not ok)
    if open_cells:
        options = " / ".join(" ".join("·" if v is None else str(v) for v in c.values) for c in found[:4])
        diagnostic = note(
            "GR015",
            path,
            span,
            related=open_cells,
            found=len(record.cells),
            expected=_WIDTH,
            label=label,
            candidates=options,
        )
    elif len(record.cells) > _WIDTH:
        printed = " ".join(c.raw for c in record.cells)
        diagnostic = note("GR017", path, span, found=printed, label=label)
    else:
        diagnostic = note("GR014", path, span, found=len(record.cells), expected=_WIDTH, label=label)
    state.outcome.diagnostics.append(diagnostic)


def _field_of(record: Record, found: list[settle.Candidate], column: int) -> Field | None:
    """The printed cell that every candidate puts into a column, or None."""
    if len(record.cells) > _WIDTH or not settle.placed_everywhere(found, column):
        return None
    fields = {c.places.index(column) for c in found}
    return record.cells[fields.pop()] if len(fields) == 1 else None


def _name_doubts(state: _State) -> None:
    """Name the rows whose place is not certain."""
    whole = _is_regular(state)
    doubtful: list[str] = []
    beside = beside_leftovers(state.records, state.matches)
    for match in state.matches:
        record = state.records.valued[match.record]
        path = state.path(match)
        certain = (
            match.certain
            and (match.near or whole)
            and match.record not in beside
            and not is_broken(record.cells)
        )
        if certain and record.flavour is Flavour.FLAT and not whole and not _enclosed(state, match):
            certain = False
        if whole and match.likeness >= _LIKELY and not is_broken(record.cells):
            certain = True
        if not certain:
            doubtful.append(path)
            label = form.label(_TABLE, state.rows[match.row].labels[0])
            state.outcome.diagnostics.append(
                note("GR013", path, state.span_of(record), found=match.words, label=label)
            )
    state.outcome.diagnostics += _lone_blanks(state)
    _out_of_order(state, doubtful)


def _is_regular(state: _State) -> bool:
    """Every row of an edition is there with seven values, and nothing else is."""
    valued = state.records.valued
    return (
        len(valued) == len(state.matches)
        and len(valued) in _EDITIONS
        and not state.short
        and all(len(r.cells) == _WIDTH for r in valued)
        and [m.row for m in state.matches] == sorted(m.row for m in state.matches)
        and len(
            {state.path(m) for m in state.matches}
            & {"applications.other_handling.undivided", "applications.other_handling.other_reasons"}
        )
        == 1
    )


def _enclosed(state: _State, match: Match) -> bool:
    """Seven values right behind their whole label, a label behind them: no other row's can be in it."""
    record = state.records.valued[match.record]
    if len(record.slots) < _WIDTH or match.likeness < 0.99 or len(record.cells) > _WIDTH:
        return False
    following = (
        state.records.valued[match.record + 1].before
        if match.record + 1 < len(state.records.valued)
        else state.records.rest
    )
    labels = [VOCABULARY.get(bare_key(f.raw)) for f in record.before]
    wanted = state.rows[match.row].labels
    own = [t for t in labels if t is not None and t not in _GROUP_TERMINALS and t not in wanted]
    at_start = match.record == 0
    return bool(following or match.record + 1 == len(state.records.valued)) and (at_start or not own)


_GROUP_TERMINALS = frozenset(("RESULTS", "DENIED", "UNAVAILABLE", "NOT_PROCESSED", "OTHER_HANDLING"))


def _lone_blanks(state: _State) -> list[Diagnostic]:
    """A few blank cells in a table that prints its numbers are named."""
    blank = [
        (path, name, slot)
        for path, slots in state.placed.items()
        for name, slot in zip(form.row(path).columns, slots, strict=True)
        if slot.is_empty
    ]
    if not blank or len(blank) > _FEW_BLANKS or len(state.placed) < 10:
        return []
    return [
        note(
            "GR028",
            f"{path}.{name}",
            state.source.span(slot.start, slot.end),
            label=form.label(_TABLE, form.row(path).labels[0]),
        )
        for path, name, slot in blank
    ]


def _out_of_order(state: _State, doubtful: list[str]) -> None:
    """A row that stands elsewhere than in the form is read by its label, and named."""
    last = -1
    for match in state.matches:
        path = state.path(match)
        if match.row < last and path not in doubtful:
            record = state.records.valued[match.record]
            label = form.label(_TABLE, state.rows[match.row].labels[0])
            state.outcome.diagnostics.append(
                note("GR013", path, state.span_of(record), found=match.words, label=label)
            )
        last = max(last, match.row)


def _name_missing(state: _State) -> None:
    """Name rows that the table lacks, and those whose label stands there without a value."""
    found = set(state.outcome.rows)
    other = [r.path for r in state.rows if r.path.startswith("applications.other_handling.")]
    printed = [p for p in other if p in found]
    wanted = [r for r in state.rows if r.path not in other]
    undivided = "applications.other_handling.undivided"
    if printed and printed != [undivided]:
        wanted += [r for r in state.rows if r.path in other and r.path != undivided]
    elif not printed:
        text = form.label(_TABLE, "OTHER_HANDLING")
        state.outcome.diagnostics.append(
            note("GR011", "applications.other_handling", related=tuple(other), label=text)
        )
    for row in wanted:
        if row.path in found:
            continue
        label = form.label(_TABLE, row.labels[0])
        word = says(state.records, row.labels)
        span = state.source.span(word.start, word.end) if word else None
        state.outcome.diagnostics.append(note("GR011", row.path, span, label=label))
    for match in _repeated(state):
        record = state.records.valued[match.record]
        label = form.label(_TABLE, state.rows[match.row].labels[0])
        values = " ".join(c.raw for c in record.cells)
        state.outcome.diagnostics.append(
            note("GR012", state.path(match), state.span_of(record), found=values, label=label)
        )


def _repeated(state: _State) -> list[Match]:
    """Records left over that carry the whole label of a row that was read elsewhere."""
    taken = {m.record for m in state.matches}
    found = []
    for index, record in enumerate(state.records.valued):
        if index in taken:
            continue
        terminal = next((f.label for f in reversed(record.own or record.before[-1:]) if f.label), None)
        row = next((i for i, r in enumerate(state.rows) if terminal in r.labels), None)
        if row is not None:
            found.append(Match(index, row, 1.0, 1.0, near=True, words=""))
    return found


def _name_columns(state: _State) -> None:
    """Name the table where the headings of its columns are not in the form's order."""
    order = (
        "NATURAL_PERSON",
        "COMMERCIAL_ENTERPRISE",
        "RESEARCH_INSTITUTION",
        "PUBLIC_WELFARE_ORGANIZATION",
        "LEGAL_SERVICE_AGENCY",
        "OTHER_ORGANIZATION",
    )
    wrong = out_of_order(state.records.header, order, _TABLE)
    if wrong and state.outcome.rows:
        first = wrong[0]
        span = state.source.span(first.start, first.end)
        words = " ".join(f.raw for f in wrong)
        state.outcome.diagnostics.append(
            note("GR021", _TABLE, span, related=tuple(state.outcome.rows), found=words)
        )
