"""No number is silently wrong: one damage in any layout is read as it now stands, or named."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from tests.damage import DAMAGES, Outcome, Sample, Truth, judge, sample
from tests.damage.case import NotApplicableError
from tests.damage.truth import broken_sums, truth_of
from tests.layouts import LAYOUTS, random_report

LOUD = (Outcome.EXACT, Outcome.NAMED)


def _explained(made: Sample) -> str:
    verdict = judge(made.text, made.truth)
    return f"{verdict.outcome} {made.again}: {made.damage} in {made.layout}: {verdict.silent[:3]}"


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damage_is_never_silent(damage: str) -> None:
    for seed in range(12):
        made = sample(seed, damage=damage)
        assert judge(made.text, made.truth).outcome in LOUD, _explained(made)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a smaller seed is no simpler text
)
@given(st.integers(0, 2**32), st.sampled_from(list(LAYOUTS)), st.sampled_from(DAMAGES))
def test_any_damage_in_any_layout_is_never_silent(seed: int, layout: str, damage: str) -> None:
    try:
        made = sample(seed, layout, damage)
    except NotApplicableError:
        reject()
    assert judge(made.text, made.truth).outcome in LOUD, _explained(made)


def _undamaged() -> Iterator[tuple[str, Truth]]:
    """Texts that are read exactly, so that the judge can be judged."""
    for seed in range(50):
        made = sample(seed, "browser-copy", "none")
        if judge(made.text, made.truth).outcome is Outcome.EXACT:
            yield made.text, made.truth


def test_the_judge_calls_a_wrong_number_without_a_sum_silent() -> None:
    text, truth = next(_undamaged())
    path = "proactive_disclosure.penalties.decisions"
    verdict = judge(text, truth.with_cells({path: 777_777}))
    assert verdict.outcome is Outcome.SILENT
    assert [cell[0] for cell in verdict.silent] == [path]


def test_the_judge_calls_an_unnamed_row_silent() -> None:
    text, truth = next(_undamaged())
    assert judge(text, truth.naming("applications.granted")).outcome is Outcome.SILENT


def test_the_judge_takes_the_nearest_of_several_readings() -> None:
    text, truth = next(_undamaged())
    wrong = {"remedies.reconsideration.upheld": 777_777}
    assert judge(text, Truth(truth.cells, choices=(wrong, {}))).outcome is Outcome.EXACT


def test_a_sum_that_is_wrong_on_paper_excuses_no_misreading() -> None:
    text, truth = next(_undamaged())
    path = "remedies.reconsideration.upheld"
    printed = truth.cells[path]
    assert isinstance(printed, int)
    assert "remedies.reconsideration.total" in broken_sums({**truth.cells, path: printed + 1})
    assert judge(text, truth.with_cells({path: printed + 1})).outcome is Outcome.SILENT


def test_reports_with_sound_sums_have_none_broken() -> None:
    reports = (random_report(Random(seed)) for seed in range(30))
    assert sum(not broken_sums(truth_of(r).cells) for r in reports) > 15


def test_what_another_report_would_print_alike_is_what_the_text_says() -> None:
    made = sample(114672)  # 3, a blank and a blank became 3, 3 and a blank, in a table with a column to spare
    path = "proactive_disclosure.normative_documents.published"
    assert judge(made.text, made.truth).outcome in LOUD
    assert made.truth.printed_alike is not None
    assert made.truth.printed_alike({**made.truth.cells, path: 3})
    assert not made.truth.printed_alike({**made.truth.cells, path: 4})
    assert not made.truth.printed_alike(made.truth.cells)


def test_a_layout_that_shows_no_blanks_says_nothing_of_their_places() -> None:
    made = sample(0, "cells-bare", "none")
    assert made.truth.printed_alike is not None
    assert not made.truth.printed_alike(made.truth.cells)


@pytest.mark.parametrize("seed", range(10))
def test_a_changed_digit_is_what_the_text_now_says(seed: int) -> None:
    before = sample(seed, "browser-copy", "none").truth.cells
    after = sample(seed, "browser-copy", "digit changed").truth.cells
    assert sum(before[path] != value for path, value in after.items()) == 1


@pytest.mark.parametrize("damage", DAMAGES[1:])
def test_a_damage_changes_the_text(damage: str) -> None:
    assert sample(0, "browser-copy", damage).text != sample(0, "browser-copy", "none").text
