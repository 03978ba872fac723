"""One cell: its text to a number, a blank, or something that is neither and is named."""

import re
from enum import Enum
from unicodedata import category

import attrs

from govreport import form
from govreport.model import Amount
from govreport.reading.fold import fold

_NUMBER = re.compile(form.pattern("common", "NUMBER"))
_BLANK = re.compile(form.pattern("common", "BLANK"))
# A number with words in brackets behind or before it; the words are a remark and stay in the raw text.
_REMARK = re.compile(r"\([^()\d][^()]{0,60}\)|\[[^\[\]]{0,60}\]")
# Words in brackets that say what the number counts in are no remark: without them it is another number.
_UNIT_REMARK = re.compile(r"[(\[](?:单位:? ?)?([百千万亿]{1,2}[元件条起宗份次项个部人]{0,2}|元)[)\]]")
# What changes the number that ends the line before: its decimals, or what it counts in; or is a misread one.
_REST = re.compile(
    r"\(?(?:单位:? ?)?(?:[.,]\d[\d.,]{0,20}\w{0,3}|[百千万亿]{1,2}[余多]?[元件条起宗份次项个部人]{0,2}|元)\)?"
    r"|[○◯●〇□■√×~·*°。A-Za-z]"
)
_BACKWARDS = "\u202e"  # what follows is shown from right to left
_GROUPED = re.compile(r"[,\s]")
# Starts like a number; what follows is too much for a cell of the form.
_NUMERIC = re.compile(r"[+\-↑↓]*\d(?:[\d.,/\-+ ]*\d)?[%‰万亿余多人次元件条起宗份项个]{0,4}$")
_MANY_DIGITS = 10  # more than any organ counts: two numbers without their space
_TOO_MANY_DIGITS = 19
_DECREASE = frozenset(("-", "减少", "减", "↓"))
MONEY = frozenset(("元", "万元", "亿元"))


class Kind(Enum):
    """What the text of a cell is."""

    NUMBER = "number"
    BLANK = "blank"
    BAD = "bad"  # printed, but no value that the form allows
    LOST = "lost"  # not in the text
    ABSENT = "absent"  # its whole row is not in the text


@attrs.frozen
class Reading:
    """What a cell's text says, whatever the form wants of it.

    `doubtful` marks a number that may be two, or half of one: leading zeros, odd groups of digits; `plain`
    an integer or blank that nothing is to be said about; `signed` a number with a sign before it.
    """

    kind: Kind
    digits: str = ""  # unsigned, separators removed, decimals kept
    negative: bool = False
    unit: str | None = None
    doubtful: bool = False
    integer: int | None = None
    plain: bool = False
    signed: bool = False

    @property
    def amount(self) -> Amount | None:
        """The cell as an amount, its unit as printed in the cell."""
        if self.kind is not Kind.NUMBER:
            return None
        return Amount(
            f"-{self.digits}" if self.negative else self.digits, self.unit if self.unit in MONEY else None
        )


BLANK = Reading(Kind.BLANK, plain=True)
LOST = Reading(Kind.LOST, plain=True)
ABSENT = Reading(Kind.ABSENT, plain=True)


def goes_on(raw: str) -> bool:
    """Whether a text is no cell but the rest of the one before it, .46 or 万元, or may be one misread: ○."""
    return _REST.fullmatch(fold(raw).strip()) is not None


def read_cell(raw: str) -> Reading | None:
    """Read the text of a cell; None where it is no cell but a label or other text."""
    text = fold(raw).strip()
    if len(text) > 80:
        return None
    if _BLANK.fullmatch(text):
        return BLANK
    if not any(map(str.isdigit, text)):
        return None
    if "(" in text or "[" in text:
        text = _REMARK.sub(" ", _UNIT_REMARK.sub(r"\1", text)).strip()
    match = _NUMBER.fullmatch(text)
    if match is None:
        return Reading(Kind.BAD, doubtful=True) if _NUMERIC.match(text) else None
    if not raw.isascii() and any(category(c) == "No" or c == _BACKWARDS for c in raw):
        return Reading(Kind.BAD, doubtful=True)  # the mark of a note, ① or ², is no digit of the number
    sign, grouped, decimals, unit = match.groups()
    digits = _GROUPED.sub("", grouped)
    negative = sign in _DECREASE
    whole = decimals is None and unit not in MONEY and len(digits) < _TOO_MANY_DIGITS
    doubtful = (len(digits) > 1 and digits[0] == "0") or len(digits) >= _MANY_DIGITS
    integer = (-int(digits) if negative else int(digits)) if whole else None
    return Reading(
        Kind.NUMBER,
        digits + (decimals or ""),
        negative,
        unit,
        doubtful,
        integer,
        plain=whole and not doubtful and sign is None,
        signed=sign is not None,
    )
