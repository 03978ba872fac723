"""Findings as SARIF 2.1.0, the OASIS standard for the results of checks: one log with one run."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from govreport._version import __version__
from govreport.diagnostics import Diagnostic, Message, Severity, Span
from govreport.model.paths import is_cell
from govreport.reporting.checked import Checked, Listed
from govreport.reporting.codes import Code, codes
from govreport.reporting.language import Say, speaker
from govreport.reporting.regions import end_of
from govreport.rules.names import name_of

_SCHEMA = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGE = Message(zh="zh-CN", en="en-US")
_FINGERPRINT = "govreport/v1"
_json = json.JSONEncoder(ensure_ascii=False).encode


def sarif_log(reports: Iterable[Checked]) -> Iterator[str]:
    """The log of all inputs, a result a line. Texts are in the language in force."""
    say = speaker()
    known = codes()
    index = {code.code: number for number, code in enumerate(known)}
    results, notifications = [], []
    for checked in reports:
        file = _File(checked, say)
        results += [_json(file.result(each, index)) for each in checked.findings]
        if checked.failure:
            notifications.append(file.notification(checked.failure))
    driver = {"name": "govreport", "version": __version__, "rules": [_rule(code, say) for code in known]}
    run = {
        "tool": {"driver": {**driver, "language": say(_LANGUAGE)}},
        "invocations": [
            {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
        ],
        "columnKind": "unicodeCodePoints",
        "results": [],
    }
    head, _, tail = _json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}).rpartition("[]")
    lines = ",\n".join(results)
    yield f"{head}[\n{lines}\n]{tail}\n"


def _rule(code: Code, say: Say) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": "".join(part.capitalize() for part in code.name.split("-")),
        "shortDescription": {"text": say(code.title)},
        "help": {"text": say(code.page), "markdown": say(code.page)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


class _File:
    """One input, whose findings become results."""

    def __init__(self, checked: Checked, say: Say) -> None:
        self._checked = checked
        self._say = say
        self._artifact = {"uri": _uri(checked.name)}

    def result(self, listed: Listed, index: Mapping[str, int]) -> dict[str, Any]:
        """The result of one finding."""
        found = listed.diagnostic
        result: dict[str, Any] = {
            "ruleId": found.code,
            "level": _LEVELS[found.severity],
            "message": {"text": self._say(found.message)},
            "locations": [self._location(found.path, found.span)],
            "partialFingerprints": {_FINGERPRINT: listed.fingerprint},
        }
        if found.code in index:
            result["ruleIndex"] = index[found.code]
        if related := list(self._related(found)):
            result["relatedLocations"] = related
        values = {"found": found.found, "expected": found.expected, "suggestion": found.suggestion}
        if printed := {key: value for key, value in values.items() if value is not None}:
            result["properties"] = printed
        return result

    def notification(self, failure: Message) -> dict[str, Any]:
        """Why the input could not be read or not checked in full."""
        return {
            "level": "error",
            "message": {"text": f"{self._checked.name}: {self._say(failure)}"},
            "locations": [self._location("", None)],
        }

    def _related(self, found: Diagnostic) -> Iterator[dict[str, Any]]:
        """The other cells of the finding, where the text shows them."""
        report = self._checked.report
        if report is None:
            return
        for number, path in enumerate(found.related):
            if is_cell(path) and (span := report.locate(path)):
                name = self._say(name_of(path))
                told = f"{name} ({span})" if span.is_in_document else name
                yield {"id": number, **self._location(path, span), "message": {"text": told}}

    def _location(self, path: str, span: Span | None) -> dict[str, Any]:
        place: dict[str, Any] = {"artifactLocation": self._artifact}
        location: dict[str, Any] = {"physicalLocation": place}
        if span and span.is_in_document:
            location["message"] = {"text": str(span)}
        elif span:
            place["region"] = _region(self._checked.text, span)
        if path:
            location["logicalLocations"] = [{"fullyQualifiedName": path, "kind": "value"}]
        return location


def _region(text: str, span: Span) -> dict[str, int]:
    line, column = end_of(text, span)
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": line,
        "endColumn": column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _uri(name: str) -> str:
    """A relative reference for a relative name, else a file URI."""
    path = Path(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))
