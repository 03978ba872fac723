"""One damaged text for every number: the same number always gives the same text."""

from collections.abc import Callable, Mapping
from functools import partial
from random import Random

import attrs

from tests.damage import to_cells, to_lines, to_rows
from tests.damage.case import Case, NotApplicableError
from tests.damage.rewriting import printed_alike
from tests.damage.truth import Truth, truth_of
from tests.layouts import LAYOUTS, random_report
from tests.layouts.document import Rendered, compose
from tests.layouts.layouts import Layout
from tests.layouts.style import draw_style

OnPaper = Callable[[Case, Random], Case]
OnLines = Callable[[Rendered, Layout, Random], Rendered]


def none(case: Case, rng: Random) -> Case:
    """No damage."""
    return case


_ON_PAPER: Mapping[str, OnPaper] = {
    "none": none,
    "cell deleted": to_cells.deleted,
    "cell blanked": to_cells.blanked,
    "cell doubled": to_cells.doubled,
    "empty cell inserted": to_cells.inserted,
    "cells exchanged": to_cells.exchanged,
    "digit changed": to_cells.digit_changed,
    "digit misread": to_cells.digit_misread,
    "leading zero": to_cells.leading_zero,
    "digits split by a space": to_cells.split_by_space,
    "digits split by a line end": to_cells.split_by_line,
    "digits full-width": to_cells.full_width,
    "remark in a cell": to_cells.remark,
    "remark beside a row": to_cells.remark_cell,
    "row dropped": to_rows.row_dropped,
    "row doubled": to_rows.row_doubled,
    "row doubled with another number": to_rows.row_doubled_otherwise,
    "row moved": to_rows.row_moved,
    "label split": to_rows.label_split,
    "label misread": to_rows.label_misread,
    "label lost": to_rows.label_lost,
    "group label lost": to_rows.group_label_lost,
    "columns exchanged": to_rows.columns_exchanged,
    "header lost": to_rows.header_lost,
    "table lost": to_rows.table_lost,
    "heading lost": to_rows.heading_lost,
    "text cut off": to_rows.cut_off,
}
_ON_LINES: Mapping[str, OnLines] = {
    "lines joined": to_lines.lines_joined,
    "page break": to_lines.page_break,
    "stray line": to_lines.stray_line,
    "delimiters lost": to_lines.delimiters_to_spaces,
    "numbers glued": to_lines.numbers_glued,
    "group label scattered": to_lines.label_scattered,
}
DAMAGES = (*_ON_PAPER, *_ON_LINES)


@attrs.frozen
class Sample:
    """A damaged text, what it says, and the arguments of the benchmark that show it again."""

    again: str
    layout: str
    damage: str
    text: str
    truth: Truth


def sample(seed: int, layout: str = "", damage: str = "") -> Sample:
    """The text of this number; layout and damage are drawn unless given.

    A damage that finds no place in the report is tried on the next report of the same number.

    Raises:
        NotApplicableError: The damage finds no place in this layout.
    """
    rng = Random(seed)
    for _ in range(100):
        chosen = LAYOUTS[layout or rng.choice(list(LAYOUTS))]
        kind = damage or rng.choice(DAMAGES)
        report = random_report(rng)
        style = draw_style(rng)
        whole = Case(compose(report, style, rng), truth_of(report), chosen)
        try:
            case = _ON_PAPER[kind](whole, rng) if kind in _ON_PAPER else whole
            state = rng.getstate()
            rendered = chosen.render(case.document, rng)
            if kind in _ON_LINES:
                rendered = _ON_LINES[kind](rendered, chosen, rng)
        except NotApplicableError:
            continue
        again = (
            f"--only {seed}" + f" --layout {layout}" * bool(layout) + f" --damage '{damage}'" * bool(damage)
        )
        alike = partial(printed_alike, whole, style, state, rendered.text)
        return Sample(again, chosen.name, kind, rendered.text, attrs.evolve(case.truth, printed_alike=alike))
    raise NotApplicableError(f"{damage} in {layout}")
