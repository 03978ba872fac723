"""What only Markdown tables have, to white space: line breaks in cells, rows of dashes. Nothing moves."""

import re
from itertools import groupby

from govreport.reading.markup import FILLER

_DRAWN = " \t|:-"
_FIELD_ENDS = ("-|", "- |", ":|", ": |")
_TABLES = 2  # one table alone may have a row of dashes for values


_ROW = re.compile(r"^[ \t]*\|[^\n]*<[^\n]*", re.MULTILINE)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?[uo]l|/?li)(?=[\s/>])[^<>\n]{0,200}>", re.IGNORECASE)


def without_breaks(text: str) -> str:
    """The text with the tags that break a line of a cell as spaces: the row goes on behind them."""
    if "|" not in text or "<" not in text:
        return text
    return _ROW.sub(lambda row: _BREAK.sub(lambda tag: " ".ljust(len(tag[0]), FILLER), row[0]), text)


def without_delimiter_rows(text: str) -> str:
    """The text with the second line of each table masked, where in all of them it is nothing but dashes.

    A dash is a blank cell elsewhere. Rows of three dashes or more are known as rules wherever they stand.
    """
    if not any(end in text for end in _FIELD_ENDS):
        return text
    lines = text.split("\n")
    runs = groupby(range(len(lines)), key=lambda n: "|" in lines[n])
    seconds = [n for piped, run in runs if piped for n in list(run)[1:2]]
    if len(seconds) < _TABLES or not all(_is_delimiter_row(lines[n]) for n in seconds):
        return text
    for n in seconds:
        lines[n] = FILLER * len(lines[n])
    return "\n".join(lines)


def _is_delimiter_row(line: str) -> bool:
    """Whether dashes stand in every field of a line, and at most colons beside them."""
    fields = line.replace(FILLER, "").strip(" \t").strip("|").split("|")
    return all("-" in field and not field.strip(_DRAWN) for field in fields)
