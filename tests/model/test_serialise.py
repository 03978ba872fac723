"""Reports to JSON and back: nothing is lost, nothing is coerced, every wrong key is named."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import Diagnostic, Message, Report, Severity, Span, strategies
from tests.model.samples import FINDING, full_report

integers = st.integers(0, 10**6)
found = st.none() | st.text(max_size=5) | integers
diagnostics = st.builds(
    Diagnostic,
    code=st.text(max_size=5),
    severity=st.sampled_from(Severity),
    message=st.builds(Message, st.text(max_size=5), st.text(max_size=5)),
    path=st.text(max_size=5),
    related=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    span=st.none() | st.builds(Span, integers, integers, integers, integers, page=st.none() | integers),
    name=st.text(max_size=5),
    found=found,
    expected=found,
    suggestion=found,
)


@pytest.fixture(autouse=True)
def _english() -> Any:
    govreport.set_language("en")
    yield
    govreport.set_language(None)


def problems(data: Any) -> list[str]:
    with pytest.raises(ValueError, match=r"\w") as refusal:
        Report.from_dict(data)
    return str(refusal.value).split("\n")


@given(report=strategies.reports(), notes=st.lists(diagnostics, max_size=3).map(tuple))
def test_there_and_back(report: Report, notes: tuple[Diagnostic, ...]) -> None:
    report = attrs.evolve(report, diagnostics=notes)
    back = Report.from_dict(json.loads(json.dumps(report.to_dict())))
    assert back == report
    assert back.diagnostics == notes


def test_every_part_survives() -> None:
    report = full_report("2019", "2021")
    back = Report.from_dict(report.to_dict())
    assert back == report
    assert back.diagnostics == (FINDING,)
    assert back.to_dict() == report.to_dict()


def test_plain_types() -> None:
    data = full_report("2019", "2021").to_dict()
    assert data == json.loads(json.dumps(data))
    assert data["published"] == "2025-01-21"
    assert data["diagnostics"][0]["severity"] == "warning"
    assert type(data["diagnostics"][0]["severity"]) is str
    assert "source" not in data


def test_a_diagnostic_reads_the_same_alone_and_in_a_report() -> None:
    assert Report(diagnostics=(FINDING,)).to_dict()["diagnostics"] == [FINDING.to_dict()]


def test_every_wrong_key_is_named() -> None:
    data: dict[Any, Any] = Report().to_dict()
    data["year"] = "3"
    data["published"] = "2024-13-01"
    data["colour"] = data[7] = 1
    data["overview"]["parts"] = [{"heading": 1, "text": "a"}, {}]
    data["problems"]["parts"] = "ab"
    data["applications"]["received"]["total"] = True
    data["applications"]["granted"] = []
    del data["applications"]["denied"]["state_secrets"]["total"]
    del data["title"]
    assert sorted(problems(data)) == [
        "7: unknown key",
        "applications.denied.state_secrets.total: missing key",
        "applications.granted: object expected, [] found",
        "applications.received.total: integer | null expected, True found",
        "colour: unknown key",
        "overview.parts[0].heading: string expected, 1 found",
        "overview.parts[1].heading: missing key",
        "overview.parts[1].text: missing key",
        "problems.parts: array expected, 'ab' found",
        "published: date YYYY-MM-DD expected, '2024-13-01' found",
        "title: missing key",
        "year: integer | null expected, '3' found",
    ]


@pytest.mark.parametrize("data", [None, [], "report", 3])
def test_what_is_no_object(data: object) -> None:
    assert problems(data) == [f"report: object expected, {data!r} found"]


def test_a_huge_value_is_shortened() -> None:
    (problem,) = problems(Report().to_dict() | {"year": "9" * 10_000})
    assert len(problem) < 100


def test_chinese() -> None:
    govreport.set_language("zh")
    assert problems(Report().to_dict() | {"year": "3"}) == ["year：应为 integer | null，实为 '3'"]
