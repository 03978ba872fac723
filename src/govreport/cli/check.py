"""`govreport check`: what does not add up in reports."""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping

import govreport
from govreport.cli.console import print_finding
from govreport.cli.inputs import Source, for_each, inputs_of
from govreport.cli.outcome import Exit, judge
from govreport.diagnostics import Message, Severity

SUMMARY = Message(
    zh="检查报告：读取中遇到的问题，以及对不上的数字",
    en="check reports: what reading met, and what does not add up",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    select = Message(
        zh="只报告这些代码或代码开头，如 GR101 或 GR1；可用逗号分隔，可重复",
        en="report only these codes or their beginnings: GR101,GR1; repeatable",
    )
    ignore = Message(zh="不报告这些代码或代码开头；优先于 --select", en="leave these out; wins over --select")
    for name, text in (("--select", select), ("--ignore", ignore)):
        parser.add_argument(
            name, type=_codes, action="extend", default=[], metavar="CODE[,CODE]", help=str(text)
        )


def run(options: argparse.Namespace) -> Exit:
    """Print every finding and a summary line on standard output."""
    inputs = inputs_of(options)
    counts: Counter[Severity] = Counter()
    readable = 0

    def show(source: Source) -> Exit:
        nonlocal readable
        readable += 1
        found = govreport.check(source.report, select=options.select, ignore=options.ignore)
        for diagnostic in found:
            print_finding(source.name, diagnostic, source.text, sys.stdout)
        counts.update(d.severity for d in found)
        return judge(found, options.fail_on)

    worst = for_each(inputs, show)
    print(_summary(readable, len(inputs) - readable, counts))
    return worst


def _codes(argument: str) -> list[str]:
    return [code for part in argument.split(",") if (code := part.strip().upper())]


def _summary(readable: int, unreadable: int, counts: Mapping[Severity, int]) -> Message:
    errors, warnings, infos = (counts.get(s, 0) for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    noun = "report" if readable == 1 else "reports"
    zh = f"已检查 {readable} 份报告：错误 {errors}，警告 {warnings}，提示 {infos}"
    en = f"checked {readable} {noun}: error {errors}, warning {warnings}, info {infos}"
    if unreadable:
        zh += f"；另有 {unreadable} 份无法读取"
        en += f"; {unreadable} unreadable"
    return Message(zh=zh, en=en)
