"""Bytes of a page to text. What a page declares is believed only where its bytes agree."""

import re

from govreport.diagnostics import Message
from govreport.readers.encodings import BYTE_ORDER_MARKS
from govreport.readers.refusals import refuse

_HEAD = 8192  # a declaration stands within so many bytes
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_FAMILIES = (
    (re.compile(r"gb|cp936|ms936|windows-936|euc-cn|x-cp20936"), "gb18030"),
    (re.compile(r"big5|cp950|x-x-big5"), "cp950"),
    (re.compile(r"utf-?8"), "utf-8"),
)
_GUESSES = ("utf-8", "gb18030", "cp950")
_MOST_BROKEN = 0.002  # share of characters that may be broken, as pages put together from pieces have them
_COMMON = (
    0.75  # share of Chinese characters in everyday use; in the wrong encoding it is about a half or less
)
_LOOK = 50_000  # characters that are judged


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a page.

    Args:
        data: The page.
        declared: The encoding that came with it, outside of its bytes.

    Raises:
        ReadError: It is in no encoding that pages in Chinese are written in.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")  # bytes of another encoding are hardly ever UTF-8 as well
    except UnicodeDecodeError as error:
        named = [family for name in (declared, _declaration(data)) if name and (family := _family(name))]
        for encoding in dict.fromkeys((*named, *_GUESSES)):
            text = data.decode(encoding, errors="replace")
            if _is_sound(text):
                return text
        raise _unknown(data, error) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the first tags is a NUL."""
    head = data[:200].lstrip(b" \t\r\n")
    if head[1:2] == b"\0" and head[3:4] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if head[:1] == b"\0" and head[2:3] == b"\0" else None


def _declaration(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _HEAD)
    return match[1].decode("ascii", errors="replace") if match else None


def _family(name: str) -> str | None:
    """What stands for an encoding: the largest of its family; None for one that has no Chinese characters."""
    lowered = name.lower()
    return next((encoding for pattern, encoding in _FAMILIES if pattern.match(lowered)), None)


def _is_sound(text: str) -> bool:
    """Whether next to nothing is broken, and most Chinese characters are in everyday use."""
    if text.count("\N{REPLACEMENT CHARACTER}") > max(1, _MOST_BROKEN * len(text)):
        return False
    chinese = [c for c in text[:_LOOK] if "\u3400" <= c <= "\u9fff"]
    return bool(chinese) and sum(map(_is_common, chinese)) >= _COMMON * len(chinese)


def _is_common(character: str) -> bool:
    """Whether it is on the first level of GB 2312 or of Big5."""
    simplified = character.encode("gb2312", errors="replace")
    if 0xB0 <= simplified[0] <= 0xD7:
        return True
    traditional = character.encode("big5", errors="replace")
    return 0xA4 <= traditional[0] <= 0xC6


def _unknown(data: bytes, error: UnicodeDecodeError) -> Exception:
    line = data.count(b"\n", 0, error.start) + 1
    return refuse(
        "GR041",
        why=Message(
            zh=f"网页第 {line} 行起不是 UTF-8，也不像 GB18030（GBK）或 Big5 中文",
            en=f"from line {line} on it is not UTF-8, nor does it look like Chinese in GB18030 (GBK) or Big5",
        ),
    )
