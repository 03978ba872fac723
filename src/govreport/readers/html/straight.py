"""Pages whose tags all stand where they belong: read from tag to tag, without a tree.

To build a tree takes longer than all the rest, and most of it is repair. A page on which every element is
known and plain, stands where it may and is closed where it must be needs none: its tags nest as its tree
would. Of a page on which anything else is met this tells nothing, and the tree is built.
"""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from govreport.readers.html.boxes import Box
from govreport.readers.html.markup import (
    LINE,
    LINES,
    RUNS,
    TAG,
    CrookedError,
    behind_comment,
    is_link,
    joined,
    unescaped,
)
from govreport.readers.html.rows import FIRST_ROW, PARTS, RowReader
from govreport.readers.html.space import BLANKS
from govreport.readers.html.walk import CELLS, Walk

_LONGEST_HEAD = 20_000  # characters before the body
_MOST_CHARS = 400_000  # too few for so many tags that a page is refused
_LONGEST_ROW = 40_000  # characters of one that is taken at once
_MARK = "data-govreport"

_BOXES = ("div", "section", "article", "main", "center", "blockquote", "aside", "header", "footer", "nav")
_FLOW = frozenset(("body", *_BOXES, "ul", "li", *CELLS))  # lines and boxes stand in them
_WORDS = _FLOW | {*LINES, "a", "caption"}
_TABLE, _ROW = frozenset(["table"]), frozenset(["tr"])  # no words stand right in them
_PARENTS = {
    **dict.fromkeys((*_BOXES, "ul", *LINES, "table", "hr"), _FLOW),
    **dict.fromkeys((*RUNS, "a", "br", "img"), _WORDS),
    **dict.fromkeys((*PARTS, "tr", "caption"), _TABLE),
    **dict.fromkeys(CELLS, _ROW),
    "li": frozenset(["ul"]),
}
_EMPTY = {"hr", "br", "img"}
_IGNORED = {*RUNS, *PARTS}


def read_straight(text: str) -> tuple[LexborHTMLParser, Box] | None:
    """The head of a page and all that a browser shows of it, or None if its tree must be built.

    Args:
        text: A page in which nothing is styled, and no NUL.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    at = text.find("<body", 0, _LONGEST_HEAD)
    if at < 0 or len(text) > _MOST_CHARS:
        return None
    head = LexborHTMLParser(f"{text[:at]}<body {_MARK}>")
    body = head.body
    if body is None or body.child is not None or _MARK not in body.attrs:
        return None  # what looks like the body stands in a script, or what stands before it belongs to it
    try:
        return head, _Reading(text).body(at)
    except CrookedError:
        return None


class _Reading:
    """The text of a page, and the elements that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[str] = []
        self._walk = Walk()
        self._rows = RowReader()

    def body(self, start: int) -> Box:
        """All that the page shows in its body, whose tag stands at a place."""
        text, opened, walk = self._text, self._open, self._walk
        tag = TAG.match(text, start)
        if tag is None or tag[2] != "body":
            raise CrookedError
        opened.append("body")
        at = tag.end()
        while (start := text.find("<", at)) >= 0:
            if start > at:
                self._say(text[at:start])
            if (line := LINE.match(text, start)) and opened[-1] in _FLOW:
                name, first, more = line.groups()
                walk.line(name, joined(first, more))
                at = line.end()
            elif text.startswith("</body>", start):
                if text[start + len("</body>") :].strip(BLANKS) not in ("", "</html>"):
                    raise CrookedError
                at = len(text)
            else:
                at = self._meet(start)
        self._say(text[at:])
        if opened != ["body"]:
            raise CrookedError
        return walk.finished()

    def _meet(self, start: int) -> int:
        """Begin or end the element whose tag stands at a place; the place behind all that was read."""
        tag = TAG.match(self._text, start)
        if tag is None:
            return behind_comment(self._text, start)
        closing, name, attributes = tag.groups()
        if closing:
            self._end(name)
        else:
            self._begin(name, attributes)
        take = _AHEAD.get(closing + name)
        return take(self, tag.end()) if take else tag.end()

    def _begin(self, name: str, attributes: str) -> None:
        opened, walk = self._open, self._walk
        if opened[-1] not in _PARENTS.get(name, ()):
            raise CrookedError
        if (name == "img" and "table" in opened) or (name == "a" and "a" in opened):
            raise CrookedError
        if name in _IGNORED:
            return
        walk.begin(name)
        if name in _EMPTY:
            walk.end(name)
            return
        opened.append(name)
        if name == "a" and is_link(attributes):
            walk.link()

    def _end(self, name: str) -> None:
        opened = self._open
        if name in _IGNORED:
            if opened[-1] not in _PARENTS[name]:
                raise CrookedError
        elif opened.pop() != name or (name == "table" and self._walk.is_in_narrow_table):
            raise CrookedError  # whether a cell of one column holds more than words would matter
        else:
            self._walk.end(name)

    def _say(self, words: str) -> None:
        """Add the text between two tags."""
        if self._open[-1] in _WORDS:
            self._walk.text(unescaped(words))
        elif words.strip(BLANKS):
            raise CrookedError

    def _take_table(self, at: int) -> int:
        """Add all rows of a table, or those before one that holds more than words; the place behind them."""
        end = self._text.find("</table>", at)
        if end < 0 or (rows := self._rows.read(self._text[at:end])) is None:
            return self._take_rows(at)
        self._walk.rows(rows)
        return end

    def _take_rows(self, at: int) -> int:
        """Add the rows before one that holds more than words; the place behind them."""
        text = self._text
        while FIRST_ROW.match(text, at):
            end = text.find("</tr>", at, at + _LONGEST_ROW) + len("</tr>")
            if end < at or (rows := self._rows.read(text[at:end])) is None:
                break
            self._walk.rows(rows)
            at = end
        return at


# What is taken at once behind some tags.
_AHEAD: dict[str, Callable[[_Reading, int], int]] = {
    "table": _Reading._take_table,
    "/caption": _Reading._take_table,
    "/tr": _Reading._take_rows,
}
