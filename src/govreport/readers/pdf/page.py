"""One page of a PDF: its text and lines, or that it is a picture."""

from collections import Counter

import attrs

from govreport.readers.pages import Page
from govreport.readers.pdf.frame import frame
from govreport.readers.pdf.glyphs import is_unknown
from govreport.readers.pdf.notes import left_alone
from govreport.readers.pdf.opening import File
from govreport.readers.pdf.paths import drawing
from govreport.readers.pdf.text import text
from govreport.readers.scans import FEW, PICTURE

_OUTLINES = 2_000  # strokes: text drawn as shapes
_UNKNOWN = 0.3  # share of characters without meaning: the font has no map to Unicode


@attrs.frozen
class Content:
    """What a page holds.

    Attributes:
        page: Its text and lines; text that lies hidden under a scan where there is no other.
        is_picture: Whether what is seen on it is not given as text.
    """

    page: Page
    is_picture: bool


def content(file: File, number: int) -> Content:
    """What a page holds.

    Raises:
        ReadError: It cannot be read, or is beyond a bound.
    """
    source = file.page(number)
    seen = frame(source)
    found = text(source, seen)
    if turns := _turns(Counter(run.turned for run in found.runs)):
        seen = seen.by(-turns)
        found = text(source, seen)
    drawn = drawing(source, seen)
    is_unreadable = sum(is_unknown(run.text) for run in found.runs) > _UNKNOWN * len(found.runs)
    is_drawn = drawn.pictures > PICTURE or drawn.segments > _OUTLINES
    is_picture = is_unreadable or (len(found.runs) < FEW and is_drawn)
    width, height = seen.size
    if is_picture:
        return Content(Page(number, width, height, found.hidden), is_picture)
    drawn.covers.unclear(found.runs, found.owners)
    page = Page(number, width, height, found.runs, drawn.level, drawn.upright, drawn.unread)
    notes = left_alone(source, seen)
    if notes is not None:
        page.runs += text(file.page(number), seen).runs
        page.unread += notes
    return Content(page, is_picture)


def _turns(count: Counter[int]) -> int:
    """How most of the text is turned; a page printed across its paper is turned upright."""
    turned, times = count.most_common(1)[0] if count else (0, 0)
    return turned if times * 2 > count.total() else 0
