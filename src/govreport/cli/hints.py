"""What would mend a finding, in words."""

import re
from collections.abc import Mapping

from govreport.diagnostics import Diagnostic, Message
from govreport.model import Amount
from govreport.model.paths import is_cell
from govreport.reporting.language import Say
from govreport.rules.names import name_of

Values = Mapping[str, int | Amount | None]
"""Path of a cell -> its value."""

_BETWEEN = Message(zh="；", en="; ")
_CHANGE = re.compile(r"([\w.]+) = (-?\d+)")


def hint_of(values: Values, diagnostic: Diagnostic, say: Say) -> str:
    """The cells that would have to change and their values; "" where nothing is suggested."""
    suggestion = diagnostic.suggestion
    if suggestion is None:
        return ""
    if isinstance(suggestion, int):
        path = _target(values, diagnostic)
        return say(_change(path, suggestion)) if path else ""
    changes = [_CHANGE.fullmatch(part) for part in suggestion.split(", ")]
    told = [say(_change(change[1], int(change[2]))) for change in changes if change and is_cell(change[1])]
    return say(_BETWEEN).join(told) if len(told) == len(changes) else suggestion


def _target(values: Values, diagnostic: Diagnostic) -> str:
    """The cell that a bare number is for: the one blank cell of a sum that falls short, else its own."""
    related = [path for path in diagnostic.related if is_cell(path)]
    blanks = [path for path in related if values.get(path) is None]
    if diagnostic.suggestion != diagnostic.expected and len(blanks) == 1:
        return blanks[0]
    own = diagnostic.path
    return own if is_cell(own) and values.get(own) != diagnostic.suggestion else ""


def _change(path: str, value: int) -> Message:
    name = name_of(path)
    return Message(zh=f"“{name.zh}”改为 {value}，合计即成立", en=f"{value} for “{name.en}” makes it hold")
