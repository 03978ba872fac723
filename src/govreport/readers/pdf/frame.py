"""How a page stands: from the space of the file to points from the top left as it is seen."""

from typing import Any

import attrs

from govreport.readers.pages.shapes import quarter_turns


@attrs.frozen
class Frame:
    """A page as it is seen.

    Attributes:
        left: Its left edge in the space of the file.
        bottom: Its lower edge.
        right: Its right edge.
        top: Its upper edge.
        turns: Quarter turns, clockwise, by which it is shown.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file is seen."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def turned(self, a: float, b: float) -> int | None:
        """The quarter turns, clockwise, at which writing in a direction of the file is seen.

        None if it goes across the page aslant.
        """
        quarters = quarter_turns(a, b)
        return None if quarters is None else (self.turns - quarters) % 4

    def by(self, turns: int) -> "Frame":
        """The same page, turned further."""
        return attrs.evolve(self, turns=(self.turns + turns) % 4)


def frame(page: Any) -> Frame:
    """The frame of a page of PDFium."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)
