"""SARIF: valid by the schema of the standard, and complete for who reads it."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import jsonschema
import pytest
from hypothesis import given, settings

from govreport import Report, check, strategies
from govreport.catalogue import ENTRIES
from govreport.diagnostics import set_language
from govreport.reporting import FORMATS, Checked, listed
from govreport.rules import registry
from tests.reporting.building import WRONG, everything

# The schema that OASIS publishes with the standard.
SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")


@cache
def validator() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def log(*reports: Checked) -> dict[str, Any]:
    written: dict[str, Any] = json.loads("".join(FORMATS["sarif"](reports)))
    return written


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_valid(language: str) -> None:
    set_language(language)
    validator().validate(log(*everything()))
    validator().validate(log())


def test_the_schema_sees_what_is_wrong() -> None:
    broken = log(*everything())
    broken["runs"][0]["results"][0]["level"] = "grave"
    assert not validator().is_valid(broken)


@given(strategies.reports(consistent=False))
@settings(max_examples=15)
def test_it_is_valid_whatever_is_found(report: Report) -> None:
    validator().validate(log(Checked("a.txt", "", report, listed(check(report)))))


def test_a_result_takes_a_line() -> None:
    reports = everything()
    _, *results, _ = "".join(FORMATS["sarif"](reports)).splitlines()
    assert [json.loads(line.rstrip(",")) for line in results] == log(*reports)["runs"][0]["results"]


def test_every_code_is_described() -> None:
    driver = log()["runs"][0]["tool"]["driver"]
    expected = [*(entry.code for entry in ENTRIES), *(rule.code for rule in registry())]
    assert [rule["id"] for rule in driver["rules"]] == expected
    (rule,) = (rule for rule in driver["rules"] if rule["id"] == "GR101")
    assert rule["name"] == "RowTotalMismatch"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "## Why" in rule["help"]["markdown"]


def test_a_result_stands_where_the_number_stands() -> None:
    run = log(*everything())["runs"][0]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "GR101"
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    assert WRONG[region["charOffset"] :][: region["charLength"]] == "25"
    line = WRONG.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "25"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "applications.granted.total"
    assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]) == "wrong: a,b%.txt"
    assert result["partialFingerprints"]["govreport/v1"] == everything()[0].findings[0].fingerprint
    assert {"found": 25, "expected": 24}.items() <= result["properties"].items()


def test_the_other_cells_are_related_locations() -> None:
    result = log(*everything())["runs"][0]["results"][0]
    related = {
        place["message"]["text"]: place["physicalLocation"]["region"] for place in result["relatedLocations"]
    }
    region = related["granted, natural person"]
    assert WRONG[region["charOffset"] :][: region["charLength"]] == "18"
    assert len(related) == 6


def test_a_region_over_several_lines_ends_on_the_last() -> None:
    (wrong, *_) = everything()
    table = wrong.report and wrong.report.locate("applications")
    assert table
    found = attrs.evolve(wrong.findings[0].diagnostic, span=table)
    (result,) = log(attrs.evolve(wrong, findings=listed([found])))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    before = WRONG[: table.end]
    assert region["endLine"] == before.count("\n") + 1 > region["startLine"]
    assert region["endColumn"] == len(before) - before.rfind("\n")


def test_inputs_that_cannot_be_read_are_notifications() -> None:
    (invocation,) = log(*everything())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    names = [n["message"]["text"].partition(":")[0] for n in invocation["toolExecutionNotifications"]]
    assert names == ["notice.txt", "报告/none.txt"]
    (clean,) = log(everything()[1])["runs"][0]["invocations"]
    assert clean["executionSuccessful"] is True


def test_an_absolute_name_is_a_file_uri(tmp_path: Path) -> None:
    result = log(Checked(str(tmp_path / "报告.txt"), "", Report(), everything()[0].findings))
    location = result["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == (tmp_path / "报告.txt").as_uri()
