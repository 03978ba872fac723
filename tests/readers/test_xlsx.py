"""Spreadsheets are read as they print: formats of numbers, merged cells, hidden rows, blank cells."""

import zipfile
from html import escape
from io import BytesIO

import pytest

from govreport import ReadError
from govreport.readers import read_document
from govreport.readers.xlsx import sheet as sheets
from govreport.readers.xlsx.numbers import printed
from tests.readers.packages import package

M = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
P = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
SHARED = "".join(
    f'<Relationship Id="{kind}" Type="http://x/{kind}" Target="{kind}.xml"/>'
    for kind in ("styles", "sharedStrings")
)
STYLES = f"""<styleSheet {M}>
<numFmts><numFmt numFmtId="164" formatCode="0.00&quot;万元&quot;"/></numFmts>
<borders><border/><border><left style="thin"/></border></borders>
<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="164"/>
<xf numFmtId="14"/></cellXfs>
</styleSheet>"""


def workbook(*sheets: str, states: tuple[str, ...] = (), strings: str = "", about: str = "") -> bytes:
    """A workbook of sheets, each given as what stands in its root."""
    states = states or ("visible",) * len(sheets)
    listed = "".join(
        f'<sheet name="{i}" sheetId="{i}" state="{state}" r:id="r{i}"/>' for i, state in enumerate(states)
    )
    relations = "".join(
        f'<Relationship Id="r{i}" Type="http://x/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(len(sheets))
    )
    parts = {
        "xl/workbook.xml": f"<workbook {M} {R}>{about}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {P}>{relations}{SHARED}</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f"<sst {M}>{strings}</sst>",
    }
    parts |= {
        f"xl/worksheets/sheet{i}.xml": f"<worksheet {M}>{content}</worksheet>"
        for i, content in enumerate(sheets)
    }
    return package(parts)


def sheet(*rows: str, merged: tuple[str, ...] = (), columns: str = "") -> str:
    """A sheet of rows, with merged ranges and the properties of columns."""
    ranges = "".join(f'<mergeCell ref="{found}"/>' for found in merged)
    return f"{columns}<sheetData>{''.join(rows)}</sheetData><mergeCells>{ranges}</mergeCells>"


def row(number: int, *cells: str | float | None, about: str = "", style: int = 0) -> str:
    """A row of cells from column A on; None leaves one out."""
    drawn = "".join(
        ""
        if value is None
        else f'<c r="{chr(65 + i)}{number}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        if isinstance(value, str)
        else f'<c r="{chr(65 + i)}{number}" s="{style}"><v>{value}</v></c>'
        for i, value in enumerate(cells)
    )
    return f'<row r="{number}" {about}>{drawn}</row>'


def text(*sheets: str, states: tuple[str, ...] = (), strings: str = "") -> str:
    return read_document(workbook(*sheets, states=states, strings=strings)).text


def test_cells_of_all_kinds() -> None:
    cells = [
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="B1" t="s"><v>1</v></c>',
        '<c r="C1" t="str"><f>A1</f><v>甲</v></c>',
        '<c r="D1"><f>1+1</f><v>2</v></c>',
        '<c r="E1" t="b"><v>1</v></c>',
        '<c r="F1" t="e"><v>#DIV/0!</v></c>',
        '<c r="G1" t="s"><v>99</v></c>',
    ]
    runs = "<si><r><t>一、</t></r><r><t>总体</t></r><rPh><t>音</t></rPh></si>"
    found = text(sheet(f'<row r="1">{"".join(cells)}</row>'), strings=f"<si><t>规章</t></si>{runs}")
    assert found == "规章\t一、总体\t甲\t2\tTRUE\t#DIV/0!\t\ufffd\n"


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ("<r><rPr><strike/></rPr><t>9</t></r><r><t>12</t></r>", "9 12"),
        ('<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>', "12 1"),
        ('<r><t>12</t></r><r><rPr><strike val="0"/></rPr><t>1</t></r>', "121"),
        ('<r><t>m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>', "m2"),
    ],
)
def test_struck_and_raised_digits_stand_apart(runs: str, shown: str) -> None:
    found = text(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings=f"<si>{runs}</si>")
    assert found == f"{shown}\n"


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("123.0", "General", "123"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.0E-4", "General", "0.0001"),
        ("12345678901234", "General", "12345678901234"),
        ("-3", "General", "-3"),
        ("36.5", "0.00", "36.50"),
        ("2.5", "0", "3"),
        ("-0.2", "0", "0"),
        ("-0.001", "0.00", "0.00"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("0.125", "0.0%", "12.5%"),
        ("36.5", '0.0"万元"', "36.5万元"),
        ("36.5", '[Red]_ ¥* #,##0.0_ ;_ ¥* -#,##0.0_ ;_ ¥* "-"??_ ', "¥36.5"),
        ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ', "0"),
        ("7", ";;;", "7"),
        ("7", "@", "7"),
        ("1.5", "0.##", "1.5"),
        ("12345", "0.0,", "12345"),
        ("45677", 'yyyy"年"m"月"d"日"', "2025年1月20日"),
        ("45677", "[$-804]yyyy/mm/dd;@", "2025/01/20"),
        ("45677", "mmmm d", "2025-01-20"),
        ("x", "0", "x"),
        ("NaN", "0", "NaN"),
        ("1e308", "0%", f"1{'0' * 310}%"),
        ("1", f"0.{'0' * 250}", "1"),
    ],
)
def test_numbers_as_they_are_printed(stored: str, code: str, shown: str) -> None:
    assert printed(stored, 0, code) == shown


