"""What only Markdown has, to white space: escapes, line breaks in cells, rows of dashes. Nothing moves."""

import re
from collections.abc import Iterator

from govreport.reading.markup import BLOCKS, FILLER, without_fillers

_DRAWN = " \t|:-"
_TABLES = 2  # one table alone may have a row of dashes for values

_ESCAPE = re.compile(r"\\(?=[-+.])")
_ROW = re.compile(r"^[ \t]*\|[^\n]*<[^\n]*", re.MULTILINE)
_BREAK = re.compile(rf"</?(?:{'|'.join(BLOCKS)})(?=[\s/>])[^<>\n]{{0,200}}>", re.IGNORECASE)


def without_escapes(text: str) -> str:
    r"""The text without the backslash before a sign or full stop that would mean a list: \-3, 1\.5."""
    return _ESCAPE.sub(FILLER, text) if "\\" in text else text


def without_breaks(text: str) -> str:
    """The text with the tags that break a line of a cell as spaces: the row goes on behind them."""
    if "|" not in text or "<" not in text:
        return text
    return _ROW.sub(lambda row: _BREAK.sub(lambda tag: " ".ljust(len(tag[0]), FILLER), row[0]), text)


def without_delimiter_rows(text: str) -> str:
    """The text with the second line of each table masked, where in all of them it is nothing but dashes.

    A dash is a blank cell elsewhere. Rows of three dashes or more are known as rules wherever they stand.
    """
    rows = []
    for start, end in _second_lines(text):
        if not _is_delimiter_row(text[start:end]):
            return text
        rows.append((start, end))
    if len(rows) < _TABLES:
        return text
    parts = []
    at = 0
    for start, end in rows:
        parts += [text[at:start], FILLER * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _second_lines(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of the second line of every run of lines with bars."""
    bar = text.find("|")
    while bar >= 0:
        start, end = _next_line(text, bar)
        if text.find("|", start, end) >= 0:
            yield start, end
        while text.find("|", start, end) >= 0:
            start, end = _next_line(text, end)
        bar = text.find("|", end)


def _next_line(text: str, at: int) -> tuple[int, int]:
    """The bounds of the line behind the one of an offset."""
    start = text.find("\n", at) + 1 or len(text)
    end = text.find("\n", start)
    return start, end if end >= 0 else len(text)


def _is_delimiter_row(line: str) -> bool:
    """Whether dashes stand in every field of a line, and at most colons beside them."""
    fields = without_fillers(line).strip(" \t").strip("|").split("|")
    return all("-" in field and not field.strip(_DRAWN) for field in fields)
