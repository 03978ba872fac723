"""What the formats that are text show: every value, every line of prose, and nothing that is not printed."""

import re
from html.parser import HTMLParser
from typing import Literal

import attrs
import pytest
from hypothesis import given

import govreport
from govreport import ApplicantCounts, Applications, OtherHandling, Report, Section, form, strategies
from govreport.model.paths import cell_paths
from tests.model.samples import full_report

TextFormat = Literal["text", "markdown", "html"]
TEXTS: tuple[TextFormat, ...] = ("text", "markdown", "html")
NASTY = "<b>&amp;</b> a|b *c* _d_ `e` [f](g) \\ # ~ \"h\" '甲'"


def values(report: Report) -> set[str]:
    found = (report.cell(path).value for path in cell_paths())
    return {str(getattr(value, "value", value)) for value in found if value is not None}


def lines(report: Report) -> list[str]:
    return govreport.render(report, "text").split("\n")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("editions", [("2019",), ("2021",), ("2019", "2021")])
def test_every_value_is_printed(name: TextFormat, editions: tuple[str, ...]) -> None:
    report = full_report(*editions)
    document = govreport.render(report, name)
    assert len(values(report)) > 180
    assert {v for v in values(report) if not re.search(rf"(?<!\d){v}(?!\d)", document)} == set()
    prose = (
        "开头。",
        "（一）小标题",
        "内容一。",
        "内容二。",
        "问题。",
        "事项。",
        "前言。",
        "某县人民政府",
        "2025年1月20日",
    )
    assert all(words in document for words in prose)
    places = [document.index(words) for words in prose if words not in ("前言。",)]
    assert places == sorted(places)


@given(strategies.reports())
def test_every_format_takes_every_report(report: Report) -> None:
    for name in TEXTS:
        document = govreport.render(report, name)
        assert document.endswith("\n")
        assert set(re.findall(r"\d+", " ".join(values(report)))) <= set(re.findall(r"\d+", document))


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ValueError, match="text, markdown, html, docx"):
        govreport.render(Report(), "pdf")


def test_text_in_the_official_form() -> None:
    text = lines(full_report("2021"))
    assert text[:4] == ["某县2024年政府信息公开工作年度报告", "", "前言。", ""]
    start = text.index("二、主动公开政府信息情况")
    assert text[start + 1 : start + 8] == [
        "第二十条第（一）项",
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
        "规章\t1001\t1002\t1003",
        "行政规范性文件\t1004\t1005\t1006",
        "第二十条第（五）项",
        "信息内容\t本年处理决定数量",
        "行政许可\t1007",
    ]
    start = text.index("三、收到和处理政府信息公开申请情况")
    assert text[start + 2 : start + 4] == [
        "自然人\t法人或其他组织\t总计",
        "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
    ]
    assert [line.split("\t")[:-7] for line in text[start + 4 : start + 9]] == [
        ["一、本年新收政府信息公开申请数量"],
        ["二、上年结转政府信息公开申请数量"],
        ["三、本年度办理结果", "（一）予以公开"],
        ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"],
        ["（三）不予公开", "1.属于国家秘密"],
    ]
    assert text[-3:] == ["某县人民政府", "2025年1月20日", ""]


def test_a_blank_cell_is_an_empty_field_and_a_row_keeps_all_its_fields() -> None:
    report = Report(applications=Applications(granted=ApplicantCounts(total=5)))
    text = lines(report)
    assert "三、本年度办理结果\t（一）予以公开" + "\t" * 7 + "5" in text
    assert "四、结转下年度继续办理" + "\t" * 7 in text
    assert "行政规范性文件\t\t\t" in text
    assert "\t" * 14 in text


