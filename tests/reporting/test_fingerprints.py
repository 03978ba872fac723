"""A fingerprint stays with its defect, and tells it from every other of its file."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import Diagnostic, Message, Severity, Span
from govreport.diagnostics import set_language
from govreport.reporting import listed
from tests.reporting.building import EXAMPLE, WRONG, checked

DEFECT = Diagnostic(
    "GR101",
    Severity.ERROR,
    Message(zh="不对", en="wrong"),
    "applications.granted.total",
    related=("applications.granted.natural_person",),
    span=Span(5, 7, 1, 6),
    found="1 234",
    expected=14,
)
diagnostics = st.builds(
    Diagnostic,
    code=st.sampled_from(["GR020", "GR101"]),
    severity=st.sampled_from(Severity),
    message=st.just(Message(zh="", en="")),
    path=st.sampled_from(["", "remedies"]),
    related=st.sampled_from([(), ("applications",)]),
    found=st.none() | st.integers(0, 2) | st.sampled_from(["1", "1 2", "１２"]),
)


def fingerprint(diagnostic: Diagnostic) -> str:
    (only,) = listed([diagnostic])
    return only.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"span": None},
        {"span": Span(99, 101, 9, 1)},
        {"severity": Severity.INFO},
        {"message": Message(zh="另", en="other words")},
        {"suggestion": 14},
        {"found": "１２３４"},
        {"found": 1234},
    ],
)
def test_what_does_not_matter(change: dict[str, Any]) -> None:
    assert fingerprint(attrs.evolve(DEFECT, **change)) == fingerprint(DEFECT)


@pytest.mark.parametrize(
    "change",
    [
        {"code": "GR102"},
        {"path": "applications.received.total"},
        {"related": ()},
        {"found": 1235},
        {"found": None},
        {"expected": 15},
    ],
)
def test_what_makes_another(change: dict[str, Any]) -> None:
    assert fingerprint(attrs.evolve(DEFECT, **change)) != fingerprint(DEFECT)


def test_it_never_changes_between_versions() -> None:
    assert fingerprint(DEFECT) == "6f4f0c9ef916b060"


@given(st.lists(diagnostics, max_size=12))
def test_no_two_findings_of_a_file_share_one(found: list[Diagnostic]) -> None:
    marks = [each.fingerprint for each in listed(found)]
    assert len(set(marks)) == len(marks)
    assert [each.diagnostic for each in listed(found)] == found


def test_lines_above_and_the_language_move_none() -> None:
    before = [each.fingerprint for each in checked("a.txt", WRONG).findings]
    set_language("zh")
    assert [each.fingerprint for each in checked("b.txt", f"\n\n{WRONG}").findings] == before
    assert before
    assert listed(govreport.check(govreport.parse(EXAMPLE))) == ()
