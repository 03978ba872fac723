"""Every rule has cases as data: what breaks it is found, exactly; what does not break it is not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from govreport.rules import find, registry, run
from govreport.rules.config import Config
from tests.rules.building import report_of

CASES = Path(__file__).parent / "cases"


def load(kind: str) -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{case['name']}")
        for file in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(file.read_text("utf-8"))[kind]
    ]


def found(code: str, case: dict[str, Any]) -> list[dict[str, Any]]:
    previous = report_of(case["previous"]) if "previous" in case else None
    settings = Config(**case.get("settings", {}))
    report = report_of(case.get("report", {}))
    return [d.to_dict() for d in run(report, previous=previous, select=[code], config=settings)]


@pytest.mark.parametrize(("code", "case"), load("fail"))
def test_what_breaks_a_rule_is_found(code: str, case: dict[str, Any]) -> None:
    hits = found(code, case)
    assert [
        {key: hit[key] for key in wanted} for hit, wanted in zip(hits, case["finds"], strict=False)
    ] == case["finds"]
    assert len(hits) == len(case["finds"])


@pytest.mark.parametrize(("code", "case"), load("pass"))
def test_what_does_not_break_a_rule_is_not_found(code: str, case: dict[str, Any]) -> None:
    assert found(code, case) == []


def test_every_rule_has_a_case_of_each_kind() -> None:
    for rule in registry():
        cases = yaml.safe_load((CASES / f"{rule.code}.yml").read_text("utf-8"))
        assert cases["fail"], rule.code
        assert cases["pass"], rule.code
    assert {f.stem for f in CASES.glob("*.yml")} == {rule.code for rule in registry()}


def test_the_helper_can_fail() -> None:
    broken = {"rows": {"applications.granted": [1, 0, 0, 0, 0, 0, 2]}}
    assert found("GR101", {"report": broken})
    assert find("row-total-mismatch").code == "GR101"
