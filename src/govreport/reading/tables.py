"""The three tables: first as the grammar takes them, else mended and judged again."""

from bisect import bisect_left
from operator import attrgetter

import attrs

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic, Span
from govreport.model import CellState
from govreport.reading.build import ROW_OF_UNIT, unit_of
from govreport.reading.cells import Reading, goes_on
from govreport.reading.front import is_page_foot, is_page_line
from govreport.reading.grammar import judge
from govreport.reading.lexer import HEADINGS, LINE
from govreport.reading.mend.table import Mended, mend
from govreport.reading.outline import Outline
from govreport.reading.regions import Line, Region, find_regions, read_lines
from govreport.reading.source import Source
from govreport.reading.tokens import NOWHERE, CellRun, Row, TableToken

ENOUGH_HEADINGS = 3  # so many headings in order make a text a report, even without a table
_FILLED_FORM = 3  # so many labels with a cell are a table of the form
_BLANK_FORM = 6  # so many labels are one without any cell: a form that nobody filled in
_FEWEST_CELLS = 5  # the fewest that the lines under a heading need to be its table
_MOST_SHOWN = 3  # so many rows that a second copy has otherwise are named in words
_OF_REMEDIES = [len(row.columns) for row in form.rows("remedies")]
# So many numbers are a row of that table; section 四 is printed in one row or in three.
_BARE_ROWS = {
    len(form.rows("applications")[0].columns): "applications",
    **dict.fromkeys((*_OF_REMEDIES, sum(_OF_REMEDIES)), "remedies"),
}
# The labels of rows; section 四 has none beside its numbers.
_ROWS = {row.labels[0]: row.path for table in form.TABLES[:2] for row in form.rows(table)}
_start = attrgetter("start")
_HEADING = {table: f"{table.upper()}_HEADING" for table in form.TABLES}


@attrs.define
class Table:
    """What was read of one table.

    Attributes:
        name: "applications" and the like.
        rows: Its rows as the grammar found them.
        bounds: Where it stands, in one piece or several.
        units: Row of section 二 -> the unit that the heading of its amount names.
        states: Cell -> its state, where it is not the plain one.
        diagnostics: What is to be said about it.
        recognised: It is there beyond doubt: a text with one such table is a report.
        repeated: Another region of the text shows it too.
        tokens: The tokens of the text, where the grammar took them.
        mended: What mending gave, where it did not.
    """

    name: str
    rows: list[Row] = attrs.field(factory=list)
    bounds: tuple[tuple[int, int], ...] = ()
    units: dict[str, str | None] = attrs.field(factory=dict)
    states: dict[str, CellState] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    recognised: bool = False
    repeated: bool = False
    tokens: list[TableToken] = attrs.field(factory=list)
    mended: Mended | None = None


def read_tables(source: Source, tokens: list[TableToken], outline: Outline) -> list[Table]:
    """Read the tables of sections 二, 三 and 四."""
    clean = {name: _read_clean(name, source, tokens, outline) for name in form.TABLES}
    tables = [table for table in clean.values() if table]
    if len(tables) < len(clean):
        lines = read_lines(source)
        regions = find_regions(lines)
        tables = []
        for name, table in clean.items():
            region = regions.get(name)
            if region is None and len(outline.headings) >= ENOUGH_HEADINGS:
                region = _under_heading(lines, outline.bodies.get(_HEADING[name]))
            tables.append(table or _read_region(name, source, region, outline))
    _name_strays(source, tokens, tables)
    return tables


