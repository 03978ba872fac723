"""`govreport check`: what does not add up in reports."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.console import complain, terminal_width, wants_colour
from govreport.cli.inputs import STDIN, Input, Source, Unreadable, explain_os_error, inputs_of, load
from govreport.cli.outcome import Exit, judge
from govreport.cli.paint import Painter
from govreport.cli.plugins import name_broken_plugins
from govreport.cli.progress import Progress
from govreport.cli.selection import config_of
from govreport.diagnostics import Message
from govreport.model import Report
from govreport.reporting import FORMATS, Checked, Writer, listed
from govreport.reporting.baseline import Baseline, BaselineError, read_baseline, write_baseline

if TYPE_CHECKING:
    from govreport.rules import Config

SUMMARY = Message(
    zh="检查报告：读取中遇到的问题，以及对不上的数字",
    en="check reports: what reading met, and what does not add up",
)
_HELPS = {
    "--select": Message(
        zh="只报告这些代码或代码开头，如 GR101 或 GR1；可用逗号分隔，可重复",
        en="report only these codes or their beginnings: GR101,GR1; repeatable",
    ),
    "--ignore": Message(
        zh="不报告这些代码或代码开头；优先于 --select", en="leave these out; wins over --select"
    ),
    "--config": Message(
        zh="设置文件（默认：向上查找 govreport.toml 或含 [tool.govreport] 的 pyproject.toml）",
        en="settings (default: the nearest govreport.toml, or pyproject.toml with [tool.govreport])",
    ),
    "--previous": Message(zh="同一机关上一年度的报告", en="the same agency's report of the year before"),
    "--baseline": Message(zh="只报告此文件中没有的问题", en="report only what is not in this file"),
    "--write-baseline": Message(
        zh="把查出的全部问题记入此文件，作为以后的基线",
        en="record all that is found in this file, as a baseline",
    ),
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    for name in ("--select", "--ignore"):
        parser.add_argument(
            name, type=_codes, action="extend", default=[], metavar="CODE[,CODE]", help=str(_HELPS[name])
        )
    output = Message(zh="输出格式（默认 text）", en="format of the output (default: text)")
    parser.add_argument("--format", choices=("text", *FORMATS), default="text", help=str(output))
    parser.add_argument("--config", metavar="FILE", type=Path, help=str(_HELPS["--config"]))
    parser.add_argument("--previous", metavar="FILE", help=str(_HELPS["--previous"]))
    known = parser.add_mutually_exclusive_group()
    for name in ("--baseline", "--write-baseline"):
        known.add_argument(name, metavar="FILE", type=Path, help=str(_HELPS[name]))


def run(options: argparse.Namespace) -> Exit:
    """Print what is found in every input on standard output, in the format that is asked for."""
    inputs = inputs_of(options)
    name_broken_plugins()
    progress = Progress([one.shown for one in inputs])
    check = partial(_check, config=config_of(options), previous=_previous(options, inputs))
    baseline = _baseline(options)
    reports: Iterable[Checked] = _read_and_check(inputs, check, progress)
    if options.write_baseline:
        reports = tuple(reports)
        baseline = _written(options, reports)
    if baseline:
        reports = map(baseline.without_known, reports)
    worst = Exit.CLEAN

    def judged() -> Iterator[Checked]:
        nonlocal worst
        for checked in reports:
            found = (each.diagnostic for each in checked.findings)
            worst = max(worst, Exit.UNREADABLE if checked.failure else judge(found, options.fail_on))
            yield checked

    for piece in _writer(options.format, several=len(inputs) > 1)(judged()):
        with progress.paused():
            sys.stdout.write(piece)
            sys.stdout.flush()
    return worst


def _read_and_check(
    inputs: Sequence[Input], check: Callable[[Source], Checked], progress: Progress
) -> Iterator[Checked]:
    """Check every input in turn; what cannot be read is complained about and goes on as such."""
    for one in progress.over(inputs):
        source = load(one)
        if isinstance(source, Source):
            checked = check(source)
            if checked.failure:
                with progress.paused():
                    complain(checked.name, checked.failure)
            yield checked
        else:
            with progress.paused():
                source.complain()
            yield Checked(
                source.name, source.text, findings=listed(source.diagnostics), failure=source.reason
            )


def _check(source: Source, config: "Config", previous: Report | None) -> Checked:
    from govreport import rules

    broken = []
    found = rules.run(
        source.report,
        previous=previous,
        config=config,
        failed=lambda rule, error: broken.append(f"{rule.code} ({type(error).__name__}: {error})"),
    )
    failure = None
    if broken:
        failure = Message(
            zh=f"规则自身出错，检查不完整：{'；'.join(broken)}",
            en=f"rules failed, so the check is not complete: {'; '.join(broken)}",
        )
    return Checked(source.name, source.text, source.report, listed(found), failure=failure)


def _previous(options: argparse.Namespace, inputs: Sequence[Input]) -> Report | None:
    """Last year's report; the run ends where it cannot be read or does not go with the inputs."""
    name: str | None = options.previous
    if name is None:
        return None
    if len(inputs) > 1 or (name == STDIN and inputs[0].name == STDIN):
        options.usage_error(
            Message(zh="--previous 只能与一个报告同用", en="--previous goes with one report, and is another")
        )
    source = load(Input(name))
    if isinstance(source, Unreadable):
        source.complain()
        raise SystemExit(Exit.UNREADABLE)
    return source.report


def _baseline(options: argparse.Namespace) -> Baseline | None:
    path: Path | None = options.baseline
    try:
        return read_baseline(path) if path else None
    except BaselineError as error:
        options.usage_error(error.message)
    except OSError as error:
        options.usage_error(f"{path}: {explain_os_error(error)}")
    return None


def _written(options: argparse.Namespace, reports: Iterable[Checked]) -> Baseline | None:
    path: Path = options.write_baseline
    try:
        return write_baseline(path, reports)
    except OSError as error:
        options.usage_error(f"{path}: {explain_os_error(error)}")
    return None


def _writer(name: str, *, several: bool) -> Writer:
    if name in FORMATS:
        return FORMATS[name]
    from govreport.cli.terminal import Terminal

    width = terminal_width() if sys.stdout.isatty() else None
    return Terminal(width, Painter(colour=wants_colour(sys.stdout)), each=several)


def _codes(argument: str) -> list[str]:
    return [code for part in argument.split(",") if (code := part.strip().upper())]
