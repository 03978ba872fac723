"""What was put onto a page of a PDF later: text typed on it, fields filled in, stamps, handwriting.

PDFium keeps it apart from the page, and gives the text of pages only: it is printed onto the page, in memory,
once that is wiped. What a page draws could move what is printed after it.
"""

from typing import Any

import pypdfium2.raw as pdfium

from govreport.diagnostics import Message
from govreport.readers.pages import Area
from govreport.readers.pdf.frame import Frame
from govreport.readers.refusals import too_large

MOST_NOTES = 5_000  # of one page, with links and marks
MOST_PRINTED = 500  # of one page: each may hold as much as a page
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_SAID_IN = {pdfium.FPDF_ANNOT_FREETEXT: b"Contents", pdfium.FPDF_ANNOT_WIDGET: b"V"}
_DRAWN = frozenset((pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_INK))
_EMPTY = 2  # bytes of a text that ends at once


def left_alone(page: Any, frame: Frame) -> list[Area] | None:
    """Leave on a page only what was put on it later; where that is, or None if there is nothing.

    It is seen when the page is opened again. Links and the marks of readers are no part of it.

    Raises:
        ReadError: There is more of it than on any page of a report.
    """
    count = pdfium.FPDFPage_GetAnnotCount(page)
    _bounded(count, MOST_NOTES)
    areas: list[Area] = []
    others: list[int] = []
    for index in range(count):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note or not _is_printed(note):
            others.append(index)
        elif _says(note):
            areas.append(_area(note, frame))
        pdfium.FPDFPage_CloseAnnot(note)
    if len(others) == count:
        return None
    _bounded(count - len(others), MOST_PRINTED)
    for index in reversed(others):
        pdfium.FPDFPage_RemoveAnnot(page, index)
    _wipe(page)
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    return areas


def _wipe(page: Any) -> None:
    for _ in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, 0)
        if pdfium.FPDFPage_RemoveObject(page, item):
            pdfium.FPDFPageObj_Destroy(item)
    pdfium.FPDFPage_GenerateContent(page)


def _bounded(count: int, most: int) -> None:
    if count > most:
        raise too_large(Message(zh="页面批注", en="notes on a page"), count, most)


def _is_printed(note: Any) -> bool:
    """Whether a note belongs to what is read on the page; boxes to tick have states and no text."""
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    is_kept = kind in _SAID_IN or kind in _DRAWN
    return (
        is_kept and not pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN and not pdfium.FPDFAnnot_HasKey(note, b"AS")
    )


def _says(note: Any) -> bool:
    """Whether something is seen where a note is: fields may be blank."""
    key = _SAID_IN.get(pdfium.FPDFAnnot_GetSubtype(note))
    return key is None or pdfium.FPDFAnnot_GetStringValue(note, key, None, 0) > _EMPTY


def _area(note: Any, frame: Frame) -> Area:
    """Where a note is; a text may lie in a box larger than itself, so that only its middle counts."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, box)
    area = Area.between(frame.seen(box.left, box.bottom), frame.seen(box.right, box.top))
    return area if pdfium.FPDFAnnot_GetSubtype(note) in _DRAWN else area.middle
