"""Spreadsheets are read as they print: formats of numbers, merged cells, hidden rows, blank cells."""

import zipfile
from html import escape
from io import BytesIO

import pytest

from govreport import ReadError
from govreport.readers import read_document
from govreport.readers.xlsx import sheet as sheets
from govreport.readers.xlsx.numbers import printed, printed_text
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
        ("-0", "General", "0"),
        ("36.5", "0.00", "36.50"),
        ("2.5", "0", "3"),
        ("-0.2", "0", "0"),
        ("-0.001", "0.00", "0.00"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("0.125", "0.0%", "12.5%"),
        ("36.5", '0.0"万元"', "36.5万元"),
        ("36.5", '[Red]_ ¥* #,##0.0_ ;_ ¥* -#,##0.0_ ;_ ¥* "-"??_ ', "¥36.5"),
        ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ', "-"),
        ("7", ";;;", ""),
        ("7", "@", "7"),
        ("1.5", "0.##", "1.5"),
        ("12345", "0.0,", "12.3"),
        ("45677", 'yyyy"年"m"月"d"日"', "2025年1月20日"),
        ("45677", "[$-804]yyyy/mm/dd;@", "2025/01/20"),
        ("45677", "mmmm d", "2025-01-20"),
        ("x", "0", "x"),
        ("NaN", "0", "NaN"),
        ("1e308", "0%", f"1{'0' * 310}%"),
        ("1", f"0.{'0' * 250}", "\ufffd"),
    ],
)
def test_numbers_as_they_are_printed(stored: str, code: str, shown: str) -> None:
    assert printed(stored, 0, code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("0", "0;-0;;@", ""),
        ("5", "0;-0;;@", "5"),
        ("-5", "0;-0;;@", "-5"),
        ("0", "0;-0;@", "0"),
        ("0", "#", ""),
        ("0.2", "#,###", ""),
        ("1234", "#,###", "1,234"),
        ("0", "General;General;", ""),
        ("0", '0;-0;"无"', "无"),
        ("-5", "0.0_);(0.0)", "(5.0)"),
        ("-5", '"¥"0', "-¥5"),
        ("0", '[=0]"";General', ""),
        ("187", '[=0]"";General', "187"),
        ("187", "[>=10000]0.0,;0", "187"),
        ("12345", "[>=10000]0.0,;[>=100]0.0;0", "12.3"),
        ("187", "[>=10000]0.0,;[>=100]0.0;0", "187.0"),
        ("18", "[>=10000]0.0,;[>=100]0.0;0", "18"),
        ("187", "[<100]0;[<=150]0.0", "\ufffd"),
        ("-1", "[<100]0;0.0", "\ufffd"),
        ("1", "[>2]0;0;0", "\ufffd"),
        ("1", "0;[=1]0.0", "\ufffd"),
        ("1", "[?]0", "\ufffd"),
    ],
)
def test_the_section_of_a_sign_or_of_zero_is_what_is_printed(stored: str, code: str, shown: str) -> None:
    assert printed(stored, 0, code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("1284600", r"0\.0000", "128.4600"),
        ("1284600", "#,##0.00,", "1,284.60"),
        ("187000", "#,##0,", "187"),
        ("1.5e9", "0,,", "1500"),
        ("128.456", "0.##", "128.46"),
        ("128", "0.##", "128"),
        ("5", "0.??", "5"),
        ("0.5", ".00", ".50"),
        ("128.5", ".00", "128.50"),
        ("5", "000", "005"),
        ("5", "000,000", "000,005"),
        ("1284600", r"000\-0000", "128-4600"),
        ("128.456", '0.0"."0', "128.4.6"),
        ("187", "0_ 0", "18 7"),
        ("187", 'General"件"', "187件"),
        ("187", "[$¥-804]#,##0.0", "¥187.0"),
        ("0.5", "0%%", "5000%%"),
        ("187", "_ @_ ", "187"),
        ("187", '"无"', "无"),
        *((stored, code, "\ufffd") for stored in ("187", "0") for code in (
            "# ?/?", "0.00E+00", "0!.0", "[DBNum1]0", "[h]:mm", "[$-2000804]0", r"#,##0\.0", '0"x",', "0,.0",
            "0.0,0", "0.0.0", "*10", "n0", "0;0;0;0;0", "General0", "", f"0.{'0' * 31}",
        )),
    ],
)  # fmt: skip
def test_digits_are_printed_in_the_places_of_their_format(stored: str, code: str, shown: str) -> None:
    assert printed(stored, 0, code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("0", "yyyy/m/d", "\ufffd"),
        ("12", "yyyy/m/d", "\ufffd"),
        ("-45677", "yyyy/m/d", "\ufffd"),
        ("9e9", "yyyy/m/d", "\ufffd"),
        ("45677", "yyyy", "2025-01-20"),
        ("45677", 'yyyy"年"', "2025年"),
        ("45677", "d-mmm", "2025-01-20"),
        ("45677.5", "yyyy/m/d h:mm AM/PM", "2025-01-20"),
        ("45677.5", "mm:ss.0", "2025-01-20"),
        ("45677", "[$-F800]dddd, mmmm dd, yyyy", "2025-01-20"),
        ("45677", "[$-x-sysdate]", "2025-01-20"),
    ],
)
def test_a_date_is_no_number(stored: str, code: str, shown: str) -> None:
    assert printed(stored, 0, code) == shown


