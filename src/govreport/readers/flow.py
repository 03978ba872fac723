"""The text of a document as it is written: paragraphs, and the rows of tables with the place of each cell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs

from govreport.diagnostics import Message
from govreport.document import CERTAIN, Document, Place
from govreport.model import SourceRecord
from govreport.readers.refusals import too_large

MOST_TEXT = 20_000_000  # characters; a report has some ten thousand
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # a picture or drawing in a cell: it is not blank
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


@attrs.define
class GridCell:
    """A cell of a table, where its span begins.

    Attributes:
        text: What is printed in it, its lines joined (`joined_lines`).
        page: The page on which it begins.
        confidence: How certain its characters are.
        joined: Whether digits of it were put together from two lines, so that it must be named.
    """

    text: str
    page: int | None = None
    confidence: float = 1.0
    joined: bool = False


class GridRow:
    """A row of a table: the texts of the cells that begin in it, empty ones included, from left to right.

    Attributes:
        texts: What is printed in them.
        cells: What else is known of each; empty where there is nothing to say.
    """

    __slots__ = ("cells", "texts")

    def __init__(self, texts: Sequence[str], cells: Sequence[GridCell] = ()) -> None:
        self.texts = texts
        self.cells = cells

    @classmethod
    def of(cls, cells: Sequence[GridCell]) -> "GridRow":
        """The row of some cells."""
        return cls([cell.text for cell in cells], cells)


_PLAIN = GridCell("")


class _Table:
    """A table as it was written; places of its cells are made only for a document that is asked for them."""

    __slots__ = ("number", "rows", "start")

    def __init__(self, start: int, rows: Sequence[GridRow], number: int) -> None:
        self.start = start
        self.rows = rows
        self.number = number

    def places(self) -> Iterator[Place]:
        at = self.start
        for number, row in enumerate(self.rows, 1):
            cells = row.cells or [_PLAIN] * len(row.texts)
            for ordinal, (text, cell) in enumerate(zip(row.texts, cells, strict=True), 1):
                end = at + len(text)
                yield Place(
                    at, end, cell.page, self.number, number, ordinal, cell.confidence, joined=cell.joined
                )
                at = end + 1
            at += not row.texts  # a row without cells is an empty line


class Flow:
    """Collects a document in its order; `document()` is the result."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._places: list[Place | _Table] = []
        self._at = 0
        self._tables = 0
        self._is_certain = True

    def paragraph(self, text: str, page: int | None = None, confidence: float = 1.0) -> None:
        """Add a paragraph; a line break in it stays one, a tab becomes two spaces."""
        text = text.replace("\t", "  ")
        if page is not None or confidence < 1.0:
            self._places.append(Place(self._at, self._at + len(text), page, confidence=confidence))
            self._is_certain = self._is_certain and confidence >= CERTAIN
        self._write(f"{text}\n")

    def table(self, rows: Iterable[Sequence[GridCell]]) -> None:
        """Add a table: each row has the cells that begin in it, empty ones included, from left to right."""
        self.grid(map(GridRow.of, rows))

    def grid(self, rows: Iterable[GridRow]) -> None:
        """Add a table by its rows."""
        self._tables += 1
        written: list[GridRow] = []
        self._places.append(_Table(self._at, written, self._tables))
        for row in rows:
            texts = row.texts
            if not "".join(texts).isprintable():
                texts = [_on_one_line(text) for text in texts]
            written.append(row if texts is row.texts else GridRow(texts, row.cells))
            if row.cells and self._is_certain:
                self._is_certain = not [c for c in row.cells if c.joined or c.confidence < CERTAIN]
            self._write("\t".join(texts) + "\n")

    def document(self, record: SourceRecord) -> Document:
        """What was collected."""
        return Document("".join(self._parts), record, self._laid_out, is_certain=self._is_certain)

    def _laid_out(self) -> list[Place]:
        laid = (x.places() if isinstance(x, _Table) else (x,) for x in self._places)
        return list(chain.from_iterable(laid))

    def _write(self, text: str) -> None:
        self._at += len(text)
        if self._at > MOST_TEXT:
            raise too_large(Message(zh="文字", en="characters of text"), self._at, MOST_TEXT)
        self._parts.append(text)


def _on_one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip() if _BREAKS.search(text) else text


def joined_lines(lines: Iterable[str]) -> str:
    """The lines of one cell as one text: Chinese goes on without a space, digits never grow together."""
    whole = ""
    for line in lines:
        piece = line.strip()
        apart = digits_meet(whole, piece) or (_is_latin(whole[-1:]) and _is_latin(piece[:1]))
        whole += f" {piece}" if apart else piece
    return whole


def digits_meet(before: str, after: str) -> bool:
    """Whether two texts set side by side would make one number of two."""
    return before[-1:].isdigit() and after[:1].isdigit()


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
