"""What would mend a finding, in words."""

import re

from govreport.diagnostics import Diagnostic, Message, get_language
from govreport.model import Report
from govreport.model.paths import is_cell
from govreport.rules.names import name_of

_CHANGE = re.compile(r"([\w.]+) = (-?\d+)")


def hint_of(report: Report, diagnostic: Diagnostic) -> str:
    """The cells that would have to change and their values; "" where nothing is suggested."""
    suggestion = diagnostic.suggestion
    if suggestion is None:
        return ""
    if isinstance(suggestion, int):
        path = _target(report, diagnostic)
        return _change(path, suggestion) if path else ""
    changes = [_CHANGE.fullmatch(part) for part in suggestion.split(", ")]
    told = [_change(change[1], int(change[2])) for change in changes if change and is_cell(change[1])]
    if len(told) != len(changes):
        return suggestion
    return ("；" if get_language() == "zh" else "; ").join(told)


def _target(report: Report, diagnostic: Diagnostic) -> str:
    """The cell that a bare number is for: the one blank cell of a sum that falls short, else its own."""
    related = [path for path in diagnostic.related if is_cell(path)]
    blanks = [path for path in related if report.cell(path).value is None]
    if diagnostic.suggestion != diagnostic.expected and len(blanks) == 1:
        return blanks[0]
    own = diagnostic.path
    return own if is_cell(own) and report.cell(own).value != diagnostic.suggestion else ""


def _change(path: str, value: int) -> str:
    name = name_of(path)
    return str(
        Message(zh=f"“{name.zh}”改为 {value}，合计即成立", en=f"{value} for “{name.en}” makes it hold")
    )
