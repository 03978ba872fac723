"""A Word document in the official form is read back as the same report, and an office can use it as it is."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given, settings

import govreport
from govreport import ApplicantCounts, Report, Section, form, strategies
from tests.model.samples import full_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(report: Report) -> bytes:
    return govreport.render(report, "docx")


def part(report: Report, name: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(written(report))) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(name))


@given(strategies.reports())
@settings(max_examples=60)
def test_what_is_written_is_read_back(report: Report) -> None:
    back = govreport.read(written(report))
    assert back == report


@given(strategies.reports(consistent=False))
@settings(max_examples=20)
def test_numbers_that_do_not_add_up_are_kept(report: Report) -> None:
    assert govreport.read(written(report)) == report


@given(strategies.reports(blanks=False))
@settings(max_examples=20)
def test_a_full_report_is_read_without_a_doubt(report: Report) -> None:
    assert [d for d in govreport.read(written(report)).diagnostics if d.severity != "info"] == []


@pytest.mark.parametrize(
    "line", ["\u3000\u3000缩进。", "前。\n\n后。", "a\u00a0b。", "<甲>&amp;“乙”——丙", "１２％。"]
)
def test_prose_stays_as_printed(line: str) -> None:
    report = attrs.evolve(full_report("2021"), overview=Section(line), problems=Section(line))
    back = govreport.read(written(report))
    assert (back.overview.text, back.problems.text) == (line, line)


def test_characters_that_xml_cannot_hold_break_nothing() -> None:
    report = attrs.evolve(full_report("2021"), overview=Section("甲\x00\x0b\ud800乙。"))
    assert govreport.read(written(report)).overview.text == "甲\ufffd\ufffd\ufffd乙。"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(full_report("2019")) == written(full_report("2019"))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_row_of_a_table_fills_its_grid(edition: str) -> None:
    for table in part(full_report(edition)).iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) == 8845, "156 mm"
        for row in table.iter(f"{W}tr"):
            spans = [int(span.get(f"{W}val", "")) for span in row.iter(f"{W}gridSpan")]
            cells = len(row.findall(f"{W}tc"))
            assert cells - len(spans) + sum(spans) == len(widths)


def test_tables_can_be_printed_over_pages() -> None:
    tables = list(part(full_report("2021")).iter(f"{W}tbl"))
    assert len(tables) == 6
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads[0]
        assert heads == sorted(heads, reverse=True), "the rows that are repeated come first"
        assert not all(heads)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    applications = tables[4]
    texts = ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in applications.iter(f"{W}tc")]
    results = list(applications.iter(f"{W}tc"))[texts.index(form.label("applications", "RESULTS"))]
    merge = results.find(f"{W}tcPr/{W}vMerge")
    assert merge is not None
    assert merge.get(f"{W}val") == "restart"


def test_the_page_is_that_of_official_documents() -> None:
    section = part(full_report("2021")).find(f"{W}body/{W}sectPr")
    assert section is not None
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838"), "A4"
    top, left = (round(int(margins.get(f"{W}{side}", "")) / 1440 * 25.4) for side in ("top", "left"))
    assert (top, left) == (37, 28)


def test_a_number_never_wraps() -> None:
    """Half a number on a second line reads as another number; so large ones are set smaller."""

    def size(value: int) -> int:
        report = full_report("2021")
        counts = attrs.evolve(report.applications, granted=ApplicantCounts(total=value))
        document = part(attrs.evolve(report, applications=counts))
        run = next(r for r in document.iter(f"{W}r") if r.findtext(f"{W}t") == str(value))
        found = run.find(f"{W}rPr/{W}sz")
        assert found is not None
        return int(found.get(f"{W}val", ""))

    assert size(123) == 18
    assert 8 <= size(12_345_678) < 18
    width = 8845 * 0.53 / 7 - 56  # of a column without its padding, in twentieths of a point
    assert size(12_345_678) / 2 * 0.6 * 8 * 20 <= width


def test_properties_and_fonts() -> None:
    report = attrs.evolve(full_report("2021"), title="<甲>局2024年政府信息公开工作年度报告")
    found = {element.tag.rpartition("}")[2]: element.text for element in part(report, "docProps/core.xml")}
    assert found["title"] == report.title
    assert found["language"] == "zh-CN"
    fonts = part(report, "word/fontTable.xml").findall(f"{W}font")
    assert all(font.find(f"{W}altName") is not None for font in fonts)
    used = {face.get(f"{W}eastAsia") for face in part(report, "word/styles.xml").iter(f"{W}rFonts")}
    assert used <= {font.get(f"{W}name") for font in fonts}


def test_every_part_is_declared_and_well_formed() -> None:
    with zipfile.ZipFile(BytesIO(written(full_report("2021")))) as archive:
        names = set(archive.namelist())
        types = archive.read("[Content_Types].xml").decode()
        for name in names:
            ElementTree.fromstring(archive.read(name))
    declared = set(re.findall(r'PartName="/([^"]+)"', types))
    assert declared == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}
