"""The progress bar: on a terminal alone, and gone when other things are printed."""

import io
import sys
from collections.abc import Callable

import pytest

from govreport.cli.progress import Progress

CLEAR = "\r\033[K"


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], str]:
    """What a run over inputs writes to a terminal."""

    def run(names: list[str]) -> str:
        terminal = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stderr", terminal)
            progress = Progress(names)
            for name in progress.over(names):
                with progress.paused():
                    terminal.write(f"<{name}>")
            with progress.paused():
                terminal.write("<end>")
        return terminal.getvalue()

    return run


def test_it_shows_the_input_at_work_and_goes(written: Callable[[list[str]], str]) -> None:
    parts = [part for part in written(["a.txt", "b.txt"]).split(CLEAR) if part]
    first, second = f"[{'.' * 24}] 0/2 a.txt", f"[{'#' * 12}{'.' * 12}] 1/2 b.txt"
    assert parts == [first, "<a.txt>", first, second, "<b.txt>", second, "<end>"]


def test_one_input_needs_none(written: Callable[[list[str]], str]) -> None:
    assert written(["a.txt"]) == "<a.txt><end>"


def test_without_a_terminal_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(Progress(["a.txt", "b.txt"]).over([1, 2])) == [1, 2]
    assert capsys.readouterr().err == ""
