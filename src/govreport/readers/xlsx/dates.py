"""Days as their format prints them."""

import datetime
from decimal import Decimal

from govreport.readers.xlsx.codes import Section

_EPOCH = datetime.date(1899, 12, 30)  # day 0, as if 1900 were a leap year
_FIRST = 61  # the first of March 1900: spreadsheets do not agree on the days before
_DAYS_TO_1904 = 1462
_LAST = 2_958_465  # the last day of 9999


def date(number: Decimal, section: Section, *, from_1904: bool) -> str | None:
    """A day in its format where that is of years, months and days alone, else 2025-01-20; None for no day.

    A year or a day alone would look like a count, and is therefore written as 2025-01-20 as well.
    """
    days = number + (_DAYS_TO_1904 if from_1904 else 0)
    if number < 0 or not _FIRST <= days < _LAST + 1:
        return None
    day = _EPOCH + datetime.timedelta(days=int(days))
    parts = {"yyyy": f"{day.year}", "m": f"{day.month}", "d": f"{day.day}"}
    parts |= {"mm": f"{day.month:02}", "dd": f"{day.day:02}"}
    if not section.kinds <= {"date", "literal", "gap", "slash", "point", "comma"}:
        return day.isoformat()
    texts = [parts.get(t.text.lower()) if t.kind == "date" else t.text for t in section.tokens]
    shown = "".join(text for text in texts if text is not None).strip()
    return day.isoformat() if None in texts or shown.isdecimal() else shown
