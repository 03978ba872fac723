"""Where the report stands on its page, judged by what is there and not by the names of its elements.

Menus, lists of other pages, index tables, paths and feet are set aside: they tell of the page alone.
"""

from collections.abc import Iterator
from itertools import pairwise

import attrs

from govreport.readers.html.boxes import Box, Grid, Line
from govreport.readers.html.words import is_around, is_foot, is_signed, is_title

_SHARE = 0.95  # of the cells with values; what holds fewer is not the whole report
_HEAD_LINES = 40
_AROUND = 1_000  # lines and tables around a report that are looked at
_SIGNATURE_LINES = 6
_ASIDE = ("nav", "aside")


@attrs.frozen
class Article:
    """A page taken apart.

    Attributes:
        items: The report, in its order.
        before: What stands before it on the page, and about it.
        behind: What stands behind it.
    """

    items: list[Line | Grid]
    before: list[Line | Grid]
    behind: list[Line | Grid]

    @property
    def head(self) -> Iterator[Line]:
        """Its first lines, up to the first sentence or table with values."""
        for item in self.items[:_HEAD_LINES]:
            if isinstance(item, Grid) or item.is_prose:
                return
            if item.text:
                yield item

    @property
    def is_titled(self) -> bool:
        """Whether it begins with a title of its own."""
        lines = [line.text for line in self.head]
        return any(map(is_title, lines)) or any(is_title(first + second) for first, second in pairwise(lines))


def article_of(page: Box) -> Article:
    """Find the report on a page."""
    path = _path(page)
    before: list[Line | Grid] = []
    behind: list[Line | Grid] = []
    for outer, inner in pairwise(path):
        at = next(i for i, item in enumerate(outer.items) if item is inner)
        before += _flat(outer.items[:at])
        behind = [*_flat(outer.items[at + 1 :]), *behind]
    items = list(_kept(path[-1], before))
    return _trimmed(items, before, behind)


def _path(page: Box) -> list[Box]:
    """From the whole page inwards, as long as what is left outside is no part of a report."""
    path = [page]
    while True:
        outer = path[-1]
        inner = max(outer.boxes(), key=lambda box: (box.values, box.prose), default=None)
        if inner is None or not (inner.values or inner.prose) or inner.values < _SHARE * page.values:
            return path
        if any(_is_content(item) for item in outer.items if item is not inner):
            return path
        path.append(inner)


def _is_content(item: Line | Grid | Box) -> bool:
    """Whether sentences of a text stand in it; news with links to more of them are none."""
    if isinstance(item, Line):
        return item.is_prose and not is_foot(item.text)
    if isinstance(item, Grid) or not item.prose or item.linked * 3 > item.chars:
        return False
    return any(isinstance(line, Line) and _is_content(line) for line in item.flat())


def _kept(box: Box, aside: list[Line | Grid]) -> Iterator[Line | Grid]:
    """What stands in a box, without the lists of links and the feet in it."""
    for item in box.items:
        if not isinstance(item, Box):
            yield item
        elif _is_furniture(item):
            aside += item.flat()
        else:
            yield from _kept(item, aside)


def _is_furniture(box: Box) -> bool:
    if box.is_link or (box.tag in _ASIDE and not box.prose):
        return True
    if box.grids or not box.lines or box.lines > _HEAD_LINES:
        return False
    lines = [item for item in box.flat() if isinstance(item, Line) and item.text]
    return sum(is_foot(line.text) for line in lines) * 2 > len(lines)


def _trimmed(items: list[Line | Grid], before: list[Line | Grid], behind: list[Line | Grid]) -> Article:
    """What is about the text is no part of it, at its head up to the first sentence, and at its end."""
    first = next((i for i, x in enumerate(items) if _is_body(x)), len(items))
    last = next((i for i in range(len(items), first, -1) if _is_text(items[i - 1])), len(items))
    kept: list[Line | Grid] = []
    for item in items[:first][-_AROUND:]:
        (before if _is_about(item) else kept).append(item)
    behind = [*items[last:], *behind][:_AROUND]
    items = [*items[: max(0, first - _AROUND)], *kept, *items[first:last]]
    signed = _signature(items, behind)
    return Article([*items, *behind[:signed]], before[-_AROUND:], behind[signed:])


def _signature(items: list[Line | Grid], behind: list[Line | Grid]) -> int:
    """How many lines behind a report sign it, where it has no date at its own end."""
    if any(isinstance(item, Line) and is_signed(item.text) for item in reversed(items[-_SIGNATURE_LINES:])):
        return 0
    for number, item in enumerate(behind[:_SIGNATURE_LINES], 1):
        if isinstance(item, Grid) or item.is_link:
            return 0
        if is_signed(item.text):
            return number
        if is_around(item.text) or is_foot(item.text):
            return 0
    return 0


def _is_body(item: Line | Grid) -> bool:
    return item.is_prose if isinstance(item, Line) else item.values > item.chars // 10


def _is_text(item: Line | Grid) -> bool:
    """Whether it may end a text."""
    return isinstance(item, Grid) or not (not item.text or item.is_link or is_foot(item.text))


def _is_about(item: Line | Grid) -> bool:
    if isinstance(item, Line):
        return item.is_link or is_around(item.text, linked=item.linked > 0)
    labels = sum(is_around(text) for row in item.rows for text in row.texts)
    return labels > 1 or (item.linked * 2 > item.chars)


def _flat(items: list[Line | Grid | Box]) -> Iterator[Line | Grid]:
    for item in items:
        if isinstance(item, Box):
            yield from item.flat()
        else:
            yield item
