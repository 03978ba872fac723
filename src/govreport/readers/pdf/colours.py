"""What an object of a PDF is filled with."""

from ctypes import c_uint
from typing import Any

import pypdfium2.raw as pdfium

OPAQUE = 255


def fill_of(item: Any) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity, each up to 255; None where PDFium does not tell."""
    r, g, b, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    known = pdfium.FPDFPageObj_GetFillColor(item, r, g, b, alpha)
    return (r.value, g.value, b.value, alpha.value) if known else None
