"""A progress bar on standard error, for many inputs and a person who waits."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from govreport.cli.console import terminal_width
from govreport.cli.width import clip, visible

T = TypeVar("T")
_BAR = 24
_CLEAR = "\r\033[K"


class Progress:
    """Shows how far a run is. Where standard error is no terminal it shows nothing."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._shown = len(names) > 1 and sys.stderr.isatty()
        self._at = 0

    def over(self, inputs: Iterable[T]) -> Iterator[T]:
        """The inputs, one for each name; the bar moves as they are taken, and goes at the end."""
        try:
            for self._at, one in enumerate(inputs):
                self._draw()
                yield one
        finally:
            self._erase()
            self._shown = False

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the bar away while something else is printed."""
        self._erase()
        yield
        self._draw()

    def _draw(self) -> None:
        if not self._shown:
            return
        total = len(self._names)
        full = _BAR * self._at // total
        line = f"[{'#' * full}{'.' * (_BAR - full)}] {self._at}/{total} {visible(self._names[self._at])}"
        sys.stderr.write(_CLEAR + clip(line, terminal_width() - 1))
        sys.stderr.flush()

    def _erase(self) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
