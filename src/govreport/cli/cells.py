"""The cells that took part in a finding, with their values, under the shortest names that tell them apart."""

import re
from collections.abc import Callable, Sequence

from govreport.cli.width import clip
from govreport.diagnostics import Diagnostic, Message, get_language
from govreport.model import Amount, CellState, Report
from govreport.model.paths import is_cell
from govreport.rules.names import row_and_column

_BLANK = Message(zh="空白", en="blank")
_STATES = {
    CellState.MISSING: Message(zh="丢失", en="lost"),
    CellState.ABSENT: Message(zh="未印", en="not printed"),
}
# Of more cells than a row has, those that are 0 are only counted if there are some.
_MANY = 8
_SOME = 3
_NAME_WIDTH = 40
# "（四）无法提供·1.本机关不掌握…" -> "（四）1.本机关不掌握…"
_GROUP = re.compile(r"^(（.）)[^·]*·(?=\d)")


def cells_of(report: Report, diagnostic: Diagnostic) -> list[str]:
    """The cells with their values, the one that the finding is about first; none where all are blank."""
    others = [path for path in diagnostic.related if is_cell(path)]
    if all(report.cell(path).value is None for path in others):
        return []
    own = [diagnostic.path] if is_cell(diagnostic.path) else []
    name = _short_names([*own, *others])
    zeros = [path for path in others if report.cell(path).value == 0]
    if len(others) <= _MANY or len(zeros) < _SOME:
        zeros = []
    listed = [f"{name(path)} {value_of(report, path)}" for path in (*own, *others) if path not in zeros]
    if zeros:
        listed.append(str(Message(zh=f"其余 {len(zeros)} 格为 0", en=f"the other {len(zeros)} are 0")))
    return listed


def value_of(report: Report, path: str) -> str:
    """What a cell holds, or why it holds nothing."""
    cell = report.cell(path)
    if cell.value is None:
        return str(_STATES.get(cell.state, _BLANK))
    value = cell.value
    return f"{value.value}{value.unit or ''}" if isinstance(value, Amount) else str(value)


def _short_names(paths: Sequence[str]) -> Callable[[str], str]:
    """The column where all stand in one row, the row where all stand in one column, else both."""
    parts = [path.rpartition(".") for path in paths]
    if len({row for row, _, _ in parts}) == 1:
        return lambda path: str(row_and_column(path)[1])
    if len({column for _, _, column in parts}) == 1:
        return _row
    return lambda path: f"{_row(path)}·{row_and_column(path)[1]}"


def _row(path: str) -> str:
    """The row of a cell, without the words of its group."""
    if get_language() == "en":
        return path.split(".")[-2].replace("_", " ")
    return clip(_GROUP.sub(r"\1", row_and_column(path)[0].zh), _NAME_WIDTH)
