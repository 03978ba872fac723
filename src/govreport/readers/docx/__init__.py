"""Word documents (.docx), from the XML of their parts, without a package beside Python's own.

Headers, footers, footnotes and comments stand apart from the text and are left out, and so are hidden
text, field codes and what tracked changes delete. List numbers are computed; a text box comes before the
paragraph that holds it.
"""

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.docx.content import Content
from govreport.readers.docx.layout import write
from govreport.readers.docx.names import w
from govreport.readers.docx.numbering import Numbering
from govreport.readers.docx.parts import Parts
from govreport.readers.docx.styles import Styles
from govreport.readers.flow import Flow
from govreport.readers.refusals import damaged


def read(data: bytes, name: str | None = None) -> Document:
    """The document that a .docx file holds.

    Raises:
        ReadError: It is damaged, encrypted or beyond a bound.
    """
    parts = Parts(data)
    styles = Styles(parts)
    body = parts.document().find(w("body"))
    if body is None:
        raise damaged("no w:body in the document")
    flow = Flow()
    write(Content(styles, Numbering(parts, styles)).blocks(body), flow)
    return flow.document(SourceRecord("docx", name))