def test_the_formats_that_have_only_a_number() -> None:
    assert printed("1234.5", 4, None) == "1,234.50"
    assert printed("45677", 31, None) == "2025年1月20日"


def test_days_that_are_counted_from_1904() -> None:
    assert printed("44215", 31, None, from_1904=True) == "2025年1月20日"
    usual = sheet(row(1, "日期", 44215.0, style=3))
    assert text(usual) == "日期\t2021/1/19\n"
    parts = workbook(usual, about='<workbookPr date1904="1"/>')
    assert read_document(parts).text == "日期\t2025/1/20\n"


def test_the_format_of_the_style_counts() -> None:
    assert text(sheet(row(1, "收费", 36.5, style=2))) == "收费\t36.50万元\n"


def test_merged_cells_stand_where_they_begin() -> None:
    rows = [row(1, "甲", None, "乙"), row(2, "丙", 1.0, 2.0), row(3, None, 3.0, 4.0), row(4, "丁", 5.0, 6.0)]
    assert text(sheet(*rows, merged=("A1:B1", "A2:A3"))) == "甲\t乙\n丙\t1\t2\n3\t4\n丁\t5\t6\n"


def test_empty_cells_are_fields_as_far_as_the_table_reaches() -> None:
    rows = [
        row(1, "题"),
        row(2, "甲", "乙", "丙"),
        row(3, "丁", None, 1.0),
        row(4, "戊", 2.0),
        row(6, "己", 3.0),
    ]
    document = read_document(workbook(sheet(*rows)))
    assert document.text == "题\n甲\t乙\t丙\n丁\t\t1\n戊\t2\t\n己\t3\n"
    place = document.place(document.text.index("3"))
    assert place is not None
    assert (place.table, place.row, place.cell) == (2, 1, 2)


def test_a_border_makes_a_blank_cell() -> None:
    framed = '<c r="B1" s="1"/><c r="C1" s="1"/><c r="D1"/>'
    first = f'<row r="1"><c r="A1" t="inlineStr"><is><t>规章</t></is></c>{framed}</row>'
    blank = '<row r="2"><c r="A2" s="1"/><c r="B2" s="1"/><c r="C2" s="1"/></row>'
    assert text(sheet(first, blank)) == "规章\t\t\n\t\t\n"


def test_long_text_keeps_its_lines_and_a_table_cell_has_one() -> None:
    rows = [row(1, "第一段。\n第二段。"), row(2, "本年新收\n申请数量", "12\n34")]
    assert text(sheet(*rows)) == "第一段。\n第二段。\n本年新收申请数量\t12 34\n"


def test_what_is_hidden_is_not_printed() -> None:
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    first = sheet(row(1, "甲", "藏", 1.0), row(2, "藏", "藏", 2.0, about='hidden="1"'), columns=columns)
    assert text(first, sheet(row(1, "藏")), sheet(row(1, "末")), states=("visible", "hidden", "visible")) == (
        "甲\t1\n末\n"
    )


def test_a_strict_workbook() -> None:
    usual = workbook(sheet(row(1, "甲", 1.0)))
    with zipfile.ZipFile(BytesIO(usual)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for kind in (b"spreadsheetml", b"officeDocument"):
        old, new = (
            b"http://schemas.openxmlformats.org/%s/2006/" % kind,
            b"http://purl.oclc.org/ooxml/%s/" % kind,
        )
        parts = {name: content.replace(old, new) for name, content in parts.items()}
    assert package(parts) != usual
    assert read_document(package(parts)).text == "甲\t1\n"


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(data)
    return caught.value.diagnostics[0].code


def test_sheets_that_are_made_to_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ("A1:XFD1048576",)
    assert text(sheet(row(1, "甲", 1.0), row(2, "乙", 2.0), merged=whole)) == "甲\n"
    assert refusal(workbook(sheet(row(1, "甲", 1.0), merged=whole * 3000))) == "GR047"
    assert refusal(workbook("<a")) == "GR047"
    monkeypatch.setattr(sheets, "MOST_CELLS", 1000)
    far = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="XFD{0}"><v>1</v></c></row>'
    assert refusal(workbook(sheet(*(far.format(n) for n in range(1, 9))))) == "GR046"
