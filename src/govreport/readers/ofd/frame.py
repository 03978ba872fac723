"""Where an object of an OFD page stands: its own space, moved by a matrix, then to the corner of its box."""

from xml.etree.ElementTree import Element

import attrs

from govreport.readers.ofd.parts import POINT, numbers
from govreport.readers.pages import Area
from govreport.readers.pages.shapes import Point, quarter_turns

_SLIGHT = 0.02  # of its side: by which a picture may lean


@attrs.frozen
class Frame:
    """The space of an object.

    Attributes:
        corner: Of its box, in millimetres of the page.
        matrix: What moves it before.
    """

    corner: Point
    matrix: tuple[float, float, float, float, float, float]

    @classmethod
    def of(cls, element: Element, origin: Point) -> "Frame":
        """The frame of an object in a space that begins somewhere on the page."""
        box, matrix = numbers(element.get("Boundary")), numbers(element.get("CTM"))
        a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        x, y = box[:2] if len(box) == 4 else (0.0, 0.0)
        return cls((x + origin[0], y + origin[1]), (a, b, c, d, e, f))

    def seen(self, x: float, y: float) -> Point:
        """A point of the object, in points of the page."""
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e + self.corner[0]) * POINT, (b * x + d * y + f + self.corner[1]) * POINT

    @property
    def turned(self) -> int | None:
        """The quarter turns, clockwise, of its writing; None if it goes across the page aslant."""
        quarters = quarter_turns(self.matrix[0], self.matrix[1])
        return None if quarters is None else quarters % 4


def box_of(element: Element, origin: Point) -> Area | None:
    """The box of an object, in points of the page."""
    box = numbers(element.get("Boundary"))
    if len(box) != 4:
        return None
    x, y = (box[0] + origin[0]) * POINT, (box[1] + origin[1]) * POINT
    return Area.between((x, y), (x + box[2] * POINT, y + box[3] * POINT))


def is_upright(element: Element) -> bool:
    """Whether a picture is neither turned nor turned over in its box."""
    a, b, c, d, *_ = [*numbers(element.get("CTM")), 1.0, 0.0, 0.0, 1.0]
    return a > 0 and d > 0 and max(abs(b), abs(c)) < _SLIGHT * min(a, d)
