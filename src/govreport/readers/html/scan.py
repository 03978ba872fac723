"""The tree of a page to boxes: one walk, without recursion."""

from selectolax.lexbor import LexborNode

from govreport.readers.flow import GridRow
from govreport.readers.html.boxes import Box
from govreport.readers.html.numbers import Numbering
from govreport.readers.html.plain import PlainElements
from govreport.readers.html.space import cell_words
from govreport.readers.html.style import Styles
from govreport.readers.html.walk import Walk

_SKIPPED = {
    *("head", "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "audio"),
    *("video", "canvas", "svg", "math", "button", "select", "datalist", "option", "map", "dialog", "rp"),
    *("rt", "xml", "title", "meta", "link", "-comment", "!doctype"),
    *("noembed", "noframes", "progress", "meter"),
}
# What shows something that is no text, and what shows text backwards.
_PICTURES = {
    *("img", "iframe", "object", "embed", "canvas", "svg", "select", "math", "video", "button"),
    *("progress", "meter", "bdo"),
}
_NO_FIELDS = {
    *("hidden", "checkbox", "radio", "button", "submit", "reset", "image", "file", "color", "range"),
    "password",
}


def scanned(root: LexborNode, styles: Styles, *, links: bool = True) -> Box:
    """All that a browser shows of an element; without `links`, nothing in it counts as one."""
    scan = _Scan(PlainElements(root, styles), styles, links=links)
    opened: list[tuple[LexborNode, str]] = []
    node = root.child
    while True:
        if node is None:
            if not opened:
                return scan.walk.finished()
            node, tag = opened.pop()
            scan.leave(node, tag)
        elif (tag := node.tag or "") == "-text":
            scan.walk.text(node.text_content or "")
        elif scan.is_shown(node, tag) and not scan.takes(node, tag):
            scan.enter(node, tag)
            if (child := node.child) is not None:
                opened.append((node, tag))
                node = child
                continue
            scan.leave(node, tag)
        node = node.next


class _Scan:
    """What the elements of a tree do to the walk."""

    def __init__(self, plain: PlainElements, styles: Styles, *, links: bool) -> None:
        self.walk = Walk()
        self._follows = links
        self._plain = plain
        self._numbers = Numbering()
        self._hidden, self._broken = styles.hidden, styles.broken
        self._apart, self._kept = styles.apart, styles.kept

    def is_shown(self, node: LexborNode, tag: str) -> bool:
        """Whether the element is part of the text; a picture in a table leaves its mark."""
        if self._hidden and node.mem_id in self._hidden:
            return False
        if (tag in _PICTURES or (tag == "input" and _type(node) == "image")) and not _is_spacer(node):
            self.walk.picture()
        return tag not in _SKIPPED

    def takes(self, node: LexborNode, tag: str) -> bool:
        """Take an element at once, if nothing but words stands in it."""
        walk = self.walk
        if tag == "p" and walk.takes_words and (text := self._plain.paragraph(node)) is not None:
            walk.line(tag, text)
        elif tag == "tr" and walk.takes_rows and (words := self._plain.row(node)) is not None:
            walk.rows([GridRow(cell_words(words))])
        else:
            return False
        return True

    def enter(self, node: LexborNode, tag: str) -> None:
        """Begin an element."""
        self.walk.begin(tag)
        if tag in ("ol", "ul"):
            self._numbers.begin(node, tag)
        elif tag == "li":
            self.walk.number(self._numbers.next(node))
        elif tag == "a" and self._follows and ("href" in node.attrs or "onclick" in node.attrs):
            self.walk.link()
        elif tag == "input" and _type(node) not in _NO_FIELDS:
            self.walk.field(node.attrs.sget("value", ""))  # a form that is filled in shows it
        if self._broken and node.mem_id in self._broken:
            self.walk.end_line()
        if self._kept and node.mem_id in self._kept:
            self.walk.keep()
        if self._apart and node.mem_id in self._apart:
            self.walk.set_apart()

    def leave(self, node: LexborNode, tag: str) -> None:
        """End an element."""
        self.walk.end(tag)
        self._numbers.end(tag)
        if self._broken and node.mem_id in self._broken:
            self.walk.end_line()
        if self._kept and node.mem_id in self._kept:
            self.walk.collapse()
        if self._apart and node.mem_id in self._apart:
            self.walk.set_apart()


def _type(node: LexborNode) -> str:
    """The type of a field of a form."""
    return node.attrs.sget("type", "text").lower()


def _is_spacer(node: LexborNode) -> bool:
    """Whether a picture only keeps a cell open."""
    return any(node.attrs.sget(side, "").strip() in ("0", "1", "2") for side in ("width", "height"))
