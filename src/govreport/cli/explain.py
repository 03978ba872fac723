"""`govreport explain`: what a code means, why it is checked, and an example."""

import argparse
import sys

from govreport.cli.console import terminal_width, wants_colour
from govreport.cli.outcome import Exit
from govreport.cli.paint import Ink, Painter
from govreport.cli.plugins import name_broken_plugins
from govreport.cli.width import wrap
from govreport.diagnostics import Message

SUMMARY = Message(zh="说明一条规则或一个代码", en="explain a rule or a code")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    text = Message(
        zh="代码或名称，如 GR101 或 row-total-mismatch", en="a code or a name: GR101, row-total-mismatch"
    )
    parser.add_argument("codes", metavar="CODE", nargs="+", help=str(text))


def run(options: argparse.Namespace) -> Exit:
    """Print the page of every code."""
    from govreport.reporting.codes import codes

    name_broken_plugins()
    known = {key: code for code in codes() for key in (code.code.lower(), code.name)}
    unknown = [name for name in options.codes if name.lower() not in known]
    if unknown:
        listed = ", ".join(unknown)
        options.usage_error(
            Message(
                zh=f"没有代码或名称是 {listed}；`govreport rules` 列出全部",
                en=f"no code or name is {listed}; `govreport rules` lists them all",
            )
        )
    print("\n\n".join(_shown(str(known[name.lower()].page)) for name in options.codes))
    return Exit.CLEAN


def _shown(page: str) -> str:
    """A page as it is, or broken at the width of a terminal with its headings in bold."""
    if not sys.stdout.isatty():
        return page.rstrip()
    paint = Painter(colour=wants_colour(sys.stdout))
    width = terminal_width()
    lines = []
    for line in page.rstrip().splitlines():
        ink = Ink.BOLD if line.startswith(("#", "**")) else Ink.PLAIN
        lines += [paint(part, ink) for part in wrap(line, width)]
    return "\n".join(lines)
