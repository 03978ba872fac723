"""What the bytes of a file are, told from how they begin; a suffix decides only between kinds of text."""

import re
from pathlib import PurePath

import attrs

from govreport.diagnostics import Message
from govreport.readers.refusals import unknown

_HEAD = 4096  # bytes that are looked at


@attrs.frozen
class Format:
    """A kind of file that is read.

    Attributes:
        name: As in `SourceRecord.format`.
        module: The module of `govreport.readers` that reads it.
        extra: The extra that installs what the module needs, or None.
        called: What people call it.
    """

    name: str
    module: str
    extra: str | None
    called: Message


TEXT = Format("text", "plain", None, Message(zh="纯文本", en="plain text"))
HTML = Format("html", "html", "html", Message(zh="网页（HTML）", en="an HTML page"))
DOCX = Format("docx", "docx", None, Message(zh="Word 文件（docx）", en="a Word document (docx)"))
PDF = Format("pdf", "pdf", "pdf", Message(zh=" PDF 文件", en="a PDF"))
IMAGE = Format("image", "image", "ocr", Message(zh="图片", en="a picture"))
OFD = Format("ofd", "ofd", None, Message(zh=" OFD 文件", en="an OFD document"))
XLSX = Format("xlsx", "xlsx", None, Message(zh="电子表格（xlsx）", en="a spreadsheet (xlsx)"))
OFFICE = Format(
    "office",
    "office",
    None,
    Message(
        zh="旧版 Office、WPS、OpenDocument 或 RTF 文件",
        en="a document of old Office, WPS, OpenDocument or RTF",
    ),
)

_STARTS = (
    (
        re.compile(
            rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf|\s{0,99}<\?xml[^>]{0,200}>\s{0,99}<\?mso-application"
        ),
        OFFICE,
    ),
    (re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff"), IMAGE),
)
# The part of a zip archive that tells what it is.
_PARTS = {
    "word/document.xml": DOCX,
    "xl/workbook.xml": XLSX,
    "OFD.xml": OFD,
    "content.xml": OFFICE,  # OpenDocument
}
_ELSEWHERE = (
    (
        re.compile(rb"GIF8|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF....WEBP", re.DOTALL),
        Message(
            zh="一种不读取的图片格式（只读取 PNG 和 JPEG）",
            en="a picture in a format other than PNG and JPEG",
        ),
    ),
    (re.compile(rb"7z\xbc\xaf|Rar!|\x1f\x8b"), Message(zh="压缩文件", en="an archive")),
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|meta)[\s>/]", re.IGNORECASE)
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")


def format_of(data: bytes, name: str | None = None) -> Format:
    """The format of a file.

    Raises:
        ReadError: It is of a kind that is not read.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _archive(data)
    for start, kind in _STARTS:
        if start.match(head):
            return kind
    for start, called in _ELSEWHERE:
        if start.match(head):
            raise unknown(called)
    return HTML if _is_page(head, PurePath(name).suffix.lower() if name else "") else TEXT


def _archive(data: bytes) -> Format:
    from govreport.readers.archive import Package  # pages and texts do without

    names = set(Package(data).names)
    for part, kind in _PARTS.items():
        if part in names:
            return kind
    if any(name.startswith("word/document") for name in names):  # Word Online numbers it
        return DOCX
    raise unknown(
        Message(
            zh="压缩文件（zip），其中没有 Word、表格或 OFD 的内容",
            en="a zip archive that is no Word, spreadsheet or OFD document",
        )
    )


def _is_page(head: bytes, suffix: str) -> bool:
    """Whether text is a page: it begins with a tag, or its suffix says so; in any encoding of the field."""
    if suffix in _PAGE_SUFFIXES:
        return True
    if suffix in (".txt", ".md", ".markdown"):
        return False
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    text = head.decode(encoding, errors="replace").removeprefix("\xef\xbb\xbf").lstrip("\ufeff \t\r\n")
    if text.startswith("<") and _PAGE.search(text):
        return True
    return text[:13].lower() == "mime-version:" or "multipart/related" in text[:2000].lower()
