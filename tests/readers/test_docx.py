"""Word documents are read as they are printed: what is merged, numbered, tracked, hidden or boxed."""

import pytest

from govreport import ReadError
from govreport.readers import read_document
from tests.readers.packages import cell, p, package, r, row, table, word

BOX = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"


def text(body: str, **parts: str) -> str:
    return read_document(word(body, **parts), "a.docx").text


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(data)
    return caught.value.diagnostics[0].code


@pytest.mark.parametrize(
    ("runs", "printed"),
    [
        ([r("共1"), r("23"), r("4件")], "共1234件"),
        (["<w:smartTag>", r("2024"), "</w:smartTag>", r("年")], "2024年"),
        (["<w:hyperlink>", r("网站"), "</w:hyperlink>"], "网站"),
        (["<w:sdt><w:sdtPr>", r("藏"), "</w:sdtPr><w:sdtContent>", r("见"), "</w:sdtContent></w:sdt>"], "见"),
        (["<w:ins>", r("12"), "</w:ins><w:del><w:r><w:delText>13</w:delText></w:r></w:del>"], "12"),
        (["<w:moveFrom>", r("旧"), "</w:moveFrom><w:moveTo>", r("新"), "</w:moveTo>"], "新"),
        ([r("显"), r("隐", "<w:vanish/>"), r("现", '<w:vanish w:val="0"/>')], "显现"),
        ([r("隐", '<w:rStyle w:val="Hidden"/>'), r("显", '<w:rStyle w:val="Shown"/>')], "显"),
        (["<w:r><w:t>010</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>"], "010-12"),
        (["<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>"], "上\n下"),
        (["<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r>"], "左  右"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'], "\uf0fe"),
        (["<w:ruby><w:rt>", r("注音"), "</w:rt><w:rubyBase>", r("字"), "</w:rubyBase></w:ruby>"], "字"),
        (['<w:fldSimple w:instr="PAGE">', r("7"), "</w:fldSimple>"], "7"),
        ([r("9", "<w:strike/>"), r("12")], "9 12"),
        ([r("9", "<w:dstrike/>"), r("12")], "9 12"),
        ([r("9", '<w:strike w:val="0"/>'), r("12")], "912"),
        ([r("12"), r("1", '<w:vertAlign w:val="superscript"/>')], "12 1"),
        ([r("12"), r("1", '<w:rStyle w:val="Raised"/>'), r("3")], "12 1 3"),
        ([r("12"), r("1", '<w:vertAlign w:val="baseline"/>')], "121"),
        ([r("187"), r("1", '<w:position w:val="10"/>')], "187 1"),
        ([r("187", '<w:position w:val="-4"/>'), r("1")], "187 1"),
        ([r("18", '<w:position w:val="-4"/>'), r("7", '<w:position w:val="-4"/>')], "187"),
        ([r("187"), r("1", '<w:position w:val="0"/>')], "1871"),
        ([r("9", "<w:strike/>"), r("1", '<w:vertAlign w:val="superscript"/>')], "9 1"),
        ([r("平方米"), r("2", '<w:vertAlign w:val="superscript"/>'), r("共")], "平方米2共"),
        ([r("脚"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r("注")], "脚注"),
    ],
)  # fmt: skip
def test_what_a_paragraph_prints(runs: list[str], printed: str) -> None:
    styles = (
        '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Hidden"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Shown"><w:basedOn w:val="Base"/>'
        '<w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
        '<w:style w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    assert text(p(*runs), styles=styles) == f"{printed}\n"


def test_a_field_is_its_result() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>IF</w:instrText></w:r>"
    nested = [mark("begin"), code, mark("separate"), r("条件"), mark("end")]
    field = [mark("begin"), code, *nested, mark("separate"), r("12"), mark("end")]
    assert text(p(*field, r("件")) + p(r("后"))) == "12件\n后\n"
    assert text(p(mark("begin"), code) + p(r("后"))) == "\n后\n", "a field without an end costs no paragraph"


def field(code: str, *result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + said + (mark("separate") + "".join(result) if result else "") + mark("end")


CHOICE = (
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="12"/></w:ddList></w:ffData>'
)


@pytest.mark.parametrize(
    "shown",
    [
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:object/></w:r>",
        "<w:r><w:pict/></w:r>",
        "<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice></mc:AlternateContent>",
        field("EQ 12"),
        f"<w:r>{CHOICE}</w:fldChar></w:r>",
        f"<w:ins><w:r>{CHOICE}</w:fldChar></w:r></w:ins>",
    ],
)
def test_a_cell_that_shows_more_than_its_text_is_not_blank(shown: str) -> None:
    def cells(*runs: str) -> str:
        return text(table(row("许可", cell(p(*runs)))))

    assert cells(shown) == "许可\t\ufffc\n"
    assert cells(r("1"), shown) == "许可\t1\ufffc\n"
    assert cells(r("见附件"), shown) == "许可\t见附件\n"


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("<w:del><w:r><w:drawing/></w:r></w:del>", ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:drawing/></w:r>", ""),
        (field("FORMTEXT", r(" ")), ""),
        (field("FORMTEXT", r("12")), "12"),
        (f"<w:r>{BOX.format(p(r('12')))}</w:r>", "12"),
    ],
)
def test_a_cell_that_shows_its_text_alone_is_as_it_was(shown: str, printed: str) -> None:
    assert text(table(row("许可", cell(p(shown))))) == f"许可\t{printed}\n"


def test_paragraphs_whose_end_was_deleted_go_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    gone = p("<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>", about=deleted)
    assert (
        text(p(r("前半"), about=deleted) + gone + p(r("后半")) + p(r("末"), about=deleted))
        == "前半后半\n末\n"
    )


def test_merged_cells_stand_where_they_begin() -> None:
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(cell(p(r("甲")), about='<w:gridSpan w:val="2"/>'), "1"),
        row(cell(p(r("乙")), about=begin), "丙", "2"),
        row(cell(p(r("藏")), about=on), "丁", "3"),
        row(cell(p(r("戊")), about=begin), "己", "4"),
        row(cell(p(), about='<w:vMerge w:val="continue"/>'), "庚", ""),
        row(
            "辛", cell(p(r("壬")), about='<w:hMerge w:val="restart"/>'), cell(p(r("癸")), about="<w:hMerge/>")
        ),
    ]
    assert text(table(*rows)) == "甲\t1\n乙\t丙\t2\n丁\t3\n戊\t己\t4\n庚\t\n辛\t壬\n"


def test_a_cell_that_goes_on_from_no_cell_begins() -> None:
    on = "<w:vMerge/>"
    assert text(table(row("甲", "1"), row(cell(p(r("乙")), about=on), "2"))) == "甲\t1\n乙\t2\n"


@pytest.mark.parametrize("span", ["65535", "999999999", "99999999999999999999", "-3", "0", "x"])
def test_absurd_spans_cost_nothing(span: str) -> None:
    rows = [row(cell(p(r("甲")), about=f'<w:gridSpan w:val="{span}"/>'), "1") for _ in range(300)]
    assert text(table(*rows)) == "甲\t1\n" * 300


def test_deleted_and_hidden_rows_and_cells_are_left_out() -> None:
    rows = [
        row("甲", "1"),
        row("删", "2", about="<w:del/>"),
        row("隐", "3", about="<w:hidden/>"),
        row("增", cell(p(r("旧")), about="<w:cellDel/>"), "4", about="<w:ins/>"),
        row(cell(p(r("并")), about='<w:cellMerge w:vMerge="rest"/>'), "5"),
        row(cell(p(r("藏")), about='<w:cellMerge w:vMerge="cont"/>'), "6"),
    ]
    assert text(table(*rows)) == "甲\t1\n增\t4\n并\t5\n6\n"


def test_rows_and_cells_inside_content_controls() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    inner = cell(p(r("1")))
    assert text(control(table(control(row("甲", control(inner)))))) == "甲\t1\n"


def test_lines_of_a_cell_never_join_digits() -> None:
    split = cell(p(r("12")), p(r("34")))
    label = cell(p(r("本年新收")), p(r("申请数量")))
    run_together = cell(p(r("5"), r("6")))
    assert text(table(row(label, split, run_together))) == "本年新收申请数量\t12 34\t56\n"


def test_places_are_those_of_the_table() -> None:
    document = read_document(word(p(r("前")) + table(row("甲", "1"), row("乙", "2"))))
    place = document.place(document.text.index("2"))
    assert place is not None
    assert (place.page, place.table, place.row, place.cell) == (None, 1, 2, 2)
    assert document.record.format == "docx"


def test_tables_in_tables() -> None:
    one_row = cell(table(row("1", "2")), p())
    assert text(table(row("甲", one_row, "3"))) == "甲\t1\t2\t3\n", "cells of a row in a cell are cells"
    form = table(row("甲", "1"), row("乙", "2"))
    assert text(table(row(cell(p(r("标题")), form, p())))) == "标题\n甲\t1\n乙\t2\n\n", "a layout"
    assert text(table(row(cell(p(r("一")), p(r("二")))), row("甲", "1"))) == "一\n二\n甲\t1\n", (
        "prose in a frame"
    )


def test_a_text_box_is_read_once() -> None:
    inner = BOX.format(p(r("红头")))
    choice = f'<mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice><mc:Fallback>{inner}'
    drawn = f"<w:r>{choice}</mc:Fallback></mc:AlternateContent></w:r>"
    empty = f"<w:r>{choice.replace(inner, '', 1)}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text(p(drawn, r("正文"))) == "红头\n正文\n"
    assert text(p(empty, r("正文"))) == "红头\n正文\n"
    assert text(p(f"<w:r>{BOX.format(table(row('甲', '1')))}</w:r>")) == "甲\t1\n\n"


def test_strict_documents_and_other_names_of_the_main_part() -> None:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{space}"><w:body>{p(r("一"))}</w:body></w:document>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    data = package({"word/document.xml": "<a/>", "_rels/.rels": relations, "word/document2.xml": body})
    assert read_document(data).text == "一\n"


def test_nothing_outside_the_package_is_looked_for() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/styles" Target="http://[::1]:9/s" TargetMode="External"/>'
        '<Relationship Id="b" Type="http://x/numbering" Target="../../../../etc/passwd"/></Relationships>'
    )
    about = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    data = package(
        {
            "word/document.xml": "<w:document "
            'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{p(r('一'), about=about)}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
        }
    )
    assert read_document(data).text == "一\n"


def test_a_file_that_is_cut_off_is_refused_in_both_languages() -> None:
    with pytest.raises(ReadError) as caught:
        read_document(word(p(r("一")))[:-40])
    message = caught.value.diagnostics[0].message
    assert "不是完整的压缩文件" in message.zh
    assert "not a zip file" in message.en


def test_documents_that_are_damaged_or_made_to_harm() -> None:
    whole = word(p(r("一")))
    assert refusal(whole[:-40]) == "GR047"
    assert refusal(package({"word/document.xml": "<w:document"})) == "GR047"
    assert refusal(package({"word/document.xml": "<a/>"})) == "GR047"
    assert refusal(package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})) == "GR047"
    assert refusal(word("<w:sdt>" * 400 + "</w:sdt>" * 400)) == "GR046"
    assert refusal(word(p(r("0" * 30_000_000)))) == "GR046"


