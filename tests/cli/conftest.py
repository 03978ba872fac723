"""A reader of its own for the command: what the options do is tested apart from how texts are read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

import govreport
from govreport import Diagnostic, Message, ParseError, Report, Severity, Span, rules, set_language
from govreport.cli import main
from govreport.document import Document
from govreport.reading.build import Places
from govreport.reading.source import Source

REFUSED = "这不是报告"
GOOD = "云汀区水务局2024年政府信息公开工作年度报告\n行政许可\t187\n"


@attrs.frozen
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _reset_language() -> Iterator[None]:
    yield
    set_language(None)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run the command in this process, in English."""

    def call(*arguments: str | Path) -> Result:
        try:
            code = main([*map(str, arguments), "--lang", "en"])
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a text file."""

    def to(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return to


def finding(severity: Severity, span: Span | None = None) -> Diagnostic:
    """A diagnostic about nothing in particular."""
    message = Message(zh="读不出", en="cannot be read")
    return Diagnostic("GR099", severity, message, "proactive_disclosure.licensing.decisions", span=span)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Replace reading: every text but REFUSED gives the same report with the given diagnostics."""

    def set_up(*diagnostics: Diagnostic) -> None:
        def read_report(document: Document) -> Report:
            text = document.text
            if REFUSED in text:
                raise ParseError([attrs.evolve(finding(Severity.ERROR), path="")], text)
            title, places = text.splitlines()[0], Places(Source(document))
            return Report(title=title, year=2024, diagnostics=diagnostics, source=places)

        monkeypatch.setattr("govreport.api.reading.read_report", read_report)
        monkeypatch.setattr(rules, "run", lambda report, **_: report.diagnostics)
        monkeypatch.setattr(govreport, "render", lambda report, form: f"{form}: {report.title}\n")

    return set_up
