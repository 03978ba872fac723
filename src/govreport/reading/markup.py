"""Markup to white space: a masked character gives way to a filler, so that no offset moves."""

import html
import re

# Stands in place of masked markup; white space to `str.strip`, and in no text that people write.
FILLER = "\x1f"

_TAG = re.compile(r"<!--.{0,2000}?-->|<(/?)([a-zA-Z][a-zA-Z0-9:]{0,15})(?=[\s/>])[^<>]{0,2000}>", re.DOTALL)
_HAS_TABLE_TAGS = re.compile(r"<(?:td|span|p|div|br|th)[\s>/]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#\d{2,7}|#x[0-9a-f]{2,6});", re.IGNORECASE)
_BLOCKS = frozenset(("p", "div", "br", "li", "h1", "h2"))


def without_markup(text: str) -> str:
    """The text with its tags masked and its entities read."""
    if "<" in text and _HAS_TABLE_TAGS.search(text):
        text = _mask_tags(text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: _character(m[0]).ljust(len(m[0]), FILLER), text)
    return text


def _character(entity: str) -> str:
    """What an entity stands for; white space of any width is a space."""
    character = html.unescape(entity)
    if character.isspace() or len(character) != 1:
        return " "
    return character if character.isprintable() else FILLER


def _mask_tags(text: str) -> str:
    """Tags to fillers; in a table a cell begins with a tab and a row ends with a line feed, as in a copy."""
    parts: list[str] = []
    at = depth = 0
    for match in _TAG.finditer(text):
        start, end = match.span()
        if start > at:
            between = text[at:start]
            parts.append(between.replace("\n", FILLER) if depth else between)
        name = (match[2] or "").lower()
        mark = ""
        if name == "table":
            depth = max(0, depth - 1) if match[1] else depth + 1
            mark = "\n"
        elif name == "td" or name == "th":
            mark = "" if match[1] else "\t"
        elif name == "tr":
            mark = "\n" if match[1] else ""
        elif not depth and name in _BLOCKS:
            mark = "\n"
        parts.append(mark.ljust(end - start, FILLER))
        at = end
    parts.append(text[at:])
    return "".join(parts)
