"""Lines of a table region to logical rows of fields, whatever drew the table.

Delimited (tabs, pipes, box characters), ruled (dashes give the columns), spaced, or one cell per line:
each gives bands of fields in reading order. A cell that wraps inside its column becomes one field.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

import attrs
import regex

from govreport.diagnostics import display_width
from govreport.reading.cells import Kind, Reading
from govreport.reading.front import is_page_foot
from govreport.reading.lexer import HEADINGS, identify
from govreport.reading.regions import Line
from govreport.reading.source import FILLER

_RULE = regex.compile(r"[\s|+:=\-_]*-{3,}[\s|+:=\-_]*|[\s|+=]*={3,}[\s|+=]*")
_PART_RULE = regex.compile(r"\+?-{3,}\+?")
_DASHES = regex.compile(r"[-=]{2,}")
_WORD = regex.compile(r"\S+")
_STRAYING = 4  # ruled text keeps to its columns in all but one of so many lines
_SIGNS = frozenset("+-−")


class Flavour(Enum):
    """How the cells of a band stand apart."""

    DELIMITED = "delimited"  # every field of the row is there, the empty ones too
    SPACED = "spaced"  # fields stand in columns of spaces; an empty one has left a gap
    FLAT = "flat"  # one field a line


class Field:
    """A piece of text of a table: a label, a cell, an empty cell, or text that is none of them."""

    __slots__ = ("column", "end", "index", "label", "line", "places", "raw", "reading", "spaced", "start")

    def __init__(self, raw: str, start: int, end: int, index: int = 0, column: float = 0.0) -> None:
        self.raw = raw
        self.start = start
        self.end = end
        self.index = index  # place among the fields of its row
        self.column = column  # middle of the text in display columns
        self.line = 0  # of its band
        self.spaced = False  # it stands in a column of spaces
        self.places: tuple[tuple[int, int], ...] = ((start, end),)  # more than one where it wraps
        entry = identify(raw) if raw else None
        self.label = entry if isinstance(entry, str) and entry not in HEADINGS else None
        self.reading = entry if isinstance(entry, Reading) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed in the field."""
        return not self.raw

    @property
    def is_cell(self) -> bool:
        """Whether the field is a printed cell."""
        return self.reading is not None

    def __repr__(self) -> str:
        return f"<{self.raw or '·'}>"


@attrs.frozen
class Band:
    """One logical row of a table."""

    fields: tuple[Field, ...]
    flavour: Flavour
    line: int  # number of its line in the region; for distances only

    def __attrs_post_init__(self) -> None:
        for field in self.fields:
            field.line = self.line
            field.spaced = self.flavour is Flavour.SPACED


def read_bands(lines: Sequence[Line]) -> list[Band]:
    """The logical rows of a region, blank lines and page feet left out."""
    numbered = [(n, line) for n, line in enumerate(lines) if not is_page_foot(line.text)]
    rules = [line.text for _, line in numbered if _is_rule(line.text)]
    if sum(t.count("+") >= 2 for t in rules) >= 3:
        return _grid(numbered)
    columns = _ruled_columns(rules)
    if columns and (bands := _ruled(numbered, columns)):
        return bands
    kept = [
        (n, line) for n, line in numbered if (line.text.strip() or line.cells) and not _is_rule(line.text)
    ]
    if not kept:
        return []
    delimiter = _delimiter(kept)
    if delimiter and _is_flat(kept, delimiter):
        return _flat_delimited(kept, delimiter)
    closed = delimiter == "|" and sum(
        x.text.rstrip().endswith("|") for _, x in kept if "|" in x.text
    ) * 10 >= 9 * sum("|" in x.text for _, x in kept)
    bands = []
    for number, line in kept:
        if delimiter and delimiter in line.text:
            bands.append(Band(tuple(_delimited(line, delimiter, closed=closed)), Flavour.DELIMITED, number))
        elif band := _plain(line, number):
            bands.append(band)
    return bands


def _delimiter(lines: Iterable[tuple[int, Line]]) -> str | None:
    """The character that separates the fields of most of the lines that have one."""
    pipes = sum(x.text.count("|") for _, x in lines)
    tabs = sum(x.text.count("\t") for _, x in lines)
    return None if not pipes and not tabs else "|" if pipes >= tabs else "\t"


def _is_rule(text: str) -> bool:
    return ("--" in text and _RULE.fullmatch(text) is not None) or (
        "===" in text and _RULE.fullmatch(text) is not None
    )