@pytest.mark.parametrize(
    ("stored", "number", "shown"),
    [
        ("187", 0, "187"),
        ("1234.5", 4, "1,234.50"),
        ("45677", 31, "2025年1月20日"),
        ("1234.5", 5, "¥1,235"),
        ("1234.5", 8, "¥1,234.50"),
        ("0", 41, "-"),
        ("128.456", 43, "128.46"),
        ("0", 42, "¥-"),
        ("128.456", 44, "¥128.46"),
        *(("45662", number, "2025-01-05") for number in (15, 16, 17, 18, 19, 20, 21, 22, 30, 32, 33, 45, 47)),
        *(("45662", number, "2025年1月") for number in (27, 36, 50, 52, 57)),
        *(("45662", number, "1月5日") for number in (28, 29, 51, 53, 54, 58)),
        *(("187", number, "\ufffd") for number in (11, 12, 13, 46, 48, 60, 163, 164)),
    ],
)
def test_the_formats_that_have_only_a_number(stored: str, number: int, shown: str) -> None:
    assert printed(stored, number, None) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0;-0;;", ""),
        ("0;-0;;@", "187"),
        ("0;-0", "187"),
        ('@"件"', "187件"),
        ("General", "187"),
        ("0;0;0;0", "\ufffd"),
    ],
)
def test_texts_as_they_are_printed(code: str, shown: str) -> None:
    assert printed_text("187", 164, code) == shown


def test_days_that_are_counted_from_1904() -> None:
    assert printed("44215", 31, None, from_1904=True) == "2025年1月20日"
    usual = sheet(row(1, "日期", 44215.0, style=3))
    assert text(usual) == "日期\t2021/1/19\n"
    parts = workbook(usual, about='<workbookPr date1904="1"/>')
    assert read_document(parts).text == "日期\t2025/1/20\n"


def test_the_format_of_the_style_counts() -> None:
    assert text(sheet(row(1, "收费", 36.5, style=2))) == "收费\t36.50万元\n"


def test_zeros_that_a_sheet_hides() -> None:
    cells = sheet(row(1, "甲", 0.0, 0.4, "0"))
    assert text(cells) == "甲\t0\t0.4\t0\n"
    for hidden in ("0", "false"):
        views = f'<sheetViews><sheetView showZeros="{hidden}" workbookViewId="0"/></sheetViews>'
        assert text(views + cells) == "甲\t\t0.4\t0\n"


def test_a_formula_that_nobody_has_computed_is_not_blank() -> None:
    cells = [
        '<c r="A1" t="str"><f>""</f><v></v></c>',
        '<c r="B1"><f>180+7</f></c>',
        '<c r="C1"><f>180+7</f><v/></c>',
        '<c r="D1" t="str"><f>A1</f></c>',
        '<c r="E1" t="b"><f>A1=1</f></c>',
        '<c r="F1"><f>180+7</f><v>187</v></c>',
    ]
    assert text(sheet(f'<row r="1">{"".join(cells)}</row>')) == "\ufffd\t\ufffd\t\ufffd\t\ufffd\t187\n"


def test_the_formats_of_conditions_have_numbers_of_their_own() -> None:
    other = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>'
    with zipfile.ZipFile(BytesIO(workbook(sheet(row(1, "收费", 36.5, style=2))))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b"</styleSheet>", other.encode())
    assert read_document(package(parts)).text == "收费\t36.50万元\n"


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


def test_what_has_no_height_or_width_is_not_printed() -> None:
    columns = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'
    rows = (
        row(1, "甲", "藏", 1.0, about='ht="0.75"'),
        row(2, "藏", "藏", 2.0, about='ht="0" customHeight="1"'),
    )
    assert text(sheet(*rows, columns=columns)) == "甲\t1\n"


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
