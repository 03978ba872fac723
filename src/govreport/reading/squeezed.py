"""A text whose lines were lost: every field of such a line gets a line of its own; no character moves."""

import re

from govreport.reading.markup import FILLER

_LONGEST_LINE = 1200  # a longer line may hold a whole table
_LONGEST_REPORT = 100_000  # and a longer one is none
_SEPARATORS = "\t|, "
_DENSE = 20  # one separator in so many characters
_NUMBERS = 30  # so many of its fields are numbers
_NUMBER = re.compile(r"[-+]?\d[\d.,]{0,20}")


def with_lines(text: str) -> str:
    """The text with lines that hold whole tables broken at what separates their fields."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _LONGEST_LINE:
        return text
    return "\n".join(_broken(line) if len(line) > _LONGEST_LINE else line for line in lines)


def _broken(line: str) -> str:
    size = len(line) - line.count(FILLER)
    if not _LONGEST_LINE < size < _LONGEST_REPORT:
        return line
    separator = next((s for s in _SEPARATORS if line.count(s) * _DENSE >= size), None)
    if separator is None:
        return line
    fields = line.split(separator)
    numbers = sum(_NUMBER.fullmatch(f.strip()) is not None for f in fields)
    return "\n".join(fields) if numbers >= _NUMBERS else line
