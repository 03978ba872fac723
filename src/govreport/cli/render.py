"""`govreport render`: reports in the official form."""

import argparse
import sys
from collections import Counter
from pathlib import Path

import govreport
from govreport.cli.console import print_finding
from govreport.cli.inputs import STDIN, Input, Source, for_each, inputs_of
from govreport.cli.outcome import Exit, judge
from govreport.cli.outputs import write as write_file
from govreport.diagnostics import Message

SUMMARY = Message(zh="按规定格式输出报告", en="write reports in the official form")

_SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".html", "docx": ".docx"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    form = Message(zh="输出格式（默认 text）", en="format to write (default: text)")
    output = Message(
        zh="写入文件 OUT；有多个输入时写入目录 OUT，每份报告一个文件（默认写到标准输出）",
        en="write to the file OUT, or several to the folder OUT (default: standard output)",
    )
    parser.add_argument("--format", choices=tuple(_SUFFIXES), default="text", help=str(form))
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help=str(output))


def run(options: argparse.Namespace) -> Exit:
    """Write every readable report; what reading met goes to standard error."""
    inputs = inputs_of(options)
    targets = _targets(inputs, options)

    def write(source: Source) -> Exit:
        for diagnostic in source.report.diagnostics:
            print_finding(source.name, diagnostic, source.text, sys.stderr)
        rendered = govreport.render(source.report, options.format)
        if not targets:
            print(rendered, end="")
        elif not write_file(targets[source.name], rendered):
            return Exit.UNREADABLE
        return judge(source.report.diagnostics, options.fail_on)

    return for_each(inputs, write)


def _targets(inputs: list[Input], options: argparse.Namespace) -> dict[str, Path]:
    """How an input is shown -> file to write, empty for standard output; a loss of files ends the run."""
    output: Path | None = options.output
    if output is None:
        if len(inputs) > 1:
            options.usage_error(Message(zh="多个输入需要 -o 目录", en="several inputs need -o FOLDER"))
        if options.format == "docx":
            options.usage_error(Message(zh="docx 需要 -o 文件", en="docx needs -o FILE"))
        return {}
    if len(inputs) == 1 and not output.is_dir():
        targets = {inputs[0].shown: output}
    else:
        suffix = _SUFFIXES[options.format]
        stems = {i.shown: "stdin" if i.name == STDIN else Path(i.name).stem for i in inputs}
        targets = {name: output / f"{stem}{suffix}" for name, stem in stems.items()}
    twice = [str(path) for path, n in Counter(targets.values()).items() if n > 1]
    sources = {Path(i.name).resolve() for i in inputs if not i.bundled}
    lost = twice + [str(path) for path in targets.values() if path.resolve() in sources]
    if lost:
        names = ", ".join(lost)
        options.usage_error(Message(zh=f"会覆盖文件：{names}", en=f"this would overwrite: {names}"))
    return targets
