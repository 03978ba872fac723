"""The characters of a page of a PDF, each with its place."""

import math
from ctypes import c_double, c_void_p, cast
from typing import Any

import attrs
import pypdfium2.raw as pdfium

from govreport.diagnostics import Message
from govreport.readers.pages import Run
from govreport.readers.pages.shapes import MIDDLE
from govreport.readers.pdf.colours import fill_of
from govreport.readers.pdf.frame import Frame
from govreport.readers.pdf.glyphs import letter
from govreport.readers.refusals import too_large

MOST_CHARACTERS = 200_000  # of one page
_WIDEST = 3.0  # of the size
_FILLED = 0  # the render mode of nearly all text
_INVISIBLE = 3  # that of text which a scanner lays under its picture


@attrs.frozen
class _Style:
    """What the characters of one text object have in common."""

    size: float
    a: float
    b: float
    turned: int
    hidden: bool


@attrs.define
class Text:
    """The characters of a page.

    Attributes:
        runs: Those that are seen.
        hidden: Those that are not, as they lie under a scanned picture.
        owners: The addresses of the objects that `runs` belong to.
    """

    runs: list[Run] = attrs.Factory(list)
    hidden: list[Run] = attrs.Factory(list)
    owners: list[int | None] = attrs.Factory(list)

    def add(self, run: Run, owner: int | None, *, hidden: bool) -> None:
        """Add a character of an object."""
        if hidden:
            self.hidden.append(run)
        else:
            self.runs.append(run)
            self.owners.append(owner)


def text(page: Any, frame: Frame) -> Text:
    """The characters of a page, in the order of the file; what goes across it aslant is a watermark.

    Raises:
        ReadError: There are more than any page of paper holds.
    """
    layer = page.get_textpage()
    count = pdfium.FPDFText_CountChars(layer)
    if count > MOST_CHARACTERS:
        raise too_large(Message(zh="字符", en="characters on a page"), count, MOST_CHARACTERS)
    found = Text()
    styles: dict[int | None, _Style | None] = {}
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    last: Run | None = None
    for index in range(count):
        owner = pdfium.FPDFText_GetTextObject(layer, index)
        if not owner:  # PDFium's own, for a gap or the end of a line
            continue
        code = pdfium.FPDFText_GetUnicode(layer, index)
        if code in (0x20, 0xA0, 0x3000, 0x09, 0x0A, 0x0D):
            if last is not None:
                last.spaced = True
            continue
        key = cast(owner, c_void_p).value
        if key not in styles:
            styles[key] = _style(layer, index, owner, frame)
        style = styles[key]
        if style is None:
            continue
        pdfium.FPDFText_GetLooseCharBox(layer, index, box)
        if box.right - box.left > _WIDEST * style.size:
            last = _vertical(layer, index, letter(code), style, frame)
        else:
            pdfium.FPDFText_GetCharOrigin(layer, index, x, y)
            last = _run(letter(code), style, frame, box, (x.value, y.value))
        if _is_on(last, frame):
            found.add(last, key, hidden=style.hidden)
    return found


def _style(layer: Any, index: int, owner: Any, frame: Frame) -> _Style | None:
    """How the characters of a text object are written; None if aslant."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(layer, index, matrix)
    turned = frame.turned(matrix.a, matrix.b)
    if turned is None:
        return None
    size = pdfium.FPDFText_GetFontSize(layer, index) * math.hypot(matrix.c, matrix.d)
    length = math.hypot(matrix.a, matrix.b) or 1.0
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    hidden = mode == _INVISIBLE or (mode == _FILLED and _is_clear(owner))
    return _Style(abs(size) or 1.0, matrix.a / length, matrix.b / length, turned, hidden)


def _is_clear(owner: Any) -> bool:
    """Whether a text object is filled with nothing that is seen."""
    colour = fill_of(owner)
    return colour is not None and colour[-1] == 0


def _run(character: str, style: _Style, frame: Frame, box: Any, origin: tuple[float, float]) -> Run:
    (x0, y0), (x1, y1) = frame.seen(box.left, box.bottom), frame.seen(box.right, box.top)
    rise = MIDDLE * style.size
    # Upwards from the base line is a quarter turn against the clock from the direction of writing.
    x, y = frame.seen(origin[0] - style.b * rise, origin[1] + style.a * rise)
    if style.turned % 2:
        half = abs(y1 - y0) / 2
        return Run(character, x - half, x + half, (y0 + y1) / 2, style.size, turned=style.turned)
    return Run(character, min(x0, x1), max(x0, x1), y, style.size, turned=style.turned)


def _vertical(layer: Any, index: int, character: str, style: _Style, frame: Frame) -> Run:
    """A character of a font for vertical writing: PDFium knows where its ink is, but not its box."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(layer, index, left, right, bottom, top)
    x, y = frame.seen((left.value + right.value) / 2, (bottom.value + top.value) / 2)
    half = style.size / 2
    return Run(character, x - half, x + half, y, style.size, turned=style.turned)


def _is_on(run: Run, frame: Frame) -> bool:
    """Whether a character lies on the page at all; what is cut off is not printed."""
    width, height = frame.size
    return 0 <= run.x <= width and 0 <= run.y <= height
