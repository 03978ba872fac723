"""What the strategies promise about the reports that they draw."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings

from govreport import ApplicantCounts, Applications, ProactiveDisclosure, Remedies, Report, strategies
from govreport.model.paths import cell_paths

GROUPS = ("denied", "unavailable", "not_processed", "other_handling")


def printed(counts: Any) -> tuple[int | None, ...]:
    return attrs.astuple(counts)


def outcome_rows(applications: Applications) -> list[ApplicantCounts]:
    grouped = [row for group in GROUPS for row in attrs.astuple(getattr(applications, group), recurse=False)]
    return [applications.granted, applications.partially_granted, *filter(None, grouped)]


def sums(
    applications: Applications, remedies: Remedies
) -> Iterator[tuple[list[int | None], list[int | None]]]:
    """Every sum of the form as two sides, the parts and the whole."""
    outcomes = outcome_rows(applications)
    balance = (applications.received, applications.carried_over, applications.total_handled)
    for row in (*outcomes, *balance, applications.carried_forward, *attrs.astuple(remedies, recurse=False)):
        *parts, total = printed(row)
        yield parts, [total]
    yield from zip(columns(outcomes), columns([applications.total_handled]), strict=True)
    left = columns([applications.received, applications.carried_over])
    right = columns([applications.total_handled, applications.carried_forward])
    yield from zip(left, right, strict=True)


def columns(rows: list[ApplicantCounts]) -> list[list[int | None]]:
    return [list(column) for column in zip(*map(printed, rows), strict=True)]


def broken(report: Report) -> list[int]:
    """The numbers of the sums that do not hold."""
    return [
        i
        for i, (parts, whole) in enumerate(sums(report.applications, report.remedies))
        if sum(v or 0 for v in parts) != sum(v or 0 for v in whole)
    ]


@given(strategies.reports(blanks=False))
def test_consistent_reports_add_up(report: Report) -> None:
    assert broken(report) == []
    editions = {"2019": range(2019, 2021), "2021": range(2021, 2036)}
    assert report.year in editions[report.proactive_disclosure.edition or ""]


@given(strategies.reports())
def test_blanks_contradict_no_total(report: Report) -> None:
    for parts, whole in list(sums(report.applications, report.remedies))[
        : -2 * len(printed(ApplicantCounts()))
    ]:
        if whole != [None]:
            present = sum(v or 0 for v in parts)
            assert present == whole[0] or (None in parts and present < (whole[0] or 0))


@given(strategies.miscounts())
def test_a_miscount_is_one_cell_and_breaks_only_its_sums(case: strategies.Miscount) -> None:
    differing = [p for p in cell_paths() if case.report.cell(p) != case.wrong.cell(p)]
    assert differing == [case.path]
    assert case.wrong.cell(case.path).value == case.report.cell(case.path).value + case.by  # type: ignore[operator]
    assert broken(case.report) == []
    assert 1 <= len(broken(case.wrong)) <= 3


@given(strategies.reports())
def test_what_is_derived_agrees(report: Report) -> None:
    assert report.title is not None
    assert report.agency is not None
    assert report.agency in report.title
    assert str(report.year) in report.title
    assert (report.period is None) == ("统计期限" not in report.preamble)
    for section in (report.overview, report.problems, report.other_matters):
        assert all(part.heading in section.text for part in section.parts)


WANTED: dict[str, Callable[[Report], object]] = {
    "2019": lambda r: r.proactive_disclosure.edition == "2019",
    "2021": lambda r: r.proactive_disclosure.edition == "2021",
    "undivided": lambda r: r.applications.other_handling.undivided is not None,
    "divided": lambda r: r.applications.other_handling.other_reasons is not None,
    "decrease": lambda r: (r.proactive_disclosure.licensing.change or 0) < 0,
    "decimals": lambda r: "." in getattr(r.proactive_disclosure.fees.amount, "value", ""),
    "odd unit": lambda r: getattr(r.proactive_disclosure.fees.amount, "unit", "万元") is None,
    "mixture": lambda r: r.proactive_disclosure.edition == "2021" and r.proactive_disclosure.other_services,
    "blank cell": lambda r: None in printed(r.applications.granted) and any(printed(r.applications.granted)),
    "blank row": lambda r: 0 < outcome_rows(r.applications).count(ApplicantCounts()) < 5,
    "blank table": lambda r: r.remedies == Remedies(),
    "large number": lambda r: (r.applications.received.total or 0) > 1_000_000,
    "carried over": lambda r: r.applications.carried_over.total,
    "empty prose": lambda r: not r.overview.text,
    "long prose": lambda r: len(r.overview.text) > 400,
    "parts": lambda r: len(r.problems.parts) > 1,
    "unsigned": lambda r: r.signature is None,
    "signed": lambda r: r.signature is not None,
}


@pytest.mark.parametrize("kind", WANTED)
def test_reports_come_in_every_kind(kind: str) -> None:
    enough = settings(
        max_examples=5000, database=None, deadline=None, derandomize=True, phases=[Phase.generate]
    )
    find(
        strategies.reports(), lambda report: bool(WANTED[kind](report)), settings=enough
    )  # raises where there is none


@given(strategies.reports(consistent=False))
@settings(max_examples=20)
def test_an_inconsistent_report_is_still_whole(report: Report) -> None:
    assert Report.from_dict(report.to_dict()) == report


def test_inconsistent_reports_do_not_add_up() -> None:
    found = []

    @given(strategies.reports(consistent=False, blanks=False))
    @settings(max_examples=10, database=None, derandomize=True, phases=[Phase.generate])
    def collect(report: Report) -> None:
        found.append(len(broken(report)))

    collect()
    assert max(found) > 10


@given(strategies.proactive_disclosure("2021", mixed=False))
def test_pure_forms_have_no_column_of_the_other(disclosure: ProactiveDisclosure) -> None:
    assert disclosure.other_services is None
    assert disclosure.procurement is None
    assert {disclosure.rules.made, disclosure.licensing.change, disclosure.fees.items_last_year} == {None}


def test_with_cell_refuses_what_is_no_cell() -> None:
    with pytest.raises(KeyError):
        strategies.with_cell(Report(), "applications.other_handling.undivided.total", 1)
    with pytest.raises(KeyError):
        strategies.with_cell(Report(), "applications.total", 1)
