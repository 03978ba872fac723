"""Texts cut, filled and broken by display width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.cli.width import clip, pad, visible, wrap
from govreport.diagnostics import display_width

WORDS = st.text(alphabet="公开信息，（）ab12. ", max_size=80)


@given(WORDS, st.integers(4, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert all(display_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_number_is_not_broken_where_the_line_has_room_before_it() -> None:
    assert list(wrap("应有的个数为 1234 个", 16)) == ["应有的个数为", "1234 个"]


@given(WORDS, st.integers(2, 40))
def test_clipped_texts_fit_and_keep_both_ends(text: str, width: int) -> None:
    cut = clip(text, width)
    assert display_width(cut) <= width
    assert cut == text or (display_width(text) > width and "…" in cut)
    head, _, tail = cut.partition("…")
    assert text.startswith(head)
    assert text.endswith(tail)


@pytest.mark.parametrize(
    ("text", "width", "shown"), [("公开", 6, "公开  "), ("公开", -6, "  公开"), ("ab", 2, "ab")]
)
def test_texts_are_filled_on_either_side(text: str, width: int, shown: str) -> None:
    assert pad(text, width) == shown


def test_control_characters_become_spaces() -> None:
    assert visible("a\033[31mb\u200bc\n") == "a [31mb c "
