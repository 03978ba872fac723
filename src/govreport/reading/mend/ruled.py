"""Text in columns under rules of dashes, each table under its own; wrapped lines are joined."""

from collections.abc import Iterator, Sequence

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
    texts = [x.text for _, x in lines if x.text.strip() and not is_rule(x.text)]
    wide, narrow = (_crossings(texts, columns, wide=w) for w in (True, False))
    crossing = min(wide, narrow) * _STRAYING > len(texts)
    if not columns or crossing or not _fills(lines, columns, wide=wide <= narrow):
        return [b for n, x in lines if not is_rule(x.text) for b in [plain_band(x, n)] if b]
    blank = sum(not x.text.strip() for _, x in lines)
    bands: list[Band] = []
    pending: list[tuple[int, list[Field]]] = []

    def flush() -> None:
        if pending:
            rows = [f for _, f in pending]
            merged = tuple(
                wrapped([r[i] for r in rows if r[i].raw], rows[0][i], i) for i in range(len(columns))
            )
            bands.append(Band(merged, Flavour.DELIMITED, pending[0][0]))
            pending.clear()

    for number, line in lines:
        if not line.text.strip() or is_rule(line.text):
            flush()
            continue
        pending.append((number, _cut(line, columns, wide=wide <= narrow)))
        if blank * _MULTILINE <= len(texts):
            flush()
    flush()
    return bands


def _crossings(texts: Sequence[str], columns: Columns, *, wide: bool) -> int:
    """How many words stand across the gap between two columns."""
    return sum(
        left < end and right > end + 1
        for text in texts
        for _, left, right in _positions(text, wide=wide)
        for _, end in columns[:-1]
    )


def _fills(lines: Sequence[tuple[int, Line]], columns: Columns, *, wide: bool) -> bool:
    """Whether most lines of several words have them in more than one column."""
    rows = [_cut(x, columns, wide=wide) for _, x in lines if len(x.text.split()) > _FEW_WORDS]
    return sum(sum(not f.is_empty for f in row) > 1 for row in rows) * 2 >= len(rows)


def _positions(text: str, *, wide: bool) -> Iterator[tuple[regex.Match[str], int, int]]:
    """The words of a line with their first and last column."""
    position = at = 0
    for word in _WORD.finditer(text):
        position += display_width(text[at : word.start()]) if wide else word.start() - at
        width = display_width(word[0]) if wide else len(word[0])
        yield word, position, position + width
        position, at = position + width, word.end()


def _cut(line: Line, columns: Columns, *, wide: bool) -> list[Field]:
    """The words of a line put into the columns in which they start."""
    cells: list[list[regex.Match[str]]] = [[] for _ in columns]
    for word, position, _ in _positions(line.text, wide=wide):
        place = max((i for i, (left, _) in enumerate(columns) if left <= position + 1), default=0)
        cells[place].append(word)
    fields = []
    for index, words in enumerate(cells):
        if words:
            piece = line.text[words[0].start() : words[-1].end()]
            fields.append(make_field(piece, line.start + words[0].start(), index))
        else:
            fields.append(Field("", line.start, line.start, index))
    return fields
