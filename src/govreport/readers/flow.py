"""The text of a document as it is written: paragraphs, and the rows of tables with the place of each cell."""

import re
from collections.abc import Iterable, Sequence

import attrs

from govreport.diagnostics import Message
from govreport.document import Document, Place
from govreport.model import SourceRecord
from govreport.readers.refusals import too_large

MOST_TEXT = 20_000_000  # characters; a report has some ten thousand
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


class Flow:
    """Collects a document in its order; `document()` is the result."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._places: list[Place] = []
        self._at = 0
        self._tables = 0

    def paragraph(self, text: str, page: int | None = None, confidence: float = 1.0) -> None:
        """Add a paragraph; a line break in it stays one, a tab becomes two spaces."""
        text = text.replace("\t", "  ")
        if page is not None or confidence < 1.0:
            self._places.append(Place(self._at, self._at + len(text), page, confidence=confidence))
        self._write(f"{text}\n")

    def table(self, rows: Iterable[Sequence[GridCell]]) -> None:
        """Add a table: each row has the cells that begin in it, empty ones included, from left to right."""
        self._tables += 1
        places, at, table = self._places, self._at, self._tables
        for number, row in enumerate(rows, 1):
            texts = []
            for ordinal, cell in enumerate(row, 1):
                text = cell.text
                if not text.isprintable() and _BREAKS.search(text):
                    text = _BREAKS.sub(" ", text).strip()
                end = at + len(text)
                places.append(
                    Place(at, end, cell.page, table, number, ordinal, cell.confidence, joined=cell.joined)
                )
                texts.append(text)
                at = end + 1
            self._write("\t".join(texts) + "\n")
            at = self._at

    def document(self, record: SourceRecord) -> Document:
        """What was collected."""
        return Document("".join(self._parts), record, self._places)

    def _write(self, text: str) -> None:
        self._at += len(text)
        if self._at > MOST_TEXT:
            raise too_large(Message(zh="文字", en="characters of text"), self._at, MOST_TEXT)
        self._parts.append(text)


def joined_lines(lines: Iterable[str]) -> str:
    """The lines of one cell as one text: Chinese goes on without a space, digits never grow together."""
    whole = ""
    for line in lines:
        piece = line.strip()
        before, after = whole[-1:], piece[:1]
        apart = (before.isdigit() and after.isdigit()) or (_is_latin(before) and _is_latin(after))
        whole += f" {piece}" if apart else piece
    return whole


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
