"""Pages of a document that are pictures: recognised where the extra is installed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from govreport.diagnostics import Message, ReadError
from govreport.readers.pages import Page
from govreport.readers.refusals import refuse

if TYPE_CHECKING:
    from govreport.readers.ocr import Picture

FEW = 20  # characters: a page number, a stamp or a seal over a scanned page
PICTURE = 0.4  # share of a page that a scan covers
_HIDDEN = 0.8  # how certain the text is that a scanner recognised
_SCALE = 200 / 72  # dots for each point
_LONGEST = 6_000  # dots of the longer side
_COMMAND = 'python -m pip install "govreport[ocr]"'
_HINT = Message(
    zh=f"请运行 {_COMMAND}，或给出原文件（docx、网页）。",
    en=f"run {_COMMAND}, or read the document that it was printed from",
)


def recognised(page: Page, drawn: "Callable[[float], Picture]") -> Page:
    """A page that is a picture, recognised; else the text that a scanner has laid under it, with its doubt.

    Args:
        page: Its number and size, and the text under it.
        drawn: Gives its dots, grey, at so many for each point.

    Raises:
        ReadError: There is no such text, and the extra `ocr` is not installed or the picture cannot be read.
    """
    try:
        from govreport.readers.ocr import recognise
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] == "govreport":
            raise
        if page.runs:
            return _under(page)
        raise refuse("GR045", page.number, hint=_HINT) from error
    scale = min(_SCALE, _LONGEST / max(page.width, page.height))
    try:
        picture = drawn(scale)
    except ReadError:
        if page.runs:
            return _under(page)
        raise
    return recognise(picture, scale, page.number)


def _under(page: Page) -> Page:
    """A page with the text that a scanner laid under it."""
    return attrs.evolve(page, runs=[attrs.evolve(run, confidence=_HIDDEN) for run in page.runs])
