"""The inputs of a command: each becomes a text and its report, or a complaint that names it."""

import argparse
import sys
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

import attrs

import govreport
from govreport.cli.console import complain, print_finding
from govreport.cli.outcome import Exit
from govreport.diagnostics import Diagnostic, Message, ParseError
from govreport.model import Report

EXAMPLE = "example-2024.txt"
STDIN = "-"


@attrs.frozen
class Input:
    """What the command line names: a file, standard input, or the bundled example."""

    name: str
    bundled: bool = False

    @property
    def shown(self) -> str:
        """How messages call it."""
        return "<stdin>" if self.name == STDIN else self.name

    @property
    def given(self) -> Path | str | bytes:
        """What `govreport.read` takes: the name of a file, or the bytes of standard input."""
        if self.bundled:
            return _example()
        return sys.stdin.buffer.read() if self.name == STDIN else self.name


@attrs.frozen
class Source:
    """One readable input."""

    name: str
    report: Report

    @property
    def text(self) -> str:
        """The text that its positions refer to."""
        return self.report.source.text if self.report.source else ""


@attrs.frozen
class Unreadable:
    """One input that is no report that can be read, and why; a text has diagnostics."""

    name: str
    reason: Message
    text: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    def complain(self) -> None:
        """Say so on standard error."""
        for diagnostic in self.diagnostics:
            print_finding(self.name, diagnostic, self.text, sys.stderr)
        if not self.diagnostics:
            complain(self.name, self.reason)


def inputs_of(options: argparse.Namespace) -> list[Input]:
    """The inputs in the order of the command line, the bundled example first; without any, the run ends."""
    inputs = [Input(EXAMPLE, bundled=True)] if options.example else []
    inputs += [Input(name) for name in options.files]
    if not inputs:
        options.usage_error(
            Message(zh="请给出报告的文件名，或 --example", en="give the file of a report, or --example")
        )
    if options.files.count(STDIN) > 1:
        options.usage_error(
            Message(zh="标准输入 - 只能读取一次", en="standard input (-) can be read only once")
        )
    return inputs


def for_each(inputs: Iterable[Input], handle: Callable[[Source], Exit]) -> Exit:
    """Handle every readable input; the gravest outcome. One bad file never stops the rest."""
    worst = Exit.CLEAN
    for one in inputs:
        source = load(one)
        if isinstance(source, Unreadable):
            source.complain()
            worst = Exit.UNREADABLE
        else:
            worst = max(worst, handle(source))
    return worst


def load(one: Input) -> Source | Unreadable:
    """Read and parse an input."""
    try:
        return Source(one.shown, govreport.read(one.given))
    except OSError as error:
        return Unreadable(one.shown, explain_os_error(error))
    except ParseError as error:
        return Unreadable(one.shown, error.diagnostics[0].message, error.text, error.diagnostics)


def explain_os_error(error: OSError) -> Message:
    """Why a file cannot be opened, in both languages."""
    if isinstance(error, FileNotFoundError):
        return Message(zh="没有这个文件或目录。", en="no such file or directory")
    if isinstance(error, IsADirectoryError):
        return Message(zh="这是一个目录，请给出其中的文件。", en="this is a directory; give the files in it")
    if isinstance(error, PermissionError):
        return Message(zh="没有权限。", en="permission denied")
    return Message(zh=f"系统报错：{error.strerror}。", en=f"the system says: {error.strerror}")


def _example() -> Path:
    """The example report: inside an installed package, or at the top of a checkout."""
    packaged = Path(str(resources.files("govreport"))) / "examples" / EXAMPLE
    return packaged if packaged.is_file() else Path(__file__).parents[3] / "examples" / EXAMPLE
