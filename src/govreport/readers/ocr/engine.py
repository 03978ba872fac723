"""The recognition of characters: RapidOCR, whose wheel carries its models; nothing is fetched."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import TextRecInput

from govreport.readers.ocr.ink import Picture

_NARROWEST = 96  # dots of the strip that a single digit is given at least; the model has 320


@cache
def _engine() -> Any:
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.use_det": False,
            "Rec.rec_img_shape": [3, 48, _NARROWEST],
            "Rec.rec_batch_num": 8,
        }
    )
    engine(np.zeros((48, 48, 3), np.uint8), use_det=False)  # models are loaded at the first use
    return engine.text_rec


def read(crops: Sequence[Picture]) -> list[tuple[str, float]]:
    """What is written in pictures of one line each, and how certain that is."""
    if not crops:
        return []
    colours = [np.repeat(crop[:, :, None], 3, axis=2) for crop in crops]
    result = _engine()(TextRecInput(img=colours))
    return [(text, float(score)) for text, score in zip(result.txts, result.scores, strict=True)]
