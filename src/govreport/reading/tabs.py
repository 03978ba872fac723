"""Fields that are parted by two tabs each, as some programs print tables: one of the two is masked."""

import re

from govreport.reading.markup import FILLER

_RUN = re.compile(r"\t+")
_MANY = 40  # so many runs of two tabs, and none of another length, are no chance


def without_doubled_tabs(text: str) -> str:
    """The text with one tab for two, where all stand in twos; more may be blank cells or lost ones."""
    if "\t\t" not in text:
        return text
    runs = _RUN.findall(text)
    if len(runs) < _MANY or set(map(len, runs)) != {2}:
        return text
    return text.replace("\t\t", f"\t{FILLER}")
