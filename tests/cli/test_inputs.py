"""Inputs: every failure names its file, none stops the rest."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import GOOD, REFUSED, Result

Run = Callable[..., Result]
Write = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def _reader(reader: Callable[..., None]) -> None:
    reader()


def test_one_bad_file_never_stops_the_rest(run: Run, write: Write, tmp_path: Path) -> None:
    good, refused, empty = write("good.txt", GOOD), write("refused.txt", REFUSED), write("empty.txt", "")
    result = run("parse", empty, refused, tmp_path / "none.txt", tmp_path, good)
    assert result.code == 2
    assert [json.loads(line)["year"] for line in result.out.splitlines()] == [2024]
    complaints = result.err.splitlines()
    assert complaints[0] == f"{empty}: error GR040 the file is empty"
    assert complaints[1].startswith(f"{refused}: error GR099")
    assert complaints[2] == f"{tmp_path / 'none.txt'}: no such file or directory"
    assert complaints[3] == f"{tmp_path}: this is a directory; give the files in it"


def test_a_file_that_is_not_read_is_named_as_what_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.rar"
    path.write_bytes(b"Rar!\x1a\x07")
    result = run("parse", path)
    assert (result.code, result.out) == (2, "")
    assert f"{path}: error GR042 this is an archive" in result.err


def test_an_address_is_refused(run: Run) -> None:
    result = run("parse", "https://www.example.com/report.html")
    assert result.code == 2
    assert "GR049" in result.err


def test_reads_gb18030(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gbk.txt"
    path.write_bytes(GOOD.encode("gb18030"))
    assert json.loads(run("parse", path).out)["title"] == GOOD.splitlines()[0]


def test_a_dash_is_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert json.loads(run("parse", "-").out)["title"] == GOOD.splitlines()[0]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run("parse", "-").err == "<stdin>: error GR040 the file is empty\n"


def test_the_bundled_example_needs_no_file(run: Run) -> None:
    assert json.loads(run("parse", "--example").out)["title"] == "云汀区水务局2024年政府信息公开工作年度报告"


@pytest.mark.parametrize("arguments", [[], ["-", "-"]])
def test_an_impossible_command_line_is_refused(run: Run, arguments: list[str]) -> None:
    result = run("parse", *arguments)
    assert (result.code, result.out) == (2, "")
    assert "usage: govreport parse" in result.err


def test_a_file_without_permission_is_named(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("locked.txt", GOOD)

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("parse", path)
    assert (result.code, result.err) == (2, f"{path}: permission denied\n")
