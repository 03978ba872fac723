"""Findings as CSV: a header, and one row a finding."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from govreport.reporting.checked import Checked, Listed

COLUMNS = (
    "file",
    "line",
    "column",
    "severity",
    "code",
    "name",
    "path",
    "found",
    "expected",
    "suggestion",
    "message",
    "fingerprint",
)


def csv_rows(reports: Iterable[Checked]) -> Iterator[str]:
    """The header, then the findings of each input; one that could not be opened has a row without a code."""
    yield _written([COLUMNS])
    for checked in reports:
        if checked.findings:
            yield _written([_row(checked.name, each) for each in checked.findings])
        elif checked.failure:
            failure = {"file": checked.name, "severity": "error", "message": str(checked.failure)}
            yield _written([[failure.get(column, "") for column in COLUMNS]])


def _row(name: str, listed: Listed) -> list[str | int | None]:
    found = listed.diagnostic
    place = (found.span.line, found.span.column) if found.span else (None, None)
    return [
        name,
        *place,
        found.severity.value,
        found.code,
        found.name,
        found.path,
        found.found,
        found.expected,
        found.suggestion,
        str(found.message),
        listed.fingerprint,
    ]


def _written(rows: Sequence[Sequence[object]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
