"""The ruling lines of a page of a PDF, however they are drawn: strokes, thin boxes, edges of boxes."""

from collections.abc import Iterator
from ctypes import c_float, c_int
from itertools import pairwise
from typing import Any

import attrs
import pypdfium2.raw as pdfium

from govreport.diagnostics import Message
from govreport.readers.pages import Area, Rule
from govreport.readers.pages.shapes import BORDER, FRAME, STRAIGHT, THIN, Point, is_box
from govreport.readers.pdf.colours import fill_of
from govreport.readers.pdf.covers import Covers, clips, is_solid_box
from govreport.readers.pdf.frame import Frame
from govreport.readers.refusals import too_large

MOST_OBJECTS = 200_000  # of one page, those in forms included
MOST_SEGMENTS = 400_000
_DEEPEST = 12  # forms within each other
_WHITE = 250
_STROKE = 2  # points of one that is no writing

Matrix = tuple[float, float, float, float, float, float]


@attrs.define
class Drawing:
    """What is drawn on a page beside its text.

    Attributes:
        level: Horizontal lines.
        upright: Vertical lines.
        pictures: Share of the page that the largest picture covers.
        segments: How many strokes there are.
        unread: Where pictures are, and shapes that may be writing.
        covers: What is painted over text.
    """

    level: list[Rule] = attrs.Factory(list)
    upright: list[Rule] = attrs.Factory(list)
    pictures: float = 0.0
    segments: int = 0
    unread: list[Area] = attrs.Factory(list)
    covers: Covers = attrs.Factory(Covers)


def drawing(page: Any, frame: Frame) -> Drawing:
    """The lines and pictures of a page.

    Raises:
        ReadError: There are more than any page of a report has.
    """
    found = Drawing()
    width, height = frame.size
    for count, (item, matrix) in enumerate(_objects(page), 1):
        if count > MOST_OBJECTS:
            raise too_large(_OBJECTS, count, MOST_OBJECTS)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.covers.text(item, count)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            is_filled = _path(item, matrix, frame, found)
            is_cover = is_filled and found.covers.texts and is_solid_box(item)
            if is_cover and (area := _shown(item, matrix, frame)):
                found.covers.box(area, count)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            (x0, y0), (x1, y1) = _bounds(item, matrix, frame)
            found.pictures = max(found.pictures, (x1 - x0) * (y1 - y0) / (width * height))
            if min(x1 - x0, y1 - y0) <= THIN:
                _thin(x0, y0, x1, y1, found)
            else:
                found.unread.append(Area(x0, y0, x1, y1).grown(-FRAME))
    return found


def _objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a page and of the forms in it, as they are painted, each with its matrix to the page."""
    waiting: list[tuple[Any, Matrix, int]] = []
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        waiting.append((pdfium.FPDFPage_GetObject(page, index), _UNMOVED, 0))
        while waiting:
            item, matrix, depth = waiting.pop()
            yield item, matrix
            if depth < _DEEPEST and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
                inner = _times(_matrix(item), matrix)
                count = min(pdfium.FPDFFormObj_CountObjects(item), MOST_OBJECTS)
                held = reversed(range(count))  # the first is taken from the end
                waiting += [(pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in held]


def _path(item: Any, matrix: Matrix, frame: Frame, found: Drawing) -> bool:
    """Add what a path draws; whether it is filled."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not stroke.value and (not fill.value or _is_white(item)):
        return bool(fill.value)
    inner = _times(_matrix(item), matrix)
    for points in _outlines(item, inner, frame, found):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        if min(x1 - x0, y1 - y0) <= THIN:
            _thin(x0, y0, x1, y1, found)
        else:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ay - by) <= STRAIGHT or abs(ax - bx) <= STRAIGHT:
                    _thin(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), found)
            if len(points) != _STROKE and not is_box(points):
                found.unread.append(Area(x0, y0, x1, y1).grown(BORDER))
    return bool(fill.value)


def _thin(x0: float, y0: float, x1: float, y1: float, found: Drawing) -> None:
    """Add a line; a dot may belong to a dotted line of either direction."""
    across, down = x1 - x0, y1 - y0
    if across > STRAIGHT and (across >= down or across <= THIN):
        found.level.append(Rule((y0 + y1) / 2, x0, x1))
    if down > STRAIGHT and (down >= across or down <= THIN):
        found.upright.append(Rule((x0 + x1) / 2, y0, y1))


def _outlines(item: Any, matrix: Matrix, frame: Frame, found: Drawing) -> Iterator[list[Point]]:
    """The connected strokes of a path, as seen."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        found.segments += 1
        if found.segments > MOST_SEGMENTS:
            raise too_large(_OBJECTS, found.segments, MOST_SEGMENTS)
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(frame.seen(*_moved((x.value, y.value), matrix)))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_white(item: Any) -> bool:
    """Whether a filled box is white, or not seen at all."""
    colour = fill_of(item)
    return colour is None or colour[-1] == 0 or min(colour[:-1]) >= _WHITE


def _bounds(item: Any, matrix: Matrix, frame: Frame) -> tuple[Point, Point]:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    corners = [
        frame.seen(*_moved((x, y), matrix))
        for x in (left.value, right.value)
        for y in (bottom.value, top.value)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs), min(ys)), (max(xs), max(ys))


def _shown(item: Any, matrix: Matrix, frame: Frame) -> Area | None:
    """What is not cut off of a box that is no line."""
    area = Area.between(*_bounds(item, matrix, frame))
    if _is_thin(area):
        return None
    for points in clips(item):
        seen = [frame.seen(*_moved(point, matrix)) for point in points]
        xs, ys = [x for x, _ in seen], [y for _, y in seen]
        area = Area(
            max(area.x0, min(xs)), max(area.y0, min(ys)), min(area.x1, max(xs)), min(area.y1, max(ys))
        )
    width, height = frame.size
    area = Area(max(area.x0, 0), max(area.y0, 0), min(area.x1, width), min(area.y1, height))
    return None if _is_thin(area) else area


def _is_thin(area: Area) -> bool:
    return min(area.x1 - area.x0, area.y1 - area.y0) <= THIN


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _moved(point: Point, m: Matrix) -> Point:
    x, y = point
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_OBJECTS = Message(zh="页面对象", en="objects on a page")
