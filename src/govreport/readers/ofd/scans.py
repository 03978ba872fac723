"""Pages of an OFD file that are pictures: their dots, as the page shows them."""

import cv2
import numpy as np

from govreport.diagnostics import Message, ReadError
from govreport.readers.ocr import Picture
from govreport.readers.ocr.files import MOST_DOTS, picture_of
from govreport.readers.ofd.content import Content
from govreport.readers.ofd.parts import Source
from govreport.readers.refusals import refuse, too_large

_WHITE = 255
_HINT = Message(
    zh="图片格式不是 PNG 或 JPEG，或被旋转；请将文件另存为 PDF 后读取。",
    en="its picture is turned, or neither PNG nor JPEG: save the file as a PDF and read that",
)


def drawn(source: Source, found: Content, number: int, scale: float) -> Picture:
    """The dots of a page, grey, at so many for each point; of several pictures the darker dot is seen.

    Raises:
        ReadError: A picture cannot be read, or is larger than any page.
    """
    width, height = (round(side * scale) for side in source.size)
    page = np.full((height, width), _WHITE, np.uint8)
    for area, identifier in found.pictures:
        x0, y0, x1, y1 = (round(side * scale) for side in (area.x0, area.y0, area.x1, area.y1))
        if (dots := (x1 - x0) * (y1 - y0)) > MOST_DOTS:
            raise too_large(Message(zh="像素", en="dots"), dots, MOST_DOTS)
        left, top, right, bottom = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        if left >= right or top >= bottom:
            continue
        shown = _sized(_picture(source, identifier, number), x1 - x0, y1 - y0)
        under = page[top:bottom, left:right]
        np.minimum(under, shown[top - y0 : bottom - y0, left - x0 : right - x0], out=under)
    return page


def _picture(source: Source, identifier: str, number: int) -> Picture:
    part = source.pictures.get(identifier)
    try:
        if part is not None:
            return picture_of(source.package.read(part))
    except ReadError as error:
        if error.diagnostics[0].code != "GR047":
            raise
    raise refuse("GR045", number, hint=_HINT)


def _sized(picture: Picture, width: int, height: int) -> Picture:
    way = cv2.INTER_AREA if width < picture.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=way), np.uint8)
