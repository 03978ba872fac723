"""`govreport parse`: reports to JSON or to a table."""

import argparse
import json
import sys

from govreport.cli.console import print_finding
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
    strict = Message(
        zh="有错误级别的诊断时，不输出该报告",
        en="print no report that has a diagnostic of level error",
    )
    parser.add_argument("--table", action="store_true", help=str(table))
    parser.add_argument("--strict", action="store_true", help=str(strict))


def run(options: argparse.Namespace) -> Exit:
    """Print every readable report on standard output and its diagnostics on standard error."""
    inputs = inputs_of(options)
    several = len(inputs) > 1

    def show(source: Source) -> Exit:
        for diagnostic in source.report.diagnostics:
            print_finding(source.name, diagnostic, source.text, sys.stderr)
        if options.strict and any(d.severity is Severity.ERROR for d in source.report.diagnostics):
            return Exit.FINDINGS
        if options.table:
            print(to_table(source.report), end="\n\n" if several else "\n")
        else:
            print(json.dumps(source.report.to_dict(), ensure_ascii=False, indent=None if several else 2))
        return judge(source.report.diagnostics, options.fail_on)

    return for_each(inputs, show)
