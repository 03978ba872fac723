"""What the reading of a report is measured against, on the same text."""

import json
import re

import govreport
from govreport import form

_PIECE = re.compile(r"[^\t|\n]+|[\t|]|\n")
_NUMBER = re.compile(r"(?<![\d.])[+\-−]?\d+(?:\.\d+)?")
_SECTIONS = (
    "overview",
    "proactive_disclosure",
    "applications",
    "remedies",
    "problems",
    "other_matters",
)


def one_pass(text: str) -> None:
    """The floor: visit every cell and separator once and make its string."""
    for match in _PIECE.finditer(text):
        match.group()


def bare_script(text: str) -> dict[str, list[str]]:
    """What a script without labels does: split at the headings and take all numbers in order.

    It does not know which number belongs to which row, misses blank cells, and never says that it is wrong.
    """
    headings = "|".join(
        rf"(?P<{name}>^.*{re.escape(form.label('outline', f'{name.upper()}_HEADING')[2:])}.*$)"
        for name in _SECTIONS
    )
    found: dict[str, list[str]] = {}
    start, section = 0, None
    for match in re.finditer(headings, text, re.MULTILINE):
        if section:
            found[section] = _NUMBER.findall(text, start, match.start())
        start, section = match.end(), match.lastgroup
    if section:
        found[section] = _NUMBER.findall(text, start)
    return found


def from_json(document: str) -> govreport.Report:
    """The same report from its JSON: what typed objects cost when nothing has to be read."""
    return govreport.Report.from_dict(json.loads(document))
