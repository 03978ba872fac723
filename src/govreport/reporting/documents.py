"""Findings as JSON: one document, or JSON Lines with one input a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from govreport._version import __version__
from govreport.reporting.checked import Checked, Summary

_VERSION = 1


def json_document(reports: Iterable[Checked]) -> Iterator[str]:
    """One object: the tool, every input with its findings, and the counts."""
    summary = Summary()
    files = []
    for checked in reports:
        summary.add(checked)
        files.append(_entry(checked))
    document = {
        "version": _VERSION,
        "tool": {"name": "govreport", "version": __version__},
        "files": files,
        "summary": summary.to_dict(),
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def json_lines(reports: Iterable[Checked]) -> Iterator[str]:
    """The object of each input on a line of its own, as soon as it is checked."""
    for checked in reports:
        yield json.dumps(_entry(checked), ensure_ascii=False) + "\n"


def _entry(checked: Checked) -> dict[str, Any]:
    report = checked.report
    return {
        "file": checked.name,
        "status": checked.status,
        "agency": report and report.agency,
        "year": report and report.year,
        "failure": checked.failure and attrs.asdict(checked.failure),
        "known": checked.known,
        "findings": [
            {**each.diagnostic.to_dict(), "fingerprint": each.fingerprint} for each in checked.findings
        ],
    }
