"""OFD (GB/T 33190), the national format of electronic documents: its text and lines, laid out by `pages`."""

from functools import partial
from typing import TYPE_CHECKING

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.archive import Package
from govreport.readers.ofd.content import Content, content
from govreport.readers.ofd.parts import Source, sources
from govreport.readers.pages import Page, lay_out
from govreport.readers.scans import FEW, recognised

if TYPE_CHECKING:
    from govreport.readers.ocr import Picture


def read(data: bytes, name: str | None = None) -> Document:
    """The document in an OFD file.

    Raises:
        ReadError: It is damaged, encrypted or too large, or a page of it is a picture and the extra `ocr` is
            not installed.
    """
    pages = []
    for number, source in enumerate(sources(Package(data)), 1):
        found = content(source)
        if len(found.runs) < FEW and found.is_scan:
            page = Page(number, *source.size, found.hidden)
            pages.append(recognised(page, partial(_drawn, source, found, number)))
        else:
            pages.append(Page(number, *source.size, found.runs, found.level, found.upright, found.unread))
    return lay_out(pages).document(SourceRecord("ofd", name))


def _drawn(source: Source, found: Content, number: int, scale: float) -> "Picture":
    from govreport.readers.ofd.scans import drawn  # what it takes comes with the extra

    return drawn(source, found, number, scale)
