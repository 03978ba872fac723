"""Texts that mean harm, and any text at all: a report or `ParseError`, in time linear in the length.

No time is measured here: at these sizes an effort of the square of the length would never end.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.hostile import INPUTS
from tests.fuzz.target import withstand
from tests.fuzz.texts import corpus, texts

SIZE = 150_000


@pytest.mark.parametrize("name", INPUTS)
def test_a_long_hostile_text_is_read_or_refused(name: str) -> None:
    withstand(INPUTS[name](SIZE))


@pytest.mark.parametrize("name", [name for name in INPUTS if name.endswith("in a table")])
def test_the_tables_beside_a_hostile_one_are_still_read(name: str) -> None:
    plain, report = withstand(INPUTS[name](0)), withstand(INPUTS[name](SIZE))
    assert plain is not None
    assert report is not None
    assert report.proactive_disclosure == plain.proactive_disclosure
    assert report.remedies == plain.remedies
    assert any(d.path.startswith("applications") for d in report.diagnostics)


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.stem)
def test_every_text_of_the_corpus_is_read_or_refused(path: Path) -> None:
    withstand(path.read_text("utf-8", errors="surrogatepass"))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts())
def test_any_text_is_read_or_refused(text: str) -> None:
    withstand(text)
