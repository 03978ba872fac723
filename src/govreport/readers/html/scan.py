"""The tree of a page to boxes: one walk, without recursion."""

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from govreport.diagnostics import Message
from govreport.readers.flow import GridCell
from govreport.readers.html.boxes import Box, Line
from govreport.readers.html.numbers import Numbering
from govreport.readers.html.plain import PlainElements
from govreport.readers.html.space import BLANKS, MARK, cell_words, collapsed, rejoined
from govreport.readers.html.style import Styles
from govreport.readers.html.table import Cell, TableRows
from govreport.readers.refusals import too_large

_SKIPPED = {
    *("head", "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "audio"),
    *("video", "canvas", "svg", "math", "button", "select", "datalist", "option", "map", "dialog", "rp"),
    *("rt", "xml", "title", "meta", "link", "-comment", "!doctype"),
}
_PICTURES = {"img", "iframe", "object", "embed", "canvas", "svg", "select"}
_DEEPEST = 150  # boxes in each other; deeper ones set nothing apart
_MOST_TABLES = 60  # tables in each other
_MOST_LINES = 100_000  # a report has some hundred


def scanned(root: LexborNode, styles: Styles, *, links: bool = True) -> Box:
    """All that a browser shows of an element; without `links`, nothing in it counts as one."""
    walk = _Walk(PlainElements(root, styles), styles, links=links)
    opened: list[tuple[LexborNode, str]] = []
    node = root.child
    while True:
        if node is None:
            if not opened:
                return walk.finished()
            node, tag = opened.pop()
            walk.leave(node, tag)
        elif (tag := node.tag or "") == "-text":
            walk.text(node.text_content or "")
        elif walk.is_shown(node, tag) and not walk.takes(node, tag):
            walk.enter(node, tag)
            if (child := node.child) is not None:
                opened.append((node, tag))
                node = child
                continue
            walk.leave(node, tag)
        node = node.next


class _Walk:
    """What was met so far: the boxes that are open, and the line that is being written."""

    def __init__(self, plain: PlainElements, styles: Styles, *, links: bool) -> None:
        self._follows = links
        self._plain = plain
        self._hidden, self._broken = styles.hidden, styles.broken
        self._struck, self._kept = styles.struck, styles.kept
        self._boxes = [Box("body")]
        self._tables: list[TableRows] = []
        self._numbers = Numbering()
        self._cells = _PlainCells()
        self._pieces: list[str] = []
        self._number = ""  # of the item of a list that begins with the line
        self._lines = self._linked = self._links = self._keeping = self._headings = 0

    def finished(self) -> Box:
        """The whole page."""
        self._end_line()
        return self._boxes[0]

    def is_shown(self, node: LexborNode, tag: str) -> bool:
        """Whether the element is part of the text; a picture in a table leaves its mark."""
        if self._hidden and node.mem_id in self._hidden:
            return False
        if tag in _PICTURES and self._tables and not _is_spacer(node):
            self._tables[-1].has_picture = True
        return tag not in _SKIPPED

    def takes(self, node: LexborNode, tag: str) -> bool:
        """Take an element at once, if nothing but words stands in it."""
        if self._keeping or self._links:
            return False
        if tag == "p" and (text := self._plain.paragraph(node)) is not None:
            self._end_line()
            self._pieces.append(text)
            self._end_line()
        elif tag == "tr" and self._tables and (words := self._plain.row(node)) is not None:
            self._end_line()
            self._tables[-1].add_row(tuple([self._cells[text] for text in words]))
        else:
            return False
        return True

    def text(self, text: str) -> None:
        """Add text to the line."""
        if self._keeping:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._pieces.append(first)
            for line in others:
                self._end_line(always=True)
                self._pieces.append(line)
        elif self._pieces or self._links or text.strip(BLANKS):  # blanks at the head of a line are not shown
            self._pieces.append(text)
        if self._links:
            self._linked += len(text)

    def enter(self, node: LexborNode, tag: str) -> None:
        """Begin an element."""
        if (begin := _BEGIN.get(tag)) is not None:
            begin(self, node, tag)
        if self._broken and node.mem_id in self._broken:
            self._end_line()
        if self._kept and node.mem_id in self._kept:
            self._keeping += 1
        if self._struck and node.mem_id in self._struck:
            self._pieces.append(MARK)

    def leave(self, node: LexborNode, tag: str) -> None:
        """End an element."""
        if (end := _END.get(tag)) is not None:
            end(self, tag)
        if self._broken and node.mem_id in self._broken:
            self._end_line()
        if self._kept and node.mem_id in self._kept:
            self._end_line()
            self._keeping -= 1
        if self._struck and node.mem_id in self._struck:
            self._pieces.append(MARK)

    def _begin_line(self, _node: LexborNode, _tag: str) -> None:
        self._end_line()

    def _leave_line(self, _tag: str) -> None:
        self._end_line()

    def _begin_heading(self, _node: LexborNode, _tag: str) -> None:
        self._end_line()
        self._headings += 1

    def _end_heading(self, _tag: str) -> None:
        self._end_line()
        self._headings -= 1

    def _begin_item(self, node: LexborNode, _tag: str) -> None:
        self._end_line()
        self._number = self._numbers.next(node)

    def _begin_pre(self, _node: LexborNode, _tag: str) -> None:
        self._end_line()
        self._keeping += 1

    def _end_pre(self, _tag: str) -> None:
        self._end_line()
        self._keeping -= 1

    def _begin_row(self, _node: LexborNode, _tag: str) -> None:
        self._end_line()
        if self._tables:
            self._tables[-1].begin_row()

    def _set_apart(self, _node: LexborNode, _tag: str) -> None:
        self._pieces.append(MARK)

    def _end_apart(self, _tag: str) -> None:
        self._pieces.append(MARK)

    def _begin_box(self, node: LexborNode, tag: str) -> None:
        self._end_line()
        self._numbers.begin(node, tag)
        self._boxes.append(Box(tag) if len(self._boxes) < _DEEPEST else self._boxes[-1])

    def _end_box(self, tag: str) -> None:
        self._end_line()
        self._numbers.end(tag)
        box = self._boxes.pop()
        if box is not self._boxes[-1]:
            self._boxes[-1].add(box)

    def _begin_table(self, _node: LexborNode, _tag: str) -> None:
        self._end_line()
        self._tables.append(TableRows())
        if len(self._tables) > _MOST_TABLES:
            what = Message(zh="嵌套表格", en="tables in each other")
            raise too_large(what, len(self._tables), _MOST_TABLES)

    def _end_table(self, _tag: str) -> None:
        self._end_line()
        for item in self._tables.pop().items():
            self._boxes[-1].add(item)

    def _begin_cell(self, _node: LexborNode, _tag: str) -> None:
        self._end_line()
        self._boxes.append(Cell("td"))
        if self._tables:
            self._tables[-1].has_picture = False

    def _end_cell(self, _tag: str) -> None:
        self._end_line()
        cell = self._boxes.pop()
        if self._tables and isinstance(cell, Cell):
            self._tables[-1].add(cell)

    def _begin_link(self, node: LexborNode, _tag: str) -> None:
        self._links += self._follows and ("href" in node.attrs or "onclick" in node.attrs)

    def _end_link(self, _tag: str) -> None:
        self._links = 0

    def _break(self, _node: LexborNode, _tag: str) -> None:
        self._end_line(always=True)

    def _field(self, node: LexborNode, _tag: str) -> None:
        """A form that is filled in shows what stands in its fields."""
        if node.attrs.sget("type", "text").lower() == "text":
            self._pieces.append(node.attrs.sget("value", ""))

    def _end_line(self, *, always: bool = False) -> None:
        """Write the line, if anything stands in it; a line of hard spaces is a blank one."""
        if not (self._pieces or always):
            return
        pieces = self._pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        text = rejoined(text)
        if not self._keeping:
            text = collapsed(text)
        if text or always:
            self._lines += 1
            if self._lines > _MOST_LINES:
                raise too_large(Message(zh="行", en="lines"), self._lines, _MOST_LINES)
            blank = not text.strip()
            if self._number and not blank:
                text, self._number = self._number + text, ""
            linked = min(self._linked, len(text))
            self._boxes[-1].add(Line("" if blank else text, linked, is_heading=self._headings > 0))
        self._linked = 0


class _PlainCells(dict[str, GridCell]):
    """Plain cells by the words in the markup; the same few numbers fill most of a report."""

    def __missing__(self, words: str) -> GridCell:
        cell = self[words] = GridCell(cell_words(words))
        return cell


def _is_spacer(node: LexborNode) -> bool:
    """Whether a picture only keeps a cell open."""
    return any(node.attrs.sget(side, "").strip() in ("0", "1", "2") for side in ("width", "height"))


_BOXES = (
    *("div", "section", "article", "main", "form", "center", "body", "blockquote", "fieldset", "aside"),
    *("header", "footer", "nav", "ul", "ol", "dl", "details", "figure"),
)
_LINES = ("p", "dt", "dd", "address", "figcaption", "summary", "legend", "hr", "tbody", "thead", "caption")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_APART = ("sup", "sub", "s", "strike", "del")  # 12¹ is not 121
_BEGIN: dict[str, Callable[[_Walk, LexborNode, str], None]] = {
    **dict.fromkeys(_BOXES, _Walk._begin_box),
    **dict.fromkeys(_LINES, _Walk._begin_line),
    **dict.fromkeys(_HEADINGS, _Walk._begin_heading),
    **dict.fromkeys(_APART, _Walk._set_apart),
    "li": _Walk._begin_item,
    "pre": _Walk._begin_pre,
    "table": _Walk._begin_table,
    "tr": _Walk._begin_row,
    "td": _Walk._begin_cell,
    "th": _Walk._begin_cell,
    "a": _Walk._begin_link,
    "br": _Walk._break,
    "input": _Walk._field,
}
_END: dict[str, Callable[[_Walk, str], None]] = {
    **dict.fromkeys(_BOXES, _Walk._end_box),
    **dict.fromkeys((*_LINES, "li"), _Walk._leave_line),
    **dict.fromkeys(_HEADINGS, _Walk._end_heading),
    **dict.fromkeys(_APART, _Walk._end_apart),
    "pre": _Walk._end_pre,
    "table": _Walk._end_table,
    "td": _Walk._end_cell,
    "th": _Walk._end_cell,
    "a": _Walk._end_link,
}