def test_what_is_damaged_is_told_in_both_languages() -> None:
    with pytest.raises(ReadError) as caught:
        read_document(package({"word/document.xml": "<a/>"}))
    message = caught.value.diagnostics[0].message
    assert message.zh.endswith("无法打开：没有正文（w:body）。")
    assert message.en.endswith("no w:body in the document")


def test_a_document_with_a_password() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert refusal(compound) == "GR044"


def test_a_table_of_contents_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    contents = control.format(gallery.format("Table of Contents"), p(r("目录")) + p(r("一、总体情况")))
    cover = control.format(gallery.format("Cover Pages"), p(r("封面")))
    line = p(r("一、总体情况"), about='<w:pStyle w:val="11"/>')
    styles = '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    assert text(cover + contents + line + p(r("正文")), styles=styles) == "封面\n正文\n"


def test_a_document_inside_the_document_is_not_passed_over() -> None:
    assert refusal(word(p(r("一")) + "<w:altChunk/>")) == "GR042"


@pytest.mark.parametrize("size", [2000, 4000])
def test_styles_without_end(size: int) -> None:
    """Each style is based on the one before; what one says is found without following all of them."""
    chain = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(size))
    body = "".join(p(r("一"), about=f'<w:pStyle w:val="s{n}"/>') for n in range(size))
    assert text(body, styles=chain) == "一\n" * size
