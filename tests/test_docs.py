"""Every Python block and every command in the documentation runs and prints what it says."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import govreport

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    p.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "examples/*.md", "benchmarks/*.md")
    for p in ROOT.glob(pattern)
)
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@attrs.frozen
class Session:
    """One command of a console block and what it prints."""

    page: str
    command: str
    output: str


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return [m["body"] for m in _BLOCK.finditer(text) if m["language"] == language]


def sessions(page: str) -> list[Session]:
    return [
        Session(page, command, output)
        for block in blocks(page, "console")
        for command, _, output in (part.partition("\n") for part in re.split(r"^\$ ", block, flags=re.M)[1:])
    ]


def language_of(page: str) -> str:
    return "zh" if page.endswith(".zh-CN.md") else "en"


def mismatch(expected: str, printed: str) -> bool:
    return not doctest.OutputChecker().check_output(expected, printed, _FLAGS)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the one that the pages speak of: the examples, and reports of one's own, one wrong."""
    example = (ROOT / "examples" / "example-2024.txt").read_text("utf-8")
    for name in ("report.txt", "reports/2023.txt", "reports/2024.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(example, "utf-8")
    report = govreport.render(govreport.parse(example), "docx")
    (tmp_path / "report.docx").write_bytes(report)
    (tmp_path / "wrong.txt").write_text(example.replace("\t24\n", "\t25\n"), "utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")])
def test_python_blocks(page: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVREPORT_LANG", language_of(page))
    source = "\n".join(blocks(page, "python"))
    test = doctest.DocTestParser().get_doctest(source, {}, page, page, 0)
    assert test.examples, "a block without >>> shows nothing"
    printed: list[str] = []
    result = doctest.DocTestRunner(optionflags=_FLAGS).run(test, out=printed.append)
    assert result.failed == 0, "".join(printed)


@pytest.mark.parametrize(
    "session", [s for page in PAGES for s in sessions(page)], ids=lambda s: f"{s.page}: {s.command}"
)
def test_console_blocks(session: Session, desk: Path) -> None:
    python = shlex.quote(sys.executable)
    command, found = re.subn(r"(?<![\w./-])govreport(?= )", f"{python} -m govreport", session.command)
    command = re.sub(r"(?<=\| )python(?= )", python, command)
    assert found, "only the command itself can be shown in a console block"
    env = {**os.environ, "GOVREPORT_LANG": language_of(session.page), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        timeout=60,
        check=False,
    )
    printed = done.stdout + done.stderr
    if session.output.strip():
        assert not mismatch(session.output, printed), printed
    else:
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    targets = _LINK.findall((ROOT / page).read_text("utf-8"))
    assert [t for t in targets if not (ROOT / page).parent.joinpath(t).exists()] == []


def test_both_readmes_run_the_same_code() -> None:
    chinese = ["README.zh-CN.md", "README.md"]
    commands = [
        [line.split("#")[0].strip() for b in blocks(p, "sh") for line in b.splitlines()] for p in chinese
    ]
    calls = [[e.source.split("#")[0].strip() for e in examples(p)] for p in chinese]
    shown = [[s.command for s in sessions(p)] for p in chinese]
    assert commands[0] == commands[1]
    assert calls[0] == calls[1]
    assert shown[0] == shown[1]


def examples(page: str) -> list[doctest.Example]:
    return doctest.DocTestParser().get_examples("\n".join(blocks(page, "python")))


def test_a_wrong_output_would_be_seen() -> None:
    assert mismatch("57\n", "58\n")
    assert not mismatch("57 ...\n", "57 and more\n")
