"""Word documents (.docx), from the XML of their parts, without a package beside Python's own.

Headers, footers, footnotes and comments stand apart from the text and are left out, and so are tables of
contents, hidden text, field codes and what tracked changes delete. List numbers are computed; a text box
comes before the paragraph that holds it.
"""

from govreport.diagnostics import Message
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.docx.content import Content
from govreport.readers.docx.layout import write
from govreport.readers.docx.names import w
from govreport.readers.docx.numbering import Numbering
from govreport.readers.docx.parts import Parts
from govreport.readers.docx.styles import Styles
from govreport.readers.flow import Flow
from govreport.readers.refusals import damaged, unknown

_EMBEDDING = Message(
    zh="把正文存为另一个嵌入文件（altChunk）的 Word 文件",
    en="a Word document that embeds another one as its text (altChunk)",
)


def read(data: bytes, name: str | None = None) -> Document:
    """The document that a .docx file holds.

    Raises:
        ReadError: It is damaged, encrypted or beyond a bound.
    """
    parts = Parts(data)
    styles = Styles(parts)
    body = parts.document().find(w("body"))
    if body is None:
        raise damaged(Message(zh="没有正文（w:body）", en="no w:body in the document"))
    if next(body.iter(w("altChunk")), None) is not None:
        raise unknown(_EMBEDDING)
    flow = Flow()
    write(Content(body, styles, Numbering(parts, styles)).blocks(body), flow)
    return flow.document(SourceRecord("docx", name))
