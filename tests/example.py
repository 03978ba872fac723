"""The bundled example as text and as report, for tests of other ways to write it."""

from pathlib import Path

import govreport

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
PLAIN = govreport.parse(TEXT)


def assert_reads_as_example(text: str) -> None:
    """The text is read as the example is, without a word, and a cell is found at its place."""
    report = govreport.parse(text)
    assert report == PLAIN
    assert not report.diagnostics
    cell = report.cell("applications.granted.total")
    assert cell.span is not None
    assert text[cell.span.start : cell.span.end] == "24"
