"""White space as a browser shows it."""

import re
from collections.abc import Sequence

MARK = "\0"  # between text that is set apart and what it touches; in no text of a page
BLANKS = " \t\n\r\f"  # white space that is collapsed; hard and wide blanks are shown
_BLANK = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BROKEN = re.compile(rf"(?<={_WIDE})[ \t\f\r]*\n[ \t\f\r\n]*(?={_WIDE})")
_DIGIT = r"[\d²³¹⁰-₉①-⓿]"
_BETWEEN_DIGITS = re.compile(rf"(?<={_DIGIT}){MARK}+(?={_DIGIT})")


def collapsed(text: str) -> str:
    """Text with each run of white space as one blank; none where a line of the file ends amid Chinese."""
    text = text.strip(BLANKS)
    if "\n" in text:
        text = _BROKEN.sub("", text)
    elif "  " not in text and "\t" not in text and "\r" not in text and "\f" not in text:
        return text
    return _BLANK.sub(" ", text)


def cell_words(texts: Sequence[str]) -> Sequence[str]:
    """The texts of cells; in most no white space is left within them."""
    together = "".join(texts)
    if " " not in together and together.isprintable():  # of white space the blank alone is printable
        return texts
    texts = list(map(str.strip, texts))
    together = "".join(texts)
    if "  " not in together and together.isprintable():
        return texts
    return [text if text.isalnum() else collapsed(text).strip() for text in texts]


def rejoined(text: str) -> str:
    """Text without the marks in it: 12 with a raised 1 is no 121."""
    return _BETWEEN_DIGITS.sub(" ", text).replace(MARK, "") if MARK in text else text
