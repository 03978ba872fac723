"""What a page is made of without its markup: lines, tables of plain cells, and boxes around them."""

from collections.abc import Iterator
from itertools import chain, filterfalse

from govreport.readers.flow import GridRow

_PROSE = 12  # a line that is as long and has a full stop is a sentence
_STOP = "。"
_FEW_ROWS = 4


class Line:
    """A line of text; a plain slotted class, made for each line of a page.

    Attributes:
        text: Its text, white space collapsed as a browser shows it.
        linked: How many of its characters lead elsewhere when they are clicked.
        is_heading: Whether the page marks it up as a heading (h1 to h6).
    """

    __slots__ = ("is_heading", "linked", "text")

    def __init__(self, text: str, linked: int = 0, *, is_heading: bool = False) -> None:
        self.text = text
        self.linked = linked
        self.is_heading = is_heading

    @property
    def is_link(self) -> bool:
        """Whether most of it is a link."""
        return self.linked * 2 > len(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence, not a word of the page's furniture."""
        return _STOP in self.text and len(self.text) >= _PROSE and not self.is_link


class Grid:
    """A table whose cells are plain, each where its span begins.

    Attributes:
        rows: Its rows.
        chars: How many characters stand in it.
        linked: How many of them are links.
        values: How many of its cells hold no letter (numbers, dashes, blanks) if its rows are labelled.
    """

    __slots__ = ("chars", "linked", "rows", "values")

    def __init__(self, rows: list[GridRow], linked: int = 0) -> None:
        self.rows = rows
        self.linked = linked
        texts = list(chain.from_iterable([row.texts for row in rows]))
        self.chars = sum(map(len, texts))
        self.values = 0 if _is_calendar(rows) else _values(texts)


def _values(texts: list[str]) -> int:
    """How many texts hold no letter."""
    words = list(filterfalse(str.isdigit, texts))
    mixed = list(filterfalse(str.isalpha, words))
    return len(texts) - len(words) + len(mixed) - sum(map(_has_letter, mixed))


def _has_letter(text: str) -> bool:
    """Whether a letter is in a text; most that hold one end or begin with one."""
    return text[-1:].isalpha() or text[:1].isalpha() or any(map(str.isalpha, text))


def _is_calendar(rows: list[GridRow]) -> bool:
    """Whether most rows of a long table begin with no label."""
    if len(rows) <= _FEW_ROWS:
        return False
    labelled = sum(_has_letter(row.texts[0]) for row in rows if row.texts)
    return labelled * 2 < len(rows)


class Box:
    """A part of the page that markup sets apart, with sums over all that stands in it.

    Attributes:
        tag: The element that makes it.
        items: What stands in it, in order.
        chars: How many characters stand in it.
        linked: How many of them are links.
        values: How many cells without letters its tables have.
        prose: How many sentences stand in it, beside its tables.
        lines: How many lines that are not blank.
        grids: How many tables.
    """

    __slots__ = ("chars", "grids", "items", "lines", "linked", "prose", "tag", "values")

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.items: list[Line | Grid | Box] = []
        self.chars = self.linked = self.values = self.prose = self.lines = self.grids = 0

    def add(self, item: "Line | Grid | Box") -> None:
        """Add what comes next; a box only when it is complete."""
        self.items.append(item)
        self.linked += item.linked
        if isinstance(item, Line):
            if text := item.text:
                self.chars += len(text)
                self.lines += 1
                self.prose += item.is_prose
        else:
            self.chars += item.chars
            self.values += item.values
            if isinstance(item, Grid):
                self.grids += 1
            else:
                self.prose += item.prose
                self.lines += item.lines
                self.grids += item.grids

    @property
    def is_link(self) -> bool:
        """Whether most of it is links, and nothing in it is a sentence."""
        return self.linked * 2 > self.chars and not self.prose

    def boxes(self) -> "Iterator[Box]":
        """The boxes right in it."""
        return (item for item in self.items if isinstance(item, Box))

    def flat(self) -> Iterator[Line | Grid]:
        """Lines and tables in the order of the page, without the boxes around them."""
        for item in self.items:
            if isinstance(item, Box):
                yield from item.flat()
            else:
                yield item
