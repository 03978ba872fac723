"""The cells that took part in a finding, with their values, under the shortest names that tell them apart."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from govreport.cli.width import clip
from govreport.diagnostics import Diagnostic, Message
from govreport.model import Amount, CellState, Report
from govreport.model.paths import is_cell
from govreport.reporting.language import Say
from govreport.rules.cells import values_of
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


class Cells:
    """The cells of one report, looked up once.

    Attributes:
        values: Path -> value, of the rows that the report has.
    """

    def __init__(self, report: Report, say: Say) -> None:
        self.values = values_of(report)
        self._report = report
        self._say = say

    def of(self, diagnostic: Diagnostic) -> list[str]:
        """The cells of a finding with their values, its own first; none where all others are blank."""
        others = [path for path in diagnostic.related if is_cell(path)]
        values = list(map(self.values.get, others))
        if not any(value is not None for value in values):
            return []
        own = [diagnostic.path] if is_cell(diagnostic.path) else []
        name = self._short_names([*own, *others])
        zeros = values.count(0)
        if len(others) <= _MANY or zeros < _SOME:
            zeros = 0
        shown = [path for path, value in zip(others, values, strict=True) if not zeros or value != 0]
        listed = [f"{name(path)} {self._told(path)}" for path in (*own, *shown)]
        if zeros:
            rest = Message(zh=f"其余 {zeros} 格为 0", en=f"the other {zeros} are 0")
            listed.append(self._say(rest))
        return listed

    def _told(self, path: str) -> str:
        """What a cell holds, or why it holds nothing."""
        value = self.values.get(path)
        if value is None:
            return self._say(_STATES.get(self._report.cell(path).state, _BLANK))
        return f"{value.value}{value.unit or ''}" if isinstance(value, Amount) else str(value)

    def _short_names(self, paths: Sequence[str]) -> Callable[[str], str]:
        """The column where all stand in one row, the row where all stand in one column, else both."""
        parts = [path.rpartition(".") for path in paths]
        if len({row for row, _, _ in parts}) == 1:
            return lambda path: self._say(row_and_column(path)[1])
        if len({column for _, _, column in parts}) == 1:
            return lambda path: self._say(_row(path))
        return lambda path: f"{self._say(_row(path))}·{self._say(row_and_column(path)[1])}"


@cache
def _row(path: str) -> Message:
    """The row of a cell, without the words of its group."""
    chinese = clip(_GROUP.sub(r"\1", row_and_column(path)[0].zh), _NAME_WIDTH)
    return Message(zh=chinese, en=path.split(".")[-2].replace("_", " "))
