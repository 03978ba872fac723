"""What every reader hands over: one text, and the place of each cell in the document."""

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import govreport
from govreport import CellState, ReadError, Report
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers import reader
from govreport.readers.flow import Flow, GridCell, joined_lines
from govreport.readers.formats import Format
from govreport.reading import read_report

EXAMPLE = Path(__file__).parents[2] / "examples" / "example-2024.txt"
TEXT = EXAMPLE.read_text("utf-8")
PATH = "applications.granted.total"


def document(**of_granted_total: object) -> Document:
    """The example as a document of two pages, its tables on the second; the arguments are of one cell."""
    flow = Flow()
    table: list[list[GridCell]] = []
    for line in [*TEXT.splitlines(), ""]:
        if "\t" in line:
            table.append([GridCell(cell, page=2) for cell in line.split("\t")])
            if "予以公开" in line and of_granted_total:
                table[-1][-1] = GridCell(**{"text": "24", "page": 2} | of_granted_total)  # type: ignore[arg-type]
            continue
        if table:
            flow.table(table)
            table = []
        flow.paragraph(line, page=1)
    return flow.document(SourceRecord("docx", "example.docx"))


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(document())


def test_a_document_reads_like_its_text(report: Report) -> None:
    assert report == govreport.parse(TEXT)
    assert report.diagnostics == ()


def test_a_cell_is_found_again_by_page_table_row_and_cell(report: Report) -> None:
    span = report.cell(PATH).span
    assert span is not None
    assert (span.page, span.table, span.row, span.cell) == (2, 5, 6, 9)
    assert report.source is not None
    assert report.source.text[span.start : span.end] == "24"


def test_prose_has_its_page_and_no_table(report: Report) -> None:
    span = report.locate("overview")
    assert span is not None
    assert (span.page, span.table) == (1, None)


@pytest.mark.parametrize(
    ("language", "place"), [("en", "page 2 table 5 row 6 cell 9"), ("zh", "第2页 表5 第6行 第9格")]
)
def test_a_place_is_said_as_people_look_for_it(
    report: Report, monkeypatch: pytest.MonkeyPatch, language: str, place: str
) -> None:
    monkeypatch.setenv("GOVREPORT_LANG", language)
    assert str(report.cell(PATH).span) == place


@pytest.mark.parametrize(("doubt", "code"), [({"confidence": 0.7}, "GR032"), ({"joined": True}, "GR033")])
def test_an_uncertain_cell_is_named(doubt: dict[str, object], code: str) -> None:
    read = read_report(document(**doubt))
    assert [(d.code, d.path, d.found) for d in read.diagnostics] == [(code, PATH, "24")]
    cell = read.cell(PATH)
    assert (cell.value, cell.state) == (24, CellState.REPAIRED)
    assert cell.confidence < 1


def test_digits_that_were_not_put_together_are_said_to_be_no_number() -> None:
    read = read_report(document(text="2 4", joined=True))
    assert [(d.code, d.path, d.found) for d in read.diagnostics] == [("GR018", PATH, "2 4")]
    assert read.cell(PATH).value is None


def test_the_page_around_a_report_tells_what_the_report_does_not() -> None:
    day = govreport.parse("发布日期：2025-01-20\n" + TEXT).published
    record = SourceRecord("html", published=day, publisher="云汀区水务局")
    bare = "\n".join(line for line in TEXT.splitlines() if "水务局" not in line)
    read = read_report(Document(bare, record))
    assert (read.published, read.agency) == (day, "云汀区水务局")
    assert govreport.parse(bare).agency is None


def test_markup_is_masked_in_a_text_only() -> None:
    told = TEXT.replace("一、总体情况\n", "一、总体情况\n符号<td>在本文中是字面意义。\n", 1)
    assert "<td>" in read_report(Document(told, SourceRecord("docx"))).overview.text
    assert "<td>" not in govreport.parse(told).overview.text


def test_reads_a_path_a_string_and_bytes(tmp_path: Path) -> None:
    expected = govreport.parse(TEXT)
    assert (
        govreport.read(EXAMPLE) == govreport.read(str(EXAMPLE)) == govreport.read(TEXT.encode()) == expected
    )
    assert govreport.read(EXAMPLE).source.record.name == EXAMPLE.name  # type: ignore[union-attr]
    with pytest.raises(FileNotFoundError):
        govreport.read(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError):
        govreport.read(tmp_path)


@pytest.mark.parametrize("wrong", [None, 3, TEXT, ["a.txt"]])
def test_what_is_no_path_is_a_type_error(wrong: object) -> None:
    with pytest.raises(TypeError):
        govreport.read(wrong)  # type: ignore[arg-type]


def test_an_address_is_refused_with_a_hint() -> None:
    with pytest.raises(ReadError, match="GR049"):
        govreport.read("https://www.example.com/report.html")


def test_strict_refuses_what_parse_would() -> None:
    broken = "\n".join(line for line in TEXT.splitlines() if "属于国家秘密" not in line).encode()
    assert govreport.read(broken).diagnostics
    with pytest.raises(govreport.ParseError, match="GR011"):
        govreport.read(broken, strict=True)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise ModuleNotFoundError(name="lxml")

    monkeypatch.setattr("govreport.readers.import_module", fail)
    called = govreport.Message(zh="网页", en="a page")
    with pytest.raises(ReadError, match=r'pip install "govreport\[html\]"'):
        reader(Format("html", "html", "html", called))


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["1.属于国", "家秘密"], "1.属于国家秘密"),
        (["12", "34"], "12 34"),
        (["１", "２"], "１ ２"),
        (["共", "12"], "共12"),
        (["", " 7 ", ""], "7"),
        ([], ""),
    ],
)
def test_the_lines_of_a_cell_become_one_and_digits_stay_apart(lines: list[str], whole: str) -> None:
    assert joined_lines(lines) == whole


def test_a_text_beyond_all_bounds_is_refused() -> None:
    def endless() -> Iterator[list[GridCell]]:
        while True:
            yield [GridCell("0" * 1_000_000)]

    with pytest.raises(ReadError, match="GR046"):
        Flow().table(endless())


def test_equal_reports_of_different_files_are_equal(report: Report) -> None:
    other = attrs.evolve(document(), record=SourceRecord("pdf"))
    assert read_report(other) == report
