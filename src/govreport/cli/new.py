"""`govreport new`: the blank form of a year."""

import argparse
import re
import sys
from pathlib import Path

import govreport
from govreport.cli.console import complain, print_finding
from govreport.cli.inputs import Input, Source, Unreadable, load
from govreport.cli.outcome import Exit
from govreport.cli.outputs import write
from govreport.diagnostics import Diagnostic, Message
from govreport.model import Report

SUMMARY = Message(zh="写出某一年度的空白格式", en="write the blank form of a year")

_SUFFIXES = {"docx": ".docx", "html": ".html"}
_NO_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # what some system does not allow in the name of a file
_CARRIED = "applications.carried_forward"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    helps = {
        "year": Message(zh="报告的年度（2019 年起）", en="the year to report on (2019 or later)"),
        "agency": Message(zh="报告机关的名称", en="the name of the reporting agency"),
        "previous": Message(
            zh="该机关上一年度的报告，其“结转下年度继续办理”填入“上年结转”",
            en="its report of the year before; what that leaves to the next year is filled in",
        ),
        "format": Message(zh="输出格式（默认 docx）", en="format to write (default: docx)"),
        "output": Message(
            zh="写入文件 FILE（默认以标题为名，写在当前目录）",
            en="write to FILE (default: named by its title, in the current folder)",
        ),
        "force": Message(zh="覆盖已有的文件", en="overwrite a file that is there"),
    }
    parser.add_argument("--year", type=int, required=True, help=str(helps["year"]))
    parser.add_argument("--agency", required=True, help=str(helps["agency"]))
    parser.add_argument("--previous", metavar="FILE", help=str(helps["previous"]))
    parser.add_argument("--format", choices=tuple(_SUFFIXES), default="docx", help=str(helps["format"]))
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=str(helps["output"]))
    parser.add_argument("--force", action="store_true", help=str(helps["force"]))


def run(options: argparse.Namespace) -> Exit:
    """Write the form; what is doubtful in the report of the year before goes to standard error."""
    previous = load(Input(options.previous)) if options.previous is not None else None
    if isinstance(previous, Unreadable):
        previous.complain()
        return Exit.UNREADABLE
    try:
        form = govreport.blank(options.year, options.agency, None if previous is None else previous.report)
    except ValueError as error:
        options.usage_error(str(error))
    target = _target(options, form)
    if previous is not None:
        _doubt(previous, form)
    if not write(target, govreport.render(form, options.format)):
        return Exit.UNREADABLE
    complain(str(target), Message(zh="已写出", en="written"))
    return Exit.CLEAN


def _target(options: argparse.Namespace, form: Report) -> Path:
    """The file to write; one that is there ends the run, unless it may be overwritten."""
    name = _NO_NAME.sub("_", f"{form.title}{_SUFFIXES[options.format]}")
    target: Path = options.output or Path(name)
    if options.previous is not None and target.resolve() == Path(options.previous).resolve():
        text = Message(zh="是上一年度的报告，不会覆盖", en="is the report of the year before, and stays")
        options.usage_error(f"{target}: {text}")
    if target.exists() and not options.force:
        text = Message(zh="文件已存在，覆盖请加 --force", en="this file is there; --force overwrites it")
        options.usage_error(f"{target}: {text}")
    return target


def _doubt(previous: Source, form: Report) -> None:
    """Say where the report before is another agency's, of another year, or doubtful in what is carried."""
    report = previous.report
    if form.year is not None and report.year != form.year - 1:
        complain(
            previous.name,
            Message(
                zh=f"这是 {report.year or '?'} 年度的报告，而不是 {form.year - 1} 年度的；仍按其结转",
                en=f"a report on {report.year or '?'}, not on {form.year - 1}; carried over all the same",
            ),
        )
    if report.agency != form.agency:
        complain(
            previous.name,
            Message(
                zh=f"这是“{report.agency or '?'}”的报告，而不是“{form.agency}”的；仍按其结转",
                en=f"a report of “{report.agency or '?'}”, not of “{form.agency}”; carried over all the same",
            ),
        )
    for diagnostic in filter(_touches_carried, report.diagnostics):
        print_finding(previous.name, diagnostic, previous.text, sys.stderr)


def _touches_carried(diagnostic: Diagnostic) -> bool:
    paths = [path for path in (diagnostic.path, *diagnostic.related) if path]
    return any(path.startswith(_CARRIED) or f"{_CARRIED}.".startswith(f"{path}.") for path in paths)
