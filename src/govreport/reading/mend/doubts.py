"""Say which rows of section 三 are in doubt, which are not there, and whether its columns are."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

from govreport import form
from govreport.catalogue import note
from govreport.reading.fold import bare_key
from govreport.reading.lexer import VOCABULARY
from govreport.reading.mend.align import Match
from govreport.reading.mend.columns import is_stray, starting_place
from govreport.reading.mend.fields import Flavour
from govreport.reading.mend.matrix import TABLE, WIDTH, Matrix
from govreport.reading.mend.words import (
    beside_leftovers,
    has_unlabelled,
    is_broken,
    out_of_order,
    repeated,
    says,
)

_EDITIONS = (23, 25)  # rows of the forms of 2019 and 2021
_LIKELY = 0.6  # likeness that is enough where every row of the form is there in its place
_WHOLE = 0.99
_FEW_BLANKS = 3  # so many blanks in a table of numbers are each named
_MANY_ROWS = 10
_OTHER = "applications.other_handling"
_GROUPS = frozenset(("RESULTS", "DENIED", "UNAVAILABLE", "NOT_PROCESSED", "OTHER_HANDLING"))
_DEPTHS = {
    **dict.fromkeys((f"{TABLE}.{name}" for name in ("received", "carried_over", "carried_forward")), 1),
    f"{_OTHER}.undivided": 2,
}
_OUTER_COLUMNS = ("NATURAL_PERSON", "TOTAL")  # printed above the line of the others
_COLUMNS = tuple(name.upper() for name in form.row("applications.received").columns[:-1])


def name_doubts(matrix: Matrix) -> None:
    """Name the rows whose place is not certain, and lone blank cells."""
    regular = _is_regular(matrix)
    apart = beside_leftovers(matrix.records, matrix.matches) | _shifted(matrix)
    unlabelled = has_unlabelled(matrix.records, matrix.matches)
    astray = _out_of_place([m.row for m in matrix.matches])
    for at, match in enumerate(matrix.matches):
        certain = _is_certain(matrix, match, regular=regular) and match.record not in apart
        certain &= bool(matrix.record(match).own) or not unlabelled
        if not certain or at in astray:
            matrix.name("GR013", matrix.path(match), matrix.span_of(matrix.record(match)), found=match.words)
    _name_lone_blanks(matrix)


def _out_of_place(rows: Sequence[int]) -> set[int]:
    """Which of the rows stand before one that the form has earlier, or behind one that it has later."""
    highest = list(accumulate(rows, max))
    lowest = list(accumulate(reversed(rows), min))[::-1]
    return {at for at, row in enumerate(rows) if row < highest[at] or row > lowest[at]}


def _is_certain(matrix: Matrix, match: Match, *, regular: bool) -> bool:
    """Whether a record is its row beyond doubt: by its label, or by the regularity of the whole table."""
    record = matrix.record(match)
    if is_broken(record.cells):
        return False
    if regular:
        return match.likeness >= _LIKELY
    if not (match.certain and match.near):
        return False
    if record.flavour is Flavour.SPACED and len(record.cells) < WIDTH:
        return matrix.path(match) in matrix.short  # placed by position; the short ones are named already
    return record.flavour is not Flavour.FLAT or _is_enclosed(matrix, match)


def _shifted(matrix: Matrix) -> set[int]:
    """Records whose seven values begin further right than in all like rows, or stand in others' columns."""
    full = [(m, r) for m in matrix.matches for r in [matrix.record(m)] if len(r.cells) == WIDTH]
    records = [record for _, record in full]
    starts = [(_kind(matrix.path(match)), starting_place(record) - record.first) for match, record in full]
    leads: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for kind, lead in starts:
        leads[kind][lead] += 1
    found = set()
    for (match, record), (kind, lead) in zip(full, starts, strict=True):
        if record.flavour is Flavour.SPACED:
            shifted = is_stray(record, records)
        else:
            others = [k for k, n in leads[kind].items() if n > (k == lead)]
            shifted = record.flavour is Flavour.DELIMITED and len(others) == 1 and lead > others[0]
        if shifted:
            found.add(match.record)
    return found


def _kind(path: str) -> int:
    """Rows of one kind have as many labels and as much room before their values: 一, （一） or 1."""
    return _DEPTHS.get(path) or path.count(".") + 1


def _is_regular(matrix: Matrix) -> bool:
    """Every row of an edition is there with seven values, and nothing else is."""
    valued = matrix.records.valued
    places = [m.row for m in matrix.matches]
    paths = {matrix.path(m) for m in matrix.matches}
    return (
        len(valued) == len(matrix.matches)
        and len(valued) in _EDITIONS
        and not matrix.short
        and all(len(r.cells) == WIDTH for r in valued)
        and places == sorted(places)
        and len(paths & {f"{_OTHER}.undivided", f"{_OTHER}.other_reasons"}) == 1
    )


def _is_enclosed(matrix: Matrix, match: Match) -> bool:
    """Seven values right behind their whole label, a label behind them: no other row's can be in it."""
    record, valued = matrix.record(match), matrix.records.valued
    if match.likeness < _WHOLE or not len(record.cells) <= WIDTH <= len(record.slots):
        return False
    is_last = match.record + 1 == len(valued)
    labels = {VOCABULARY.get(bare_key(f.raw)) for f in record.before}
    others = labels - {None} - _GROUPS - set(matrix.rows[match.row].labels)
    return (is_last or bool(valued[match.record + 1].before)) and (match.record == 0 or not others)


def _name_lone_blanks(matrix: Matrix) -> None:
    """A few blank cells in a table that prints its numbers are named."""
    if len(matrix.placed) < _MANY_ROWS:
        return
    blank = [(path, at) for path, slots in matrix.placed.items() for at, s in enumerate(slots) if not s.raw]
    if len(blank) <= _FEW_BLANKS:
        for path, at in blank:
            slot, name = matrix.placed[path][at], form.row(path).columns[at]
            matrix.name("GR028", f"{path}.{name}", matrix.source.span(slot.start, slot.end))


def name_missing(matrix: Matrix) -> None:
    """Name rows that the table lacks, and records that repeat a row."""
    found = matrix.outcome.rows.keys()
    other = [r.path for r in matrix.rows if r.path.startswith(f"{_OTHER}.")]
    printed = [p for p in other if p in found]
    wanted = [r for r in matrix.rows if r.path not in other]
    if printed not in (other[:1], other[1:], other):
        label = form.label(TABLE, "OTHER_HANDLING")
        lost = tuple(p for p in other if p not in found)
        matrix.outcome.diagnostics.append(note("GR011", _OTHER, related=lost, label=label))
    for row in wanted:
        if row.path not in found:
            word = says(matrix.records, row.labels)
            matrix.name("GR011", row.path, matrix.source.span(word.start, word.end) if word else None)
    for row, record in repeated(matrix.records, matrix.matches, matrix.rows):
        values = " ".join(c.raw for c in record.cells)
        matrix.name("GR012", row.path, matrix.span_of(record), found=values)


def name_columns(matrix: Matrix) -> None:
    """Name the table where the headings of its columns are not in the form's order."""
    header = matrix.records.header
    wrong = out_of_order(header, (_COLUMNS, _OUTER_COLUMNS), TABLE)
    if wrong and matrix.outcome.rows:
        span = matrix.source.span(wrong[0].start, wrong[0].end)
        words = " ".join(f.raw for f in wrong)
        related = tuple(matrix.outcome.rows)
        matrix.outcome.diagnostics.append(note("GR021", TABLE, span, related, found=words))
