"""The units of a table's layout: fields, and the bands of them that are its rows."""

from collections.abc import Sequence
from enum import Enum

from govreport.reading.cells import Reading
from govreport.reading.lexer import HEADINGS, LONGEST_FIELD, identify
from govreport.reading.markup import FILLER, without_fillers
from govreport.reading.regions import Line

_SIGNS = frozenset("+-−")


class Flavour(Enum):
    """How the cells of a band stand apart."""

    DELIMITED = "delimited"  # every field of the row is there, the empty ones too
    SPACED = "spaced"  # fields stand in columns of spaces; an empty one has left a gap
    FLAT = "flat"  # one field a line


class Field:
    """A piece of text of a table: a label, a cell, an empty cell, or text that is none of them.

    Attributes:
        raw: The text, "" for an empty field.
        start: Where it begins in the text.
        end: Where it ends.
        index: Its place among the fields of its row.
        column: The middle of the text in display columns, for fields in columns of spaces.
        line: The line of its band in the region.
        spaced: Whether it stands in a column of spaces.
        pieces: Where its lines stand, for a field that wraps.
        label: The terminal of the label that it is, or None.
        reading: What it says as a cell, or None.
        is_empty: Whether nothing is printed in it.
        joined: Whether digits of it were put together from two lines.
    """

    __slots__ = (
        "column",
        "end",
        "index",
        "is_empty",
        "joined",
        "label",
        "line",
        "pieces",
        "raw",
        "reading",
        "spaced",
        "start",
    )

    def __init__(self, raw: str, start: int, end: int, index: int = 0, column: float = 0.0) -> None:
        self.raw = raw
        self.start = start
        self.end = end
        self.index = index
        self.column = column
        self.line = 0
        self.spaced = False
        self.pieces: tuple[tuple[int, int], ...] = ()
        self.label, self.reading = _known.get(raw) or _learn(raw)
        self.is_empty = not raw
        self.joined = False

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where it stands, line by line."""
        return self.pieces or ((self.start, self.end),)

    @property
    def is_cell(self) -> bool:
        """Whether the field is a printed cell."""
        return self.reading is not None

    def __repr__(self) -> str:
        return f"<{self.raw or '·'}>"


_MEMORY_LIMIT = 50_000
_Known = tuple[str | None, Reading | None]
_known: dict[str, _Known] = {}


def _learn(raw: str) -> _Known:
    """The label or the reading of a text, kept for the next field that says the same."""
    entry = identify(raw) if raw else None
    known: _Known = (None, None)
    if isinstance(entry, Reading):
        known = (None, entry)
    elif entry is not None and entry not in HEADINGS:
        known = (entry, None)
    if len(raw) <= LONGEST_FIELD:
        if len(_known) >= _MEMORY_LIMIT:
            _known.clear()
        _known[raw] = known
    return known


class Band:
    """One logical row of a table.

    Attributes:
        fields: Its fields in order.
        flavour: How they stand apart.
        line: The number of its line in the region; for distances only.
    """

    __slots__ = ("fields", "flavour", "line")

    def __init__(self, fields: Sequence[Field], flavour: Flavour, line: int) -> None:
        self.fields = fields
        self.flavour = flavour
        self.line = line
        for field in fields:
            field.line = line
        if flavour is Flavour.SPACED:
            for field in fields:
                field.spaced = True


def delimited(line: Line, delimiter: str, *, closed: bool, opened: bool = True) -> list[Field]:
    """The fields of a delimited line.

    Args:
        line: The line.
        delimiter: What stands between its fields.
        closed: A pipe at its end has no field behind it.
        opened: A pipe at its beginning has no field before it.
    """
    pieces = line.text.split(delimiter)
    at, last = line.start, len(pieces) - 1
    if delimiter == "|":
        if opened and last and not pieces[0].strip():
            at += len(pieces.pop(0)) + 1
            last -= 1
        if closed and last and not pieces[-1].strip():
            pieces.pop()
    marked = FILLER in line.text or "*" in line.text
    fields = []
    for index, piece in enumerate(pieces):
        end = at + len(piece)
        raw = piece.strip()
        fields.append(Field(_bare(raw) if marked else raw, at, end, index))
        at = end + 1
    return fields


def make_field(piece: str, start: int, index: int = 0, column: float = 0.0) -> Field:
    """A field of a piece of a line, without masked markup and outer white space."""
    return Field(_bare(piece.strip()), start, start + len(piece), index, column)


def _bare(raw: str) -> str:
    if FILLER in raw:
        raw = without_fillers(raw).strip()
    if raw.startswith("*") or raw.endswith("*"):  # bold in Markdown; a star alone is not blank
        return raw.strip("* ") or raw
    return raw


def continued(field: Field, line: Line) -> Field:
    """A field that goes on in the next line; digits do not join."""
    rest = line.text.strip()
    joiner = " " if field.raw[-1:].isdigit() and rest[:1].isdigit() else ""
    whole = Field(field.raw + joiner + rest, field.start, line.end, field.index)
    whole.pieces = (*field.places, (line.start, line.end))
    return whole


def wrapped(pieces: list[Field], empty: Field, index: int, *, join_digits: bool = False) -> Field:
    """The lines of one cell as one field.

    Digits cut by a wrap stay apart, as two numbers, unless the table shows that they are one; then the field
    is marked as joined, and its row will be named.
    """
    if not pieces:
        return Field("", empty.start, empty.end, index)
    raw, joined = pieces[0].raw, False
    for piece in pieces[1:]:
        cut = raw not in _SIGNS and raw[-1:].isdigit() and piece.raw[:1].isdigit()
        joined |= cut and join_digits
        raw += (" " if cut and not join_digits else "") + piece.raw
    whole = Field(raw, pieces[0].start, pieces[-1].end, index, pieces[0].column)
    whole.pieces = tuple([place for piece in pieces for place in piece.places])
    whole.joined = joined
    return whole
