"""Damages that were once read without a word: each is named now, and the good text beside it is not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import govreport
from govreport import Report
from tests.layouts.grid import display_width

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
REMEDIES = "2\t1\t0\t0\t3\t1\t0\t0\t0\t1\t0\t0\t0\t1\t1"
DIRECT = "remedies.litigation_direct"


def changed(text: str, *edits: tuple[str, str]) -> Report:
    """The text with pieces of it replaced, read."""
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return govreport.parse(text)


def piped(text: str) -> str:
    """The tables with bars between their cells and none around them."""
    return text.replace("\t", " | ")


def named(report: Report, path: str) -> bool:
    """Whether a diagnostic names the cell, or what it is in."""
    names = [p for d in report.diagnostics for p in (d.path, *d.related)]
    return any(path == name or path.startswith(f"{name}.") for name in names if name)


def section(text: str, rows: Sequence[str]) -> str:
    """The text with other rows for section 四."""
    start, end = text.index("行政复议\t"), text.index("五、存在")
    return text[:start] + "\n".join(rows) + "\n\n" + text[end:]


def test_a_bar_before_the_first_cell_is_an_empty_cell_where_other_lines_have_none() -> None:
    row = REMEDIES.replace("\t", " | ")
    report = changed(piped(TEXT), (row, f"| {row}"))
    assert all(named(report, r) for r in (DIRECT, "remedies.reconsideration"))
    blank = changed(piped(TEXT), (row, f"| {row.removeprefix('2 | ')}"))
    assert blank.remedies.reconsideration.upheld is None
    assert blank.remedies.litigation_after_reconsideration.total == 1
    assert not named(blank, DIRECT)


def test_bars_around_every_line_are_no_cells() -> None:
    text = "\n".join(f"| {line} |" if " | " in line else line for line in piped(TEXT).split("\n"))
    assert govreport.parse(text) == govreport.parse(TEXT)
    assert not govreport.parse(text).diagnostics


def test_fifteen_values_with_an_empty_cell_among_them_are_named() -> None:
    report = changed(TEXT, (REMEDIES, REMEDIES.replace("\t1\t0\t0\t0\t1\t", "\t1\t\t0\t0\t0\t1\t")))
    assert named(report, DIRECT)


def test_a_field_before_all_headings_is_no_cell() -> None:
    def report(values: str) -> Report:
        lines = [f"\t{line}" for line in TEXT[TEXT.index("行政复议\t") :].split("\n")[:3]]
        heads = lines[1].replace("结果维持", "结果\n维持", 1)
        return govreport.parse(section(TEXT, (lines[0], heads, lines[2], f"\t{values}")))

    assert not named(report(REMEDIES), DIRECT)
    assert named(report(REMEDIES.replace("\t0\t0\t3", "\t0\t3")), "remedies.reconsideration.upheld")


def test_a_row_that_bears_the_label_of_a_later_one_is_named() -> None:
    row = "2.其他法律行政法规禁止公开\t1\t0\t0\t0\t0\t0\t1\n"
    report = changed(TEXT, (row, "2.其他\t1\t0\t0\t0\t0\t0\t1\n"), ("3.其他\t0\t1\t0\t0\t0\t0\t1\n", ""))
    assert named(report, "applications.other_handling.other_reasons")


def _apart(direct: str) -> str:
    heads = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    return section(
        TEXT,
        (
            *("行政复议\t\t\t\t", heads, "2\t1\t0\t0\t3"),
            *("未经复议直接起诉\t\t\t\t", heads, direct),
            *("复议后起诉\t\t\t\t", heads, "0\t0\t0\t1\t1"),
        ),
    )


def test_a_row_that_is_shifted_against_the_two_like_it_is_named() -> None:
    assert named(govreport.parse(_apart("\t1\t0\t0\t0\t1")), DIRECT)
    assert not named(govreport.parse(_apart("1\t0\t0\t0\t1")), DIRECT)


def test_one_long_number_where_other_rows_repeat_theirs_is_named() -> None:
    rows = [
        ("第二十条第（五）项", "\t".join(["第二十条第（五）项"] * 4)),
        ("行政许可\t187", "行政许可\t187\t187\t187"),
        ("行政强制\t3", "行政强制\t3\t3\t3"),
        ("行政事业性收费\t128.46", "行政事业性收费\t128.46\t128.46\t128.46"),
    ]
    path = "proactive_disclosure.penalties.decisions"
    good = changed(TEXT, *rows, ("行政处罚\t26", "行政处罚\t26\t26\t26"))
    assert (good.proactive_disclosure.penalties.decisions, named(good, path)) == (26, False)
    assert named(changed(TEXT, *rows, ("行政处罚\t26", "行政处罚\t262626")), path)


def test_a_number_beside_a_row_is_no_value_of_a_merged_cell() -> None:
    wide = [(f"{n}\t{v}", f"{n}\t{v}\t\t") for n, v in (("行政许可", 187), ("行政处罚", 26), ("行政强制", 3))]
    report = changed(
        TEXT, *wide, ("规章\t0\t0\t0", "规章\t0\t0\t0\t"), ("文件\t2\t1\t9", "文件\t2\t2\t9\t6件")
    )
    assert named(report, "proactive_disclosure.normative_documents.repealed")


def test_a_line_of_absurd_length_in_a_table_is_named_and_the_others_are_read() -> None:
    report = changed(TEXT, ("二、上年结转", "x" * 20_000 + "\n二、上年结转"))
    assert report.applications == govreport.parse(TEXT).applications
    assert [d.path for d in report.diagnostics] == ["applications"]
    assert sum(len(piece.text) for piece in govreport.trace(report)) > 20_000


def _ruled(text: str) -> str:
    """Section 三 under a rule of dashes whose columns its rows do not keep."""
    start, end = text.index("三、收到"), text.index("四、政府")
    lines = text[start:end].replace("\t", "  ").split("\n")
    rule = " ".join("-" * n for n in (66, 10, 10, 10, 10, 10, 10, 10))
    return text[:start] + "\n".join([lines[0], rule, *lines[1:]]) + text[end:]


def test_a_rule_that_no_row_keeps_to_gives_no_columns() -> None:
    report = govreport.parse(_ruled(TEXT))
    assert report.applications == govreport.parse(TEXT).applications


def _spaced(text: str) -> str:
    """Section 三 in columns of spaces."""
    start, end = text.index("三、收到"), text.index("四、政府")
    lines = []
    for line in text[start:end].split("\n"):
        words = line.split("\t")
        if not words[-1].isdigit():
            lines.append(" ".join(words))
            continue
        label = " ".join(words[:-7])
        lines.append(label + " " * (80 - display_width(label)) + "".join(f"{w:>10}" for w in words[-7:]))
    return text[:start] + "\n".join(lines) + text[end:]


def _shifted_by_labels(text: str) -> str:
    """Columns that keep their distance, while wider labels move the row as a whole."""
    return "\n".join(
        line.replace(" " * 20, " " * (20 - line.count("开") * 6), 1) for line in text.split("\n")
    )


@pytest.mark.parametrize("moved_by_labels", [False, True])
def test_a_number_in_the_gap_of_another_column_is_named(moved_by_labels: bool) -> None:
    text = _shifted_by_labels(_spaced(TEXT)) if moved_by_labels else _spaced(TEXT)
    row = "".join(f"{n:>10}" for n in (43, 9, 1, 2, 3, 1, 59))
    assert not govreport.parse(text).diagnostics
    moved = "".join(f"{n:>10}" for n in (43, 9, 1, 2, 3)) + f"{59:>20}{59:>10}"
    assert named(changed(text, (row, moved)), "applications.total_handled")


def test_values_of_section_four_that_stand_under_other_headings_are_named() -> None:
    wide = "".join(f"{n}{' ' * (13 - display_width(n))}" for n in UPRIGHT)
    heads = (f"行政复议{' ' * 57}行政诉讼", f"{wide}未经复议直接起诉  复议后起诉", f"{' ' * 65}{wide}{wide}")
    for gap, wrong in ((0, False), (13, True)):
        values = "".join(f"{v:<13}" for v in REMEDIES.split("\t")[:5]) + " " * gap
        values += "".join(f"{v:<13}" for v in REMEDIES.split("\t")[5:])
        assert named(govreport.parse(section(TEXT, (*heads, values))), DIRECT) is wrong


UPRIGHT = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def test_upright_headings_in_another_order_are_named() -> None:
    def heads(order: Sequence[int]) -> str:
        return "\t".join("\n".join(UPRIGHT[i]) for i in order)

    first, swapped = range(5), (0, 2, 1, 3, 4)
    for last, wrong in ((first, False), (swapped, True)):
        rows = (
            "行政复议\t行政诉讼",
            f"{heads(first)}\t未经复议直接起诉\t复议后起诉",
            f"{heads(first)}\t{heads(last)}",
            REMEDIES,
        )
        assert (
            named(govreport.parse(section(TEXT, rows)), "remedies.litigation_after_reconsideration") is wrong
        )


def test_headings_with_line_ends_within_are_in_order() -> None:
    def heads(order: Sequence[int]) -> str:
        return "\t".join(UPRIGHT[i][:2] + "\n"[: len(UPRIGHT[i]) - 2] + UPRIGHT[i][2:] for i in order)

    for last, wrong in ((range(5), False), ((0, 2, 1, 3, 4), True)):
        rows = ("行政复议\t行政诉讼", f"{heads(range(5))}\t{heads(range(5))}\t{heads(last)}", REMEDIES)
        assert named(govreport.parse(section(TEXT, rows)), DIRECT) is wrong


def test_three_equal_values_on_a_line_are_no_merged_cell() -> None:
    """The row may be of the other edition, whose three values stand there."""
    for mark in (" ", "\n"):
        text = TEXT.replace("行政处罚\t26", "行政处罚\t0\t0\t0").replace("\t", mark)
        assert named(govreport.parse(text), "proactive_disclosure.penalties")


def test_a_number_cut_in_two_that_fills_a_row_with_a_blank_is_named() -> None:
    text, row = TEXT.replace("\t", "     "), "行政规范性文件     2     1     9"
    path = "proactive_disclosure.normative_documents"
    assert not named(govreport.parse(text), path)
    assert named(changed(text, (row, "行政规范性文件     2     1 9")), path)
    assert not named(changed(text, (row, "行政规范性文件 2 1 9")), path)


def test_two_equal_digits_in_two_lines_may_be_one_number() -> None:
    report = changed(TEXT.replace("\t", "\n"), ("行政许可\n187", "行政许可\n2\n2"))
    assert report.proactive_disclosure.licensing.decisions != 2
    assert named(report, "proactive_disclosure.licensing")


def test_headings_of_single_characters_in_another_order_are_named() -> None:
    start, end = TEXT.index("自然人\t"), TEXT.index("一、本年新收")
    good = ("商 科 社 法 其", "业 研 会 律 他", "自然人 企 机 公 服 总计", "业 构 益 务")
    swapped = ("商 科 社 其 法", "业 研 会 他 律", "自然人 企 机 公 服 总计", "业 构 益 务")
    for lines, wrong in ((good, False), (swapped, True)):
        text = TEXT[:start] + "\n".join(lines) + "\n" + TEXT[end:].replace("\t", " ")
        assert named(govreport.parse(text), "applications.received") is wrong


@pytest.mark.parametrize("mark", ["①", "⑫", "²", "₁"])
def test_the_mark_of_a_note_is_no_digit(mark: str) -> None:
    report = changed(TEXT, ("\t57\n", f"\t57{mark}\n"))
    assert report.applications.received.total is None
    assert named(report, "applications.received.total")


def test_a_first_column_blank_in_all_rows_is_not_taken_for_the_rest_of_a_label() -> None:
    front, heading, rest = Path("examples/example-2019.txt").read_text("utf-8").partition("\n二、")
    section, third, rest = rest.partition("\n三、")
    lines = []
    for line in section.splitlines():
        label, *cells = line.split("\t")
        cells = ["", *cells[1:]] if cells and label != "信息内容" else cells
        lines.append(" | ".join([label, *cells]) + " |" * (5 - len(cells)) if cells else line)
    report = govreport.parse(front + heading + "\n".join(lines) + third + rest)
    path = "proactive_disclosure.fees.change"
    assert report.proactive_disclosure.fees.items_last_year is None
    assert report.proactive_disclosure.fees.change is not None or named(report, path)


@pytest.mark.parametrize(
    ("row", "written", "cells"),
    [
        ("行政规范性文件\t2\t1\t9", "行政规范性文件\t2\t1\t\n3", ("normative_documents.in_force",)),
        ("行政规范性文件\t2\t1\t9", "行政规范性文件\t\t1\t9\n5", ("normative_documents.issued",)),
        ("行政规范性文件\t2\t1\t9", "行政规范性文件\t2\n1\t9\t", ("normative_documents.repealed",)),
        ("行政事业性收费\t128.46", "行政事业性收费\t\n3", ("fees.amount",)),
    ],
)
def test_a_number_on_the_line_below_a_row_is_no_cell_of_it_unless_named(
    row: str, written: str, cells: tuple[str, ...]
) -> None:
    text = TEXT.replace(row, written)
    assert text != TEXT
    report = govreport.parse(text)
    named = {path for d in report.diagnostics for path in (d.path, *d.related)}
    for cell in cells:
        path = f"proactive_disclosure.{cell}"
        assert {path, path.rpartition(".")[0]} & named


@pytest.mark.parametrize("foot", ["- 3 -", "－3－"])
def test_a_page_foot_below_an_empty_row_is_no_cell_of_it(foot: str) -> None:
    report = govreport.parse(TEXT.replace("规章\t0\t0\t0", f"规章\t\t\t\n{foot}"))
    assert report.proactive_disclosure.rules == govreport.DocumentCounts()


def test_a_second_copy_of_a_section_with_other_numbers_is_named() -> None:
    start, end = TEXT.index("二、主动公开"), TEXT.index("三、收到和处理")
    section = TEXT[start:end]
    same = govreport.parse(TEXT[:end] + section + TEXT[end:])
    assert same.proactive_disclosure == govreport.parse(TEXT).proactive_disclosure
    assert "GR026" not in {d.code for d in same.diagnostics}
    other = govreport.parse(TEXT[:end] + section.replace("187", "150") + TEXT[end:])
    (repeated,) = [d for d in other.diagnostics if d.code == "GR026"]
    assert repeated.related == ("proactive_disclosure.licensing",)
    assert repeated.message.zh.endswith("请核对“行政许可”。")
    assert repeated.message.en.endswith("compare “行政许可”.")


def test_a_second_copy_that_is_no_whole_table_names_all_rows() -> None:
    start, end = TEXT.index("二、主动公开"), TEXT.index("三、收到和处理")
    broken = TEXT[start:end].replace("规章\t0\t0\t0", "规章\t0\t0")
    report = govreport.parse(TEXT[:start] + broken + TEXT[start:])
    (repeated,) = [d for d in report.diagnostics if d.code == "GR026"]
    assert len(repeated.related) == 6
    assert "“规章”、“行政规范性文件”、“行政许可”等 6 行" in repeated.message.zh
    assert "“行政许可” and 3 more rows" in repeated.message.en
