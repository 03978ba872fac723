"""The pieces of ink that are text: line by line in each cell of a table, and outside of tables."""

from collections.abc import Iterator, Sequence

import attrs
import cv2
import numpy as np
import numpy.typing as npt

from govreport.diagnostics import Message
from govreport.readers.ocr.ink import Picture, Scan
from govreport.readers.pages import Rule
from govreport.readers.pages.grids import Grid
from govreport.readers.refusals import too_large

MOST_PIECES = 3_000  # of a page
_SPECK = 1.6  # points: dirt is smaller, both ways
_BORDER = 1.2  # points beside the middle of a ruling line that are its ink
_WORD_GAP = 14.0  # points between words that stand in different columns
_HEIGHT = 9.0  # points of a character, where a page has too few to tell
_WHOLE = 1.25  # of the height: the strokes of one character lie within


@attrs.frozen
class Piece:
    """A stretch of text in the picture, in dots.

    Attributes:
        left: Its left edge.
        top: The upper edge of its line.
        right: Behind its right edge.
        bottom: Below the lower edge of its line.
        is_cell: Whether it stands in a cell of a table.
    """

    left: int
    top: int
    right: int
    bottom: int
    is_cell: bool = False


Area = tuple[int, int, int, int]  # left, top, right, bottom in dots


def pieces(scan: Scan, tables: Sequence[Grid], rules: tuple[Sequence[Rule], Sequence[Rule]]) -> list[Piece]:
    """The pieces of a page.

    Raises:
        ReadError: There are more than any page of text has.
    """
    ink = _text_ink(scan, *rules)
    size = _size(ink, scan)
    found: list[Piece] = []
    for grid in tables:
        for area in _areas(scan, grid):
            found += _pieces(ink, area, size, scan.dots(_WORD_GAP), is_cell=True)
    for grid in tables:
        left, top, right, bottom = _area(scan, grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
        ink[top:bottom, left:right] = 0
    found += _pieces(ink, (0, 0, ink.shape[1], ink.shape[0]), size, scan.dots(_WORD_GAP))
    if len(found) > MOST_PIECES:
        raise too_large(Message(zh="文字块", en="pieces of text on a page"), len(found), MOST_PIECES)
    return found


def _text_ink(scan: Scan, level: Sequence[Rule], upright: Sequence[Rule]) -> Picture:
    """The ink without dirt and ruling lines."""
    ink = scan.ink.copy()
    for rule in level:
        left, top, right, bottom = _area(scan, rule.start, rule.at - _BORDER, rule.end, rule.at + _BORDER)
        ink[top:bottom, left:right] = 0
    for rule in upright:
        left, top, right, bottom = _area(scan, rule.at - _BORDER, rule.start, rule.at + _BORDER, rule.end)
        ink[top:bottom, left:right] = 0
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    is_dirt = (boxes[:, 2] < scan.dots(_SPECK)) & (boxes[:, 3] < scan.dots(_SPECK))
    ink[is_dirt[labels]] = 0
    return ink


def _size(ink: Picture, scan: Scan) -> float:
    """The height of most characters, in dots."""
    _, _, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    heights = boxes[1:, 3]
    heights = heights[(heights > 0.5 * scan.dots(_HEIGHT)) & (heights < 4 * scan.dots(_HEIGHT))]
    return float(np.median(heights)) * 1.1 if len(heights) else float(scan.dots(_HEIGHT))


def _areas(scan: Scan, grid: Grid) -> Iterator[Area]:
    for box in grid.boxes:
        left, right = grid.edges(box)
        yield _area(scan, left, grid.ys[box.row], right, grid.ys[box.row + box.rows])


def _area(scan: Scan, left: float, top: float, right: float, bottom: float) -> Area:
    x0, y0, x1, y1 = (max(round(v * scan.scale), 0) for v in (left, top, right, bottom))
    return x0, y0, x1 + 1, y1 + 1


def _pieces(ink: Picture, area: Area, size: float, gap: int, *, is_cell: bool = False) -> Iterator[Piece]:
    """The pieces of text within an area, from its top."""
    left, top, right, bottom = area
    part = ink[top:bottom, left:right]
    for start, end in _whole(_stretches(part.any(axis=1), 0), size * _WHOLE):
        for first, last in _stretches(part[start:end].any(axis=0), gap):
            yield Piece(left + first, top + start, left + last, top + end, is_cell)


def _stretches(marks: npt.ArrayLike, gap: int) -> list[tuple[int, int]]:
    """The stretches of marks, over gaps up to a length."""
    changes = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(marks, np.int8), [0])))).tolist()
    found: list[tuple[int, int]] = []
    for start, end in zip(changes[::2], changes[1::2], strict=True):
        if found and start - found[-1][1] <= gap:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _whole(rows: Sequence[tuple[int, int]], height: float) -> list[tuple[int, int]]:
    """Rows of ink put together where they are no higher than one character: 三 is one, not three."""
    found: list[tuple[int, int]] = []
    for start, end in rows:
        if found and end - found[-1][0] <= height:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
