"""What PDF and OFD have in common: how writing, lines, boxes and drawings are told from each other."""

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]

MIDDLE = 0.36  # of the size above the base line: half the height of a digit
THIN = 3.0  # points: a box as thin as this is a line
STRAIGHT = 0.7  # points by which a line may lean
FRAME = 2.0  # points by which a picture may lie over the lines of its cell
BORDER = 1.0  # points: what comes as near to the side of a cell is its border, and no writing in it
_LEANING = math.radians(8)  # by which writing may be off the axes of its page


def quarter_turns(a: float, b: float) -> int | None:
    """The quarter turns of writing in a direction; None if it goes across the page aslant."""
    angle = math.atan2(b, a)
    quarters = round(angle / (math.pi / 2))
    return None if abs(angle - quarters * math.pi / 2) > _LEANING else quarters


def is_box(points: Sequence[Point]) -> bool:
    """Whether an outline is a box along the axes."""
    return (
        len(points) == 5
        and points[0] == points[-1]
        and all(min(abs(ax - bx), abs(ay - by)) <= STRAIGHT for (ax, ay), (bx, by) in pairwise(points))
    )