def _delimited(line: Line, delimiter: str, *, closed: bool) -> Iterator[Field]:
    """The fields of a delimited line; what stands outside its first and last pipe is no field."""
    pieces = []
    at = line.start
    for piece in line.text.split(delimiter):
        pieces.append((piece, at))
        at += len(piece) + 1
    if delimiter == "|":
        if not pieces[0][0].strip() and len(pieces) > 1:
            pieces.pop(0)
        if closed and len(pieces) > 1 and not pieces[-1][0].strip():
            pieces.pop()
    for index, (piece, start) in enumerate(pieces):
        yield _field(piece, start, index)


def _field(piece: str, start: int, index: int = 0, column: float = 0.0) -> Field:
    raw = piece.replace(FILLER, "") if FILLER in piece else piece
    return Field(raw.strip().strip("\u3000\xa0 *"), start, start + len(piece), index, column)


def _is_flat(lines: Sequence[tuple[int, Line]], delimiter: str) -> bool:
    """Whether delimited lines hold one field each."""
    single = sum(
        sum(1 for f in x.text.split(delimiter) if f.strip()) <= 1 for _, x in lines if delimiter in x.text
    )
    return single * 10 >= 9 * sum(1 for _, x in lines if delimiter in x.text)


def _flat_delimited(lines: Sequence[tuple[int, Line]], delimiter: str) -> list[Band]:
    """One field a line with its delimiter: `0 |`, or a tab before it; a lone delimiter is an empty cell."""
    bands: list[Band] = []
    for number, line in lines:
        if delimiter not in line.text and bands and delimiter == "\t" and bands[-1].fields[0].raw:
            bands[-1] = Band((_joined(bands[-1].fields[0], line),), Flavour.FLAT, bands[-1].line)
            continue
        fields = list(_delimited(line, delimiter, closed=True))
        if delimiter == "\t" and len(fields) > 1 and fields[0].is_empty:
            fields.pop(0)
        bands += [Band((f,), Flavour.FLAT, number) for f in fields]
    return bands


def _joined(field: Field, line: Line) -> Field:
    """A field that goes on in the next line; digits do not join."""
    rest = line.text.strip()
    joiner = " " if field.raw[-1:].isdigit() and rest[:1].isdigit() else ""
    whole = Field(field.raw + joiner + rest, field.start, line.end, field.index)
    whole.places = (*field.places, (line.start, line.end))
    return whole


def _plain(line: Line, number: int) -> Band | None:
    """A line without delimiters: one field, or several that stand apart by spaces."""
    text = line.text.replace(FILLER, " ")
    stripped = text.strip()
    if not stripped:
        return None
    whole = identify(stripped)
    if (
        isinstance(whole, str)
        or (isinstance(whole, Reading) and whole.kind is not Kind.BAD)
        or len(stripped.split(None, 1)) == 1
    ):
        return Band((_field(line.text, line.start),), Flavour.FLAT, number)
    return Band(tuple(_spaced(text, line.start)), Flavour.SPACED, number)


def _spaced(text: str, start: int) -> Iterator[Field]:
    """Fields of a spaced line. Numbers that stand alone between words belong to the words."""
    spans = _with_units(text, [m.span() for m in _WORD.finditer(text)])
    cells = [isinstance(identify(text[a:b]), Reading) for a, b in spans]
    position = done = 0
    for at, (a, b) in enumerate(spans):
        position += display_width(text[done:a])
        width = display_width(text[a:b])
        field = Field(text[a:b], start + a, start + b, at, position + width / 2)
        position, done = position + width, b
        if not _is_value(cells, at):
            field.reading = None
        yield field


