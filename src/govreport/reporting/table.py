"""Findings as CSV: a header, and one row a finding."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from govreport.diagnostics import Span
from govreport.reporting.checked import Checked, Listed
from govreport.reporting.language import Say, speaker

COLUMNS = (
    "file",
    "line",
    "column",
    "page",
    "table",
    "row",
    "cell",
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
    say = speaker()
    yield _written([COLUMNS])
    for checked in reports:
        if checked.findings:
            yield _written([_row(checked.name, each, say) for each in checked.findings])
        elif checked.failure:
            failure = {"file": checked.name, "severity": "error", "message": say(checked.failure)}
            yield _written([[failure.get(column, "") for column in COLUMNS]])


def _row(name: str, listed: Listed, say: Say) -> list[str | int | None]:
    found = listed.diagnostic
    return [
        name,
        *_place(found.span),
        found.severity.value,
        found.code,
        found.name,
        found.path,
        found.found,
        found.expected,
        found.suggestion,
        say(found.message),
        listed.fingerprint,
    ]


def _place(span: Span | None) -> tuple[int | None, ...]:
    """Line and column of a text; page, table, row and cell of a document."""
    if span is None:
        return (None,) * 6
    line, column = (None, None) if span.is_in_document else (span.line, span.column)
    return line, column, span.page, span.table, span.row, span.cell


def _written(rows: Sequence[Sequence[object]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