def _name_strays(source: Source, tokens: list[TableToken], tables: list[Table]) -> None:
    """Name rows outside of the tables: with a label and other numbers, or alone at the head of a page."""
    rows: dict[str, list[tuple[str, CellRun]]] = {table.name: [] for table in tables}
    by_name = {table.name: table for table in tables}
    after = 1
    for start, end in [*sorted(b for table in tables for b in table.bounds), (len(source.text), -1)]:
        before = bisect_left(tokens, start, key=_start)
        for at in range(after, before):
            run = tokens[at]
            if not isinstance(run, CellRun):
                continue
            label = _printed_before(tokens, at)
            if row := _ROWS.get(label.type):
                rows[row.partition(".")[0]].append((row, run))
            elif len(run.cells) in _BARE_ROWS and is_page_foot(source.raw(label.start, label.end)):
                table = by_name[_BARE_ROWS[len(run.cells)]]
                table.diagnostics.append(_alone(source, run, table))
        after = max(bisect_left(tokens, end, key=_start), 1)
    for name, found in rows.items():
        if found:
            by_name[name].diagnostics += _elsewhere(source, found, by_name[name])


def _printed_before(tokens: list[TableToken], at: int) -> TableToken:
    """The token before one, the sign of a gap between them left out."""
    return tokens[at - 2] if at > 1 and tokens[at - 1].start == tokens[at - 1].end else tokens[at - 1]


def _alone(source: Source, run: CellRun, table: Table) -> Diagnostic:
    """Cells without a label may be those of any row of a table."""
    rows = tuple(_readings(table.name, table.rows))
    found = source.raw(run.start, run.end).strip()
    return note("GR020", table.name, source.span(run.start, run.end), rows, found=found)


def _elsewhere(source: Source, found: list[tuple[str, CellRun]], table: Table) -> list[Diagnostic]:
    """Name the rows that stand with other numbers elsewhere, if nothing has named them yet."""
    named = {row for d in table.diagnostics if d.code == "GR026" for row in d.related}
    read = _readings(table.name, table.rows)
    others = {
        row: run
        for row, run in found
        if row in read and row not in named and read[row] != [reading for reading, _, _ in run.cells]
    }
    if not others:
        return []
    first = next(iter(others.values()))
    return [_repeated(table.name, source.span(first.start, first.end), tuple(others))]


def _under_heading(lines: list[Line], body: tuple[int, int] | None) -> Region | None:
    """The lines under a section's heading, where they hold cells though no label of the table was known."""
    if body is None:
        return None
    inside = [line for line in lines if body[0] <= line.start and line.end <= body[1] and not line.prose]
    cells = [i for i, line in enumerate(inside) if line.cells]
    if sum(inside[i].cells for i in cells) < _FEWEST_CELLS:
        return None
    return Region.of([inside[: cells[-1] + 1]])


def _read_clean(name: str, source: Source, tokens: list[TableToken], outline: Outline) -> Table | None:
    """The table under its heading, if the grammar takes it as it stands; prose beside it is noted."""
    at = outline.at.get(_HEADING[name])
    if at is None:
        return None
    first, left, right, stop = _under(tokens, at)
    if left == right or (right < stop and goes_on(source.raw(tokens[right].start, tokens[right].end))):
        return None
    rows = judge(name, tokens[left:right])
    if rows is None:
        return None
    bounds = (tokens[left].start, tokens[right - 1].end)
    table = Table(name, rows, (bounds,), recognised=True, tokens=tokens[left:right])
    beside = tokens[first:left] + tokens[right:stop]
    table.diagnostics = [d for token in beside for d in _beside(name, source, token)]
    table.diagnostics += _other_copies(name, source, tokens, outline, rows)
    if name == "proactive_disclosure":
        table.units = {
            ROW_OF_UNIT[t.type]: unit_of(source.raw(t.start, t.end))
            for t in tokens[left:right]
            if t.type in ROW_OF_UNIT
        }
    return table


def _under(tokens: list[TableToken], heading: int) -> tuple[int, int, int, int]:
    """What stands under a heading: where it begins, the table without prose around it, and where it ends."""
    first = stop = heading + 1
    while stop < len(tokens) and tokens[stop].type not in HEADINGS:
        stop += 1
    left, right = first, stop
    while left < right and tokens[left].type == LINE:
        left += 1
    while right > left and tokens[right - 1].type == LINE:
        right -= 1
    return first, left, right, stop


