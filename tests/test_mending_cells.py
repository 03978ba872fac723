"""Numbers that were once read without their units, their rest or their own label: each is named now."""

from pathlib import Path

import pytest

import govreport
from tests.test_mending import REMEDIES, TEXT, changed, named


@pytest.mark.parametrize(
    ("old", "new", "unit"),
    [
        ("128.46", "1284600（元）", "元"),
        ("128.46", "128.46（单位：万元）", "万元"),
        ("行政事业性收费\t128.46", "行政事业性收费（元）\t1284600", "元"),
        ("（单位：万元）", "（元）", "元"),
        ("（单位：万元）", "（单位：万\n元）", None),
        ("（单位：万元）", "（单位：千元）", None),
        ("（单位：万元）", "（单位：万美元）", None),
    ],
)
def test_a_unit_in_brackets_is_that_of_the_amount(old: str, new: str, unit: str | None) -> None:
    amount = changed(TEXT, (old, new)).proactive_disclosure.fees.amount
    assert amount is not None
    assert amount.unit == unit


@pytest.mark.parametrize("unit", ["元", "千元", "单位：亿元"])
def test_a_row_that_names_another_unit_than_its_heading_is_named(unit: str) -> None:
    report = changed(TEXT, ("行政事业性收费\t", f"行政事业性收费（{unit}）\t"))
    assert named(report, "proactive_disclosure.fees.amount")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("proactive_disclosure.fees", "128.46", "128\n.46"),
        ("proactive_disclosure.fees", "128.46", "1284600\n元"),
        ("proactive_disclosure.licensing", "187", "187\n万件"),
        ("applications.received", "\t57\n", "\t5\n.7\n"),
        ("remedies.litigation_after_reconsideration", f"{REMEDIES}\n", f"{REMEDIES}\n万件\n"),
    ],
)
def test_the_rest_of_a_number_on_the_next_line_is_named(path: str, old: str, new: str) -> None:
    assert path in [p for d in changed(TEXT, (old, new)).diagnostics for p in (d.path, *d.related)]


@pytest.mark.parametrize("cell", ["1（件）87", "18[注]7", "187（万件）", "18（约）.7"])
def test_digits_on_both_sides_of_a_remark_are_no_number(cell: str) -> None:
    report = changed(TEXT, ("187", cell))
    assert report.proactive_disclosure.licensing.decisions is None
    assert named(report, "proactive_disclosure.licensing.decisions")


ONCE = (("行政许可", "187"), ("行政处罚", "26"), ("行政强制", "3"), ("行政事业性收费", "128.46"))
RULES = "proactive_disclosure.rules"
NORMATIVE = "proactive_disclosure.normative_documents"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (NORMATIVE, "规章\t0\t0\t0\n行政规范性文件", "规章、行政规范性文件"),
        (NORMATIVE, "行政规范性文件\t2\t1\t9", "行政规范性文件 2\t1\t9\t"),
        ("proactive_disclosure.licensing", "行政许可\t", "非行政许可\t"),
        ("proactive_disclosure.fees", "行政事业性收费\t", "行政事业性收费元\t"),
    ],
)
def test_words_that_hold_a_label_and_more_are_another_label(path: str, old: str, new: str) -> None:
    report = changed(TEXT, (old, new))
    assert path in [p for d in report.diagnostics for p in (d.path, *d.related)]


def test_a_number_under_a_blank_row_in_columns_of_spaces_is_named() -> None:
    text = TEXT.replace("\t", " ")
    report = changed(text, ("行政强制 3", "行政强制\n3"))
    assert "proactive_disclosure.compulsion" in [d.path for d in report.diagnostics]
    lines = changed(TEXT.replace("\t", "\n"))
    assert not lines.diagnostics


def test_a_value_under_a_heading_of_its_own_is_no_merged_cell() -> None:
    report = changed(
        TEXT,
        ("现行有效件数", "现行有效件数\t上年"),
        *((f"{name}\t{n}", "\t".join([name, *[n] * 4])) for name, n in ONCE),
        ("规章\t0\t0\t0", "规章\t5\t5\t0\t7"),
        ("文件\t2\t1\t9", "文件\t8\t8\t2\t9"),
    )
    assert {d.path for d in report.diagnostics if d.code == "GR019"} >= {RULES, NORMATIVE}


def test_a_value_of_a_merged_cell_counts_once_where_its_heading_does() -> None:
    text = Path("examples/example-2019.txt").read_text("utf-8")
    start, end = text.index("二、主动"), text.index("三、收到")
    lines = [line.split("\t") for line in text[start:end].split("\n")]
    wide = ["\t".join(w + w[-1:] * (4 - len(w))) if len(w) > 1 else w[0] for w in lines]
    report = govreport.parse(text[:start] + "\n".join(wide) + text[end:])
    assert report.proactive_disclosure == govreport.parse(text).proactive_disclosure
    assert not report.diagnostics
