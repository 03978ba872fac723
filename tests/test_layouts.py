"""The layouts of `tests.layouts`: they print what the report holds, and undamaged texts are read exactly."""

from random import Random

import attrs
import pytest

from govreport.model.paths import cell_paths
from tests.damage import Outcome, judge, sample
from tests.damage.truth import truth_of
from tests.layouts import LAYOUTS, random_report
from tests.layouts.document import compose
from tests.layouts.grid import Box, Grid, Span, display_width, with_row, without_row, wrapped
from tests.layouts.style import Style
from tests.layouts.tables import tables, value_at

SMALL = Grid(
    "",
    (
        (Box("a", down=2), Box("b", across=2)),
        (Box("c"), Box("1", path="x.y")),
    ),
)


def test_merged_places_are_left_out_emptied_or_repeated() -> None:
    assert SMALL.fields(Span.OMITTED, Span.OMITTED) == [["a", "b"], ["c", "1"]]
    assert SMALL.fields(Span.EMPTY, Span.EMPTY) == [["a", "b", ""], ["", "c", "1"]]
    assert SMALL.fields(Span.REPEATED, Span.REPEATED) == [["a", "b", "b"], ["a", "c", "1"]]
    assert SMALL.fields(Span.OMITTED, Span.EMPTY) == [["a", "b"], ["", "c", "1"]]


def test_a_label_over_rows_survives_the_loss_of_its_first_row() -> None:
    assert without_row(SMALL, 0).fields(Span.EMPTY, Span.EMPTY) == [["a", "c", "1"]]


def test_a_label_over_rows_grows_with_a_row_between() -> None:
    grown = with_row(SMALL, 1, (Box("d"), Box("2", path="x.z")))
    assert grown.fields(Span.EMPTY, Span.EMPTY) == [["a", "b", ""], ["", "d", "2"], ["", "c", "1"]]


def test_text_wraps_by_display_width() -> None:
    assert wrapped("公开abc", 5) == ["公开a", "bc"]
    assert all(display_width(line) <= 5 for line in wrapped("政府信息公开1234", 5))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_tables_hold_every_cell_of_the_form_once(edition: str) -> None:
    seeds = (random_report(Random(seed)) for seed in range(100))
    report = next(r for r in seeds if r.proactive_disclosure.edition == edition)
    grids = [grid for group in tables(report, Style()).values() for grid in group]
    paths = [box.path for grid in grids for boxes in grid.rows for box in boxes if box.path]
    assert len(paths) == len(set(paths))
    assert {p for p in cell_paths() if value_at(report, p) is not None} <= set(paths)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_prints_the_values_of_a_row_in_order(name: str) -> None:
    rng = Random(5)
    document = compose(random_report(rng), Style(), rng)
    number = 10_000
    for index, grid in document.grids():
        rows = []
        for boxes in grid.rows:
            filled = []
            for box in boxes:
                number += bool(box.path)
                filled.append(attrs.evolve(box, text=str(number)) if box.path else box)
            rows.append(tuple(filled))
        document = document.with_block(index, attrs.evolve(grid, rows=tuple(rows)))
    text = LAYOUTS[name].render(document, rng).text
    places = [text.index(str(n)) for n in range(10_001, number + 1)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_seed_gives_the_same_text(name: str) -> None:
    assert LAYOUTS[name](random_report(Random(8)), Random(8)) == LAYOUTS[name](
        random_report(Random(8)), Random(8)
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_undamaged_text_in_the_hand_of_the_form_is_read_exactly(name: str) -> None:
    for seed in range(4):
        rng = Random(seed)
        report = random_report(rng)
        while any(v is None for v in truth_of(report).cells.values()):
            report = random_report(rng)
        text = LAYOUTS[name].render(compose(report, Style(), rng), rng).text
        assert judge(text, truth_of(report)).outcome is Outcome.EXACT


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_undamaged_text_in_any_hand_is_read_or_named(name: str) -> None:
    for seed in range(8):
        made = sample(seed, layout=name, damage="none")
        verdict = judge(made.text, made.truth)
        assert verdict.outcome in (Outcome.EXACT, Outcome.NAMED), (seed, verdict.silent)
