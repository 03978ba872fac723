"""The official form as a Word document (.docx): A4 and type after GB/T 9704, tables with merged cells.

Written part by part, without a package beside Python's own; the same report gives the same bytes.
"""

import zipfile
from io import BytesIO

from govreport.model import Report
from govreport.rendering.docx.body import document
from govreport.rendering.docx.markup import escaped
from govreport.rendering.docx.parts import CORE, STATIC

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first time that a zip archive knows


def render_docx(report: Report) -> bytes:
    """The report as a Word document that `govreport.read` reads back."""
    title, agency = escaped(report.title or ""), escaped(report.agency or "")
    parts = STATIC | {
        "docProps/core.xml": CORE.format(title=title, agency=agency),
        "word/document.xml": document(report),
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return buffer.getvalue()
