"""What every rule owes its readers: documentation, a code of its own, a name that says the defect."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from string import Formatter
from types import SimpleNamespace

import attrs
import pytest

from govreport import Severity
from govreport.rules import Context, PluginWarning, Rule, find, loaded_plugins, plugins, registry, run
from govreport.rules.registry import BUILT_IN
from tests.rules.building import report_of

BROKEN = report_of({"rows": {"applications.granted": [1, 0, 0, 0, 0, 0, 2]}})
REMEDIES_OF_A_DEFECT = re.compile(r"^(no|check|fix|use|avoid|disallow|require)-")


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Register what entry points load, as an installed package would; it is forgotten afterwards.

    An exception is what loading the entry point raises.
    """

    def load(one: object) -> object:
        if isinstance(one, Exception):
            raise one
        return one

    def register(*loaded: object) -> None:
        points = [
            SimpleNamespace(name=f"house{i}", value=f"house:{i}", load=partial(load, each))
            for i, each in enumerate(loaded)
        ]
        monkeypatch.setattr(
            plugins, "entry_points", lambda group: points if group == "govreport.rules" else []
        )
        loaded_plugins.cache_clear()

    yield register
    monkeypatch.undo()
    loaded_plugins.cache_clear()


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


def test_rules_of_others_run_like_ours(install: Callable[..., None]) -> None:
    install(foreign("XX001"), [foreign("XX002"), foreign("XX003")])
    assert [d.code for d in run(BROKEN, select=["XX"], ignore=["XX003"])] == ["XX001", "XX002"]
    assert find("XX002").severity is Severity.ERROR


@pytest.mark.parametrize("code", ["GR101", "GR999", "xx001", "X1", "XX002"])
def test_rules_of_others_take_no_code_that_is_taken_or_ours(install: Callable[..., None], code: str) -> None:
    install(foreign("XX002"), [foreign(code), foreign("XX003")])
    with pytest.warns(PluginWarning, match=rf"house1 \(house:1\).*'{code}' is taken or not allowed"):
        rules = registry()
    assert [rule.code for rule in rules[len(BUILT_IN) :]] == ["XX002", "XX003"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (ImportError("No module named 'house'"), "ImportError: No module named 'house'"),
        (7, "TypeError"),
        ([7], "7"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_named_and_the_rest_goes_on(
    install: Callable[..., None], broken: object, reason: str
) -> None:
    install(broken, foreign("XX001"))
    with pytest.warns(PluginWarning, match=r"house0 \(house:0\) cannot be loaded.*" + re.escape(reason)):
        found = run(BROKEN, select=["GR101", "XX"])
    assert [d.code for d in found] == ["GR101", "XX001"]
    assert "规则插件 house0（house:0）无法载入" in loaded_plugins().failures[0].zh


def test_a_rule_that_raises_is_told_and_the_others_go_on(install: Callable[..., None]) -> None:
    def fail(context: Context) -> tuple[()]:
        raise ZeroDivisionError

    install(attrs.evolve(foreign("XX001"), check=fail), foreign("XX002"))
    told: list[str] = []
    found = run(BROKEN, select=["XX"], failed=lambda rule, error: told.append(f"{rule.code} {error!r}"))
    assert [d.code for d in found] == ["XX002"]
    assert told == ["XX001 ZeroDivisionError()"]
    with pytest.raises(ZeroDivisionError):
        run(BROKEN, select=["XX"])
