"""Mend section 二: the tables after Article 20, each in the edition that its own heading shows."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise
from operator import attrgetter

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Span
from govreport.form import FormRow
from govreport.reading.fold import key
from govreport.reading.mend import columns
from govreport.reading.mend.align import Match, align
from govreport.reading.mend.fields import Field, Flavour
from govreport.reading.mend.layout import read_bands
from govreport.reading.mend.records import Record, Records, read_records
from govreport.reading.mend.result import MendedRow, Outcome, cell_of
from govreport.reading.mend.units import read_units
from govreport.reading.mend.words import (
    beside_leftovers,
    has_unlabelled,
    is_broken,
    is_other_label,
    leftovers,
    out_of_order,
    repeated,
    says,
)
from govreport.reading.regions import Region
from govreport.reading.source import Source

_TABLE = "proactive_disclosure"
_EDITION_WORDS = {
    **dict.fromkeys(("ISSUED", "REPEALED", "IN_FORCE", "AMOUNT"), "2021"),
    **dict.fromkeys(
        (
            "MADE",
            "PUBLISHED",
            "TOTAL_PUBLISHED",
            "ITEMS_LAST_YEAR",
            "CHANGE",
            "PROJECTS",
            "PROCUREMENT_AMOUNT",
        ),
        "2019",
    ),
}
_MOST_COLUMNS = max(len(r.columns) for r in form.rows(_TABLE))
_FAR_APART = 4  # so many spaces show columns
_GROUPS = (
    ("rules", "normative_documents"),
    ("licensing", "other_services"),
    ("penalties", "compulsion"),
    ("fees",),
    ("procurement",),
)
_ROWS = tuple({r.path: r for r in reversed(form.rows(_TABLE))}.values())[::-1]  # the first edition of each
_EDITIONS = {(r.path, r.edition): r for r in form.rows(_TABLE)}
_LABELS = frozenset(t for r in form.rows(_TABLE) for t in r.labels)
_ONLY_2019 = frozenset((f"{_TABLE}.other_services", f"{_TABLE}.procurement"))
_ORDERS = tuple(
    tuple(t for t in r.heading if t != "INFORMATION_CONTENT")
    for r in {r.group: r for r in form.rows(_TABLE)}.values()
)


def mend_proactive_disclosure(source: Source, region: Region) -> Outcome:
    """Read the Article 20 tables of a region."""
    bands = read_bands(region.lines)
    records = read_records(bands, 1, _LABELS)
    rows = _ROWS
    matches = align(records, rows, _TABLE)
    outcome = Outcome(fields=[f for band in bands for f in band.fields])
    found = {rows[m.row].path: m for m in matches}
    outcome.labels = {path: m.fields for path, m in found.items()}
    outcome.editions, guessed = _editions(records, found)
    outcome.units, torn = read_units(records, found, _TABLE)
    beside = beside_leftovers(records, matches)
    if has_unlabelled(records, matches):
        beside |= {i for i, r in enumerate(records.valued) if not r.own}
    beside |= torn
    for path, match in found.items():
        row = _EDITIONS[path, outcome.editions[path]]
        _place(source, records, match, row, outcome, beside)
        if path in guessed and len(row.columns) > 1:
            record = records.valued[match.record]
            heads = " ".join(f.raw for f in record.before)
            outcome.diagnostics.append(note("GR021", path, _span(source, record), found=heads))
    _name_missing(source, records, rows, outcome)
    for repeat, record in repeated(records, matches, rows):
        label = form.label(_TABLE, repeat.labels[0])
        printed = " ".join(c.raw for c in record.cells)
        outcome.diagnostics.append(
            note("GR012", repeat.path, _span(source, record), found=printed, label=label)
        )
    _name_columns(source, records, outcome)
    outcome.diagnostics += leftovers(_TABLE, source, records, matches)
    return outcome


def _span(source: Source, record: Record) -> Span:
    """Where the values of a record stand, or its words where it has none."""
    fields = record.cells or record.own
    return source.span(fields[0].start, fields[-1].end)


def _editions(records: Records, found: dict[str, Match]) -> tuple[dict[str, str], set[str]]:
    """The edition of each row: its table's heading's, else that of most; and the rows where it is a guess."""
    editions: dict[str, str] = {}
    for group in _GROUPS:
        paths = [f"{_TABLE}.{name}" for name in group]
        marks = [e for p in paths if p in found for e in [_edition(records, found[p])] if e]
        if any(p in found for p in _ONLY_2019.intersection(paths)):
            marks.insert(0, "2019")
        if marks:
            editions |= dict.fromkeys(paths, marks[0])
    votes = list(editions.values())
    most = max(sorted(set(votes), reverse=True), key=votes.count) if votes else "2021"
    all_rows = {f"{_TABLE}.{n}" for g in _GROUPS for n in g}
    return {p: editions.get(p, most) for p in all_rows} | {"": most}, all_rows - editions.keys()


def _edition(records: Records, match: Match) -> str | None:
    """The edition that the column headings before a row show, in whole words or in pieces of them."""
    record = records.valued[match.record]
    words = [*record.before, *record.own]
    if match.record == 0:
        words = [*(f for row in records.header for f in row), *words]
    marks = {_EDITION_WORDS[f.label] for f in words if f.label in _EDITION_WORDS}
    if not marks and any(f.label == "DECISIONS" for f in words):
        return "2021"  # the form of 2019 has two columns before it
    if not marks:
        marks = {e for f in words for e in [_edition_of_piece(f.raw)] if e}
    return marks.pop() if len(marks) == 1 else None


@cache
def _edition_of_piece(raw: str) -> str | None:
    """The edition in which alone a piece of a column heading occurs: 新制作 is of 2019, 废止件 of 2021."""
    text = key(raw)
    names = form.labels(_TABLE)
    editions = {e for t, e in _EDITION_WORDS.items() if any(text in key(a) for a in names[t])}
    others = any(text in key(a) for t, labels in names.items() if t not in _EDITION_WORDS for a in labels)
    return editions.pop() if len(text) > 1 and len(editions) == 1 and not others else None


def _place(
    source: Source, records: Records, match: Match, row: FormRow, outcome: Outcome, beside: set[int]
) -> None:
    record = records.valued[match.record]
    arity = len(row.columns)
    label = form.label(_TABLE, row.labels[0])
    cells = record.cells
    slots = _slots(records, record, arity)
    if slots is None:
        span = _span(source, record)
        outcome.rows[row.path] = MendedRow([cell_of(None) for _ in row.columns])
        names = tuple(f"{row.path}.{n}" for n in row.columns)
        code = "GR019" if len(cells) > arity else "GR015"
        printed = " ".join(c.raw for c in cells)
        outcome.diagnostics.append(
            note(
                code,
                row.path,
                span,
                related=names,
                found=len(cells),
                expected=arity,
                label=label,
                candidates=printed,
            )
        )
        return
    outcome.rows[row.path] = MendedRow([cell_of(s) for s in slots])
    flat = record.flavour is Flavour.FLAT or not record.own
    exact = match.likeness >= 0.99 and (not flat or len(record.slots) >= arity)
    broken = match.record in beside or is_broken(cells)
    broken |= record.flavour is Flavour.SPACED and _may_be_cut(cells)
    broken |= arity == 1 and (_is_alone(records, record) or _is_below(records, record))
    broken |= is_other_label(match.words, row, _TABLE)
    broken |= record.flavour is not Flavour.DELIMITED and any(s.is_empty for s in slots) and bool(cells)
    if broken or not (match.certain and match.near) or (flat and not exact):
        span = _span(source, record)
        outcome.diagnostics.append(note("GR013", row.path, span, found=match.words, label=label))


def _slots(records: Records, record: Record, arity: int) -> list[Field] | None:
    """The cells of a row's columns; a value of a merged cell that is printed once per column counts once."""
    cells = record.cells
    if len(cells) > arity:
        return _merged_once(records, record, arity) if record.flavour is Flavour.DELIMITED else None
    if record.flavour is Flavour.DELIMITED:
        if arity == 1 and len(cells) == 1:
            return cells
        if cells and len(cells) < arity and not _keeps_shape(records, record, arity):
            return None
        lead = _lead(records)
        slots = record.slots[lead : lead + arity]
        outside = [s for s in record.slots if s not in slots and not s.is_empty]
        if lead and cells and cells[-1] in record.slots[:arity] and not _shows_lead(records):
            return None  # the empty field may as well be the first column, blank in all rows
        return slots if len(slots) == arity and not outside else None
    if len(cells) == arity:
        return cells
    if record.flavour is Flavour.FLAT:
        return (
            record.slots[:arity]
            if len(record.slots) >= arity and not any(not s.is_empty for s in record.slots[arity:])
            else None
        )
    full = [r for r in records.valued if len(r.cells) == arity]
    return columns.by_position(record, full, arity)


