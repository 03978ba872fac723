"""PNG and JPEG to the dots of a page."""

import warnings
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps

from govreport.diagnostics import Message, ReadError
from govreport.readers.ocr.ink import Picture
from govreport.readers.refusals import damaged, too_large

MOST_DOTS = 80_000_000  # A3 at 600 dots an inch has 70 million


def picture_of(data: bytes) -> Picture:
    """The dots of a picture, grey on white paper, as it is held upright.

    Raises:
        ReadError: It is damaged, of another kind, or larger than any page.
    """
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
