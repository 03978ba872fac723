"""The commands: what goes to which stream, and the exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport import Severity, Span, __version__
from tests.cli.conftest import GOOD, Result, finding

Run = Callable[..., Result]
Write = Callable[[str, str], Path]
Reader = Callable[..., None]

AT_187 = Span(start=GOOD.index("187"), end=GOOD.index("187") + 3, line=2, column=6)


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.code, result.out) == (0, f"govreport {__version__}\n")


def test_parse_prints_one_object_and_diagnostics_apart(run: Run, write: Write, reader: Reader) -> None:
    reader(finding(Severity.WARNING, AT_187))
    path = write("a.txt", GOOD)
    result = run("parse", path)
    assert result.code == 0
    assert json.loads(result.out)["diagnostics"][0]["code"] == "GR099"
    assert "云汀区水务局" in result.out, "Chinese is printed as such, not as escapes"
    first, source, caret = result.err.splitlines()
    assert first.startswith(f"{path}:2:6: warning GR099 proactive_disclosure.licensing.decisions:")
    assert source.endswith("行政许可 187")
    # eight columns of wide characters and the tab stand before the number
    assert caret.index("^") == source.index("行") + 9
    assert caret.count("^") == 3


def test_parse_prints_one_line_for_each_of_several_files(run: Run, write: Write, reader: Reader) -> None:
    reader()
    result = run("parse", write("a.txt", GOOD), write("b.txt", GOOD.replace("云汀", "松砚")))
    titles = [json.loads(line)["title"] for line in result.out.splitlines()]
    assert [t[:2] for t in titles] == ["云汀", "松砚"]


def test_strict_prints_no_report_with_an_error(run: Run, write: Write, reader: Reader) -> None:
    reader(finding(Severity.ERROR))
    result = run("parse", "--strict", write("a.txt", GOOD), "--fail-on", "never")
    assert (result.code, result.out) == (1, "")
    assert "error GR099" in result.err
    reader(finding(Severity.WARNING))
    assert json.loads(run("parse", "--strict", write("a.txt", GOOD)).out)["year"] == 2024


@pytest.mark.parametrize("command", ["parse", "check", "render"])
@pytest.mark.parametrize(
    ("severity", "level", "code"),
    [
        (Severity.ERROR, "error", 1),
        (Severity.WARNING, "error", 0),
        (Severity.WARNING, "warning", 1),
        (Severity.ERROR, "warning", 1),
        (Severity.INFO, "warning", 0),
        (Severity.INFO, "info", 1),
        (Severity.ERROR, "never", 0),
    ],
)
def test_fail_on_sets_the_level(
    run: Run, write: Write, reader: Reader, command: str, severity: Severity, level: str, code: int
) -> None:
    reader(finding(severity))
    assert run(command, write("a.txt", GOOD), "--fail-on", level).code == code


def test_render_writes_to_standard_output_or_a_file(
    run: Run, write: Write, reader: Reader, tmp_path: Path
) -> None:
    reader()
    path = write("a.txt", GOOD)
    expected = f"markdown: {GOOD.splitlines()[0]}\n"
    assert run("render", path, "--format", "markdown").out == expected
    result = run("render", path, "--format", "markdown", "-o", tmp_path / "new" / "a.md")
    assert (result.code, result.out) == (0, "")
    assert (tmp_path / "new" / "a.md").read_text("utf-8") == expected


def test_render_writes_several_into_a_folder(run: Run, write: Write, reader: Reader, tmp_path: Path) -> None:
    reader()
    assert run("render", write("a.txt", GOOD), write("b.txt", GOOD), "-o", tmp_path / "out").code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a.txt", "b.txt"]


def test_render_never_overwrites_what_it_reads(
    run: Run, write: Write, reader: Reader, tmp_path: Path
) -> None:
    reader()
    path = write("a.txt", GOOD)
    (tmp_path / "other").mkdir()
    twin = write("other/a.txt", GOOD)
    for arguments in ([path, "-o", path], [path, "-o", tmp_path], [path, twin, "-o", tmp_path / "out"]):
        result = run("render", *arguments)
        assert result.code == 2
        assert "overwrite" in result.err
    assert path.read_text("utf-8") == GOOD
    assert not (tmp_path / "out").exists()


def test_render_of_several_needs_a_folder(run: Run, write: Write, reader: Reader) -> None:
    reader()
    result = run("render", write("a.txt", GOOD), write("b.txt", GOOD))
    assert result.code == 2
    assert "-o FOLDER" in result.err


def test_render_names_a_file_that_cannot_be_written(
    run: Run, write: Write, reader: Reader, tmp_path: Path
) -> None:
    reader()
    in_the_way = write("file", "")
    result = run("render", write("a.txt", GOOD), "-o", in_the_way / "a.txt")
    assert result.code == 2
    assert str(in_the_way / "a.txt") in result.err
