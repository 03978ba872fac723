"""Pictures: a page photographed or scanned, PNG or JPEG."""

import warnings
from io import BytesIO

import cv2
import numpy as np
from PIL import Image, ImageOps

from govreport.diagnostics import Message, ReadError
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.ocr import Picture, recognise
from govreport.readers.pages import lay_out
from govreport.readers.refusals import damaged, too_large

MOST_DOTS = 80_000_000  # A3 at 600 dots an inch has 70 million
_PAPER = 842.0  # points: the longer side of A4, which a picture that does not say is taken for
_FINE, _COARSE = 300 / 72, 150 / 72  # dots for each point, beyond which a picture is made smaller or larger


def read(data: bytes, name: str | None = None) -> Document:
    """The document in a picture.

    Raises:
        ReadError: It is damaged, or larger than any page.
    """
    picture = _picture(data)
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


def _picture(data: bytes) -> Picture:
    try:
        # The bound is our own; Pillow only reads the head of the file until it is asked for more.
        with (
            warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning),
            Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image,
        ):
            width, height = image.size
            if width * height > MOST_DOTS:
                raise too_large(Message(zh="像素", en="dots"), width * height, MOST_DOTS)
            flat = ImageOps.exif_transpose(image).convert("RGBA")
            paper = Image.new("RGBA", flat.size, "white")
            return np.asarray(Image.alpha_composite(paper, flat).convert("L"), np.uint8)
    except ReadError:
        raise
    except Image.DecompressionBombError as error:
        raise too_large(Message(zh="像素", en="dots"), MOST_DOTS + 1, MOST_DOTS) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise damaged(error) from error
