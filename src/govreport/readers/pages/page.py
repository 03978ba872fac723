"""What is printed on a page, wherever it was found: text and ruling lines, in points from the top left."""

import attrs


@attrs.define
class Run:
    """Characters printed together: one of a PDF, a few, or a whole line recognised in a picture.

    Attributes:
        text: The characters, without white space around them.
        x0: Left edge.
        x1: Right edge.
        y: Middle, downwards from the top of the page.
        size: Height of the type.
        spaced: Whether a space is printed behind it.
        turned: Quarter turns, clockwise, that the text is turned against the page: 0 to 3.
        confidence: How certain the characters are.
        struck: Whether a line strikes them out.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spaced: bool = False
    turned: int = 0
    confidence: float = 1.0
    struck: bool = False

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2


@attrs.frozen
class Rule:
    """A straight line along an axis.

    Attributes:
        at: Where it stands: its y if it is level, else its x.
        start: Where it begins along the other axis.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


@attrs.frozen
class Area:
    """A place on a page, by its edges.

    Attributes:
        x0: Left.
        y0: Upper.
        x1: Right.
        y1: Lower.
    """

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> "Area":
        """The area that has two points at opposite corners."""
        (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return cls(x0, y0, x1, y1)

    def grown(self, by: float) -> "Area":
        """The area with its edges moved outwards, or inwards by less than nothing."""
        return Area(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    @property
    def middle(self) -> "Area":
        """The point in its middle."""
        x, y = (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2
        return Area(x, y, x, y)


@attrs.define
class Page:
    """A page as printed; `runs` are in the order of the file.

    Attributes:
        number: From 1.
        width: In points.
        height: In points.
        runs: Its text.
        level: Its horizontal rules.
        upright: Its vertical rules.
        unread: Where something is seen that is not among its text: pictures, drawings, notes.
    """

    number: int
    width: float
    height: float
    runs: list[Run] = attrs.Factory(list)
    level: list[Rule] = attrs.Factory(list)
    upright: list[Rule] = attrs.Factory(list)
    unread: list[Area] = attrs.Factory(list)
