"""Numbers of a PDF that something was painted over: the file holds them, but they are not what is seen."""

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_void_p, cast
from typing import Any

import attrs
import pypdfium2.raw as pdfium

from govreport.diagnostics import Message
from govreport.readers.pages import Area, Run
from govreport.readers.pdf.colours import OPAQUE, fill_of
from govreport.readers.pdf.glyphs import UNKNOWN
from govreport.readers.refusals import too_large

MOST_BANDS = 1_000_000  # of one page
_BAND = 16.0  # points
_HALF = 0.3  # of the size: half the height of a digit
_SIDES = (4, 5)  # segments of a box


@attrs.define
class Covers:
    """The boxes that are painted over text.

    Attributes:
        texts: When each text object is painted, by its address.
    """

    texts: dict[int | None, int] = attrs.Factory(dict)
    _bands: dict[int, list[tuple[int, Area]]] = attrs.Factory(dict)
    _count: int = 0

    def text(self, item: Any, time: int) -> None:
        """Note when a text object is painted."""
        self.texts[cast(item, c_void_p).value] = time

    def box(self, area: Area, time: int) -> None:
        """Note that a box is painted."""
        bands = range(int(area.y0 // _BAND), int(area.y1 // _BAND) + 1)
        self._count += len(bands)
        if self._count > MOST_BANDS:
            raise too_large(Message(zh="重叠的图形", en="shapes over text"), self._count, MOST_BANDS)
        for band in bands:
            self._bands.setdefault(band, []).append((time, area))

    def unclear(self, runs: Sequence[Run], owners: Sequence[int | None]) -> None:
        """Make digits under a box unclear."""
        if not self._bands:
            return
        for run, owner in zip(runs, owners, strict=True):
            if run.text.isdigit() and self._hides(run, self.texts.get(owner)):
                run.text = UNKNOWN  # no number, and no blank

    def _hides(self, run: Run, time: int | None) -> bool:
        half = _HALF * run.size
        return time is not None and any(
            later > time
            and area.x0 <= run.x <= area.x1
            and area.y0 <= run.y - half
            and run.y + half <= area.y1
            for later, area in self._bands.get(int(run.y // _BAND), ())
        )


def is_solid_box(item: Any) -> bool:
    """Whether a path that is filled is a box through which nothing is seen."""
    if pdfium.FPDFPath_CountSegments(item) not in _SIDES:
        return False
    colour = fill_of(item)
    is_opaque = colour is not None and colour[-1] == OPAQUE
    return is_opaque and not pdfium.FPDFPageObj_HasTransparency(item)


def clips(item: Any) -> Iterator[list[tuple[float, float]]]:
    """The outlines beyond which an object is cut off, in the space that it stands in."""
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    x, y = c_float(), c_float()
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        points = []
        for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            points.append((x.value, y.value))
        if points:
            yield points
