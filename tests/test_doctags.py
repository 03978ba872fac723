"""Reports in DocTags, as docling exports them: read as the plain text."""

import re

import pytest

import govreport
from tests.example import PLAIN, TEXT, assert_reads_as_example

_PLACE = "<loc_64><loc_120><loc_436><loc_480>"


def _exported(text: str, place: str = "") -> str:
    """The text with its lines and tables in tags, and where they stand on their page."""
    blocks = []
    for block in re.split(r"((?:[^\n]*\t[^\n]*\n)+)", text):
        if "\t" in block:
            rows = ["<fcel>" + line.replace("\t", "<fcel>") + "<lcel><nl>" for line in block.splitlines()]
            blocks.append(f"<otsl>{place}{''.join(rows)}</otsl>")
        else:
            blocks += [f"<text>{place}{line}</text>" for line in block.splitlines() if line]
    blocks[0] = blocks[0].replace("text>", "title>")
    return "<doctag>" + "\n".join(blocks) + "\n</doctag>"


@pytest.mark.parametrize("place", ["", _PLACE])
@pytest.mark.parametrize("line_end", ["\n", ""])
def test_doctags_are_read(place: str, line_end: str) -> None:
    assert_reads_as_example(_exported(TEXT, place).replace("\n", line_end))


def test_tables_without_tags_around_them_are_read() -> None:
    text = re.sub(r"</?(?:otsl|text|title|doctag)>", "", _exported(TEXT))
    assert "<fcel>" in text
    assert govreport.parse(text) == PLAIN


def test_digits_of_two_elements_in_a_cell_do_not_join() -> None:
    text = _exported(TEXT).replace("<fcel>187", "<fcel><text>18</text><text>7</text>")
    report = govreport.parse(text)
    assert report.proactive_disclosure.licensing.decisions is None
    assert "proactive_disclosure.licensing.decisions" in {d.path for d in report.diagnostics}


def test_a_cell_that_reaches_into_the_row_below_is_no_cell_of_that_row() -> None:
    text = _exported(TEXT)
    assert text.count("<fcel>行政强制<fcel>3<") == 1
    report = govreport.parse(text.replace("<fcel>行政强制<fcel>3<", "<fcel>行政强制<ucel><"))
    assert report.proactive_disclosure.compulsion.decisions is None
    assert any("compulsion" in d.path for d in report.diagnostics)
