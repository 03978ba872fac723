"""The example of a plug-in, found by its entry point as an installed package is."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import govreport
from govreport.reporting.codes import codes
from govreport.rules import loaded_plugins, registry
from tests.reporting.building import EXAMPLE, checked

PLUGIN = Path(__file__).parents[2] / "examples" / "plugin"
LAST_ROW = "四、结转下年度继续办理\t"


@pytest.fixture
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What installing the example leaves: the module, and metadata with its entry points."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text("utf-8"))["project"]
    info = tmp_path / "govreport_city_rules-1.0.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n")
    points = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in entries.items())
        for group, entries in project["entry-points"].items()
    )
    (info / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(PLUGIN)
    loaded_plugins.cache_clear()
    yield
    monkeypatch.undo()
    loaded_plugins.cache_clear()


def waiting(text: str) -> list[str]:
    report = govreport.parse(text)
    return [str(d.message) for d in govreport.check(report, select=["CITY"])]


@pytest.mark.usefixtures("_installed")
def test_its_rule_is_one_like_all_others() -> None:
    assert registry()[-1].code == codes()[-1].code == "CITY001"
    assert waiting(EXAMPLE) == []
    at = EXAMPLE.index(LAST_ROW)
    end = EXAMPLE.index("\n", at)
    many = EXAMPLE[:at] + LAST_ROW + "99\t0\t0\t0\t0\t0\t99" + EXAMPLE[end:]
    assert waiting(many) == ["99 are carried forward, more than the 57 received this year"]


def test_without_it_there_is_no_such_code() -> None:
    assert not any(code.code.startswith("CITY") for code in codes())
    assert checked("a.txt", EXAMPLE).findings == ()
