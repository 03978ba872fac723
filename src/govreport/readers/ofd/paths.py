"""The paths of an OFD page: ruling lines, shades, and shapes that may be writing."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

import attrs

from govreport.readers.ofd.frame import Frame
from govreport.readers.ofd.parts import children, numbers
from govreport.readers.pages import Area, Rule
from govreport.readers.pages.shapes import STRAIGHT, THIN, Point, is_box
from govreport.readers.refusals import damaged

_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


@attrs.frozen
class Outline:
    """One connected stroke of a path, as seen."""

    points: Sequence[Point]

    @property
    def area(self) -> Area:
        """What it lies within."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Area(min(xs), min(ys), max(xs), max(ys))

    @property
    def is_thin(self) -> bool:
        """Whether it is a line, however it is drawn."""
        area = self.area
        return min(area.x1 - area.x0, area.y1 - area.y0) <= THIN

    @property
    def is_box(self) -> bool:
        """Whether it is a box along the axes."""
        return is_box(self.points)

    def draw(self, level: list[Rule], upright: list[Rule]) -> None:
        """Add the lines that it draws."""
        area = self.area
        if self.is_thin:
            _line((area.x0, area.y0), (area.x1, area.y1), level, upright)
        else:
            for one, other in pairwise(self.points):
                _line(one, other, level, upright)


def outlines(element: Element, frame: Frame) -> Iterator[Outline]:
    """The outlines of a path object."""
    for data in children(element, "AbbreviatedData"):
        for points in _strokes(data.text or ""):
            yield Outline([frame.seen(*point) for point in points])


def _line(one: Point, other: Point, level: list[Rule], upright: list[Rule]) -> None:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    if across > STRAIGHT and down <= min(across, THIN):
        level.append(Rule((one[1] + other[1]) / 2, *sorted((one[0], other[0]))))
    if down > STRAIGHT and across <= min(down, THIN):
        upright.append(Rule((one[0] + other[0]) / 2, *sorted((one[1], other[1]))))


def _strokes(data: str) -> Iterator[list[Point]]:
    """The connected strokes of a path; of a curve only its end."""
    points: list[Point] = []
    words = iter(data.split())
    for word in words:
        if word not in _ARGUMENTS:
            raise damaged(f"AbbreviatedData {word[:20]}")
        values = numbers(" ".join(value for _, value in zip(range(_ARGUMENTS[word]), words, strict=False)))
        if word in "SM" and points:
            yield points
            points = []
        if word == "C" and points:
            points += [points[0]] if points[-1] != points[0] else []
        elif len(values) >= 2:
            points.append((values[-2], values[-1]))
    if points:
        yield points
