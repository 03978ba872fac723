"""Findings as workflow commands: GitHub Actions shows them beside the lines of a pull request."""

from collections.abc import Iterable, Iterator

from govreport.diagnostics import Diagnostic, Severity
from govreport.reporting.checked import Checked
from govreport.reporting.language import Say, speaker
from govreport.reporting.regions import end_of

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_commands(reports: Iterable[Checked]) -> Iterator[str]:
    """One command a finding, and one for each input that could not be opened or not checked in full."""
    say = speaker()
    for checked in reports:
        for each in checked.findings:
            yield _command(checked, each.diagnostic, say)
        # Why a text is no report stands among its findings.
        if checked.failure and (checked.report or not checked.findings):
            yield f"::error file={_property(checked.name)}::{_data(say(checked.failure))}\n"


def _command(checked: Checked, found: Diagnostic, say: Say) -> str:
    properties = {"file": checked.name, **_place(checked.text, found)}
    properties["title"] = f"{found.code} {found.name}".rstrip()
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"{found.path}: {say(found.message)}" if found.path else say(found.message)
    if found.span and found.span.is_in_document:
        message = f"{found.span}: {message}"
    return f"::{_COMMANDS[found.severity]} {listed}::{_data(message)}\n"


def _place(text: str, found: Diagnostic) -> dict[str, str]:
    """Columns are given only within one line: GitHub knows them for no other. A document has no lines."""
    if found.span is None or found.span.is_in_document:
        return {}
    line, column = end_of(text, found.span)
    place = {"line": found.span.line, "endLine": line}
    if line == found.span.line:
        place |= {"col": found.span.column, "endColumn": max(column, found.span.column + 1)}
    return {key: str(value) for key, value in place.items()}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
