"""`govreport check`: which findings it shows, and how a run ends."""

import json
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import attrs
import pytest

from govreport import Severity, Span, rules
from govreport.model import Report
from govreport.rules import Config, Context, loaded_plugins
from tests.cli.conftest import GOOD, REFUSED, Result, finding

Run = Callable[..., Result]
Write = Callable[[str, str], Path]
Reader = Callable[..., None]

EXAMPLE = (Path(__file__).parents[2] / "examples" / "example-2024.txt").read_text("utf-8")
# The total of one row is one too many: the row and the sum of all outcomes do not hold.
WRONG = EXAMPLE.replace("18\t4\t0\t1\t1\t0\t24", "18\t4\t0\t1\t1\t0\t25")
AT_187 = Span(start=GOOD.index("187"), end=GOOD.index("187") + 3, line=2, column=6)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def configs(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> list[Config]:
    """The settings that the rules were run with."""
    seen: list[Config] = []

    def remember(report: Report, config: Config, **_: object) -> tuple[()]:
        seen.append(config)
        return ()

    reader()
    monkeypatch.setattr(rules, "run", remember)
    return seen


def codes(result: Result) -> list[str]:
    return [f["code"] for file in json.loads(result.out)["files"] for f in file["findings"]]


def test_files_that_cannot_be_read_stop_no_other(run: Run, write: Write, reader: Reader) -> None:
    reader(finding(Severity.ERROR, AT_187), finding(Severity.INFO))
    write("a.txt", GOOD)
    write("no-report.txt", REFUSED)
    result = run("check", "none.txt", "no-report.txt", "a.txt")
    assert result.code == 2
    first, second, *_ = result.err.splitlines()
    assert first == "none.txt: no such file or directory"
    assert second.startswith("no-report.txt: error GR099")
    lines = result.out.splitlines()
    assert lines[0] == "a.txt:2:6: error GR099 proactive_disclosure.licensing.decisions"
    assert "a.txt: error 1, warning 0, info 1" in lines
    assert lines[-1] == "checked 1 report: error 1, warning 0, info 1; 2 unreadable"


def test_the_summary_of_several_counts_the_clean(run: Run, write: Write) -> None:
    write("a.txt", EXAMPLE)
    write("b.txt", WRONG)
    lines = run("check", "a.txt", "b.txt", "--select", "GR101").out.splitlines()
    assert lines[-1] == "checked 2 reports (1 clean, 1 with findings): error 1, warning 0, info 0"
    assert not any(line.startswith("a.txt") for line in lines)


def test_a_rule_that_fails_stops_no_other_file_or_rule(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(context: Context) -> tuple[()]:
        if context.report.applications.granted.total == 25:
            raise ZeroDivisionError("by a plug-in")
        return ()

    house = attrs.evolve(rules.find("GR501"), code="XX001", check=fail)
    monkeypatch.setattr("govreport.rules.engine.registry", lambda: (rules.find("GR101"), house))
    write("a.txt", WRONG)
    write("b.txt", EXAMPLE)
    result = run("check", "a.txt", "b.txt")
    assert result.code == 2
    assert result.err == (
        "a.txt: rules failed, so the check is not complete: XX001 (ZeroDivisionError: by a plug-in)\n"
    )
    assert "error GR101" in result.out
    assert result.out.endswith("checked 2 reports (1 clean, 1 with findings): error 1, warning 0, info 0\n")


@pytest.mark.parametrize("command", [("check", "a.txt"), ("rules",), ("explain", "GR101")])
def test_a_plugin_that_cannot_be_loaded_is_named(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    point = EntryPoint("house", "no_such_module:RULES", "govreport.rules")
    monkeypatch.setattr(rules.plugins, "entry_points", lambda group: [point])
    write("a.txt", EXAMPLE)
    loaded_plugins.cache_clear()
    try:
        result = run(*command)
    finally:
        loaded_plugins.cache_clear()
    assert result.code == 0
    assert result.err == (
        "govreport: the plug-in house (no_such_module:RULES) cannot be loaded; its rules are left out: "
        "ModuleNotFoundError: No module named 'no_such_module'\n"
    )


def test_codes_are_selected_by_their_beginnings(run: Run, write: Write, configs: list[Config]) -> None:
    write("a.txt", GOOD)
    run("check", "a.txt", "--select", "GR1,gr201", "--select", "GR3", "--ignore", "GR101")
    run("check", "a.txt")
    assert configs == [Config(select=("GR1", "GR201", "GR3"), ignore=("GR101",)), Config()]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_an_error(run: Run, write: Write, option: str) -> None:
    write("a.txt", WRONG)
    result = run("check", "a.txt", option, "GR101,GR9")
    assert (result.code, result.out) == (2, "")
    assert "no code is or begins with GR9; `govreport rules` lists them all" in result.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("govreport.toml", 'ignore = ["GR5"]\n'), ("pyproject.toml", '[tool.govreport]\nignore = ["GR5"]\n')],
)
def test_settings_are_found_above(
    run: Run, write: Write, configs: list[Config], monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    write(name, content)
    Path("below").mkdir()
    write("below/a.txt", GOOD)
    monkeypatch.chdir("below")
    run("check", "a.txt", "--ignore", "GR3")
    assert configs == [Config(ignore=("GR5", "GR3"))]


def test_settings_can_be_named(run: Run, write: Write, configs: list[Config]) -> None:
    write("govreport.toml", 'ignore = ["GR5"]\n')
    write("other.toml", '[severity]\nGR102 = "warning"\n')
    write("a.txt", GOOD)
    run("check", "a.txt", "--config", "other.toml")
    assert configs == [Config(severity={"GR102": Severity.WARNING})]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("colour = true\n", "own.toml: colour: no such setting"),
        ("select = 1\n", "own.toml: select: wrong value: 1"),
        ("select = [\n", "own.toml: is no valid TOML"),
        ('ignore = ["GR9"]\n', "own.toml: no code is or begins with GR9"),
        ('[severity]\nGR77 = "info"\n', "own.toml: no code is or begins with GR77"),
        (None, "own.toml: no such file or directory"),
    ],
)
def test_wrong_settings_end_the_run(run: Run, write: Write, content: str | None, complaint: str) -> None:
    if content is not None:
        write("own.toml", content)
    write("a.txt", GOOD)
    result = run("check", "a.txt", "--config", "own.toml")
    assert (result.code, result.out) == (2, "")
    assert complaint in result.err


