"""Pages whose tags all stand where they belong: read from tag to tag, without a tree.

To build a tree takes longer than all the rest, and most of it is repair. A page on which every element is
known and plain, stands where it may and is closed where it must be needs none: its tags nest as its tree
would. Of a page on which anything else is met this tells nothing, and the tree is built.
"""

from selectolax.lexbor import LexborHTMLParser

from govreport.readers.html.boxes import Box
from govreport.readers.html.markup import (
    BOXES,
    EMPTY,
    LINES,
    LINK,
    TABLE_PART,
    CrookedError,
    coded,
    skeleton_of,
)
from govreport.readers.html.rows import ROWS, read_rows
from govreport.readers.html.style import is_styled
from govreport.readers.html.tree import MOST_DEPTH, MOST_TAGS
from govreport.readers.html.walk import CELLS, Walk

_LONGEST_HEAD = 30_000  # bytes before the body
_MOST_BYTES = 3 * MOST_TAGS  # too few for so many tags that a page is refused
_MARK = "data-govreport"

_FLOW = frozenset(("body", *BOXES, "ul", "li", *CELLS))  # lines and boxes stand in them
_WORDS = _FLOW | {*LINES, "a", "caption"}
_TABLE, _ROW = frozenset(["table"]), frozenset(["tr"])
_PARENTS = {
    **dict.fromkeys((*BOXES, "ul", *LINES, "table", "hr"), _FLOW),
    **dict.fromkeys(("a", LINK, "br", "img"), _WORDS),
    **dict.fromkeys((TABLE_PART, "tr", "caption"), _TABLE),
    **dict.fromkeys(CELLS, _ROW),
    "li": frozenset(["ul"]),
}
_BEGUN = {coded(f"<{name}>"): name for name in _PARENTS}
_ENDED = {coded(f"</{name}>"): name for name in _PARENTS if name not in (*EMPTY, LINK)}
_LINE = {coded(f"<{name}></{name}>"): name for name in LINES}
_BODY, _ROW_TAG, _BODY_END, _END = map(coded, ("<body>", "<tr>", "</body>", "</html>"))


def read_straight(page: bytes) -> tuple[LexborHTMLParser, Box] | None:
    """The head of a page in UTF-8 and all that a browser shows of it, or None if its tree must be built.

    Raises:
        UnicodeDecodeError: The page is not in UTF-8.
    """
    if b"\0" in page:
        return None
    if b"\r" in page:
        page = page.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    at = page.find(b"<body", 0, _LONGEST_HEAD)
    if at < 0 or len(page) > _MOST_BYTES:
        return None
    start = page[:at].decode()
    if is_styled(start):
        return None
    head = LexborHTMLParser(f"{start}<body {_MARK}>")
    body = head.body
    if body is None or body.child is not None or _MARK not in body.attrs:
        return None  # what looks like the body stands in a script, or what stands before it belongs to it
    try:
        return head, _Reading(*skeleton_of(page, at)).body()
    except CrookedError:
        return None


class _Reading:
    """The skeleton of a page, and the elements that are open."""

    def __init__(self, tags: str, words: list[str]) -> None:
        self._tags, _, rest = tags.partition(_BODY_END)
        self._words = words
        if self._tags[:1] != _BODY or rest not in ("", _END):
            raise CrookedError
        self._open = ["body"]
        self._walk = Walk()
        self._takes_rows = True

    def body(self) -> Box:
        """All that the page shows."""
        tags, words, opened, walk = self._tags, self._words, self._open, self._walk
        walk.text(words[0])
        at = 1
        while at < len(tags):
            if (line := _LINE.get(tags[at : at + 2])) and opened[-1] in _FLOW:
                walk.line(line, words[at])
                at += 2
                if words[at - 1] == "\n":
                    continue  # between most lines of a page
            else:
                at = self._meet(at)
            if text := words[at - 1]:
                walk.text(text)
        if opened != ["body"]:
            raise CrookedError
        return walk.finished()

    def _meet(self, at: int) -> int:
        """Begin or end the element of a tag, or take the rows that begin with it; the place behind it all."""
        tag = self._tags[at]
        if (name := _ENDED.get(tag)) is not None:
            self._end(name)
        elif (name := _BEGUN.get(tag)) is None:
            raise CrookedError
        elif tag == _ROW_TAG and self._takes_rows and (found := ROWS.match(self._tags, at)):
            return self._take_rows(at, found.end())
        else:
            self._begin(name)
        return at + 1

    def _take_rows(self, start: int, end: int) -> int:
        """Add rows that look as if their cells held nothing but words; the place behind what was read."""
        if self._open[-1] != "table":
            raise CrookedError
        rows = read_rows(self._tags[start:end], self._words[start:end])
        if rows is None:
            self._takes_rows = False  # from here on the page is read tag by tag
            return self._meet(start)
        self._walk.rows(rows)
        return end

    def _begin(self, name: str) -> None:
        opened, walk = self._open, self._walk
        if opened[-1] not in _PARENTS[name] or len(opened) > MOST_DEPTH:
            raise CrookedError
        if (name == "img" and "table" in opened) or (name in ("a", LINK) and "a" in opened):
            raise CrookedError
        walk.begin(name)
        if name in EMPTY:
            walk.end(name)
        elif name == LINK:
            opened.append("a")
            walk.link()
        else:
            opened.append(name)

    def _end(self, name: str) -> None:
        if self._open.pop() != name or (name == "table" and self._walk.is_in_narrow_table):
            raise CrookedError  # whether a cell of one column holds more than words would matter
        self._walk.end(name)