def _merged_once(records: Records, record: Record, arity: int) -> list[Field] | None:
    """The values of merged cells, once each, if that gives as many as the form has.

    Only where every row fills all columns of the table, as converters do that repeat merged cells.
    """
    cells = record.cells
    others = [r for r in _delimited(records, record) if r.cells]
    if len(cells) < len(record.slots) or any(r.width != record.width for r in others):
        return None
    if len({c.raw for c in cells}) == 1:
        return cells[:arity]
    if any(len(r.cells) < len(r.slots) for r in others):
        return None
    headed = _headed(records, record)
    once = [c for c in cells if c.index in headed]
    again = all(c.raw == left.raw for left, c in pairwise(cells) if c.index not in headed)
    return once if len(once) == arity and once[0] is cells[0] and again else None


def _headed(records: Records, record: Record) -> set[int]:
    """The fields of a row that stand under a heading of their own, not under that of a merged cell."""
    rows = records.valued[: records.valued.index(record) + 1]
    heads = next((r.before for r in reversed(rows) if r.before), [])
    return {f.index for f in heads if f.line == heads[-1].line}


def _may_be_cut(cells: Sequence[Field]) -> bool:
    """Whether two values of a row are as near as words while others stand far apart: 8       9 8."""
    gaps = [b.start - a.end for a, b in pairwise(cells)]
    return len(gaps) > 1 and min(gaps) == 1 and max(gaps) >= _FAR_APART