def test_last_year_is_compared_with(run: Run, write: Write) -> None:
    write("new.txt", EXAMPLE)
    write("old.txt", EXAMPLE.replace("2024", "2023"))
    result = run("check", "new.txt", "--previous", "old.txt", "--select", "GR4", "--format", "json")
    # As many rules in force as last year, in spite of those that were issued.
    assert "GR402" in codes(result)
    assert codes(run("check", "new.txt", "--select", "GR4", "--format", "json")) == []


def test_last_year_must_be_readable_and_of_one_report(run: Run, write: Write) -> None:
    write("a.txt", EXAMPLE)
    missing = run("check", "a.txt", "--previous", "none.txt")
    assert (missing.code, missing.out) == (2, "")
    assert missing.err == "none.txt: no such file or directory\n"
    for arguments in (["a.txt", "a.txt", "--previous", "a.txt"], ["-", "--previous", "-"]):
        result = run("check", *arguments)
        assert result.code == 2
        assert "--previous goes with one report" in result.err


def test_a_baseline_hides_what_is_known(run: Run, write: Write) -> None:
    write("a.txt", WRONG)
    first = run("check", "a.txt", "--write-baseline", "known.json")
    assert (first.code, first.err) == (0, "")
    assert first.out == "checked 1 report: error 0, warning 0, info 0; 4 known from the baseline\n"
    assert run("check", "a.txt", "--baseline", "known.json").out == first.out
    # Lines move and a new mistake comes in: it alone is shown.
    write("a.txt", "\n\n" + WRONG.replace("41\t9\t1\t2\t3\t1\t57", "41\t9\t1\t2\t3\t1\t58"))
    again = run("check", "a.txt", "--baseline", "known.json", "--select", "GR101", "--format", "json")
    assert again.code == 1
    (shown,) = json.loads(again.out)["files"][0]["findings"]
    assert shown["path"] == "applications.received.total"
    assert json.loads(again.out)["summary"]["known"] == 1


def test_writing_a_baseline_does_not_hide_unreadable_files(run: Run, write: Write) -> None:
    write("a.txt", WRONG)
    assert run("check", "a.txt", "none.txt", "--write-baseline", "known.json").code == 2
    assert run("check", "a.txt", "--baseline", "known.json").code == 0


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"govreport/v1": 1}', '{"govreport/v1": {"a": 1}}', None]
)
def test_a_wrong_baseline_ends_the_run(run: Run, write: Write, content: str | None) -> None:
    if content is not None:
        write("known.json", content)
    write("a.txt", WRONG)
    result = run("check", "a.txt", "--baseline", "known.json")
    assert (result.code, result.out) == (2, "")
    assert "known.json: no " in result.err


def test_a_baseline_that_cannot_be_written_is_named(run: Run, write: Write) -> None:
    write("a.txt", WRONG)
    result = run("check", "a.txt", "--write-baseline", "none/known.json")
    assert result.code == 2
    assert "none/known.json: no such file or directory" in result.err
