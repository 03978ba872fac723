"""Numbers and texts as the format of their cell prints them."""

import re
from decimal import Decimal

from govreport.readers.xlsx.codes import GENERAL, Section, code_of, parse
from govreport.readers.xlsx.dates import date
from govreport.readers.xlsx.digits import figures, general, plain

UNKNOWN = "\ufffd"  # what is printed is not known: such a cell is neither a number nor blank
_COUNTED = re.compile("[1-9]")


def printed(stored: str, format_id: int, code: str | None, *, from_1904: bool = False) -> str:
    """A stored number as it is printed, U+FFFD where that is not known.

    Args:
        stored: As the file has it.
        format_id: The number of its format.
        code: The format, where the workbook defines that number.
        from_1904: Whether the workbook counts days from 1904, as those of old Macs do.
    """
    number = parsed(stored)
    if number is None:
        return stored
    known = code_of(format_id, code)
    if known == GENERAL:
        return plain(number)
    sections = None if known is None else parse(known)
    section = None if sections is None else sections.of(number)
    if sections is None or section is None or "unknown" in section.kinds:
        return UNKNOWN
    if "date" in section.kinds or section.kinds == {"script"}:
        return date(number, section, from_1904=from_1904) or UNKNOWN
    text = _absolute(abs(number), section)
    if text is None:
        return UNKNOWN
    # A section for every sign leaves the sign to the spreadsheet; no zero is negative.
    signed = number < 0 and len(sections.numbers) == 1 and _COUNTED.search(text) is not None
    return f"-{text}" if signed else text


def printed_text(text: str, format_id: int, code: str | None) -> str:
    """A text as it is printed: a format may have a section for texts, which may hide them."""
    known = code_of(format_id, code)
    sections = None if known is None or known == GENERAL else parse(known)
    if sections is None or sections.text is None:
        return text
    if not sections.text.kinds <= {"at", "general", "literal", "gap"}:
        return UNKNOWN
    return "".join(text if t.kind in ("at", "general") else t.text for t in sections.text.tokens)


def parsed(stored: str) -> Decimal | None:
    """A stored number, None for what is none."""
    try:
        # 15 digits are what a spreadsheet keeps; more are noise of binary fractions.
        number = Decimal(f"{float(stored):.15g}")
    except ValueError:
        return None
    return number if number.is_finite() else None


def _absolute(number: Decimal, section: Section) -> str | None:
    print_number = general if "general" in section.kinds else figures
    return print_number(number, section.tokens)
