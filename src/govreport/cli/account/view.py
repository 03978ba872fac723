"""The whole view: each table with its source lines, what they were read as, and what is to be said."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from govreport import form
from govreport.cli.account.counts import table_counts, totals
from govreport.cli.account.lines import show
from govreport.cli.account.remarks import below, sentence
from govreport.cli.account.units import Unit, units_of
from govreport.cli.account.values import Values, columns_of
from govreport.cli.paint import Ink, Painter
from govreport.cli.width import pad, visible
from govreport.diagnostics import Diagnostic, Message, display_width, excerpt
from govreport.model import Piece, Report

_LEGEND = (
    Message(zh="[…] 表头、分组标题", en="[…] heading"),
    Message(zh="{…} 横线、页脚、重复的表头", en="{…} rule, page foot, repeated header"),
    Message(zh="?…? 没有确定的位置，见诊断", en="?…? has no place of its own, see the diagnostic"),
    Message(zh="→ 读作", en="→ read as"),
    Message(zh="7* 存疑", en="7* with doubt"),
    Message(zh="=7 由合计推得", en="=7 inferred from sums"),
    Message(zh="- 空白", en="- blank"),
    Message(zh="? 缺失或列位不明", en="? lost, or its column is open"),
    Message(zh="! 印有内容但不是数", en="! printed, but no number"),
    Message(zh="↵ 换行", en="↵ line end"),
    Message(zh="⇥ 制表符", en="⇥ tab"),
)
_PLACES = Message(zh="p2 t4 r7 第 2 页、第 4 张表、第 7 行", en="p2 t4 r7 page 2, table 4, row 7")
_ELSEWHERE = Message(zh="表格以外的诊断", en="Outside the tables")
_TOGETHER = Message(zh="合计", en="Together")
_BAR = " │ "
_EXCERPT_MARGIN = 10  # the line number before an excerpt


def to_account(text: str, report: Report, pieces: Sequence[Piece], width: int, *, colour: bool) -> str:
    """Show what every line of the three tables was taken for.

    Args:
        text: The text that was read.
        report: What it was read as.
        pieces: The account of its tables.
        width: Columns of the terminal.
        colour: Whether to use colours.
    """
    return "\n".join(_View(text, report, pieces, width, Painter(colour=colour)).lines())


@attrs.frozen
class _View:
    text: str
    report: Report
    pieces: Sequence[Piece]
    width: int
    paint: Painter

    def lines(self) -> Iterator[str]:
        if self.report.title:
            yield self.paint(visible(self.report.title), Ink.BOLD)
        yield from self._legend()
        told: list[Diagnostic] = []
        for table in form.TABLES:
            yield ""
            yield from self._table(table, told)
        left = [d for d in self.report.diagnostics if d not in told]
        if left:
            yield from ("", self._rule(str(_ELSEWHERE)))
        for diagnostic in left:
            yield from sentence(diagnostic, self.width, self.paint)
            if diagnostic.span:
                yield from excerpt(self.text, diagnostic.span, self.width - _EXCERPT_MARGIN).split("\n")
        yield from ("", self._rule(str(_TOGETHER)))
        yield from totals(self.report, form.TABLES, self.width, self.paint)

    def _legend(self) -> Iterator[str]:
        line = ""
        in_document = any(p.span.is_in_document for p in self.pieces)
        for entry in map(str, (*_LEGEND, _PLACES) if in_document else _LEGEND):
            if line and display_width(line) + 3 + display_width(entry) > self.width:
                yield self.paint(line, Ink.FAINT)
                line = ""
            line += f"   {entry}" if line else entry
        yield self.paint(line, Ink.FAINT)

    def _table(self, table: str, told: list[Diagnostic]) -> Iterator[str]:
        """One table; the diagnostics that were shown with it are added to `told`."""
        pieces = [p for p in self.pieces if p.table == table]
        yield self._rule(f"{form.label('outline', f'{table.upper()}_HEADING')} · {table}")
        units = units_of(pieces)
        beginning = _by_unit((d for d in self.report.diagnostics if d not in told), units)
        gutter = max((len(u.numbers) for u in units), default=0)
        room = self.width - gutter - len(_BAR)
        values = Values(self.report, table, list(dict.fromkeys(r for u in units for r in u.rows)), room)
        for unit, cells in zip(units, _cells_by_unit(self.report, units), strict=True):
            here = beginning.get(unit.start, [])
            lines = [*below(show(self.text, unit.lines, room), here, room, self.paint)]
            for row, shown in cells.items():
                lines += values.row(row, shown, self.paint)
            for number, line in enumerate(lines):
                margin = pad("" if number else unit.numbers, -gutter)
                yield self.paint(margin + _BAR, Ink.FAINT) + line
            told += here
        placeless = [d for d in self.report.diagnostics if _is_placeless(d, table)]
        for diagnostic in placeless:
            yield from sentence(diagnostic, self.width, self.paint)
        told += placeless
        if units:
            yield ""
            yield from table_counts(self.report, table, pieces, self.width, self.paint)

    def _rule(self, title: str) -> str:
        line = "─" * max(2, self.width - display_width(title) - 4)
        return self.paint(f"── {title} {line}", Ink.BOLD)


def _by_unit(diagnostics: Iterable[Diagnostic], units: Sequence[Unit]) -> dict[int, list[Diagnostic]]:
    """Start of a unit -> the diagnostics that begin in it."""
    starts = [unit.start for unit in units]
    found: dict[int, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.span and units and starts[0] <= diagnostic.span.start < units[-1].end:
            at = bisect_right(starts, diagnostic.span.start) - 1
            found.setdefault(starts[at], []).append(diagnostic)
    return found


def _cells_by_unit(report: Report, units: Sequence[Unit]) -> Iterator[dict[str, frozenset[str]]]:
    """For each unit its rows and the cells of them to show: its own; in the first, those without a place."""
    placed = {path for unit in units for path in unit.cells}
    rows = {row for unit in units for row in unit.rows}
    valued = {path.rpartition(".")[0] for path in placed}
    homeless = {row: {f"{row}.{c}" for c in columns_of(report, row)} - placed for row in rows}
    for unit in units:
        shown = {}
        for row in unit.rows:
            own = {path for path in unit.cells if path.rpartition(".")[0] == row}
            if own or row not in valued:
                own |= homeless.pop(row, set())
            shown[row] = frozenset(own)
        yield shown


def _is_placeless(diagnostic: Diagnostic, table: str) -> bool:
    return diagnostic.span is None and diagnostic.path.partition(".")[0] == table
