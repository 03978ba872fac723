"""Ruling lines in a picture: long straight runs of ink."""

import cv2
import numpy as np

from govreport.diagnostics import Message
from govreport.readers.ocr.ink import Picture, Scan
from govreport.readers.pages import Rule
from govreport.readers.refusals import too_large

MOST_LINES = 5_000
_LEVEL, _UPRIGHT = 40.0, 17.0  # points: strokes of neighbouring characters never make so long a line
_THICKEST = 4.0  # points; what is thicker is a bar
_GAP = 0.4  # points by which a line may be broken: less than from one character to the next


def ruling(scan: Scan) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and the vertical lines, in points.

    Raises:
        ReadError: There are more than any page of tables has.
    """
    level = _rules(scan, _lines(scan.ink, scan.dots(_LEVEL), scan.dots(_GAP)))
    upright = _rules(scan, _lines(scan.ink.T, scan.dots(_UPRIGHT), scan.dots(_GAP)))
    return level, upright


def _lines(ink: Picture, length: int, gap: int) -> Picture:
    """The ink of runs along the rows that are at least so long."""
    # A line that leans by a dot goes on in the next row: let it be a little thicker.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    whole = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, 2 * gap + 1), np.uint8))
    return np.asarray(cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)), np.uint8)


def _rules(scan: Scan, lines: Picture) -> list[Rule]:
    count, _, boxes, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    if count > MOST_LINES:
        raise too_large(Message(zh="线条", en="lines on a page"), count, MOST_LINES)
    found = []
    for left, top, length, thickness, area in boxes[1:].tolist():
        if area / length - 2 <= scan.dots(_THICKEST):
            middle = (top + thickness / 2) / scan.scale
            found.append(Rule(middle, left / scan.scale, (left + length) / scan.scale))
    return found
