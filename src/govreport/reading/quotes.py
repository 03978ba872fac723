"""Fields in quotes, as spreadsheets write and copy them: their line ends to white space. Nothing moves."""

import re
from functools import partial

from govreport.reading.markup import FILLER

# A quote twice is one of the field; a longer field is prose.
_FIELD = re.compile(r'"(?<![^,;\t\n]")(?:[^"\t]|""){0,200}+"(?= ?[,;\t\n]|\Z)')
_FORMULA = re.compile(r'(?<![^,;\t\n"])=(""?)(\d[\d.]{0,20})\1(?=[",;\t\n ]|\Z)')  # ="7", so that it is text
_SEPARATORS = ",;\t"
_MANY = 20  # so many fields in quotes before tabs, and one on a line of its own is a field too


def without_quotes(text: str) -> str:
    """The text with fields in quotes in one line each; where no comma can part them, without the quotes."""
    if '"' not in text:
        return text
    if '="' in text:
        text = _FORMULA.sub(lambda m: f"{FILLER}{m[2]}".center(len(m[0]), FILLER), text)
    return _FIELD.sub(partial(_in_one_line, alone=text.count('"\t') >= _MANY), text)


def _in_one_line(field: re.Match[str], *, alone: bool) -> str:
    start, end = field.span()
    beside = field.string[max(start - 1, 0) : start] + field.string[end : end + 1]
    parted = any(mark in beside for mark in _SEPARATORS)
    if not parted and not alone:
        return field[0]
    even = field[0].replace("\n", " ")
    return f"{FILLER}{even[1:-1]}{FILLER}" if "\t" in beside or not parted else even
