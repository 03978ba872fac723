"""Page feet and running heads: what is printed on the pages and belongs to no report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from govreport.readers.pages.lines import Line
from govreport.readers.pages.page import Page

_EDGE = 0.12  # of the height of a page, at its top and at its foot
_DIGITS = re.compile(r"\d+")
_FOOT = re.compile(
    r"[-—–―－~·•\s]{1,6}(\d{1,4})[-—–―－~·•\s]{1,6}|第\s*(\d{1,4})\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*/\s*\d{1,4}"
    r"|[Pp]age\s*(\d{1,4})(?:\s*of\s*\d{1,4})?"
)
_NUMBER = re.compile(r"(\d{1,4})")


@attrs.define
class Body:
    """A page with its lines outside of tables."""

    page: Page
    lines: list[Line]
    top: float  # of what stands in tables, or of the page if there are none
    bottom: float


def without_furniture(bodies: Sequence[Body]) -> list[list[Line]]:
    """The lines of each page, less its number and what other pages have in the same place."""
    repeated = _repeated(bodies)
    offset = _offset(bodies)
    return [
        [
            line
            for index, line in enumerate(body.lines)
            if not (_is_edge(body, line) and (_mark(line) in repeated or _is_number(body, index, offset)))
        ]
        for body in bodies
    ]


def _is_edge(body: Body, line: Line) -> bool:
    """Whether a line stands at the top or foot of its page, beyond its tables."""
    depth = _EDGE * body.page.height
    at_top = line.y < depth and line.y < body.top
    return at_top or (line.y > body.page.height - depth and line.y > body.bottom)


def _mark(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", "".join(line.text.split())), round(line.y / 3)


def _repeated(bodies: Sequence[Body]) -> set[tuple[str, int]]:
    """The lines that most pages have at one place of their edges, whatever numbers are in them."""
    count = Counter(
        mark for body in bodies for mark in {_mark(line) for line in body.lines if _is_edge(body, line)}
    )
    # A bare number may be a value: only its step from page to page tells.
    return {
        mark for mark, times in count.items() if times > 1 and times * 2 >= len(bodies) and mark[0] != "0"
    }


def _offset(bodies: Sequence[Body]) -> int | None:
    """By how much the bare numbers at the foot of pages differ from the count of pages, if all do by one."""
    offsets = {int(match[1]) - body.page.number for body in bodies for match in _bare(body)}
    return offsets.pop() if len(offsets) == 1 else None


def _bare(body: Body) -> Iterator[re.Match[str]]:
    if body.lines and _is_edge(body, body.lines[-1]) and (match := _NUMBER.fullmatch(body.lines[-1].text)):
        yield match


def _is_number(body: Body, index: int, offset: int | None) -> bool:
    """Whether a line is the number of its page: so marked, or alone and in step with the other pages."""
    text = body.lines[index].text.strip()
    if _FOOT.fullmatch(text):
        return True
    is_last = index == len(body.lines) - 1
    return is_last and text.isdecimal() and len(text) <= 4 and offset == int(text) - body.page.number
