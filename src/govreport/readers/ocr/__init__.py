"""Recognition of pages that are pictures: first the lines and the ink of each cell, then its characters.

The table is known before a character is read, so that a digit can be lost in no other cell, and a cell is
blank only where there is no ink in it.
"""

from govreport.readers.ocr.ink import Picture, Scan
from govreport.readers.ocr.pieces import pieces
from govreport.readers.ocr.ruled import ruling
from govreport.readers.ocr.runs import runs
from govreport.readers.pages import Page
from govreport.readers.pages.grids import grids
from govreport.readers.pages.rules import straightened

__all__ = ["Picture", "recognise"]


def recognise(picture: Picture, scale: float, number: int) -> Page:
    """The page that a picture shows.

    Args:
        picture: Its dots, grey, in rows.
        scale: Dots for each point of the paper.
        number: Of the page, from 1.

    Raises:
        ReadError: It has more lines or pieces of text than any page.
    """
    scan = Scan.of(picture, scale)
    level, upright = ruling(scan)
    found = pieces(scan, grids(straightened(level), straightened(upright)), (level, upright))
    height, width = scan.ink.shape
    return Page(number, width / scale, height / scale, runs(scan, found), level, upright)
