"""Findings for people: what, where, the cells of it and what would mend it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govreport.cli.cells import Cells
from govreport.cli.hints import hint_of
from govreport.cli.paint import Ink, Painter
from govreport.cli.width import visible, wrap
from govreport.diagnostics import Diagnostic, Message, Severity, display_width, excerpt
from govreport.model import Report
from govreport.reporting import Checked, Summary
from govreport.reporting.language import speaker
from govreport.rules.pages import SEVERITIES

_INKS = {Severity.ERROR: Ink.ALARM, Severity.WARNING: Ink.YELLOW, Severity.INFO: Ink.BLUE}
_INDENT = "  "
_CELLS = Message(zh="单元格：", en="cells: ")
_COMMA = Message(zh="，", en=",")
_SPACE = Message(zh="", en=" ")
_HINT = Message(zh="建议：", en="hint: ")
# What the number of the source line takes.
_MARGIN = 9
_EXCERPT = 72


class Terminal:
    """Writes findings as text, in the language that is in force when it is made.

    Attributes:
        width: Columns to break sentences at; None breaks none.
        paint: Puts the colours on.
        each: Whether to sum every input up, besides the whole run.
    """

    def __init__(self, width: int | None, paint: Painter, *, each: bool) -> None:
        self.width = width
        self.paint = paint
        self.each = each
        self._say = speaker()

    def __call__(self, reports: Iterable[Checked]) -> Iterator[str]:
        """The findings of each input, as soon as it is checked, then the counts of all."""
        summary = Summary()
        for checked in reports:
            summary.add(checked)
            if checked.report is not None and checked.findings:
                yield "".join(f"{line}\n" for line in self._findings(checked, checked.report))
        yield f"{self._say(_overall(summary))}\n"

    def _findings(self, checked: Checked, report: Report) -> Iterator[str]:
        name = visible(checked.name)
        cells = Cells(report, self._say)
        for each in checked.findings:
            yield from self._finding(name, checked.text, each.diagnostic, cells)
            yield ""
        if self.each:
            own = Summary()
            own.add(checked)
            yield self.paint(f"{name}: {self._say(_counts(own.severities))}", Ink.BOLD)
            yield ""

    def _finding(self, name: str, source: str, found: Diagnostic, cells: Cells) -> Iterator[str]:
        yield from self._head(name, found)
        yield from self._sentence("", self._say(found.message))
        if found.span and source:
            room = _EXCERPT if self.width is None else self.width - _MARGIN
            line, carets = excerpt(source, found.span, room).split("\n")
            yield line
            yield self.paint(carets, _INKS[found.severity])
        if listed := cells.of(found):
            yield from self._list(self._say(_CELLS), listed)
        if hint := hint_of(cells.values, found, self._say):
            yield from self._sentence(self._say(_HINT), hint)

    def _head(self, name: str, found: Diagnostic) -> Iterator[str]:
        """Place, severity, code, name and path; the path on a line of its own where it does not fit."""
        place = f"{name}:"
        if found.span:
            place += f" {found.span}:" if found.span.is_in_document else f"{found.span}:"
        code = f"{self._say(SEVERITIES[found.severity])} {found.code}"
        fits = self.width is None or display_width(f"{place} {code} {found.name} {found.path}") <= self.width
        place, code = self.paint(place, Ink.BOLD), self.paint(code, _INKS[found.severity])
        path = self.paint(found.path, Ink.CYAN)
        head = " ".join(part for part in (place, code, found.name) if part)
        if not path:
            yield head
        elif fits:
            yield f"{head} {path}"
        else:
            yield from (head, _INDENT + path)

    def _sentence(self, label: str, text: str) -> Iterator[str]:
        """A text behind a label, broken at the width and indented."""
        hanging = _INDENT * 2 if label else _INDENT
        text = label + visible(text)
        first, *rest = wrap(text, self.width - len(hanging)) if self.width else (text,)
        yield _INDENT + self.paint(label, Ink.BOLD) + first.removeprefix(label)
        for line in rest:
            yield hanging + line

    def _list(self, label: str, items: Sequence[str]) -> Iterator[str]:
        """Items behind a label, broken between two of them."""
        comma, space = self._say(_COMMA), self._say(_SPACE)
        line, used = _INDENT + self.paint(label, Ink.BOLD), display_width(_INDENT + label)
        for number, item in enumerate(items):
            text = item + comma if number + 1 < len(items) else item
            if self.width:
                width = display_width(text)
                if number and used + width > self.width:
                    yield line.rstrip()
                    line, used = _INDENT * 2, len(_INDENT * 2)
                used += width + len(space)
            line += text + space
        yield line.rstrip()


def _counts(severities: Mapping[Severity, int]) -> Message:
    errors, warnings, infos = (
        severities.get(s, 0) for s in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    return Message(
        zh=f"错误 {errors}，警告 {warnings}，提示 {infos}",
        en=f"error {errors}, warning {warnings}, info {infos}",
    )


def _overall(summary: Summary) -> Message:
    clean, wanting, unreadable = (summary.statuses[s] for s in ("clean", "findings", "unreadable"))
    readable = clean + wanting
    counts = _counts(summary.severities)
    zh = f"已检查 {readable} 份报告"
    en = f"checked {readable} {'report' if readable == 1 else 'reports'}"
    if readable > 1:
        zh += f"（无问题 {clean}，有问题 {wanting}）"
        en += f" ({clean} clean, {wanting} with findings)"
    zh += f"：{counts.zh}"
    en += f": {counts.en}"
    if unreadable:
        zh += f"；另有 {unreadable} 份无法读取"
        en += f"; {unreadable} unreadable"
    if summary.known:
        zh += f"；基线中已有 {summary.known} 项"
        en += f"; {summary.known} known from the baseline"
    return Message(zh=zh, en=en)
