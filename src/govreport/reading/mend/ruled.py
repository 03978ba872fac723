"""Text in columns under rules of dashes, each table under its own; wrapped lines are joined."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import regex

from govreport.reading.markup import FILLER
from govreport.reading.mend.fields import Band, Field, Flavour, make_field, wrapped
from govreport.reading.mend.spaced import plain_band, width, word_places
from govreport.reading.regions import Line

_DASHES = regex.compile(r"[-=]+")
_JOINED = "\0"  # a filler belongs to the word that it stands in
_STRAYING = 10  # ruled text keeps to its columns in all but one of so many lines
_FEW_WORDS = 3
_MULTILINE = 3  # where one line in so many is blank, blank lines separate the rows

Columns = list[tuple[int, int]]
_Word = tuple[int, int, int, int]


def read_ruled(lines: Sequence[tuple[int, Line]]) -> list[Band] | None:
    """The bands of ruled tables; None where no rule shows columns, or bars do."""
    tables: list[tuple[list[tuple[int, Line]], Columns]] = []
    current: list[tuple[int, Line]] = []
    columns: Columns = []
    for number, line in lines:
        if line.is_rule:
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
    texts = [x.text for _, x in lines if not x.is_rule and x.text.strip()]
    words, crossings = _fitting(texts, columns)
    if not columns or crossings * _STRAYING > len(texts) or not _fills(lines, columns, words):
        return [b for n, x in lines if not x.is_rule for b in [plain_band(x, n)] if b]
    starts = [start for start, _ in columns]
    blank = sum([not x.text.strip() for _, x in lines])
    bands: list[Band] = []
    pending: list[list[Field]] = []
    first = 0
    for number, line in lines:
        found = words.get(line.text)
        if found:
            first = first if pending else number
            pending.append(_cut(line, found, starts))
        if pending and (not found or blank * _MULTILINE <= len(texts)):
            bands.append(_merged(pending, first))
            pending = []
    return [*bands, _merged(pending, first)] if pending else bands


def _merged(rows: list[list[Field]], number: int) -> Band:
    """The lines of one row as one."""
    fields = rows[0]
    if len(rows) > 1:
        fields = [wrapped([r[i] for r in rows if r[i].raw], f, i) for i, f in enumerate(fields)]
    return Band(fields, Flavour.DELIMITED, number)


def _fitting(texts: Sequence[str], columns: Columns) -> tuple[Mapping[str, list[_Word]], int]:
    """The words of lines, measured as a terminal shows them or by characters, as the rules fit them better.

    Returns:
        The words of each line, and how many times words stand across the gap between two columns.
    """
    shown = {text: _words(text, wide=True) for text in texts}
    crossings = _crossings(shown, texts, columns)
    if crossings:
        counted = {text: _words(text, wide=False) for text in texts}
        fewer = _crossings(counted, texts, columns)
        if fewer < crossings:
            return counted, fewer
    return shown, crossings


def _words(text: str, *, wide: bool) -> list[_Word]:
    """The words of a line by their bounds and by their first and last column."""
    places = word_places(text.replace(FILLER, _JOINED))
    if not wide or text.isascii():
        return [(start, end, start, end) for start, end in places]
    found = []
    position = at = 0
    for start, end in places:
        gap, word = text[at:start], text[start:end]
        left = position + (start - at if gap.isascii() else width(gap))
        position = left + (end - start if word.isascii() else width(word))
        found.append((start, end, left, position))
        at = end
    return found


def _crossings(words: Mapping[str, list[_Word]], texts: Sequence[str], columns: Columns) -> int:
    """How many times words stand across the gap between two columns."""
    ends = [end for _, end in columns[:-1]]
    across = 0
    for text in texts:
        for _, _, left, right in words[text]:
            at = bisect_right(ends, left)
            while at < len(ends) and ends[at] < right - 1:
                across += 1
                at += 1
    return across


def _fills(lines: Sequence[tuple[int, Line]], columns: Columns, words: Mapping[str, list[_Word]]) -> bool:
    """Whether most lines of several words have them in more than one column."""
    starts = [start for start, _ in columns]
    texts = [x.text for _, x in lines if len(x.text.split()) > _FEW_WORDS]
    found = [words.get(text) or _words(text, wide=True) for text in texts]
    filled = sum([_place(line[0][2], starts) != _place(line[-1][2], starts) for line in found])
    return filled * 2 >= len(texts)


def _place(left: int, starts: Sequence[int]) -> int:
    """The column in which a word starts."""
    return max(0, bisect_right(starts, left + 1) - 1)


def _cut(line: Line, words: Sequence[_Word], starts: Sequence[int]) -> list[Field]:
    """The words of a line put into the columns in which they start."""
    bounds: dict[int, tuple[int, int]] = {}
    for start, end, left, _ in words:
        place = _place(left, starts)
        bounds[place] = (bounds[place][0] if place in bounds else start, end)
    fields = []
    for index in range(len(starts)):
        start, end = bounds.get(index, (0, 0))
        fields.append(make_field(line.text[start:end], line.start + start, index))
    return fields
