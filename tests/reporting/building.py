"""Checked inputs to report on: one with findings, one clean, and two that cannot be read."""

from pathlib import Path

import govreport
from govreport import Message, ParseError
from govreport.reporting import Checked, listed

EXAMPLE = (Path(__file__).parents[2] / "examples" / "example-2024.txt").read_text("utf-8")
WRONG = EXAMPLE.replace("18\t4\t0\t1\t1\t0\t24", "18\t4\t0\t1\t1\t0\t25")
NO_REPORT = "采购公告\n本项目面向全社会公开招标。\n"


def checked(name: str, text: str) -> Checked:
    """What the command makes of a text with `--select GR1`."""
    try:
        report = govreport.parse(text)
    except ParseError as error:
        reason = error.diagnostics[0].message
        return Checked(name, text, findings=listed(error.diagnostics), failure=reason)
    return Checked(name, text, report, listed(govreport.check(report, select=["GR1"])))


def everything() -> list[Checked]:
    """One input of each kind."""
    missing = Checked("报告/none.txt", failure=Message(zh="没有这个文件。", en="no such file"))
    return [
        checked("wrong: a,b%.txt", WRONG),
        checked("clean.txt", EXAMPLE),
        checked("notice.txt", NO_REPORT),
        missing,
    ]
