"""The streams of the terminal, and how a finding is printed on one."""

import io
import os
import shutil
import sys
from typing import TextIO

from govreport.diagnostics import Diagnostic, explain


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale; a file name that is no valid text must not end the run."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence_stdout() -> None:
    """After the reader of our output has gone: keep the interpreter from failing at its last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colours, and nobody has asked for none (NO_COLOR)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Columns of the terminal within what can be read well; 100 where there is none."""
    return min(max(shutil.get_terminal_size((100, 24)).columns, 80), 160)


def complain(name: str, message: object) -> None:
    """Say on standard error what is wrong with an input, naming it."""
    print(f"{name}: {message}", file=sys.stderr)


def print_finding(name: str, diagnostic: Diagnostic, text: str, stream: TextIO) -> None:
    """Print "file:line:column: error GR101 ..." and the line with a caret under the place."""
    separator = ":" if diagnostic.span and not diagnostic.span.is_in_document else ": "
    print(f"{name}{separator}{explain(diagnostic, text)}", file=stream)
