"""What every rule owes its readers: documentation, a code of its own, a name that says the defect."""

import re
from importlib import metadata
from string import Formatter
from types import SimpleNamespace

import attrs
import pytest

from govreport import Severity
from govreport.rules import Rule, find, registry, run
from govreport.rules.registry import BUILT_IN
from tests.rules.building import report_of

REMEDIES_OF_A_DEFECT = re.compile(r"^(no|check|fix|use|avoid|disallow|require)-")


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Register rules as an installed package would; the registry forgets them afterwards."""

    def register(*loaded: object) -> None:
        points = [
            SimpleNamespace(value=f"plugin:{i}", load=lambda rule=rule: rule) for i, rule in enumerate(loaded)
        ]
        monkeypatch.setattr(
            metadata, "entry_points", lambda group: points if group == "govreport.rules" else []
        )
        registry.cache_clear()

    yield register
    monkeypatch.undo()
    registry.cache_clear()


def foreign(code: str) -> Rule:
    return attrs.evolve(find("GR101"), code=code, name="house-rule")


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.code)
def test_every_rule_is_documented_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.what, rule.why, rule.message):
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert re.search(r"[a-z]{2}", text.en)
    assert rule.breaks
    assert rule.holds
    assert rule.breaks != rule.holds
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.code)
def test_names_say_the_defect(rule: Rule) -> None:
    assert re.fullmatch(r"GR[1-9]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert not REMEDIES_OF_A_DEFECT.match(rule.name)


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.code)
def test_both_languages_say_the_same(rule: Rule) -> None:
    zh, en = (
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (rule.message.zh, rule.message.en)
    )
    assert zh == en


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in BUILT_IN]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in BUILT_IN}) == len(codes)


def test_a_rule_is_found_by_code_and_by_name() -> None:
    for rule in BUILT_IN:
        assert find(rule.code) is find(rule.name) is rule
    with pytest.raises(KeyError):
        find("GR999")


def test_rules_of_others_run_like_ours(plugins) -> None:  # type: ignore[no-untyped-def]
    broken = report_of({"rows": {"applications.granted": [1, 0, 0, 0, 0, 0, 2]}})
    plugins(foreign("XX001"), [foreign("XX002"), foreign("XX003")])
    assert [d.code for d in run(broken, select=["XX"], ignore=["XX003"])] == ["XX001", "XX002"]
    assert find("XX002").severity is Severity.ERROR


@pytest.mark.parametrize("code", ["GR101", "GR999", "xx001", "X1"])
def test_rules_of_others_take_no_code_of_ours(plugins, code: str) -> None:  # type: ignore[no-untyped-def]
    plugins(foreign(code))
    with pytest.raises(ValueError, match=r"plugin:0.*taken or not allowed"):
        registry()
