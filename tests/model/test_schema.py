"""The schema says what `to_dict` writes and `from_dict` reads, and nothing else."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import govreport
from govreport import Report, strategies
from tests.model.samples import FINDING, full_report

SCHEMA = govreport.json_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

WRONG = [
    ("year", "2024"),
    ("year", True),
    ("title", 3),
    ("published", "2024-02-30"),
    ("published", "20240201"),
    ("period", {"start": None}),
    ("period", {"start": None, "end": None}),
    ("overview", None),
    ("overview", {"text": "", "parts": [{"heading": "（一）"}]}),
    ("overview", {"text": "", "parts": {}}),
    ("signature", {"agency": None, "date": None, "seal": None}),
    ("applications.granted.total", 1.5),
    ("applications.granted", None),
    ("applications.other_handling.undivided", 3),
    ("proactive_disclosure.fees.amount", 3),
    ("proactive_disclosure.fees.amount", {"value": 3, "unit": None}),
    ("proactive_disclosure.rules.more", 1),
    ("diagnostics", [{**FINDING.to_dict(), "severity": "grave"}]),
    ("diagnostics", [{**FINDING.to_dict(), "related": "applications"}]),
    ("diagnostics", [{**FINDING.to_dict(), "found": True}]),
]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@given(report=strategies.reports())
def test_every_report_satisfies_the_schema(report: Report) -> None:
    VALIDATOR.validate(report.to_dict())


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_schema_and_from_dict_refuse_the_same(path: str, value: object) -> None:
    data = Report().to_dict()
    put(data, path, value)
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(ValueError, match=path.replace(".", r"\.")):
        Report.from_dict(data)


def test_every_key_is_required() -> None:
    data = full_report("2019", "2021").to_dict()
    VALIDATOR.validate(data)
    paths = list(keys(data))
    assert len(paths) > 300
    for *parents, last in paths:
        short = copy.deepcopy(data)
        node: Any = short
        for key in parents:
            node = node[key]
        del node[last]
        assert not VALIDATOR.is_valid(short), (parents, last)
        with pytest.raises(ValueError, match=str(last)):
            Report.from_dict(short)


def test_titles_quote_the_form_and_descriptions_the_docstrings() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["Denied"]["properties"]["state_secrets"]["title"] == "1.属于国家秘密"
    assert definitions["DocumentCounts"]["properties"]["issued"]["title"] == "本年制发件数"
    assert (
        definitions["DocumentCounts"]["properties"]["issued"]["description"] == "本年制发件数 (form of 2021)."
    )
    assert "title" not in definitions["Span"]["properties"]["start"]
    assert definitions["Diagnostic"]["properties"]["severity"]["enum"] == ["error", "warning", "info"]
    undescribed = {
        f"{name}.{key}"
        for name, definition in definitions.items()
        for key, value in definition["properties"].items()
        if not value.get("description")
    }
    assert undescribed == {"Message.zh", "Message.en"}


def put(data: dict[str, Any], path: str, value: object) -> None:
    *parents, last = path.split(".")
    for key in parents:
        data = data[key]
    data[last] = value


def keys(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every key of every object in a JSON value."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(node, dict):
            yield (*path, key)
        if isinstance(value, dict | list):
            yield from keys(value, (*path, key))
