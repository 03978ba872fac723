"""The markup of a page taken to its skeleton: one character for each tag, and the words behind it.

A page of a word processor has some thousand tags, but no more than a hundred different ones: each is looked
at once. A pattern of tags matches those that every parser takes to end where it says. Quantifiers are
possessive, so that a pattern which does not match gives up at once.
"""

import re
from html import unescape
from html.entities import html5
from itertools import compress

from govreport.readers.html.space import BLANKS
from govreport.readers.html.style import is_styled
from govreport.readers.html.walk import CELLS, HEADINGS


class CrookedError(Exception):
    """Markup that takes a tree builder to understand."""


# Elements that neither break a line nor change what is shown: no mistake in their nesting moves a word.
RUNS = ("span", "font", "b", "strong", "i", "em", "u", "ins", "big", "small", "o:p")
LINES = ("p", *HEADINGS)
BOXES = ("div", "section", "article", "main", "center", "blockquote", "aside", "header", "footer", "nav")
LINK = "a href"
TABLE_PART = "tbody"
EMPTY = ("br", "hr", "img", TABLE_PART)
_PARTS = (TABLE_PART, "thead", "tfoot", "colgroup", "col")  # of a table; they say nothing of the rows in them
_NAMES = ("body", *BOXES, "ul", "li", "table", "caption", "tr", *CELLS, *LINES, "a")

# What stands for the tags of a page, in that order, and for a cell whose words stand in a paragraph.
_CODES = {
    tag: chr(0xA1 + number)
    for number, tag in enumerate(
        (
            *(f"<{name}>" for name in (*_NAMES, LINK, *EMPTY, "td p")),
            *(f"</{name}>" for name in _NAMES),
            "</html>",
        )
    )
}

