"""JSON, JSON Lines, CSV and GitHub commands: what a program that reads them finds."""

import csv
import io
import json
import re
from collections.abc import Iterator

import attrs
import pytest

from govreport import check
from govreport.diagnostics import Message, set_language
from govreport.model import SourceRecord
from govreport.readers.flow import Flow, GridCell
from govreport.reading import read_report
from govreport.reporting import FORMATS, Checked, listed
from govreport.reporting.table import COLUMNS
from tests.reporting.building import WRONG, checked, everything


def written(name: str, *reports: Checked) -> str:
    return "".join(FORMATS[name](reports or everything()))


def test_json_is_one_document_with_every_input() -> None:
    document = json.loads(written("json"))
    wrong, clean, notice, missing = document["files"]
    assert [f["status"] for f in document["files"]] == ["findings", "clean", "unreadable", "unreadable"]
    assert (clean["agency"], clean["year"], clean["findings"]) == ("云汀区水务局", 2024, [])
    (first, *_) = wrong["findings"]
    assert (first["code"], first["path"]) == ("GR101", "applications.granted.total")
    assert first["span"]["line"] == 39
    assert set(first["message"]) == {"zh", "en"}
    assert re.fullmatch(r"[0-9a-f]{16}", first["fingerprint"])
    assert notice["findings"][0]["code"] == "GR001"
    assert missing["failure"] == {"zh": "没有这个文件。", "en": "no such file"}
    summary = document["summary"]
    assert (summary["clean"], summary["findings"], summary["unreadable"]) == (1, 1, 2)
    assert summary["error"] == sum(f["severity"] == "error" for f in wrong["findings"])


def test_json_lines_are_the_entries_of_the_document() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert lines == json.loads(written("json"))["files"]


@pytest.mark.parametrize("name", ["jsonl", "csv", "github"])
def test_an_input_is_written_before_the_next_is_checked(name: str) -> None:
    taken: list[str] = []

    def inputs() -> Iterator[Checked]:
        for one in (checked("a.txt", WRONG), checked("b.txt", WRONG)):
            taken.append(one.name)
            yield one

    assert any("a.txt" in piece and taken == ["a.txt"] for piece in FORMATS[name](inputs()))


def test_csv_has_a_row_for_every_finding() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    wrong = [row for row in rows if row["file"] == "wrong: a,b%.txt"]
    assert list(wrong[0]) == list(COLUMNS)
    found = {"code": "GR101", "found": "25", "expected": "24", "line": "39", "severity": "error"}
    assert found.items() <= wrong[0].items()
    assert [row["fingerprint"] for row in wrong] == [each.fingerprint for each in everything()[0].findings]
    assert [row["file"] for row in rows if row["code"] in ("", "GR001")] == ["notice.txt", "报告/none.txt"]
    assert rows[-1]["message"] == "no such file"


def test_csv_says_it_in_the_language_in_force() -> None:
    set_language("zh")
    assert "各项之和是 24" in written("csv")


def test_github_shows_errors_warnings_and_notices() -> None:
    lines = written("github").splitlines()
    assert lines[0] == (
        "::error file=wrong%3A a%2Cb%25.txt,line=39,endLine=39,col=32,endColumn=34,"
        "title=GR101 row-total-mismatch::applications.granted.total: granted, total: 25 is printed, "
        "the parts make 24 (18 + 4 + 1 + 1), 1 too many"
    )
    assert lines[-1] == "::error file=报告/none.txt::no such file"
    assert any(line.startswith("::notice file=") for line in lines)
    assert any(line.startswith("::error file=notice.txt,") for line in lines)


def test_github_shows_a_check_that_is_not_complete() -> None:
    reports = [attrs.evolve(everything()[0], failure=Message(zh="规则出错", en="a rule failed"))]
    lines = written("github", *reports).splitlines()
    assert lines[-1].endswith("::a rule failed")
    assert len(lines) == len(reports[0].findings) + 1


def test_github_commands_are_one_line_each() -> None:
    reports = everything()
    commands = written("github", *reports).splitlines()
    assert len(commands) == sum(len(each.findings) for each in reports) + 1
    assert all(re.match(r"::(error|warning|notice) file=[^:]+::", line) for line in commands)


def test_a_finding_in_a_document_stands_at_its_page_table_row_and_cell() -> None:
    flow = Flow()
    for line in WRONG.splitlines():
        if "\t" in line:
            flow.table([[GridCell(cell, page=2) for cell in line.split("\t")]])
        else:
            flow.paragraph(line, page=1)
    report = read_report(flow.document(SourceRecord("pdf")))
    found = check(report, select=["GR101"])
    one = Checked("a.pdf", WRONG, report, listed(found))
    place = str(found[0].span)
    assert place.startswith("page 2 table ")
    (row,) = csv.DictReader(io.StringIO("".join(FORMATS["csv"]([one]))))
    assert (row["line"], row["page"], row["row"]) == ("", "2", "1")
    assert f"::{place}: " in "".join(FORMATS["github"]([one]))
    (result,) = json.loads("".join(FORMATS["sarif"]([one])))["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["message"]["text"] == place
    assert "region" not in location["physicalLocation"]
