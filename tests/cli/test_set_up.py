"""What the guide says about settings and the hook of pre-commit is so."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import yaml

from govreport import Severity
from govreport.rules import Config, load_config
from tests.cli.conftest import Result
from tests.cli.test_check import EXAMPLE, WRONG

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "check.md").read_text("utf-8")


def block(language: str) -> str:
    (only,) = re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    return str(only)


def test_the_settings_of_the_guide_are_read(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(block("toml"), "utf-8")
    assert load_config(path) == Config(
        select=("GR0", "GR1", "GR2", "GR3"),
        ignore=("GR205",),
        severity={"GR3": Severity.INFO},
        change_factor=5.0,
        copied_share=0.8,
    )
    assert set(tomllib.loads(block("toml"))["tool"]) == {"govreport"}


def test_the_hook_runs_the_check(run: Callable[..., Result], write: Callable[[str, str], Path]) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = yaml.safe_load(block("yaml"))["repos"]
    (used,) = repository["hooks"]
    assert used["id"] == hook["id"] == "govreport-check"
    command, *arguments = hook["entry"].split()
    assert command == "govreport"
    clean, wrong = write("clean.txt", EXAMPLE), write("wrong.txt", WRONG)
    assert run(*arguments, *used["args"], clean).code == 0
    assert run(*arguments, *used["args"], clean, wrong).code == 1
