"""A body as blocks: paragraphs as text, tables as the cells that begin in each row; changes accepted."""

from xml.etree.ElementTree import Element

import attrs

from govreport.readers.docx.names import (
    DELETED,
    MOVED_AWAY,
    PPR,
    RPR,
    TBL,
    TC,
    TR,
    P,
    children,
    is_on,
    value,
    w,
)
from govreport.readers.docx.numbering import Numbering
from govreport.readers.docx.paragraphs import pieces_of
from govreport.readers.docx.shown import may_show_more, shows_more
from govreport.readers.docx.spans import Spans
from govreport.readers.docx.styles import Styles
from govreport.readers.flow import OBJECT


@attrs.frozen
class Table:
    """A table: of each row, the contents of the cells that begin in it."""

    rows: list[list["Blocks"]]


Blocks = list[str | Table]


class Content:
    """Turns the elements of a document into blocks; the numbers of its lists count on between calls."""

    def __init__(self, body: Element, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._may_show_more = may_show_more(body)

    def blocks(self, parent: Element) -> Blocks:
        """The paragraphs and tables of a body, cell or text box."""
        found: Blocks = []
        carried = ""  # of paragraphs whose end was deleted: they go on in the next
        for element in children(parent, P, TBL):
            if element.tag == TBL:
                found += [carried] if carried else []
                found.append(self._table(element))
                carried = ""
                continue
            properties = element.find(PPR)
            style = value(properties, w("pStyle"))
            if style is not None and self._styles.lists_contents(style):
                continue
            texts = self._texts(element, found)
            if _is_deleted(None if properties is None else properties.find(RPR)):
                carried += texts
            else:
                found.append(self._numbering.label(properties) + carried + texts)
                carried = ""
        return found + ([carried] if carried else [])

    def _texts(self, paragraph: Element, found: Blocks) -> str:
        """The text of a paragraph; what its text boxes hold goes to the blocks before it."""
        text = ""
        for piece in pieces_of(paragraph, self._styles):
            if isinstance(piece, str):
                text += piece
            else:
                found += filter(None, self.blocks(piece))
        return text

    def _table(self, table: Element) -> Table:
        spans = Spans()
        rows = []
        for row in children(table, TR):
            properties = row.find(w("trPr"))
            if _is_deleted(properties) or is_on(properties, w("hidden")):
                continue
            cells = [c for c in children(row, TC) if not _is_deleted(c.find(w("tcPr")), w("cellDel"))]
            rows.append([self._cell(cell) for cell in spans.beginning(cells, properties)])
        return Table(rows)

    def _cell(self, cell: Element) -> Blocks:
        """What a cell holds; a number may be drawn in it, so that it is not blank."""
        blocks = self.blocks(cell)
        if not self._may_show_more:
            return blocks
        has_words = any(not isinstance(b, str) or any(map(str.isalpha, b)) for b in blocks)
        return blocks if has_words or not shows_more(cell) else [*blocks, OBJECT]


def _is_deleted(properties: Element | None, *names: str) -> bool:
    return properties is not None and any(
        properties.find(name) is not None for name in (names or (DELETED, MOVED_AWAY))
    )
