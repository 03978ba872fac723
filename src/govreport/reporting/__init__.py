"""What a check found, in the formats that other programs read: JSON, JSON Lines, SARIF, GitHub and CSV."""

from collections.abc import Callable, Iterable, Iterator

from govreport.reporting.checked import Checked, Listed, Summary
from govreport.reporting.documents import json_document, json_lines
from govreport.reporting.fingerprints import listed
from govreport.reporting.github import github_commands
from govreport.reporting.table import csv_rows

Writer = Callable[[Iterable[Checked]], Iterator[str]]
"""Takes the reports as they are checked and yields the output piece by piece."""


def _sarif_log(reports: Iterable[Checked]) -> Iterator[str]:
    from govreport.reporting.sarif import sarif_log  # loads all rules, for their pages

    return sarif_log(reports)


FORMATS: dict[str, Writer] = {
    "json": json_document,
    "jsonl": json_lines,
    "sarif": _sarif_log,
    "github": github_commands,
    "csv": csv_rows,
}

__all__ = ["FORMATS", "Checked", "Listed", "Summary", "Writer", "listed"]
