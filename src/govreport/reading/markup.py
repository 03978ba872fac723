"""Markup to white space: a masked character gives way to a filler, so that no offset moves."""

import html
import re

# Stands in place of masked markup; white space to `str.strip`, and in no text that people write.
FILLER = "\x1f"

_FILLERS = re.compile(f"{FILLER}+")
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_TAG = re.compile(rf"(/?[a-zA-Z][a-zA-Z0-9:]{{0,15}})(?=[\s/>])[^>]{{0,2000}}>|!{FILLER}+")  # behind its <
_HAS_TABLE_TAGS = re.compile(r"<(?:td|span|p|div|br|th|cell|entry)[\s>/]", re.IGNORECASE)
_NAMED = "nbsp|ensp|emsp|thinsp|quot|apos|amp|lt|gt|[lr][ds]quo|[mn]dash|minus|middot|times"
_ENTITY = re.compile(rf"&(?:{_NAMED}|#\d{{2,7}}|#x[0-9a-f]{{2,6}});", re.IGNORECASE)
_IN_PAGES = ("p", "div", "br", "li", "ul", "ol", *(f"h{level}" for level in range(1, 7)))
BLOCKS = (*_IN_PAGES, "head", "lb", "title", "para")  # the others are of TEI and DocBook
_BLOCKS = tuple(mark + name for name in BLOCKS for mark in ("", "/"))
_TABLE = {"table": 1, "/table": -1}
# What is raised, lowered or struck out is no part of a number beside it.
_APART = tuple(mark + name for name in ("sup", "sub", "del", "ins", "s", "strike") for mark in ("", "/"))
# What tags are to a text, in tables and outside of them.
_BOTH = {
    **dict.fromkeys(("table", "/table", "/tr", "/row"), "\n"),
    **dict.fromkeys(("td", "th", "cell", "entry"), "\t"),
    **dict.fromkeys(_APART, " "),
}
_OUTSIDE = _BOTH | dict.fromkeys(_BLOCKS, "\n")
# In a cell the digits of two lines do not become one number, and a picture or a field of a form is not blank.
_IN_TABLES = _BOTH | dict.fromkeys(_BLOCKS, " ") | dict.fromkeys(("img", "input"), "\ufffc")


def without_markup(text: str) -> str:
    """The text with its tags masked and its entities read."""
    if "<" in text and _HAS_TABLE_TAGS.search(text):
        if "<!--" in text:
            text = _COMMENT.sub(lambda m: "<!".ljust(len(m[0]), FILLER), text)
        text = _mask_tags(text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: _character(m[0]).ljust(len(m[0]), FILLER), text)
    return text


def without_fillers(text: str) -> str:
    """A piece of an even text without what stands in place of markup."""
    return _FILLERS.sub("", text) if FILLER in text else text


def _character(entity: str) -> str:
    """What an entity stands for; white space of any width is a space."""
    character = html.unescape(entity)
    if character.isspace() or len(character) != 1:
        return " "
    return character if character.isprintable() else FILLER


_Masks = dict[str, tuple[str, str]]


def _mask_tags(text: str) -> str:
    """Tags to fillers; in a table a cell begins with a tab and a row ends with a line feed, as in a copy."""
    first, *pieces = text.split("<")
    masked: list[str] = []  # by turns a tag, "" where a `<` begins none, and what stands behind it
    outside: _Masks = {}  # the same tag with the same text behind it comes again and again
    inside: _Masks = {}
    known = outside
    depth = 0
    for piece in pieces:
        found = known.get(piece)
        if found is None:
            tag = _TAG.match(piece)
            name = (tag[1] or "").lower() if tag else ""
            if name in _TABLE:
                depth = max(0, depth + _TABLE[name])
                known = inside if depth else outside
            mask, behind = "", f"<{piece}"
            if tag:
                mark = (_IN_TABLES if depth else _OUTSIDE).get(name, "")
                mask, behind = mark.ljust(tag.end() + 1, FILLER), piece[tag.end() :]
            if depth:  # line ends and tabs are white space between words, and nothing between tags
                space = FILLER if behind.isspace() else " "
                behind = behind.replace("\n", space).replace("\t", space)
            found = mask, behind
            if name not in _TABLE:
                known[piece] = found
        masked += found
    if depth:  # behind the last tag of a table that is not closed, lines stay lines
        last = max(at for at in range(0, len(masked), 2) if masked[at])
        tail = sum(map(len, masked[last + 1 :]))
        masked[last + 1 :] = [text[len(text) - tail :]]
    return first + "".join(masked)
