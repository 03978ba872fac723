"""The rows of dashes under the headings of Markdown tables to white space; no character moves."""

from itertools import groupby

from govreport.reading.markup import FILLER

_DRAWN = " \t|:-"
_TABLES = 2  # one table alone may have a row of dashes for values


def without_delimiter_rows(text: str) -> str:
    """The text with the second line of each table masked, where in all of them it is nothing but dashes.

    A dash is a blank cell elsewhere. Rows of three dashes or more are known as rules wherever they stand.
    """
    if "|" not in text or "-" not in text:
        return text
    lines = text.split("\n")
    runs = groupby(range(len(lines)), key=lambda n: "|" in lines[n])
    seconds = [n for piped, run in runs if piped for n in list(run)[1:2]]
    if len(seconds) < _TABLES or not all(_is_delimiter_row(lines[n]) for n in seconds):
        return text
    for n in seconds:
        lines[n] = FILLER * len(lines[n])
    return "\n".join(lines)


def _is_delimiter_row(line: str) -> bool:
    """Whether dashes stand in every field of a line, and at most colons beside them."""
    fields = line.replace(FILLER, "").strip(" \t").strip("|").split("|")
    return all("-" in field and not field.strip(_DRAWN) for field in fields)
