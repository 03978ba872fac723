"""`govreport rules`: every code that a finding may have."""

import argparse
import json
import sys

from govreport.cli.console import terminal_width
from govreport.cli.outcome import Exit
from govreport.cli.plugins import name_broken_plugins
from govreport.cli.width import pad, wrap
from govreport.diagnostics import Message, display_width

SUMMARY = Message(zh="列出全部规则和读取代码", en="list all rules and the codes of reading")
_GAP = "  "


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    output = Message(zh="输出格式（默认 text）", en="format of the output (default: text)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help=str(output))


def run(options: argparse.Namespace) -> Exit:
    """Print one line a code, or all of them as JSON with their pages."""
    from govreport.reporting.codes import codes
    from govreport.rules.pages import SEVERITIES

    name_broken_plugins()
    known = codes()
    if options.format == "json":
        print(json.dumps([code.to_dict() for code in known], ensure_ascii=False, indent=2))
        return Exit.CLEAN
    rows = [(code.code, str(SEVERITIES[code.severity]), code.name, str(code.title)) for code in known]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    before = sum(widths[:-1]) + len(_GAP) * len(widths[:-1])
    for *cells, title in rows:
        lines = wrap(title, terminal_width() - before) if sys.stdout.isatty() else (title,)
        print(_GAP.join(map(pad, cells, widths)) + _GAP + f"\n{' ' * before}".join(lines))
    return Exit.CLEAN