def _is_alone(records: Records, record: Record) -> bool:
    """Whether a row prints its value once where others print one value in each column: glued, it looks so."""
    others = [r for r in _delimited(records, record) if len({c.raw for c in r.cells}) == 1 and r.own]
    wide = [r for r in others if len(r.cells) == len(r.slots) > 1]
    return len(record.slots) == 1 and 2 * len(wide) > len(others)


def _is_below(records: Records, record: Record) -> bool:
    """Whether a number stands on a line of its own where others stand behind labels: it may be a page's."""
    return record.flavour is Flavour.FLAT and any(
        r.flavour is not Flavour.FLAT and r.own for r in records.valued
    )


def _keeps_shape(records: Records, record: Record, arity: int) -> bool:
    """Whether a row with blank cells has the fields that it should.

    As many as all other rows where rows are filled up to one width, else its own and what others end with.
    """
    others = _delimited(records, record)
    widths = {r.width for r in others}
    padding = [
        len(r.slots) - max(i for i, s in enumerate(r.slots) if not s.is_empty) - 1 for r in others if r.cells
    ]
    if len(widths) == 1 and any(len(r.slots) > len(r.cells) for r in others):
        return record.width in widths
    return len(record.slots) == arity + min(padding, default=0)


def _delimited(records: Records, record: Record) -> list[Record]:
    """The other rows whose fields are all there."""
    return [r for r in records.valued if r.flavour is Flavour.DELIMITED and r is not record]


def _lead(records: Records) -> int:
    """One where all rows have an empty field before their values, the rest of a merged label; else none."""
    rows = [r for r in records.valued if r.flavour is Flavour.DELIMITED and r.cells]
    return int(len(rows) > 1 and all(r.slots[0].is_empty for r in rows))


def _shows_lead(records: Records) -> bool:
    """Whether a row has a value where none would stand but for the empty field before its values."""
    rows = [r.slots for r in records.valued if r.flavour is Flavour.DELIMITED]
    return any(len(slots) > _MOST_COLUMNS and not slots[_MOST_COLUMNS].is_empty for slots in rows)


def _name_missing(source: Source, records: Records, rows: Sequence[FormRow], outcome: Outcome) -> None:
    money = outcome.editions.get(f"{_TABLE}.fees"), outcome.editions.get(f"{_TABLE}.licensing")
    for row in rows:
        if row.path in outcome.rows or (
            row.path in _ONLY_2019 and "2019" not in (*money, outcome.editions[""])
        ):
            continue
        word = says(records, row.labels)
        span = source.span(word.start, word.end) if word else None
        outcome.diagnostics.append(note("GR011", row.path, span, label=form.label(_TABLE, row.labels[0])))


def _name_columns(source: Source, records: Records, outcome: Outcome) -> None:
    """Name tables whose column headings are not in the order of the form."""
    lines = [list(g) for r in records.valued for _, g in groupby(r.before, attrgetter("line"))]
    runs = [[f for f in r.before if not f.spaced] for r in records.valued]
    header = [*records.header, *lines, *runs]
    wrong = out_of_order(header, _ORDERS, _TABLE)
    if wrong:
        span = source.span(wrong[0].start, wrong[-1].end)
        words = " ".join(f.raw for f in wrong)
        outcome.diagnostics.append(note("GR021", _TABLE, span, related=tuple(outcome.rows), found=words))
