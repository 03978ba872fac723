"""The labels of lists are computed as Word prints them."""

import pytest

from govreport.readers import read_document
from govreport.readers.docx.numerals import numeral
from tests.readers.packages import p, r, word

# ruff: noqa: E501 - an element a line
LISTS = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
  <w:lvl w:ilvl="4"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>
    <w:lvlText w:val="%5"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf06c;"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Linked"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Style"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
"""
STYLES = """
<w:style w:styleId="Linked"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Child"><w:basedOn w:val="Linked"/></w:style>
<w:style w:styleId="Style"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
"""


def item(list_id: int, level: int = 0, text: str = "甲") -> str:
    about = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(r(text), about=about)


def styled(style: str, list_id: int | None = None) -> str:
    own = "" if list_id is None else f'<w:numPr><w:numId w:val="{list_id}"/></w:numPr>'
    return p(r("甲"), about=f'<w:pStyle w:val="{style}"/>{own}')


def labels(*paragraphs: str) -> list[str]:
    data = word("".join(paragraphs), numbering=LISTS, styles=STYLES)
    return [line.removesuffix("甲") for line in read_document(data).text.splitlines()]


def test_levels_count_and_begin_again_below() -> None:
    items = [item(1), item(1, 1), item(1, 2), item(1, 2), item(1, 1), item(1, 2), item(1), item(1, 1)]
    assert labels(*items) == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]


def test_a_label_of_several_levels_in_digits() -> None:
    assert labels(item(1), item(1, 1), item(1, 3)) == ["一、", "（一）", "1.1.1 "], "a digit stays apart"


def test_a_level_that_never_begins_again() -> None:
    assert labels(item(1, 4), item(1), item(1, 4)) == ["3", "一、", "4"]


def test_lists_of_one_definition_count_on_unless_they_say_so() -> None:
    assert labels(item(1), item(5), item(2), item(2), item(1)) == ["一、", "二、", "五、", "六、", "七、"]


def test_lists_of_styles() -> None:
    assert labels(styled("Linked"), styled("Child"), styled("Linked", 0)) == ["1)", "2)", ""]
    assert labels(item(4, 1), styled("Loop"), styled("Nowhere"), item(99)) == ["1)", "", "", ""]


def test_bullets_say_nothing() -> None:
    assert labels(item(3), item(3)) == ["", ""]


def test_headings_of_the_report_that_a_list_numbers() -> None:
    body = item(1, 0, "总体情况") + p(r("全年。")) + item(1, 0, "主动公开政府信息情况")
    assert (
        read_document(word(body, numbering=LISTS)).text == "一、总体情况\n全年。\n二、主动公开政府信息情况\n"
    )


@pytest.mark.parametrize(
    ("form", "n", "printed"),
    [
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 12, "一二"),
        ("ideographTraditional", 2, "乙"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircleChinese", 36, "36"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 49, "xlix"),
        ("none", 3, ""),
        ("no such form", 3, "3"),
        ("lowerLetter", 999_999_999, "999999999"),
        ("chineseCounting", 0, "0"),
    ],
)
def test_numerals(form: str, n: int, printed: str) -> None:
    assert numeral(n, form) == printed


def test_a_label_without_end_is_cut() -> None:
    long = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{"甲" * 100_000}"/></w:lvl>'
    )
    numbering = f'{long}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    data = word(item(1) * 2000, numbering=numbering)
    assert len(read_document(data).text) < 600_000
