"""Findings as SARIF 2.1.0, the OASIS standard for the results of checks: one log with one run."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from govreport._version import __version__
from govreport.diagnostics import Diagnostic, Severity, Span, get_language
from govreport.model.paths import is_cell
from govreport.reporting.checked import Checked, Listed
from govreport.reporting.codes import Code, codes
from govreport.reporting.regions import end_of
from govreport.rules.names import name_of

_SCHEMA = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_FINGERPRINT = "govreport/v1"


def sarif_log(reports: Iterable[Checked]) -> Iterator[str]:
    """The log of all inputs. Texts are in the language in force."""
    known = codes()
    index = {code.code: number for number, code in enumerate(known)}
    results, notifications = [], []
    for checked in reports:
        results += [_result(checked, each, index) for each in checked.findings]
        if checked.failure:
            notifications.append(_notification(checked))
    driver = {"name": "govreport", "version": __version__, "rules": [_rule(code) for code in known]}
    invocation = {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
    run = {
        "tool": {"driver": {**driver, "language": _LANGUAGES[get_language()]}},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": "".join(part.capitalize() for part in code.name.split("-")),
        "shortDescription": {"text": str(code.title)},
        "help": {"text": str(code.page), "markdown": str(code.page)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(checked: Checked, listed: Listed, index: Mapping[str, int]) -> dict[str, Any]:
    found = listed.diagnostic
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": str(found.message)},
        "locations": [_location(checked, found.path, found.span)],
        "partialFingerprints": {_FINGERPRINT: listed.fingerprint},
    }
    if found.code in index:
        result["ruleIndex"] = index[found.code]
    if related := list(_related(checked, found)):
        result["relatedLocations"] = related
    values = {"found": found.found, "expected": found.expected, "suggestion": found.suggestion}
    if printed := {key: value for key, value in values.items() if value is not None}:
        result["properties"] = printed
    return result


def _related(checked: Checked, found: Diagnostic) -> Iterator[dict[str, Any]]:
    """The other cells of the finding, where the text shows them."""
    if checked.report is None:
        return
    for number, path in enumerate(found.related):
        if is_cell(path) and (span := checked.report.locate(path)):
            name = f"{name_of(path)} ({span})" if span.is_in_document else str(name_of(path))
            yield {"id": number, **_location(checked, path, span), "message": {"text": name}}


def _location(checked: Checked, path: str, span: Span | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(checked.name)}}
    location: dict[str, Any] = {"physicalLocation": place}
    if span and span.is_in_document:
        location["message"] = {"text": str(span)}
    elif span:
        place["region"] = _region(checked.text, span)
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


def _notification(checked: Checked) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{checked.name}: {checked.failure}"},
        "locations": [_location(checked, "", None)],
    }


def _uri(name: str) -> str:
    """A relative reference for a relative name, else a file URI."""
    path = Path(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))
