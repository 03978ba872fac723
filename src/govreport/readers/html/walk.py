"""What a page shows, collected while its elements are met in their order: lines, tables and boxes."""

from collections.abc import Callable, Iterable
from functools import partial

from govreport.diagnostics import Message
from govreport.readers.flow import GridRow
from govreport.readers.html.boxes import Box, Line
from govreport.readers.html.space import BLANKS, MARK, collapsed, rejoined
from govreport.readers.html.table import Cell, TableRows
from govreport.readers.refusals import too_large

BOXES = (
    *("div", "section", "article", "main", "form", "center", "body", "blockquote", "fieldset", "aside"),
    *("header", "footer", "nav", "ul", "ol", "dl", "details", "figure"),
)
LINES = ("p", "dt", "dd", "address", "figcaption", "summary", "legend", "hr", "tbody", "thead", "caption")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADINGS = frozenset(HEADINGS)
CELLS = ("td", "th")
_APART = ("sup", "sub", "s", "strike", "del")  # 12¹ is not 121

_DEEPEST = 150  # boxes in each other; deeper ones set nothing apart
_MOST_TABLES = 60  # tables in each other
_MOST_LINES = 100_000  # a report has some hundred


class Walk:
    """What was met so far: the boxes that are open, and the line that is being written."""

    def __init__(self) -> None:
        self._boxes = [Box("body")]
        self._tables: list[TableRows] = []
        self._pieces: list[str] = []
        self._number = ""  # of the item of a list that begins with the line
        self._in_link = False
        self._lines = self._linked = self._keeping = self._headings = 0

    @property
    def takes_words(self) -> bool:
        """Whether an element that holds nothing but words may be taken at once."""
        return not (self._keeping or self._in_link)

    @property
    def takes_rows(self) -> bool:
        """Whether a row of cells that hold nothing but words may be taken at once."""
        return self.takes_words and bool(self._tables)

    @property
    def is_in_narrow_table(self) -> bool:
        """Whether the table that is open has one column so far."""
        return self._tables[-1].is_narrow

    def finished(self) -> Box:
        """The whole page."""
        self.end_line()
        return self._boxes[0]

    def begin(self, tag: str) -> None:
        """Begin an element."""
        if (begin := _BEGIN.get(tag)) is not None:
            begin(self)

    def end(self, tag: str) -> None:
        """End an element."""
        if (end := _END.get(tag)) is not None:
            end(self)

    def text(self, text: str) -> None:
        """Add text to the line."""
        if self._keeping:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._pieces.append(first)
            for line in others:
                self._break_line()
                self._pieces.append(line)
        elif self._pieces or self._in_link or text.strip(BLANKS):  # blanks at its head are not shown
            self._pieces.append(text)
        if self._in_link:
            self._linked += len(text)

    def field(self, text: str) -> None:
        """Add what stands in a field of a form."""
        self._pieces.append(text)

    def line(self, tag: str, words: str) -> None:
        """Add an element that holds nothing but the words of a line, and begins and ends one."""
        if self._pieces:
            self.end_line()
        if text := collapsed(words):
            self._add(text, is_heading=tag in _HEADINGS or self._headings > 0)

    def rows(self, rows: Iterable[GridRow]) -> None:
        """Add rows whose cells hold nothing but words to the table that is open."""
        self.end_line()
        self._tables[-1].add_rows(rows)

    def number(self, number: str) -> None:
        """The item that begins has a number, or "" for none."""
        self._number = number

    def link(self) -> None:
        """What follows leads elsewhere, up to the end of the element."""
        self._in_link = True

    def picture(self) -> None:
        """A picture leaves its mark in the table that is open."""
        if self._tables:
            self._tables[-1].has_picture = True

    def keep(self) -> None:
        """White space and lines are as written from here."""
        self._keeping += 1

    def collapse(self) -> None:
        """White space is collapsed again."""
        self.end_line()
        self._keeping -= 1

    def set_apart(self) -> None:
        """What follows does not touch what stands before it."""
        self._pieces.append(MARK)

    def end_line(self) -> None:
        """Write the line, if anything stands in it."""
        if self._pieces:
            self._write(always=False)

    def _break_line(self) -> None:
        self._write(always=True)

    def _begin_heading(self) -> None:
        self.end_line()
        self._headings += 1

    def _end_heading(self) -> None:
        self.end_line()
        self._headings -= 1

    def _begin_pre(self) -> None:
        self.end_line()
        self.keep()

    def _begin_box(self, tag: str) -> None:
        self.end_line()
        self._boxes.append(Box(tag) if len(self._boxes) < _DEEPEST else self._boxes[-1])

    def _end_box(self) -> None:
        self.end_line()
        box = self._boxes.pop()
        if box is not self._boxes[-1]:
            self._boxes[-1].add(box)

    def _begin_table(self) -> None:
        self.end_line()
        self._tables.append(TableRows())
        if len(self._tables) > _MOST_TABLES:
            what = Message(zh="嵌套表格", en="tables in each other")
            raise too_large(what, len(self._tables), _MOST_TABLES)

    def _end_table(self) -> None:
        self.end_line()
        for item in self._tables.pop().items():
            self._boxes[-1].add(item)

    def _begin_row(self) -> None:
        self.end_line()
        if self._tables:
            self._tables[-1].begin_row()

    def _begin_cell(self) -> None:
        self.end_line()
        self._boxes.append(Cell("td"))
        if self._tables:
            self._tables[-1].has_picture = False

    def _end_cell(self) -> None:
        self.end_line()
        cell = self._boxes.pop()
        if self._tables and isinstance(cell, Cell):
            self._tables[-1].add(cell)

    def _end_link(self) -> None:
        self._in_link = False

    def _write(self, *, always: bool) -> None:
        """Write the line."""
        pieces = self._pieces
        text = rejoined(pieces[0] if len(pieces) == 1 else "".join(pieces))
        pieces.clear()
        if not self._keeping:
            text = collapsed(text)
        if text or always:
            self._add(text, is_heading=self._headings > 0)
        self._linked = 0

    def _add(self, text: str, *, is_heading: bool) -> None:
        """Add a line to the box that is open; a line of hard spaces is a blank one."""
        self._lines += 1
        if self._lines > _MOST_LINES:
            raise too_large(Message(zh="行", en="lines"), self._lines, _MOST_LINES)
        if not text.strip():
            text = ""
        elif self._number:
            text, self._number = self._number + text, ""
        linked = self._linked
        if linked > len(text):
            linked = len(text)
        self._boxes[-1].add(Line(text, linked, is_heading=is_heading))


_BEGIN: dict[str, Callable[[Walk], None]] = {
    **{tag: partial(Walk._begin_box, tag=tag) for tag in BOXES},
    **dict.fromkeys((*LINES, "li"), Walk.end_line),
    **dict.fromkeys(HEADINGS, Walk._begin_heading),
    **dict.fromkeys(_APART, Walk.set_apart),
    **dict.fromkeys(CELLS, Walk._begin_cell),
    "pre": Walk._begin_pre,
    "table": Walk._begin_table,
    "tr": Walk._begin_row,
    "br": Walk._break_line,
}
_END: dict[str, Callable[[Walk], None]] = {
    **dict.fromkeys(BOXES, Walk._end_box),
    **dict.fromkeys((*LINES, "li"), Walk.end_line),
    **dict.fromkeys(HEADINGS, Walk._end_heading),
    **dict.fromkeys(_APART, Walk.set_apart),
    **dict.fromkeys(CELLS, Walk._end_cell),
    "pre": Walk.collapse,
    "table": Walk._end_table,
    "a": Walk._end_link,
}