_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[a-zA-Z0-9_#%./:;,\-]++)"""
_NAME = r"[a-zA-Z_:][a-zA-Z0-9_:.\-]*+"
# The first part is what most attributes look like.
_ATTRIBUTES = rf"""(?: [a-z]++="[^"]*+")*+(?:[ \t\r\n\f]++{_NAME}(?:={_VALUE})?+)*+"""
_TAG = re.compile(rf"(/?)([a-z][a-z0-9:]*+)({_ATTRIBUTES})[ \t\r\n\f]*+/?>")
_ATTRIBUTE = re.compile(rf"[ \t\r\n\f]({_NAME})(?:={_VALUE})?+")
_REFERENCE = re.compile(r"&(?:([a-zA-Z]+;)|#([0-9]{2,5});)?")
_CUT_REFERENCE = re.compile(rb"&[#0-9a-zA-Z]*+<")

_EDGE = "\0"  # around the character of a tag
_BLOCK = 20_000  # bytes that are split at once: so many fit into the caches of a processor
_MOST_KNOWN, _LONGEST_KNOWN = 2_000, 200  # tags, and characters of one


def coded(pattern: str) -> str:
    """A pattern in which tags stand, for the characters of these tags."""
    return re.sub(r"</?[a-z][^>]*>", lambda tag: _CODES[tag[0]], pattern)


def telling(tags: str) -> bytes:
    """A table for `told` that tells some tags from all others."""
    codes = coded(tags)
    return bytes(chr(code) in codes for code in range(256))


def told(tags: str, words: list[str], table: bytes) -> list[str]:
    """The words behind those of the tags that a table tells from others."""
    return list(compress(words, tags.encode("latin-1").translate(table)))


_NO_WORDS = telling("<table><tr><tbody></caption></tr></td></th></body></html>")


def skeleton_of(page: bytes, start: int) -> tuple[str, list[str]]:
    """A character for each tag of a page but those of runs, and the words behind each.

    Args:
        page: A page in UTF-8, without NUL.
        start: Where the first of the tags begins.

    Raises:
        CrookedError: It takes a tree builder to understand.
        UnicodeDecodeError: It is no UTF-8.
    """
    has_comments = page.find(b"!", start) >= 0
    flat = _flat(_without_comments(page, start) if has_comments else page, start)
    if "&" in flat:
        if _CUT_REFERENCE.search(page, start):
            raise CrookedError  # without what cuts it, it would become a reference
        flat = _unescaped(flat)
    pieces = flat.split(_EDGE)
    tags, words = "".join(pieces[1::2]), pieces[2::2]
    if "".join(told(tags, words, _NO_WORDS)).strip(BLANKS):
        raise CrookedError  # a tree builder moves what stands right in a table
    return tags, words


def _flat(page: bytes, start: int) -> str:
    """A page from a tag on, with the characters of its tags in their place."""
    blocks = []
    while start < len(page):
        end = page.find(b"<", start + _BLOCK)
        block = page[start:end] if end > 0 else page[start:]
        try:
            blocks.append(_with_codes(block))
        except CrookedError:
            blocks.append(_with_codes(_without_strays(block)))
        start += len(block)
    return b"".join(blocks).decode()


def _with_codes(block: bytes) -> bytes:
    """Markup that begins with a tag and has brackets around tags alone, with the characters of these tags."""
    # Words and tags in turn, with each tag the bracket that ends it.
    pieces = block.replace(b">", b"><").split(b"<")
    pieces[1::2] = map(_known.__getitem__, pieces[1::2])
    flat = b"".join(pieces)
    if b">" in flat:
        raise CrookedError  # where none stands in words, each has ended a tag
    return flat


def _without_strays(block: bytes) -> bytes:
    """Markup with references for brackets in words and in the values of attributes."""
    pieces = block.decode().split("<")
    for number, piece in enumerate(pieces):
        if piece.count(">") > 1 and (tag := _TAG.match(piece)):
            last = tag.end() - 1
            pieces[number] = f"{piece[:last].replace('>', '&gt;')}>{piece[tag.end() :].replace('>', '&gt;')}"
    return "<".join(pieces).encode()


class _KnownTags(dict[bytes, bytes]):
    """What to write for a tag; those that an editor writes recur, on a page and from page to page."""

    def __missing__(self, tag: bytes) -> bytes:
        code = _code(tag.decode()).encode()
        if len(tag) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[tag] = code
        return code


_known = _KnownTags()


def _code(tag: str) -> str:
    """What to write for a tag, which is given without its first bracket."""
    match = _TAG.fullmatch(tag)
    if match is None or is_styled(tag):
        raise CrookedError
    closing, name, attributes = match.groups()
    if name in RUNS:
        return ""
    if name in _PARTS:
        closing, name = "", TABLE_PART
    elif name == "a" and not closing and _is_link(attributes):
        name = LINK
    code = _CODES.get(f"<{closing}{name}>")
    if code is None:
        raise CrookedError
    return f"{_EDGE}{code}{_EDGE}"


def _is_link(attributes: str) -> bool:
    """Whether the element with these attributes leads elsewhere."""
    return not {"href", "onclick"}.isdisjoint(_ATTRIBUTE.findall(attributes))


def _unescaped(text: str) -> str:
    """A text without references to characters.

    Raises:
        CrookedError: Parsers may take one of them in different ways.
    """
    text = text.replace("&nbsp;", "\u00a0")
    if "&" not in text:
        return text
    for name, number in _REFERENCE.findall(text):
        if not (name in html5 or (number and _is_plain(int(number)))):
            raise CrookedError
    return unescape(text)


def _is_plain(code: int) -> bool:
    """Whether the number of a character means this character, and no control character."""
    return 32 <= code < 127 or 160 <= code < 0xD800


def _without_comments(page: bytes, start: int) -> bytes:
    """A page without the comments in it from a tag on.

    Raises:
        CrookedError: One is not ended, or parsers may let it end elsewhere, or it stands within a tag.
    """
    kept = [page[:start]]
    at = start
    while (comment := page.find(b"<!--", at)) >= 0:
        end = page.find(b"-->", comment + len(b"<!--"))
        inner = page[comment + len(b"<!--") : end]
        if end < 0 or inner.startswith((b">", b"->")) or b"--!>" in inner:
            raise CrookedError
        before = page[at:comment]
        _, bracket, piece = before.rpartition(b"<")
        if bracket and not _TAG.match(piece.decode()):
            raise CrookedError
        kept.append(before)
        at = end + len(b"-->")
    return b"".join((*kept, page[at:]))
