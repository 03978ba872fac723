"""Numbers as the format of their cell prints them."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import attrs

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 31: 'yyyy"年"m"月"d"日"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_LEFT_OUT = re.compile(
    r"\[[^\]]*\]|_.|\*."
)  # colours, conditions, languages; space and filling of a character
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?")
_DATE = re.compile(r"y+|m+|d+|g+|a+|e+|h+|s+", re.IGNORECASE)
_EPOCH = datetime.date(1899, 12, 30)  # day 0, as if 1900 were a leap year
_DAYS_TO_1904 = 1462
_MOST_DAYS = 2_958_465 - _DAYS_TO_1904  # the last day of 9999, however days are counted
_MOST_PLACES = 10
_MOST = 10**15  # beyond it a number has no decimals to print


@attrs.frozen
class _Pattern:
    """What the first section of a format prints: digits with what stands around them, or a date."""

    before: str = ""
    after: str = ""
    places: int | None = None  # None: as many as the number has
    grouped: bool = False
    percent: bool = False
    date: str = ""


def printed(stored: str, format_id: int, code: str | None, *, from_1904: bool = False) -> str:
    """A stored number as it is printed; where its format shows no digits, the number itself.

    Args:
        stored: As the file has it.
        format_id: The number of its format.
        code: The format, where the workbook defines that number.
        from_1904: Whether the workbook counts days from 1904, as those of old Macs do.
    """
    try:
        # 15 digits are what a spreadsheet keeps; more are noise of binary fractions.
        number = Decimal(f"{float(stored):.15g}")
    except ValueError:
        return stored
    if not number.is_finite():
        return stored
    pattern = _pattern(_BUILT_IN.get(format_id, "") if code is None else code)
    if pattern.date and 0 < number <= _MOST_DAYS:
        days = int(number) + (_DAYS_TO_1904 if from_1904 else 0)
        return _date(_EPOCH + datetime.timedelta(days=days), pattern.date)
    number = number * 100 if pattern.percent else number
    if pattern.places is None or abs(number) >= _MOST:
        text = f"{number.normalize():f}"
    else:
        number = number.quantize(Decimal(1).scaleb(-pattern.places), ROUND_HALF_UP)
        text = f"{number or abs(number):{',' if pattern.grouped else ''}f}"  # no zero is negative
    return f"{pattern.before}{text}{'%' if pattern.percent else ''}{pattern.after}"


@lru_cache(maxsize=256)
def _pattern(code: str) -> _Pattern:
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return chr(0xE000 + len(literals) - 1)

    first = _LITERAL.sub(keep, code[:255]).partition(";")[0]
    first = _LEFT_OUT.sub("", first)

    def restored(text: str) -> str:
        return "".join(
            literals[ord(c) - 0xE000] if 0xE000 <= ord(c) < 0xE000 + len(literals) else c for c in text
        )

    digits = _DIGITS.search(first)
    if digits is None:
        is_date = _DATE.search(first) is not None and "general" not in first.lower()
        return _Pattern(date=code) if is_date else _Pattern()
    if "E" in first or "/" in first or "," in (digits[0][-1], first[digits.end() :][:1]):
        return _Pattern()  # a power of ten, a fraction, thousands
    _, _, decimals = digits[0].partition(".")
    optional = "#" in decimals or "?" in decimals or len(decimals) > _MOST_PLACES
    return _Pattern(
        before=restored(first[: digits.start()]).replace("%", "").strip(),
        after=restored(first[digits.end() :]).replace("%", "").strip(),
        places=None if optional else len(decimals),
        grouped="," in digits[0],
        percent="%" in first,
    )


def _date(day: datetime.date, code: str) -> str:
    """A day in its format where that is of years, months and days alone; else 2025-01-20."""
    parts = {"yyyy": f"{day.year}", "m": f"{day.month}", "d": f"{day.day}"}
    parts |= {"mm": f"{day.month:02}", "dd": f"{day.day:02}"}
    plain = _LITERAL.sub(lambda match: match[1] or match[2] or "", _LEFT_OUT.sub("", code.partition(";")[0]))
    known = all(found.lower() in parts for found in _DATE.findall(plain))
    return _DATE.sub(lambda match: parts[match[0].lower()], plain) if known else day.isoformat()
