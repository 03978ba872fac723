"""Bytes of a text file to text: UTF-8, UTF-16 with its mark, GB18030; anything else is refused by name."""

import codecs
import re

from govreport.diagnostics import Message

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with that of UTF-16: it comes first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# How a document that is no plain text begins, and what it is called.
_DOCUMENTS = (
    (re.compile(rb"%PDF-"), Message(zh="PDF 文件", en="a PDF")),
    (
        re.compile(rb"PK\x03\x04"),
        Message(zh="压缩文件（docx、xlsx、zip 等）", en="a zip archive (docx, xlsx, zip)"),
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        Message(
            zh="旧版 Office 或 WPS 文件（doc、xls、wps）", en="an old Office or WPS document (doc, xls, wps)"
        ),
    ),
    (re.compile(rb"\{\\rtf"), Message(zh="RTF 文件", en="an RTF document")),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), Message(zh="图片", en="an image")),
    (
        re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE),
        Message(zh="网页（HTML）", en="an HTML page"),
    ),
)

# Text in another encoding, read as GB18030, is mostly made of rare characters.
_COMMON_SHARE = 0.8


class UnreadableError(ValueError):
    """The bytes are no text that can be read.

    Attributes:
        message: What they are and what to do, in Chinese and English; `str()` picks one.
    """

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)

    def __str__(self) -> str:
        return str(self.message)


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        UnreadableError: The file is empty, no text, or in an encoding that is not known for certain.
    """
    if not data.strip():
        raise UnreadableError(Message(zh="文件是空的。", en="the file is empty"))
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    _refuse_documents(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, error)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise UnreadableError(
            Message(
                zh=f"文件以 {name} 的字节顺序标记开头，但第 {error.start + 1} 个字节起不是 {name}。"
                "请另存为 UTF-8 文本。",
                en=f"the file begins with the byte order mark of {name}, but from byte {error.start + 1} on "
                f"it is not {name}; save it again as UTF-8 text",
            )
        ) from error
    if not text.strip():
        raise UnreadableError(Message(zh="文件是空的。", en="the file is empty"))
    return text


def _refuse_documents(data: bytes) -> None:
    for start, name in _DOCUMENTS:
        if start.match(data):
            raise UnreadableError(
                Message(
                    zh=f"这是{name.zh}，不是纯文本。请打开它，复制全文，另存为 UTF-8 文本文件。",
                    en=f"this is {name.en}, not plain text; open it, copy all of its text "
                    "and save that as a UTF-8 text file",
                )
            )
    if b"\0" in data:
        raise UnreadableError(
            Message(
                zh="这是二进制文件（含有空字节），不是纯文本。如果它是 UTF-16 文本，请另存为 UTF-8。",
                en="this is a binary file (it holds NUL bytes), not plain text; "
                "if it is UTF-16 text, save it as UTF-8",
            )
        )


def _decode_other(data: bytes, error: UnicodeDecodeError) -> str:
    if error.reason == "unexpected end of data":
        # A download that was cut inside a character: the mark U+FFFD stays in the text as its trace.
        return data.decode("utf-8", errors="replace")
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _is_common_chinese(text):
        return text
    line = data.count(b"\n", 0, error.start) + 1
    raise UnreadableError(
        Message(
            zh=f"无法确定文件的编码：第 {line} 行起不是 UTF-8，也不像 GB18030（GBK）中文。"
            "请另存为 UTF-8 文本。",
            en=f"the encoding is not known: from line {line} on it is not UTF-8, "
            "nor does it look like Chinese in GB18030 (GBK); save it as UTF-8 text",
        )
    ) from error


def _is_common_chinese(text: str) -> bool:
    """Whether most Chinese characters are among the 3,755 of everyday use (level 1 of GB 2312)."""
    codes = [c.encode("gb18030") for c in text if "\u4e00" <= c <= "\u9fff"]
    common = sum(0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1 for code in codes)
    return common > 0 and common >= _COMMON_SHARE * len(codes)
