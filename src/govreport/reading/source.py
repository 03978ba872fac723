"""The given text, made even without moving a character: every offset stays an offset of the given text."""

import re
from bisect import bisect_right
from functools import cached_property

from govreport.diagnostics import Span
from govreport.document import Document
from govreport.reading.doctags import without_doctags
from govreport.reading.latex import without_latex
from govreport.reading.lists import without_lists
from govreport.reading.markdown import without_breaks, without_delimiter_rows, without_escapes
from govreport.reading.markup import FILLER, without_markup
from govreport.reading.quotes import without_quotes
from govreport.reading.squeezed import with_lines
from govreport.reading.tabs import without_doubled_tabs
from govreport.reading.wiki import without_wiki_tables

__all__ = ["FILLER", "Source"]

_EVEN = str.maketrans(
    {
        **dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
        **dict.fromkeys("│┃║｜¦︱┆┇┊┋", "|"),
        **dict.fromkeys("─━═┄┅┈┉╌╍", "-"),
        **dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┍┑┕┙┎┒┖┚┝┥┠┨┯┷┰┸┿╂", "+"),
    }
)
_UNEVEN = re.compile("[" + "".join(map(chr, _EVEN)) + "]")
_SHOWN = re.compile(f"[^{FILLER}]+")
_FRAGMENT = 8
_CELL_LINE = re.compile(r"\d[\d.,]*")


class Source:
    """A text and its places.

    Attributes:
        document: What the text was taken from.
        text: The text as given.
        even: The same text with markup masked and separators made alike; as long as `text`.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.even = _even(document.text) if document.raw else _evenly_broken(document.text)

    def raw(self, start: int, end: int) -> str:
        """What stands there as printed, without masked markup; lines end in a line feed."""
        if self.even is self.text:
            return self.text[start:end]
        shown = (m.span() for m in _SHOWN.finditer(self.even, start, end))
        return "".join([_as_printed(self.text[a:b], self.even[a:b]) for a, b in shown])

    def span(self, start: int, end: int) -> Span:
        """The place from `start` to `end`, outer white space cut off."""
        piece = self.even[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        line = bisect_right(self._line_starts, left)
        column = left - self._line_starts[line - 1] + 1
        place = self.document.place(left)
        if place is None:
            return Span(left, right, line, column)
        return Span(left, right, line, column, place.page, place.table, place.row, place.cell)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]


def _as_printed(given: str, even: str) -> str:
    """A stretch of the text without fillers: marks that stand for markup and line ends kept."""
    if given == even:
        return given
    marked = zip(given, even, strict=True)
    return "".join([e if e == "\n" or g in "\n<&\\" else g for g, e in marked if g != "\r"])


def _even(text: str) -> str:
    text = _evenly_broken(text)
    text = without_latex(without_wiki_tables(without_doctags(without_doubled_tabs(text))))
    text = without_delimiter_rows(without_markup(without_breaks(without_escapes(text))))
    text = with_lines(without_lists(without_quotes(text)))
    if text.count("\n\n") * 4 > text.count("\n"):
        text = _join_fragments(text)
    return text


def _evenly_broken(text: str) -> str:
    """One kind of line break, of bars and of rules."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    at = 0
    while not text.isascii() and (mark := _UNEVEN.search(text, at)):
        text = text.replace(mark[0], _EVEN[ord(mark[0])])
        at = mark.end()
    return text


def _join_fragments(text: str) -> str:
    """Where blank lines separate even the cells, short lines that stand together are pieces of one field.

    Converters that put every run of a document on a line of its own leave such texts. Digits do not join.
    """
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    together = [i for i in range(len(bare) - 1) if bare[i] and bare[i + 1]]
    short = sum(len(bare[i]) <= _FRAGMENT for i in together)
    if not together or short * 10 < len(together) * 7:
        return text
    cells = sum(
        _CELL_LINE.fullmatch(bare[i]) is not None and _CELL_LINE.fullmatch(bare[i + 1]) is not None
        for i in together
    )
    if cells * 20 > len(together):
        return text
    breaks = {i for i in together if not (bare[i][-1].isdigit() and bare[i + 1][0].isdigit())}
    return "".join(
        line + ("" if i + 1 == len(lines) else FILLER if i in breaks else "\n")
        for i, line in enumerate(lines)
    )
