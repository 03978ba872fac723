"""Text in columns under rules of dashes, each table under its own; wrapped lines are joined."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

import regex

from govreport.diagnostics import display_width
from govreport.reading.mend.fields import Band, Field, Flavour, make_field, wrapped
from govreport.reading.mend.spaced import plain_band
from govreport.reading.regions import Line, is_rule

_DASHES = regex.compile(r"[-=]+")
_WORD = regex.compile(r"\S+")
_STRAYING = 10  # ruled text keeps to its columns in all but one of so many lines
_FEW_WORDS = 3
_MULTILINE = 3  # where one line in so many is blank, blank lines separate the rows

Columns = list[tuple[int, int]]
_Word = tuple[int, int, int, int]
_left = itemgetter(0)


def read_ruled(lines: Sequence[tuple[int, Line]]) -> list[Band] | None:
    """The bands of ruled tables; None where no rule shows columns, or bars do."""
    tables: list[tuple[list[tuple[int, Line]], Columns]] = []
    current: list[tuple[int, Line]] = []
    columns: Columns = []
    for number, line in lines:
        if is_rule(line.text):
            if "|" in line.text or "+" in line.text:
                return None
            runs = [m.span() for m in _DASHES.finditer(line.text)]
            if len(runs) > 1:
                columns = max(columns, runs, key=len)
            elif columns:  # the rule that closes a table
                tables.append((current, columns))
                current, columns = [], []
        current.append((number, line))
    if not tables and not columns:
        return None
    tables.append((current, columns))
    return [band for table, found in tables for band in _read_table(table, found)]


def _read_table(lines: Sequence[tuple[int, Line]], columns: Columns) -> list[Band]:
    """The rows of one table; lines that do not keep to its columns stand by themselves."""
    lined = [(n, x, is_rule(x.text)) for n, x in lines]
    texts = [x.text for _, x, ruled in lined if not ruled and x.text.strip()]
    words = {wide: {text: _words(text, wide=wide) for text in texts} for wide in (True, False)}
    crossings = {wide: sum(_crossings(words[wide][t], columns) for t in texts) for wide in words}
    wide = crossings[True] <= crossings[False]
    crossing = crossings[wide] * _STRAYING > len(texts)
    if not columns or crossing or not _fills(lines, columns, words[wide], wide=wide):
        return [b for n, x, ruled in lined if not ruled for b in [plain_band(x, n)] if b]
    blank = sum(not x.text.strip() for _, x in lines)
    bands: list[Band] = []
    pending: list[list[Field]] = []
    first = 0
    for number, line, ruled in lined:
        empty = ruled or not line.text.strip()
        if not empty:
            first = first if pending else number
            pending.append(_cut(line, words[wide][line.text], columns))
        if pending and (empty or blank * _MULTILINE <= len(texts)):
            bands.append(_merged(pending, first))
            pending = []
    return [*bands, _merged(pending, first)] if pending else bands


def _merged(rows: list[list[Field]], number: int) -> Band:
    """The lines of one row as one."""
    fields = rows[0]
    if len(rows) > 1:
        fields = [wrapped([r[i] for r in rows if r[i].raw], f, i) for i, f in enumerate(fields)]
    return Band(tuple(fields), Flavour.DELIMITED, number)


def _words(text: str, *, wide: bool) -> list[_Word]:
    """The words of a line by their bounds and by their first and last column."""
    spans = [m.span() for m in _WORD.finditer(text)]
    if not wide or text.isascii():
        return [(start, end, start, end) for start, end in spans]
    found = []
    position = at = 0
    for start, end in spans:
        word = text[start:end]
        left = position + display_width(text[at:start])
        position = left + (end - start if word.isascii() else display_width(word))
        found.append((start, end, left, position))
        at = end
    return found


def _crossings(words: Sequence[_Word], columns: Columns) -> int:
    """How many times words stand across the gap between two columns."""
    ends = [end for _, end in columns[:-1]]
    return sum(
        [max(0, bisect_left(ends, right - 1) - bisect_right(ends, left)) for _, _, left, right in words]
    )


def _fills(
    lines: Sequence[tuple[int, Line]], columns: Columns, known: Mapping[str, list[_Word]], *, wide: bool
) -> bool:
    """Whether most lines of several words have them in more than one column."""
    texts = [x.text for _, x in lines if len(x.text.split()) > _FEW_WORDS]
    found = [known.get(text) or _words(text, wide=wide) for text in texts]
    filled = sum(_place(words[0][2], columns) != _place(words[-1][2], columns) for words in found)
    return filled * 2 >= len(texts)


def _place(left: int, columns: Columns) -> int:
    """The column in which a word starts."""
    return max(0, bisect_right(columns, left + 1, key=_left) - 1)


def _cut(line: Line, words: Sequence[_Word], columns: Columns) -> list[Field]:
    """The words of a line put into the columns in which they start."""
    bounds: dict[int, tuple[int, int]] = {}
    for start, end, left, _ in words:
        place = _place(left, columns)
        bounds[place] = (bounds[place][0] if place in bounds else start, end)
    fields = []
    for index in range(len(columns)):
        if index in bounds:
            start, end = bounds[index]
            fields.append(make_field(line.text[start:end], line.start + start, index))
        else:
            fields.append(Field("", line.start, line.start, index))
    return fields
