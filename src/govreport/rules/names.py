"""What a path is called: with the form's own words in Chinese, with the words of the path in English."""

from functools import cache

from govreport import form
from govreport.diagnostics import Message

_SHARED = {"total": "TOTAL", "other_organization": "OTHER_ORGANIZATION"}


@cache
def name_of(path: str) -> Message:
    """The name of a table, group, row or cell: "（一）予以公开·自然人", "granted, natural person"."""
    table, _, rest = path.partition(".")
    english = ", ".join(part.replace("_", " ") for part in (rest or table).split("."))
    return Message(zh=_chinese(path, table) or path, en=english)


@cache
def row_and_column(path: str) -> tuple[Message, Message]:
    """The names of the row and of the column of a cell."""
    row, _, column = path.rpartition(".")
    return name_of(row), Message(zh=_column(path.partition(".")[0], row, column), en=column.replace("_", " "))


def _chinese(path: str, table: str) -> str:
    if path in form.labels("outline") or f"{path.upper()}_HEADING" in form.labels("outline"):
        return form.label("outline", f"{path.upper()}_HEADING").partition("、")[2]
    rows = {row.path: row for row in form.rows(table)} if table in form.TABLES else {}
    if path in rows:
        return _row(table, path)
    row, _, column = path.rpartition(".")
    if row in rows:
        return f"{_row(table, row)}·{_column(table, row, column)}"
    terminal = path.rpartition(".")[2].upper()
    return form.label(table, terminal) if table in form.TABLES and terminal in form.labels(table) else ""


def _row(table: str, path: str) -> str:
    label = next(row.labels[0] for row in form.rows(table) if row.path == path)
    group = path.split(".")[1:-1]
    words = [form.label(table, name.upper()) for name in group] if label != "OTHER_HANDLING" else []
    return "·".join((*words, form.label(table, label)))


def _column(table: str, row: str, column: str) -> str:
    terminal = _SHARED.get(column, column.upper())
    if row.endswith(".procurement") and column == "amount":
        terminal = "PROCUREMENT_AMOUNT"
    return form.label(table, terminal)