def _with_units(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words, a unit that stands apart from its number put back to it: 12.5 万元."""
    kept: list[tuple[int, int]] = []
    for a, b in spans:
        if kept and text[kept[-1][1] - 1].isdigit() and not text[a].isdigit() and identify(text[a:b]) is None:
            whole = identify(text[kept[-1][0] : b])
            if isinstance(whole, Reading) and whole.kind is Kind.NUMBER:
                kept[-1] = (kept[-1][0], b)
                continue
        kept.append((a, b))
    return kept


def _is_value(cells: list[bool], at: int) -> bool:
    """Whether a number is one of a run of two or more, or ends the line."""
    return not cells[at] or (at > 0 and cells[at - 1]) or at + 1 == len(cells) or cells[at + 1]


def _grid(lines: Sequence[tuple[int, Line]]) -> list[Band]:
    """A box-drawn table: what stands between two rules is one row, its lines joined within their columns.

    Where a cell spans rows, a rule is drawn beside it only; what stands in the cell goes on in the next row.
    """
    bands: list[Band] = []
    pending: list[tuple[int, Line]] = []

    def flush() -> None:
        if pending:
            bands.append(_merged_rows(pending))
            pending.clear()

    for number, line in lines:
        if _is_rule(line.text):
            flush()
        elif "|" in line.text:
            if _PART_RULE.search(line.text):
                flush()
                line = attrs.evolve(
                    line, text=_PART_RULE.sub(lambda m: " " * len(m[0]), line.text).replace("+", "|")
                )
            pending.append((number, line))
        elif band := _plain(line, number):
            flush()
            bands.append(band)
    flush()
    return bands


def _merged_rows(lines: Sequence[tuple[int, Line]]) -> Band:
    rows = [list(_delimited(line, "|", closed=True)) for _, line in lines]
    widths = [len(row) for row in rows if sum(not f.is_empty for f in row) > 1] or [len(row) for row in rows]
    width = max(sorted(set(widths)), key=widths.count)
    fitting = [row for row in rows if len(row) == width]
    others = [f for row in rows if len(row) != width for f in row if not f.is_empty]
    fields = [_wrapped([row[i] for row in fitting if row[i].raw], fitting[0][i], i) for i in range(width)]
    return Band((*others, *fields), Flavour.DELIMITED, lines[0][0])


def _wrapped(pieces: list[Field], empty: Field, index: int) -> Field:
    """The lines of one cell as one field. Digits split by the wrap stay apart, and are named as doubtful."""
    if not pieces:
        return Field("", empty.start, empty.end, index)
    raw = pieces[0].raw
    for piece in pieces[1:]:
        joined = raw in _SIGNS or not (raw[-1:].isdigit() and piece.raw[:1].isdigit())
        raw += ("" if joined else " ") + piece.raw
    whole = Field(raw, pieces[0].start, pieces[-1].end, index, pieces[0].column)
    whole.places = tuple(place for piece in pieces for place in piece.places)
    return whole


def _ruled_columns(rules: Sequence[str]) -> list[tuple[int, int]] | None:
    """Start and end of the columns that rules of dashes give; None where no rule has two runs."""
    best: list[tuple[int, int]] = []
    for rule in rules:
        if "|" in rule or "+" in rule:
            return None
        runs = [m.span() for m in _DASHES.finditer(rule)]
        if len(runs) > len(best):
            best = runs
    return best if len(best) > 1 else None


def _ruled(lines: Sequence[tuple[int, Line]], columns: list[tuple[int, int]]) -> list[Band]:
    """Text in columns under rules of dashes; where blank lines separate rows, wrapped lines are joined.

    Gives nothing where the text does not keep to the columns.
    """
    inside = [(n, x) for n, x in lines if not _is_rule(x.text)]
    blank = sum(not x.text.strip() for _, x in inside)
    texts = [x.text for _, x in inside]
    wide, narrow = (_crossings(texts, columns, wide=w) for w in (True, False))
    if min(wide, narrow) * _STRAYING > len(texts):
        return []
    measure = wide <= narrow
    bands: list[Band] = []
    pending: list[tuple[int, list[Field]]] = []
    multiline = blank * 3 > len(inside)

    def flush() -> None:
        if pending:
            rows = [f for _, f in pending]
            merged = tuple(
                _wrapped([r[i] for r in rows if r[i].raw], rows[0][i], i) for i in range(len(columns))
            )
            bands.append(Band(merged, Flavour.DELIMITED, pending[0][0]))
            pending.clear()

    for number, line in lines:
        if not line.text.strip() or _is_rule(line.text):
            flush()
            continue
        pending.append((number, _cut(line, columns, wide=measure)))
        if not multiline:
            flush()
    flush()
    return bands


def _crossings(texts: Sequence[str], columns: list[tuple[int, int]], *, wide: bool) -> int:
    """How many words stand across the gap between two columns."""
    return sum(
        left < end and right > end + 1
        for text in texts
        for _, left, right in _positions(text, wide=wide)
        for _, end in columns[:-1]
    )


def _positions(text: str, *, wide: bool) -> Iterator[tuple[regex.Match[str], int, int]]:
    """The words of a line with their first and last column."""
    position = at = 0
    for word in _WORD.finditer(text):
        position += display_width(text[at : word.start()]) if wide else word.start() - at
        width = display_width(word[0]) if wide else len(word[0])
        yield word, position, position + width
        position, at = position + width, word.end()


def _cut(line: Line, columns: list[tuple[int, int]], *, wide: bool) -> list[Field]:
    """The words of a line put into the columns in which they start."""
    cells: list[list[regex.Match[str]]] = [[] for _ in columns]
    for word, position, _ in _positions(line.text, wide=wide):
        place = max((i for i, (left, _) in enumerate(columns) if left <= position + 1), default=0)
        cells[place].append(word)
    fields = []
    for index, words in enumerate(cells):
        if words:
            piece = line.text[words[0].start() : words[-1].end()]
            fields.append(_field(piece, line.start + words[0].start(), index))
        else:
            fields.append(Field("", line.start, line.start, index))
    return fields
