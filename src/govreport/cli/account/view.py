"""The whole view: each table with its source lines, what they were read as, and what is to be said."""

from collections.abc import Iterator, Sequence

import attrs

from govreport import form
from govreport.cli.account.counts import table_counts, totals
from govreport.cli.account.lines import show
from govreport.cli.account.paint import Ink, Painter
from govreport.cli.account.remarks import below, sentence
from govreport.cli.account.units import Unit, units_of
from govreport.cli.account.values import Values, columns_of
from govreport.cli.width import pad, visible
from govreport.diagnostics import Diagnostic, Message, display_width, explain
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
_ELSEWHERE = Message(zh="表格以外的诊断", en="Outside the tables")
_TOGETHER = Message(zh="合计", en="Together")
_BAR = " │ "


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
            yield ""
            yield self._rule(str(_ELSEWHERE))
            for diagnostic in left:
                yield from explain(diagnostic, self.text).split("\n")
        yield ""
        yield self._rule(str(_TOGETHER))
        yield from totals(self.report, form.TABLES, self.width, self.paint)

    def _legend(self) -> Iterator[str]:
        line = ""
        for entry in map(str, _LEGEND):
            if line and display_width(line) + 3 + display_width(entry) > self.width:
                yield self.paint(line, Ink.FAINT)
                line = ""
            line += f"   {entry}" if line else entry
        yield self.paint(line, Ink.FAINT)

    def _table(self, table: str, told: list[Diagnostic]) -> Iterator[str]:
        """One table; the diagnostics that were shown with it are added to `told`."""
        pieces = [p for p in self.pieces if p.table == table]
        heading = form.label("outline", f"{table.upper()}_HEADING")
        yield self._rule(f"{heading} · {table}")
        units = units_of(pieces)
        found = [d for d in self.report.diagnostics if _unit_of(d, units) is not None or _is_about(d, table)]
        told += found
        gutter = max((len(u.numbers) for u in units), default=0)
        room = self.width - gutter - len(_BAR)
        values = Values(self.report, table, list(dict.fromkeys(r for u in units for r in u.rows)), room)
        for number, unit in enumerate(units):
            here = [d for d in found if _unit_of(d, units) == number]
            shown = show(self.text, unit.lines, room)
            lines = [*below(shown, here, room, self.paint)]
            for row in unit.rows:
                lines += values.row(row, self._shown(row, number, units), self.paint)
            for index, line in enumerate(lines):
                margin = pad(unit.numbers if not index else "", -gutter)
                yield self.paint(margin + _BAR, Ink.FAINT) + line
        for diagnostic in found:
            if _unit_of(diagnostic, units) is None:
                yield from sentence(diagnostic, self.width, self.paint)
        if units:
            yield ""
            yield from table_counts(self.report, table, pieces, self.width, self.paint)

    def _shown(self, row: str, number: int, units: Sequence[Unit]) -> frozenset[str]:
        """The cells of a row that are shown below a unit: its own; below the first, those without a place."""
        own = {f"{row}.{column}" for column in columns_of(self.report, row)}
        homes = [n for n, u in enumerate(units) if own & u.cells] or [
            n for n, u in enumerate(units) if row in u.rows
        ]
        here = own & units[number].cells
        if homes[0] == number:
            here |= own - {path for u in units for path in u.cells}
        return frozenset(here)

    def _rule(self, title: str) -> str:
        line = "─" * max(2, self.width - display_width(title) - 4)
        return self.paint(f"── {title} {line}", Ink.BOLD)


def _is_about(diagnostic: Diagnostic, table: str) -> bool:
    return diagnostic.span is None and diagnostic.path.partition(".")[0] == table


def _unit_of(diagnostic: Diagnostic, units: Sequence[Unit]) -> int | None:
    """The unit in which a diagnostic begins."""
    if diagnostic.span is None or not units or diagnostic.span.start > units[-1].end:
        return None
    return next((n for n in reversed(range(len(units))) if units[n].start <= diagnostic.span.start), None)
