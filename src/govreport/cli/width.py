"""Texts cut, filled and broken by the columns that a terminal gives them."""

import unicodedata
from collections.abc import Iterator

from govreport.diagnostics import display_width

_ELLIPSIS = "…"


def pad(text: str, width: int) -> str:
    """Fill up to a display width: on the right, or on the left where the width is negative."""
    fill = " " * (abs(width) - display_width(text))
    return fill + text if width < 0 else text + fill


def visible(text: str) -> str:
    """The text with a space for every control character: nothing in a file may steer the terminal."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(c)[0] == "C" else c for c in text)


def clip(text: str, width: int) -> str:
    """The text in no more than `width` columns: where it is longer, its middle is left out."""
    if len(text) <= width and display_width(text) <= width:
        return text
    room = max(1, width - 1)
    head = _within(text[:room], room - room // 3)
    tail = _within(text[: -room - 1 : -1], room - display_width(head))[::-1]
    return f"{head}{_ELLIPSIS}{tail}"


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines of no more than `width` columns; words of Latin letters and numbers are kept together."""
    while display_width(text) > width:
        at = end = max(1, len(_within(text, width)))
        while at * 2 > end and _is_inside_word(text[at - 1], text[at]):
            at -= 1
        at = at if at * 2 > end else end
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    yield text


def _is_inside_word(before: str, behind: str) -> bool:
    return before.isascii() and behind.isascii() and before != " " != behind


def _within(text: str, width: int) -> str:
    """The longest beginning that fits."""
    used = 0
    for at, character in enumerate(text):
        used += display_width(character)
        if used > width:
            return text[:at]
    return text
