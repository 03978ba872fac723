"""Sections of prose and what they are made of: sub-headed parts, dates, the statistical period."""

import datetime
import re

from govreport import form
from govreport.model import Part, Period, Section
from govreport.reading.fold import fold

_OPENING = ("(", "（")
_SUBHEADING = re.compile(r"[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]")
_LONGEST_ORDINAL = 20  # with white space and invisible characters
_LONGEST_HEADING = 40
_RUN_IN = re.compile(r"[^。:;!?\n]{1,30}[。:]")
_DATE = r"(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?"
_ANY_DATE = re.compile(_DATE)
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}(?=\s*年)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_PERIOD = re.compile(form.pattern("outline", "PERIOD"))
_UNTIL = re.compile(form.pattern("outline", "PERIOD_END"))


def section(text: str) -> Section:
    """A section with the sub-headed parts that its text shows."""
    return Section(text, parts(text))


def parts(text: str) -> tuple[Part, ...]:
    """The parts under sub-headings with an ordinal in brackets: （一）主动公开情况.

    A sub-heading is a line of its own, or the first sentence of a line of up to thirty characters.
    """
    found: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        bare = line.lstrip(" \t\u3000#*")
        if bare[:1] in _OPENING and (
            _SUBHEADING.match(bare) or _SUBHEADING.match(fold(bare[:_LONGEST_ORDINAL]))
        ):
            title, rest = _split_heading(line.strip())
            found.append((title, [rest]))
        elif found:
            found[-1][1].append(line)
    return tuple([Part(title, "\n".join(lines).strip("\n")) for title, lines in found])


def _split_heading(line: str) -> tuple[str, str]:
    """The sub-heading that a line is or begins with, and the rest of the line."""
    head = line[:_LONGEST_HEADING]
    folded = fold(head)
    run_in = _RUN_IN.match(folded)
    # Folding may change the length (one character to several); then the line is not cut.
    if run_in and len(folded) == len(head) and line[run_in.end() :].strip():
        return line[: run_in.end()], line[run_in.end() :].strip()
    return head, line[_LONGEST_HEADING:]


def read_date(text: str) -> datetime.date | None:
    """The first date in a folded text."""
    match = _ANY_DATE.search(_arabic(text))
    return _date(*match.groups()) if match else None


def read_year(text: str) -> int | None:
    """The first year in a folded text, in Arabic or Chinese digits, followed by 年."""
    match = _YEAR.search(_arabic(text))
    return int(match[1]) if match else None


def read_period(text: str) -> Period | None:
    """The statistical period that a folded text names."""
    text = "".join(text.split())
    if match := _PERIOD.search(text):
        start = _date(match["y1"], match["m1"], match["d1"])
        end = _date(match["y2"] or match["y1"], match["m2"], match["d2"])
        return Period(start, end) if start and end and start <= end else None
    if match := _UNTIL.search(text):
        end = _date(match["y2"], match["m2"], match["d2"])
        return Period(None, end) if end else None
    return None


def _date(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _arabic(text: str) -> str:
    return _CHINESE_YEAR.sub(lambda m: m[0].translate(_CHINESE_DIGITS), text)