def test_rows_that_are_not_printed_leave_no_line() -> None:
    label = form.label("applications", "OTHER_HANDLING")
    assert not any(label in line for line in lines(Report()))
    undivided = Applications(other_handling=OtherHandling(undivided=ApplicantCounts(total=3)))
    assert f"{label}\t\t\t\t\t\t\t3" in lines(Report(applications=undivided))
    both = attrs.evolve(undivided.other_handling, other_reasons=ApplicantCounts(total=2))
    text = lines(Report(applications=attrs.evolve(undivided, other_handling=both)))
    assert text.index("3.其他\t\t\t\t\t\t\t2") == text.index(f"{label}\t\t\t\t\t\t\t3") + 1


def test_an_empty_report_is_the_blank_form() -> None:
    text = lines(Report())
    assert text[0] == "一、总体情况"
    assert text[-2:] == ["六、其他需要报告的事项", ""]


def test_markdown_escapes_and_keeps_tables_whole() -> None:
    report = attrs.evolve(
        full_report("2021"), title=NASTY, overview=Section("1. x\n# y\n- z\n+15%。\n2024.5")
    )
    document = govreport.render(report, "markdown").split("\n")
    title = document[0].removeprefix("# ")
    assert re.sub(r"\\(.)", r"\1", title) == NASTY
    assert not re.search(r"(?<!\\)[<>|*_`\[\]&~]", title.replace("\\\\", ""))
    for line in ("1\\. x", "\\# y", "\\- z", "+15%。", "2024.5"):
        assert line in document
    widths: dict[int, set[int]] = {}
    for number, line in enumerate(document):
        if line.startswith("|"):
            start = next(i for i in range(number, 0, -1) if not document[i].startswith("|"))
            widths.setdefault(start, set()).add(len(re.findall(r"(?<!\\)\|", line)))
    assert [len(counts) for counts in widths.values()] == [1] * 6
    assert "| 三、本年度办理结果 | （一）予以公开 |  |" in "\n".join(document)


class Page(HTMLParser):
    """Checks the nesting of a page and collects what its tables hold."""

    VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: dict[str, list[dict[str, str | None]]] = {}
        self.texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.setdefault(tag, []).append(dict(attrs))
        self.texts.setdefault(tag, []).append("")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data


def page_of(report: Report) -> Page:
    page = Page()
    document = govreport.render(report, "html")
    assert document.startswith("<!DOCTYPE html>\n")
    page.feed(document)
    page.close()
    assert page.open == []
    return page


def test_html_is_an_accessible_page() -> None:
    page = page_of(full_report("2021"))
    assert page.attributes["html"] == [{"lang": "zh-CN"}]
    assert {"charset": "utf-8"} in page.attributes["meta"]
    assert page.texts["title"] == page.texts["h1"] == ["某县2024年政府信息公开工作年度报告"]
    assert len(page.texts["h2"]) == 6
    assert page.texts["h3"] == ["（一）小标题"]
    assert [a["id"] for a in page.attributes["h2"]] == [
        a["aria-labelledby"] for a in page.attributes["section"]
    ]
    named = [a["aria-labelledby"] for a in page.attributes["table"] if a]
    assert named == ["applications", "remedies"]
    assert len(page.texts["caption"]) + len(named) == len(page.attributes["table"]) == 6
    assert all(page.texts["caption"])
    assert all(a["scope"] in ("row", "col") for a in page.attributes["th"])
    assert {"scope": "row", "rowspan": "23"} in page.attributes["th"]
    assert {"scope": "col", "rowspan": "3", "colspan": "3"} in page.attributes["th"]
    assert "@media print" in page.texts["style"][0]


@given(strategies.reports())
def test_html_holds_the_cells_in_the_order_of_the_form(report: Report) -> None:
    page = page_of(report)
    fields = [line.split("\t") for line in lines(report) if "\t" in line]
    labels = {*page.texts["th"], *page.texts["caption"]}
    assert page.texts["td"] == [field for line in fields for field in line if field not in labels]


def test_html_escapes() -> None:
    report = attrs.evolve(full_report("2021"), title=NASTY, preamble=NASTY, overview=Section(NASTY))
    page = page_of(report)
    assert page.texts["h1"] == page.texts["title"] == [NASTY]
    assert page.texts["p"].count(NASTY) == 2
    assert "b" not in page.attributes