def _other_copies(
    name: str, source: Source, tokens: list[TableToken], outline: Outline, rows: list[Row]
) -> list[Diagnostic]:
    """Name the rows that a copy of the table, under another heading of its section, shows otherwise."""
    found = []
    numbered = enumerate(tokens) if outline.strays else ()
    for at, token in numbered:
        if token.type != _HEADING[name] or at == outline.at[token.type]:
            continue
        _, left, right, _ = _under(tokens, at)
        if differing := _differing(name, rows, tokens[left:right]):
            span = source.span(tokens[left].start, tokens[right - 1].end)
            found.append(_repeated(name, span, differing))
    return found


def _repeated(name: str, span: Span, rows: tuple[str, ...]) -> Diagnostic:
    """The table is printed more than once; the rows may be others there."""
    labels = [f"“{form.label(name, form.row(path).labels[0])}”" for path in rows[:_MOST_SHOWN]]
    zh, en = "、".join(labels), ", ".join(labels) or "them"
    if more := len(rows) - len(labels):
        zh, en = f"{zh}等 {len(rows)} 行", f"{en} and {more} more rows"
    label = form.label("outline", _HEADING[name])
    return note("GR026", name, span, rows, label=label, rows_zh=zh, rows_en=en)


def _differing(name: str, rows: list[Row], copy: list[TableToken]) -> tuple[str, ...]:
    """The rows that a copy of a table shows otherwise; all of them where the grammar does not take it."""
    read = _readings(name, rows)
    others = judge(name, copy) if copy else []
    if others is None:
        labels = {t for r in form.rows(name) for t in r.labels}
        filled = any(isinstance(t, CellRun) for t in copy)
        return tuple(read) if filled and sum(t.type in labels for t in copy) >= _FILLED_FORM else ()
    shown = _readings(name, others)
    return tuple(path for path, readings in shown.items() if read.get(path) != readings)


def _readings(name: str, rows: list[Row]) -> dict[str, list[Reading]]:
    """Path -> what the cells of a row say."""
    paths = {r.rule: r.path for r in form.rows(name)}
    return {paths[row.rule]: [reading for reading, _, _ in row.cells] for row in rows}


def _read_region(name: str, source: Source, region: Region | None, outline: Outline) -> Table:
    """The table by its content; where the text does not show it, its error."""
    label = form.label("outline", _HEADING[name])
    if region is None:
        body = outline.headings.get(_HEADING[name])
        span = source.span(body.start, body.end) if body else None
        return Table(name, diagnostics=[note("GR010", name, span, label=label)])
    bounds = (region.pieces[0][0], region.pieces[-1][1])
    mended = mend(name, source, region)
    diagnostics = list(mended.diagnostics)
    rows = judge(name, mended.tokens)
    if rows is None:  # the stream is made from the form, so this is a fault of ours: say so, lose nothing
        diagnostics.append(note("GR027", name, source.span(*bounds), label=label))
    if region.repeated:
        related = tuple(_readings(name, rows or []))
        diagnostics.append(_repeated(name, source.span(*bounds), related))
    printed = any(start != NOWHERE for row in rows or () for _, start, _ in row.cells)
    recognised = region.labels >= (2 if printed else _BLANK_FORM)
    return Table(
        name,
        rows or [],
        region.pieces,
        mended.units,
        mended.states,
        diagnostics,
        recognised,
        region.repeated,
        mended=mended,
    )


def _beside(name: str, source: Source, token: TableToken) -> list[Diagnostic]:
    raw = source.raw(token.start, token.end).strip()
    if is_page_line(raw):
        return []
    label = form.label("outline", _HEADING[name])
    shown = raw if len(raw) <= 40 else raw[:39] + "…"
    return [note("GR022", name, source.span(token.start, token.end), found=shown, label=label)]
