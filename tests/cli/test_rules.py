"""`govreport rules` and `govreport explain`."""

import json
from collections.abc import Callable

import pytest

from govreport.catalogue import ENTRIES
from govreport.rules import registry
from tests.cli.conftest import Result

Run = Callable[..., Result]


def test_every_code_has_its_line(run: Run) -> None:
    result = run("rules")
    assert result.code == 0
    lines = result.out.splitlines()
    expected = [*(entry.code for entry in ENTRIES), *(rule.code for rule in registry())]
    assert [line.split()[0] for line in lines] == expected
    (line,) = (line for line in lines if line.startswith("GR101"))
    assert line.split(maxsplit=3)[:3] == ["GR101", "error", "row-total-mismatch"]


def test_the_list_as_json_has_the_pages(run: Run) -> None:
    codes = json.loads(run("rules", "--format", "json").out)
    assert len(codes) == len(ENTRIES) + len(registry())
    (rule,) = (code for code in codes if code["code"] == "GR101")
    assert (rule["name"], rule["severity"]) == ("row-total-mismatch", "error")
    assert rule["page"]["zh"].startswith("# GR101")
    assert set(rule["title"]) == {"zh", "en"}


@pytest.mark.parametrize("name", ["GR101", "gr101", "row-total-mismatch"])
def test_a_rule_is_explained_by_code_or_name(run: Run, name: str) -> None:
    result = run("explain", name)
    assert result.code == 0
    assert result.out.startswith("# GR101 row-total-mismatch\n")
    assert "## Breaks the rule" in result.out


def test_codes_of_reading_are_explained_too(run: Run) -> None:
    for entry in ENTRIES:
        out = run("explain", entry.code).out
        assert out.startswith(f"# {entry.code} {entry.name}\n")
        assert "{" not in out


def test_several_pages_come_one_after_the_other(run: Run) -> None:
    out = run("explain", "GR102", "GR004").out
    assert out.index("# GR102") < out.index("# GR004")


def test_an_unknown_code_is_named(run: Run) -> None:
    result = run("explain", "GR101", "GR999")
    assert (result.code, result.out) == (2, "")
    assert "no code or name is GR999; `govreport rules` lists them all" in result.err
