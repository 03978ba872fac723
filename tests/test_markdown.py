"""Markdown of other hands than ours: short rows of dashes, broken lines in cells, tables in HTML."""

import re
from pathlib import Path

import pytest

import govreport

EXAMPLE = govreport.parse(Path("examples/example-2024.txt").read_text("utf-8"))
MARKDOWN = govreport.render(EXAMPLE, "markdown")
REPORT = govreport.parse(MARKDOWN)
CELL = "applications.granted.natural_person"


def compact(dashes: str) -> str:
    """The report with every dash row of so many dashes."""
    return re.sub(r"(?m)^\|(?: *:?-+:? *\|)+$", lambda row: re.sub(r" *:?-+:? *", dashes, row[0]), MARKDOWN)


@pytest.mark.parametrize("dashes", ["-", " - ", " :-: ", "--", " --- "])
def test_rows_of_dashes_are_markup_however_short(dashes: str) -> None:
    text = compact(dashes)
    assert text.count(f"|{dashes}|") >= 5
    report = govreport.parse(text)
    assert report == REPORT
    assert report.diagnostics == ()


def test_a_row_of_dashes_in_a_text_without_such_rows_is_one_of_blank_cells() -> None:
    row = re.search(r"(?m)^\|.*）予以公开.*\n", MARKDOWN)
    assert row
    blanks = re.sub(r"\d+", "-", row[0])
    report = govreport.parse(compact(" - ").replace(row[0], blanks))
    assert report.applications.granted == govreport.ApplicantCounts()
    assert report.applications.partially_granted == REPORT.applications.partially_granted


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "<BR />", "</p><p>"])
def test_a_label_broken_within_its_cell_is_one_label(tag: str) -> None:
    text = MARKDOWN.replace("结果维持", f"结果{tag}维持").replace("）予以公开 |", f"）予以{tag}公开 |")
    assert text.count(tag) == 4
    report = govreport.parse(text)
    assert report == REPORT
    assert report.diagnostics == ()


@pytest.mark.parametrize("tag", ["<br>", "<br />", "</p><p>"])
def test_a_number_broken_within_its_cell_is_named(tag: str) -> None:
    report = govreport.parse(re.sub(r"(）予以公开 \|  \|) 18 ", rf"\1 1{tag}8 ", MARKDOWN))
    assert report.applications.granted.natural_person is None
    assert CELL in {d.path for d in report.diagnostics}


@pytest.mark.parametrize("written", ["1<br>8", "1\n8", "<p>1</p><p>8</p>", "<div>1</div>\n<div>8</div>"])
def test_a_number_broken_within_a_cell_of_html_is_named(written: str) -> None:
    page = govreport.render(EXAMPLE, "html").replace("<td>18</td>", f"<td>{written}</td>", 1)
    report = govreport.parse(page)
    assert report.applications.granted.natural_person is None
    assert CELL in {d.path for d in report.diagnostics}


@pytest.mark.parametrize(
    "written",
    [
        "18<sup>1</sup>",
        "<del>1</del>8",
        "1<ins>8</ins>",
        "<S>1</S>8",
        '<input value="18">',
        '<img src=""/>',
    ],
)
def test_what_is_no_plain_text_of_a_cell_is_named(written: str) -> None:
    page = govreport.render(EXAMPLE, "html").replace("<td>18</td>", f"<td>{written}</td>", 1)
    report = govreport.parse(page)
    assert report.applications.granted.natural_person is None
    assert CELL in {d.path for d in report.diagnostics}


@pytest.mark.parametrize("stars", ["*", "**", "***"])
def test_a_star_for_a_number_is_no_blank_cell(stars: str) -> None:
    report = govreport.parse(MARKDOWN.replace("| 行政许可 | 187 |", f"| 行政许可 | {stars} |"))
    assert report.proactive_disclosure.licensing.decisions is None
    named = {path for d in report.diagnostics for path in (d.path, *d.related)}
    assert named & {"proactive_disclosure.licensing", "proactive_disclosure.licensing.decisions"}


def test_a_letter_before_the_values_of_section_four_is_named() -> None:
    head, values = re.split(r"(?m)(?=^\|[ \d|]+\|\n\n## 五)", MARKDOWN, maxsplit=1)
    report = govreport.parse(head + re.sub(r"\d+", "O", values, count=1))
    named = {path for d in report.diagnostics for path in (d.path, *d.related)}
    for name in ("reconsideration", "litigation_direct", "litigation_after_reconsideration"):
        read, printed = getattr(report.remedies, name), getattr(REPORT.remedies, name)
        assert read == printed or f"remedies.{name}" in named
