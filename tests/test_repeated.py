"""What is printed twice is read once, and every cell of it is named."""

from pathlib import Path

import govreport
from govreport import Report

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
SECOND = TEXT[TEXT.index("第二十条第（一）项") : TEXT.index("三、收到")]


def named(report: Report) -> set[str]:
    """The rows and tables whose cells the diagnostics name."""
    return {path for d in report.diagnostics for path in (d.path, *d.related)}


def test_the_rows_of_a_section_two_that_is_printed_twice_are_named() -> None:
    last_year = SECOND.replace("187", "155").replace("\t2\t1\t9", "\t4\t3\t8")
    report = govreport.parse(TEXT.replace(SECOND, f"（上年同期）\n{last_year}\n（本年）\n{SECOND}"))
    rows = ("rules", "normative_documents", "licensing", "penalties", "compulsion", "fees")
    assert named(report).issuperset(f"proactive_disclosure.{row}" for row in rows)
