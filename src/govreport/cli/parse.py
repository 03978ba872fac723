"""`govreport parse`: reports to JSON, to a table, or to an account of every piece of their tables."""

import argparse
import json
import sys

import govreport
from govreport.cli.account import to_account
from govreport.cli.console import print_finding, terminal_width, wants_colour
from govreport.cli.inputs import Source, for_each, inputs_of
from govreport.cli.outcome import Exit, judge
from govreport.cli.table import to_table
from govreport.diagnostics import Message, Severity

SUMMARY = Message(
    zh="把报告读成 JSON（一个文件一个对象；多个文件则每行一个对象）",
    en="read reports into JSON (one object for one file, one a line for several)",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    table = Message(zh="不输出 JSON，输出便于阅读的表格", en="print a readable table instead of JSON")
    explain = Message(
        zh="逐行显示各表的原文，标明每一处读作什么，诊断列在相应的行下",
        en="show each line of the tables and what every piece of it was taken for, diagnostics below",
    )
    strict = Message(
        zh="有错误级别的诊断时，不输出该报告",
        en="print no report that has a diagnostic of level error",
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--table", action="store_true", help=str(table))
    shape.add_argument("--explain", action="store_true", help=str(explain))
    parser.add_argument("--strict", action="store_true", help=str(strict))


def run(options: argparse.Namespace) -> Exit:
    """Print every readable report on standard output, its diagnostics on standard error or in its account."""
    inputs = inputs_of(options)
    several = len(inputs) > 1

    def show(source: Source) -> Exit:
        refused = options.strict and any(d.severity is Severity.ERROR for d in source.report.diagnostics)
        if refused or not options.explain:
            for diagnostic in source.report.diagnostics:
                print_finding(source.name, diagnostic, source.text, sys.stderr)
        if refused:
            return Exit.FINDINGS
        if options.explain:
            print(_account(source), end="\n\n" if several else "\n")
        elif options.table:
            print(to_table(source.report), end="\n\n" if several else "\n")
        else:
            print(json.dumps(source.report.to_dict(), ensure_ascii=False, indent=None if several else 2))
        return judge(source.report.diagnostics, options.fail_on)

    return for_each(inputs, show)


def _account(source: Source) -> str:
    """What every piece of the tables was taken for, under the name of the input."""
    pieces = govreport.trace(source.report)
    colour = wants_colour(sys.stdout)
    view = to_account(source.text, source.report, pieces, terminal_width(), colour=colour)
    return f"{source.name}\n{view}"
