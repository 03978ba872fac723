"""Whether a damaged text is, character for character, the correct text of another report.

No reader can notice such a damage: what he reads is what the text says. Held by printing that report.
"""

import re
from random import Random
from typing import Any

import attrs

from tests.damage.case import Case, grid_at, spots, with_grid
from tests.damage.truth import Cells, same
from tests.layouts.grid import with_box
from tests.layouts.layouts import Layout
from tests.layouts.style import Style

_REST = re.compile(r'(?:[\t|]|,(?:"")?)+$', re.MULTILINE)
_RULE = re.compile(r"^\|[-:|]+$", re.MULTILINE)


def printed_alike(case: Case, style: Style, state: tuple[Any, ...], text: str, cells: Cells) -> bool:
    """Whether the report with these cells, by the same hand in the same layout, is printed as this text."""
    if not case.layout.shows_blanks:
        return False  # where blanks leave no trace, many reports are printed alike, and none may be chosen
    for spot in spots(case):
        value = cells.get(spot.box.path)
        if same(value, case.truth.cells[spot.box.path]):
            continue
        box = attrs.evolve(spot.box, text=style.number(value))
        case = with_grid(case, spot.block, with_box(grid_at(case, spot.block), spot.row, spot.index, box))
    rng = Random()
    rng.setstate(state)
    return _bare(case.layout.render(case.document, rng).text, case.layout) == _bare(text, case.layout)


def _bare(text: str, layout: Layout) -> str:
    """The text without what tells nothing: spaces between signs, empty fields up to the width of a table."""
    if layout.placed:
        return re.sub(r" +$", "", text, flags=re.MULTILINE)
    text = re.sub(r" *([\t|\n]) *", r"\1", text)
    return text if layout.ragged else _REST.sub("", _RULE.sub("", text))
