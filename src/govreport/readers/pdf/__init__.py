"""PDF: its characters and lines through PDFium, laid out by `pages`; pages without text are recognised.

PDFium (pypdfium2) opens what browsers open, gives every character its place, and is small and free to use.
"""

from functools import partial

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.pages import Page, lay_out
from govreport.readers.pdf.opening import File
from govreport.readers.pdf.page import content
from govreport.readers.scans import recognised


def read(data: bytes, name: str | None = None) -> Document:
    """The document in a PDF.

    Raises:
        ReadError: It is damaged, encrypted or too large, or a page of it is a picture and the extra `ocr` is
            not installed.
    """
    pages: list[Page] = []
    with File(data) as file:
        for number in range(1, len(file) + 1):
            found = content(file, number)
            drawn = partial(file.drawn, number)
            pages.append(recognised(found.page, drawn) if found.is_picture else found.page)
    return lay_out(pages).document(SourceRecord("pdf", name))
