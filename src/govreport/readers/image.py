"""Pictures: a page photographed or scanned, PNG or JPEG."""

import cv2
import numpy as np

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.ocr import recognise
from govreport.readers.ocr.files import picture_of
from govreport.readers.pages import lay_out

_PAPER = 842.0  # points: the longer side of A4, which a picture that does not say is taken for
_FINE, _COARSE = 300 / 72, 150 / 72  # dots for each point, beyond which a picture is made smaller or larger


def read(data: bytes, name: str | None = None) -> Document:
    """The document in a picture.

    Raises:
        ReadError: It is damaged, or larger than any page.
    """
    picture = picture_of(data)
    scale = max(picture.shape) / _PAPER
    if not _COARSE <= scale <= _FINE:
        factor = min(max(scale, _COARSE), _FINE) / scale
        resized = cv2.resize(
            picture,
            None,
            fx=factor,
            fy=factor,
            interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC,
        )
        picture, scale = np.asarray(resized, np.uint8), scale * factor
    return lay_out([recognise(picture, scale, 1)]).document(SourceRecord("image", name))
