"""What an OFD page shows: its objects in the order in which they are painted, one over the other."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import attrs

from govreport.diagnostics import Message
from govreport.readers.ofd.frame import Frame, box_of, is_upright
from govreport.readers.ofd.paint import Paint, is_stroked, paint
from govreport.readers.ofd.parts import Source, kind, order
from govreport.readers.ofd.paths import outlines
from govreport.readers.ofd.text import CHARACTERS, text
from govreport.readers.pages import Area, Rule, Run
from govreport.readers.pages.shapes import BORDER, FRAME, Point
from govreport.readers.refusals import too_large
from govreport.readers.scans import PICTURE

MOST_CHARACTERS = 500_000  # of one page
MOST_HELD = 20_000_000  # times that a character is looked for under or over a shade of its page
_OBJECTS = ("TextObject", "PathObject", "ImageObject", "CompositeObject")
_MARKS = ("Link", "Highlight")  # notes that add nothing to the page


@attrs.define
class Content:
    """What is seen on a page, in points.

    Attributes:
        runs: Its text.
        hidden: Text that is not seen: clear, or under a scan.
        level: Its horizontal lines.
        upright: Its vertical lines.
        unread: Where pictures are, and shapes that may be writing.
        is_scan: Whether a picture covers it.
        pictures: Its pictures: where each stands, and its identifier, if it is upright.
    """

    runs: list[Run] = attrs.Factory(list)
    hidden: list[Run] = attrs.Factory(list)
    level: list[Rule] = attrs.Factory(list)
    upright: list[Rule] = attrs.Factory(list)
    unread: list[Area] = attrs.Factory(list)
    is_scan: bool = False
    pictures: list[tuple[Area, str]] = attrs.Factory(list)
    _shades: list[tuple[Area, Paint]] = attrs.Factory(list)
    _held: int = 0

    def write(self, element: Element, frame: Frame) -> None:
        """Add a text object."""
        filled, _ = paint(element, usual=True)
        is_seen = filled is not Paint.NONE or is_stroked(element, usual=False)
        for run in text(element, frame):
            is_lost = filled is Paint.WHITE and not self._is_on_shade(run)
            (self.runs if is_seen and not is_lost else self.hidden).append(run)
            if (count := len(self.runs) + len(self.hidden)) > MOST_CHARACTERS:
                raise too_large(CHARACTERS, count, MOST_CHARACTERS)

    def draw(self, element: Element, frame: Frame) -> None:
        """Add a path: its lines, its shade, or a shape that may be writing."""
        filled, is_solid = paint(element, usual=False)
        stroked = is_stroked(element, usual=True)
        if not stroked and filled is Paint.NONE:
            return
        for outline in outlines(element, frame):
            if filled is not Paint.NONE and outline.is_box:
                self._shade(outline.area, filled, is_solid=is_solid)
            if not stroked and filled is Paint.WHITE:
                continue
            outline.draw(self.level, self.upright)
            if not (outline.is_box or outline.is_thin):
                self.unread.append(outline.area.grown(BORDER))

    def show(self, element: Element, area: Area, size: tuple[float, float]) -> None:
        """Add a picture, on a page of a size; text that lies under a scan is what a machine read in it."""
        self.pictures.append((area, element.get("ResourceID", "") if is_upright(element) else ""))
        self.unread.append(area.grown(-FRAME))
        self._shades.append((area, Paint.SHADE))
        if (area.x1 - area.x0) * (area.y1 - area.y0) > PICTURE * size[0] * size[1]:
            self.is_scan = True
            self._hide(area)

    def _shade(self, area: Area, filled: Paint, *, is_solid: bool) -> None:
        self._shades.append((area, filled))
        if is_solid:
            self._hide(area)

    def _hide(self, area: Area) -> None:
        """Put aside the text that something is painted over."""
        self._hold(len(self.runs))
        covered = [run for run in self.runs if _holds(area, run)]
        if covered:
            self.hidden += covered
            self.runs = [run for run in self.runs if not _holds(area, run)]

    def _is_on_shade(self, run: Run) -> bool:
        """Whether white writing stands out from what is under it."""
        self._hold(len(self._shades))
        return next((filled for area, filled in reversed(self._shades) if _holds(area, run)), None) is (
            Paint.SHADE
        )

    def _hold(self, count: int) -> None:
        self._held += count
        if self._held > MOST_HELD:
            raise too_large(Message(zh="重叠的图形", en="shapes over text"), self._held, MOST_HELD)


def content(source: Source) -> Content:
    """What a page shows.

    Raises:
        ReadError: It is damaged, or beyond a bound.
    """
    found = Content()
    for layer in source.layers:
        for element, origin in _objects(layer):
            match kind(element):
                case "TextObject":
                    found.write(element, Frame.of(element, origin))
                case "PathObject":
                    found.draw(element, Frame.of(element, origin))
                case "ImageObject" if area := box_of(element, origin):
                    found.show(element, area, source.size)
                case _ if area := box_of(element, origin):  # its text stands in another part
                    found.unread.append(area.grown(-FRAME))
    return found


def _objects(root: Element) -> Iterator[tuple[Element, Point]]:
    """The objects of a page, template or note that are visible, and where their space begins."""
    waiting: list[tuple[Element, Point]] = [(root, (0.0, 0.0))]
    while waiting:
        element, (x, y) = waiting.pop()
        name = kind(element)
        if element.get("Visible") == "false" or (name == "Annot" and element.get("Type") in _MARKS):
            continue
        if name in _OBJECTS:
            yield element, (x, y)
            continue
        start = Frame.of(element, (x, y)).corner if name == "Appearance" else (x, y)
        held = sorted(element, key=order) if name == "Content" else list(element)
        waiting += [(each, start) for each in reversed(held)]


def _holds(area: Area, run: Run) -> bool:
    return area.x0 <= run.x <= area.x1 and area.y0 <= run.y <= area.y1
