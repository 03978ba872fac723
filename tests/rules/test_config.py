"""Which findings are kept, how grave they are, and where that is written down."""

from pathlib import Path

import pytest

from govreport import Diagnostic, Message, Report, Severity, set_language
from govreport.rules import Config, ConfigError, find_config, load_config, run
from tests.rules.building import report_of

ROWS = {"applications.granted": [1, 0, 0, 0, 0, 0, 2], "remedies.reconsideration": [1, 0, 0, 0, 2]}
BROKEN = report_of({"rows": ROWS})


def codes(**options: object) -> set[str]:
    return {d.code for d in run(BROKEN, **options)}  # type: ignore[arg-type]


def test_select_and_ignore_take_codes_and_prefixes() -> None:
    assert {"GR101", "GR104"} <= codes()
    assert codes(select=["GR104"]) == {"GR104"}
    assert codes(select=["GR10"], ignore=["GR101"]) == codes(select=["GR1"]) - codes(select=["GR101", "GR11"])
    assert codes(select=["GR101"], ignore=["GR1"]) == set()


def test_one_string_is_no_list_of_codes() -> None:
    with pytest.raises(TypeError, match="list of codes"):
        run(BROKEN, select="GR101")


def test_reading_diagnostics_stand_in_the_same_list() -> None:
    said = Diagnostic("GR020", Severity.WARNING, Message("缺", "lost"))
    assert run(Report(diagnostics=(said,)), select=["GR020"]) == (said,)
    assert run(Report(diagnostics=(said,)), select=["GR1"]) == ()


def test_a_call_narrows_the_settings() -> None:
    config = Config(select=("GR1",), ignore=("GR102",))
    assert "GR102" not in codes(config=config)
    assert codes(config=config, select=["GR102", "GR104"]) == {"GR104"}


def test_the_longest_prefix_gives_the_severity() -> None:
    config = Config(severity={"GR1": Severity.INFO, "GR104": Severity.WARNING})
    graded = {d.code: d.severity for d in run(BROKEN, config=config)}
    assert graded["GR101"] is Severity.INFO
    assert graded["GR104"] is Severity.WARNING


def test_settings_are_read_from_either_file(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.govreport]\nselect = ["gr1"]\nchange-factor = 10\n', "utf-8"
    )
    assert find_config(below) == tmp_path / "pyproject.toml"
    assert load_config(tmp_path / "pyproject.toml") == Config(select=("GR1",), change_factor=10.0)
    own = below.parent / "govreport.toml"
    own.write_text('ignore = ["GR3"]\ncopied-share = 0.5\n[severity]\nGR2 = "info"\n', "utf-8")
    assert find_config(below) == own
    assert load_config(own) == Config(ignore=("GR3",), copied_share=0.5, severity={"GR2": Severity.INFO})


def test_a_pyproject_without_our_table_is_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert find_config(tmp_path) != tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selekt = []", "selekt"),
        ('select = "GR1"', "select"),
        ("select = [1]", "select"),
        ('severity = "info"', "severity"),
        ('severity = {GR1 = "fatal"}', "severity"),
        ("change-factor = 1", "change-factor"),
        ("change-factor = true", "change-factor"),
        ("copied-share = 1.5", "copied-share"),
        ("select = [", "TOML"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, said: str, language: str) -> None:
    path = tmp_path / "govreport.toml"
    path.write_text(text, "utf-8")
    set_language(language)
    try:
        with pytest.raises(ConfigError) as caught:
            load_config(path)
        assert said in str(caught.value)
        assert str(path) in str(caught.value)
    finally:
        set_language(None)
