"""How many pieces and cells there are of each kind, and which cells are not simply what is printed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from govreport.cli.account.values import columns_of
from govreport.cli.paint import Ink, Painter
from govreport.cli.width import pad, wrap
from govreport.diagnostics import Message, Severity, display_width
from govreport.model import CellState, Piece, Report, Role
from govreport.model.paths import cell_paths

_Kind = TypeVar("_Kind", CellState, Role, Severity)
_STATES = {
    CellState.PRINTED: Message(zh="按原文", en="printed"),
    CellState.BLANK: Message(zh="空白", en="blank"),
    CellState.REPAIRED: Message(zh="存疑", en="repaired"),
    CellState.INFERRED: Message(zh="推得", en="inferred"),
    CellState.MISSING: Message(zh="缺失", en="missing"),
}
_ROLES = {
    Role.LABEL: Message(zh="行标签", en="label"),
    Role.CELL: Message(zh="单元格", en="cell"),
    Role.HEADING: Message(zh="表头", en="heading"),
    Role.FURNITURE: Message(zh="版面", en="furniture"),
    Role.UNEXPLAINED: Message(zh="无法解释", en="unexplained"),
}
_SEVERITIES = {
    Severity.ERROR: Message(zh="错误", en="error"),
    Severity.WARNING: Message(zh="警告", en="warning"),
    Severity.INFO: Message(zh="提示", en="info"),
}
_CELLS = Message(zh="单元格", en="cells")
_PIECES = Message(zh="文字块", en="pieces")
_WHOLE_ROWS = Message(zh="整行", en="whole rows")
_FINDINGS = Message(zh="诊断", en="diagnostics")
_LISTED = {CellState.REPAIRED: Ink.YELLOW, CellState.INFERRED: Ink.YELLOW, CellState.MISSING: Ink.ALARM}


def states_of(report: Report, tables: Sequence[str]) -> dict[str, CellState]:
    """Path -> state of the cells of these tables whose rows are printed."""
    states = {p: report.cell(p).state for p in cell_paths() if p.partition(".")[0] in tables}
    return {path: state for path, state in states.items() if state is not CellState.ABSENT}


def table_counts(
    report: Report, table: str, pieces: Iterable[Piece], width: int, paint: Painter
) -> Iterator[str]:
    """The lines below a table: its cells by state, those to be looked at by name, its pieces by role."""
    states = states_of(report, [table])
    entries = [(str(_CELLS), _counted(states.values(), _STATES), Ink.PLAIN)]
    for state, ink in _LISTED.items():
        if paths := [path for path, of in states.items() if of is state]:
            entries.append((str(_STATES[state]), _by_row(report, table, paths), ink))
    entries.append((str(_PIECES), _counted((p.role for p in pieces), _ROLES), Ink.PLAIN))
    yield from _entries(entries, width, paint)


def totals(report: Report, tables: Sequence[str], width: int, paint: Painter) -> Iterator[str]:
    """The last lines: all cells, all diagnostics."""
    cells = _counted(states_of(report, tables).values(), _STATES)
    findings = _counted((d.severity for d in report.diagnostics), _SEVERITIES)
    yield from _entries(
        [(str(_CELLS), cells, Ink.PLAIN), (str(_FINDINGS), findings, Ink.PLAIN)], width, paint
    )


def _counted(found: Iterable[_Kind], names: Mapping[_Kind, Message]) -> str:
    """`182: printed 180, repaired 2`; kinds that do not occur are left out."""
    counts = Counter(found)
    total = sum(counts.values())
    parts = ", ".join(f"{name} {counts[kind]}" for kind, name in names.items() if counts[kind])
    return f"{total}: {parts}" if parts else "0"


def _by_row(report: Report, table: str, paths: Sequence[str]) -> str:
    """`granted (natural_person, total); whole rows: received, carried_over`."""
    rows: dict[str, list[str]] = {}
    for path in paths:
        row, _, column = path.rpartition(".")
        rows.setdefault(row, []).append(column)
    whole = [row for row, columns in rows.items() if len(columns) == len(columns_of(report, row))]
    parts = [f"{_short(row, table)} ({', '.join(c)})" for row, c in rows.items() if row not in whole]
    if whole:
        parts.append(f"{_WHOLE_ROWS}: {', '.join(_short(row, table) for row in whole)}")
    return "; ".join(parts)


def _short(path: str, table: str) -> str:
    return path.removeprefix(f"{table}.")


def _entries(entries: Sequence[tuple[str, str, Ink]], width: int, paint: Painter) -> Iterator[str]:
    """Names on the left, what is to be said of them on the right, over as many lines as it takes."""
    indent = max(display_width(name) for name, _, _ in entries) + 4
    for name, text, ink in entries:
        for number, line in enumerate(wrap(text, max(20, width - indent))):
            yield f"  {pad(name if not number else '', indent - 2)}{paint(line, ink)}"
