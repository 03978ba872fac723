"""Text of a page to its tree, as a browser builds it, within bounds; nothing is fetched or run."""

import re

from selectolax.lexbor import LexborHTMLParser

from govreport.diagnostics import Message
from govreport.readers.refusals import too_large

MOST_CHARS = 8_000_000  # without pictures; word processors make a million of a report
MOST_TAGS = 150_000  # the soup of a word processor has some ten thousand
MOST_DEPTH = 500  # elements in each other; pages have some thirty
MOST_ATTRIBUTES = 10_000

_FEW_TAGS = 4_000  # nested all in each other they take no time worth a look
_LONG_TAG = 40_000
_LONG_PIECE = re.compile(rf"<[a-zA-Z][^<]{{{_LONG_TAG}}}")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})")
_START_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']+|"[^"]*"|'[^']*')*""")
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"""[\s/"']+""")
_PICTURE = re.compile(r";base64,[A-Za-z0-9+/=%\s]*")
# Elements that hold nothing, or that the next of their kind ends.
_FLAT = {
    *("p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "col", "colgroup", "option", "br"),
    *("hr", "img", "input", "meta", "link", "base", "area", "embed", "param", "source", "wbr", "frame"),
}


def parsed(text: str) -> LexborHTMLParser:
    """The tree of a page.

    Raises:
        ReadError: It is larger or nested deeper than any page of a report.
    """
    if ";base64," in text:
        text = _PICTURE.sub(";base64,", text)
    if len(text) > MOST_CHARS:
        raise too_large(Message(zh="字符", en="characters"), len(text), MOST_CHARS)
    tags = text.count("<")
    if tags > MOST_TAGS:
        raise too_large(Message(zh="标签", en="tags"), tags, MOST_TAGS)
    if tags > _FEW_TAGS and (depth := _depth(text)) > MOST_DEPTH:
        raise too_large(Message(zh="嵌套层", en="elements in each other"), depth, MOST_DEPTH)
    if len(text) > _LONG_TAG:
        _check_attributes(text)
    if not _TABLE.search(text) and _CELL.search(text):
        text = f"<table>{text}"  # rows without their table: a tree builder would drop the cells
    return LexborHTMLParser(text)


def _depth(text: str) -> int:
    """How deep elements stand in each other at most; those that are never closed count as well.

    A tree builder looks through all open elements at every tag, which takes minutes for very many.
    """
    still_open: dict[str, int] = {}
    depth = deepest = 0
    for closing, name in _TAG.findall(text):
        tag = name.lower()
        if tag in _FLAT:
            continue
        if not closing:
            still_open[tag] = still_open.get(tag, 0) + 1
            depth += 1
            deepest = max(deepest, depth)
        elif still_open.get(tag):
            still_open[tag] -= 1
            depth -= 1
    return deepest


def _check_attributes(text: str) -> None:
    """Refuse a tag with very many attributes: each is compared with all before it."""
    for piece in _LONG_PIECE.finditer(text):
        tag = _START_TAG.match(text, piece.start())
        count = len(_SEPARATOR.findall(tag[0])) if tag else 0
        if count > MOST_ATTRIBUTES:
            raise too_large(Message(zh="属性", en="attributes of one tag"), count, MOST_ATTRIBUTES)
