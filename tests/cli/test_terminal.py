"""Findings as text: what a person sees of one."""

import re
from collections.abc import Iterator

import attrs
import pytest

import govreport
from govreport import Message, Report
from govreport.cli.paint import Painter
from govreport.cli.terminal import Terminal
from govreport.diagnostics import display_width, set_language
from govreport.reporting import Checked, listed
from tests.cli.test_check import EXAMPLE, WRONG


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


def shown(text: str, *codes: str, width: int | None = None, colour: bool = False) -> str:
    report = govreport.parse(text)
    checked = Checked("a.txt", text, report, listed(govreport.check(report, select=codes)))
    return "".join(Terminal(width, Painter(colour=colour), each=False)([checked]))


def test_a_finding_says_what_where_and_what_would_mend_it() -> None:
    head, sentence, source, caret, cells, hint, blank, summary = shown(WRONG, "GR101").splitlines()
    assert head == "a.txt:39:32: error GR101 row-total-mismatch applications.granted.total"
    assert sentence == "  granted, total: 25 is printed, the parts make 24 (18 + 4 + 1 + 1), 1 too many"
    assert source.startswith("   39 | ")
    assert source.endswith(" 25")
    assert display_width(source) == len(caret), "the carets end below the number"
    assert cells == (
        "  cells: total 25, natural person 18, commercial enterprise 4, research institution 0, "
        "public welfare organization 1, legal service agency 1, other organization 0"
    )
    assert hint == "  hint: 24 for “granted, total” makes it hold"
    assert (blank, summary) == ("", "checked 1 report: error 1, warning 0, info 0")


def test_in_chinese_it_is_all_chinese() -> None:
    set_language("zh")
    out = shown(WRONG, "GR101")
    assert "错误 GR101 row-total-mismatch applications.granted.total" in out
    assert "单元格：总计 25，自然人 18，商业企业 4，" in out
    assert "建议：“（一）予以公开·总计”改为 24，合计即成立" in out
    assert out.endswith("已检查 1 份报告：错误 1，警告 0，提示 0\n")


def test_the_hint_of_a_short_sum_is_for_its_blank_cell() -> None:
    out = shown(EXAMPLE.replace("18\t4\t0\t1\t1\t0\t24", "18\t\t0\t1\t1\t0\t24"), "GR105")
    assert "commercial enterprise blank" in out
    assert "hint: 4 for “granted, commercial enterprise” makes it hold" in out


def test_a_hint_in_words_is_shown_as_it_is() -> None:
    report = govreport.parse(EXAMPLE)
    (wrong, *_) = govreport.check(govreport.parse(WRONG), select=["GR101"])
    checked = Checked("a.txt", EXAMPLE, report, listed([attrs.evolve(wrong, suggestion="ask, then mend")]))
    assert "  hint: ask, then mend\n" in "".join(Terminal(None, Painter(colour=False), each=False)([checked]))


def test_of_many_cells_the_zeros_are_counted() -> None:
    cells = next(line for line in shown(WRONG, "GR102").splitlines() if line.startswith("  cells: "))
    assert cells.startswith("  cells: total handled ")
    assert "granted 25" in cells
    assert re.search(r"the other \d+ are 0$", cells)
    assert " 0," not in cells


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 100])
def test_on_a_terminal_nothing_is_wider_than_it(width: int, language: str) -> None:
    set_language(language)
    assert max(map(display_width, shown(WRONG, width=width).splitlines())) <= width
    assert max(map(display_width, shown(WRONG).splitlines())) > width


def test_colours_are_only_put_on_top() -> None:
    plain, coloured = (shown(WRONG, width=100, colour=colour) for colour in (False, True))
    assert plain != coloured
    assert re.sub(r"\033\[[\d;]*m", "", coloured) == plain


def test_nothing_in_a_file_steers_the_terminal() -> None:
    (wrong, *_) = govreport.check(govreport.parse(WRONG), select=["GR101"])
    hostile = attrs.evolve(wrong, message=Message(zh="\033[2J", en="\033[2J"), suggestion="\033[2J")
    checked = Checked("a\033[2J.txt", "x\033[2J", Report(), listed([hostile]))
    assert "\033" not in "".join(Terminal(None, Painter(colour=False), each=True)([checked]))
