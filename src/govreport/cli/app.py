"""Arguments to a command, and its exit code."""

import argparse
import sys
from collections.abc import Sequence

from govreport import __version__, set_language
from govreport.cli import check, explain, new, parse, render, rules
from govreport.cli.console import prepare_streams, silence_stdout
from govreport.cli.outcome import FAIL_ON
from govreport.diagnostics import Message

# Those that read reports, and those that take none: the blank form, and what tells of the rules.
_READING = (parse, check, render)
_OTHERS = (new, rules, explain)

# What a shell reports for a program that these signals ended.
_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process by default.

    Returns:
        0 clean, 1 a diagnostic of level error (or that of --fail-on), 2 an unreadable input.
    """
    prepare_streams()
    options = _parser().parse_args(argv)
    if options.lang is not None:
        set_language(options.lang)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    description = Message(
        zh="读取、检查、输出政府信息公开工作年度报告。",
        en="Read, check and write Chinese government information disclosure annual reports.",
    )
    epilog = Message(
        zh="退出码：0 无误；1 有错误级别（或 --fail-on 所定级别）的诊断；2 有无法读取的输入。",
        en="Exit code: 0 clean; 1 a diagnostic of level error (or that of --fail-on); 2 an unreadable input.",
    )
    parser = argparse.ArgumentParser(prog="govreport", description=str(description), epilog=str(epilog))
    parser.add_argument("--version", action="version", version=f"govreport {__version__}")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    language = _language_option()
    reading = [language, _input_options()]
    for command in (*_READING, *_OTHERS):
        name = command.__name__.rpartition(".")[2]
        subparser = subparsers.add_parser(
            name,
            help=str(command.SUMMARY),
            description=str(command.SUMMARY),
            epilog=str(epilog) if command in _READING else None,
            parents=reading if command in _READING else [language],
            allow_abbrev=False,
        )
        command.add_options(subparser)
        subparser.set_defaults(run=command.run, usage_error=subparser.error)
    return parser


def _language_option() -> argparse.ArgumentParser:
    """What every command takes."""
    text = Message(zh="提示信息的语言（默认随系统）", en="language of messages (default: the system's)")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=("zh", "en"), help=str(text))
    return shared


def _input_options() -> argparse.ArgumentParser:
    """What the commands that read reports take: the inputs, and what counts as failure."""
    helps = {
        "files": Message(zh="报告文件；- 表示标准输入", en="file of a report; - is standard input"),
        "example": Message(zh="读取随包附带的示例报告", en="read the report that comes with the package"),
        "fail_on": Message(
            zh="有这个级别或更高级别的诊断时退出码为 1（默认 error）",
            en="exit 1 on a diagnostic of this level or above (default: error)",
        ),
    }
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("files", metavar="FILE", nargs="*", help=str(helps["files"]))
    shared.add_argument("--example", action="store_true", help=str(helps["example"]))
    shared.add_argument("--fail-on", choices=tuple(FAIL_ON), default="error", help=str(helps["fail_on"]))
    return shared
