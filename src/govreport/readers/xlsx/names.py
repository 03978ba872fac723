"""The names of SpreadsheetML that the modules of this package share."""

import re

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_POSITION = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def m(name: str) -> str:
    """A name of the main namespace."""
    return f"{{http://schemas.openxmlformats.org/spreadsheetml/2006/main}}{name}"


def position(text: str) -> tuple[int, int] | None:
    """Row and column, from 1, of a position such as "B12"; None for what is none."""
    match = _POSITION.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
