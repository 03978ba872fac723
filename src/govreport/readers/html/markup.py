"""Markup that is read as it is written: its tags, the words between them, and what stands for characters.

A pattern of tags matches those that every parser takes to end where it says. Quantifiers are possessive, so
that a pattern which does not match gives up at once.
"""

import re
from html import unescape
from html.entities import html5

from govreport.readers.html.walk import HEADINGS


class CrookedError(Exception):
    """Markup that takes a tree builder to understand."""


# Elements that neither break a line nor change what is shown: no mistake in their nesting moves a word.
RUNS = ("span", "font", "b", "strong", "i", "em", "u", "ins", "big", "small", "o:p")
LINES = ("p", *HEADINGS)

BLANKS = r"[ \t\r\n\f]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[a-zA-Z0-9_#%./:;,\-]++)"""
_NAME = r"[a-zA-Z_:][a-zA-Z0-9_:.\-]*+"
# The first part is what most attributes look like.
ATTRIBUTES = rf"""(?: [a-z]++="[^"]*+")*+(?:[ \t\r\n\f]++{_NAME}(?:={_VALUE})?+)*+"""
_RUN = rf"</?(?:{'|'.join(RUNS)}){ATTRIBUTES}>"
_BREAK = rf"<br{ATTRIBUTES}{BLANKS}/?>"
# Words within runs: the first of them, and markup of more.
IN_RUNS = rf"(?:{_RUN})*+([^<]*+)(?:{_RUN})*+((?:[^<]++|{_RUN})*+)"
IN_BROKEN_RUNS = rf"(?:{_RUN})*+([^<]*+)(?:{_RUN})*+((?:[^<]++|{_RUN}|{_BREAK})*+)"

TAG = re.compile(rf"<(/?)([a-z][a-z0-9:]*+)({ATTRIBUTES}){BLANKS}/?>")
LINE = re.compile(rf"<({'|'.join(LINES)}){ATTRIBUTES}>{IN_RUNS}</\1>{BLANKS}")
BREAK = re.compile(_BREAK)
_RUN_TAG = re.compile(_RUN)
_ATTRIBUTE = re.compile(rf"[ \t\r\n\f]({_NAME})(?:={_VALUE})?+")
_REFERENCE = re.compile(r"&(?:([a-zA-Z]+;)|#([0-9]{2,5});)?")


def joined(first: str, more: str) -> str:
    """The words of runs, from what `IN_RUNS` found."""
    if not more:
        return unescaped(first)
    if "&" not in more:
        return unescaped(first) + _RUN_TAG.sub("", more)
    return "".join(map(unescaped, (first, *_RUN_TAG.split(more))))


def unescaped(text: str) -> str:
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


def behind_comment(text: str, start: int) -> int:
    """Where the comment ends that begins at a place.

    Raises:
        CrookedError: None does, or parsers may let it end elsewhere.
    """
    end = text.find("-->", start + 4)
    if end < 0 or not text.startswith("<!--", start):
        raise CrookedError
    words = text[start + 4 : end]
    if words.startswith((">", "->")) or "--!>" in words:
        raise CrookedError
    return end + len("-->")


def is_link(attributes: str) -> bool:
    """Whether the element with these attributes leads elsewhere."""
    return not {"href", "onclick"}.isdisjoint(_ATTRIBUTE.findall(attributes))
