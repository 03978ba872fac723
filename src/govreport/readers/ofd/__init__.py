"""OFD (GB/T 33190), the national format of electronic documents: its text and lines, laid out by `pages`."""

import attrs

from govreport.diagnostics import Message
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.archive import Package
from govreport.readers.ofd.content import content
from govreport.readers.ofd.parts import sources
from govreport.readers.pages import Page, lay_out
from govreport.readers.refusals import refuse

_FEW = 20  # characters: a page number or a seal over a scanned page
_HIDDEN = 0.8  # how certain the text is that a scanner recognised
_HINT = Message(
    zh="请将其另存为 PDF，再安装 ocr 组件读取。", en="save it as a PDF and read that with the extra ocr"
)


def read(data: bytes, name: str | None = None) -> Document:
    """The document in an OFD file.

    Raises:
        ReadError: It is damaged, encrypted or too large, or a page of it is a picture.
    """
    pages = []
    for number, source in enumerate(sources(Package(data)), 1):
        found = content(source)
        if len(found.runs) < _FEW and found.is_scan:
            if not found.hidden:
                raise refuse("GR045", number, hint=_HINT)
            hidden = [attrs.evolve(run, confidence=_HIDDEN) for run in found.hidden]
            pages.append(Page(number, *source.size, hidden))
        else:
            pages.append(Page(number, *source.size, found.runs, found.level, found.upright, found.unread))
    return lay_out(pages).document(SourceRecord("ofd", name))
