"""Bytes of a text file to text: UTF-8, UTF-16 with its mark, GB18030; anything else is refused by name."""

import codecs

from govreport.diagnostics import Message
from govreport.readers.refusals import refuse, unknown

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with that of UTF-16: it comes first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Text in another encoding, read as GB18030, is mostly made of rare characters.
_COMMON_SHARE = 0.8


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        ReadError: The file is empty, no text, or in an encoding that is not known for certain.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    if b"\0" in data:
        raise unknown(Message(zh="二进制文件（含有空字节）", en="a binary file (it holds NUL bytes)"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, error)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name, at = encoding.removesuffix("-sig").upper(), error.start + 1
        raise refuse(
            "GR041",
            why=Message(
                zh=f"文件以 {name} 的字节顺序标记开头，但第 {at} 个字节起不是 {name}",
                en=f"the file begins with the byte order mark of {name}, but is no {name} from byte {at} on",
            ),
        ) from error
    if not text.strip():
        raise refuse("GR040")
    return text


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
    raise refuse(
        "GR041",
        why=Message(
            zh=f"第 {line} 行起不是 UTF-8，也不像 GB18030（GBK）中文",
            en=f"from line {line} on it is not UTF-8, nor does it look like Chinese in GB18030 (GBK)",
        ),
    ) from error


def _is_common_chinese(text: str) -> bool:
    """Whether most Chinese characters are among the 3,755 of everyday use (level 1 of GB 2312)."""
    codes = [c.encode("gb18030") for c in text if "\u4e00" <= c <= "\u9fff"]
    common = sum(0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1 for code in codes)
    return common > 0 and common >= _COMMON_SHARE * len(codes)
