"""Where findings stand in the text: at the cells or the sentence, not at the table or the section."""

from pathlib import Path

import pytest

import govreport

EXAMPLE = (Path(__file__).parents[2] / "examples" / "example-2024.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("row", "wrong", "code", "marked"),
    [
        ("41\t9\t1\t2\t3\t1\t57", "42\t8\t1\t2\t3\t1\t57", "GR112", "42\t8"),
        ("3\t1\t0\t0\t0\t0\t4", "2\t1\t0\t0\t0\t0\t4", "GR110", "2"),
        ("3\t1\t0\t0\t0\t0\t4", "3\t1\t0\t0\t0\t0\t5", "GR111", "5"),
    ],
)
def test_a_culprit_is_marked_at_its_cells(row: str, wrong: str, code: str, marked: str) -> None:
    text = EXAMPLE.replace(row, wrong, 1)
    (found,) = govreport.check(govreport.parse(text), select=["GR11"])
    assert found.code == code
    assert found.span is not None
    assert text[found.span.start : found.span.end] == marked
    assert text.splitlines()[found.span.line - 1].endswith(wrong)
