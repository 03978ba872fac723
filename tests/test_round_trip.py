"""`parse(render(report)) == report` for every coherent report, whatever its numbers are."""

import pytest
from hypothesis import given, settings

import govreport
from govreport import Report, strategies


def read_back(report: Report) -> Report:
    return govreport.parse(govreport.render(report, "text"))


@given(strategies.reports("2021"))
def test_form_of_2021(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.reports("2019"))
def test_form_of_2019(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.reports(consistent=False))
def test_numbers_that_do_not_add_up_are_kept_as_printed(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.miscounts())
def test_a_miscount_is_not_corrected(case: strategies.Miscount) -> None:
    assert read_back(case.wrong) == case.wrong
