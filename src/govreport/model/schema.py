"""The JSON Schema of a report, generated from the classes, their types and their docstrings."""

import inspect
import re
import types
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

import attrs

from govreport.model.report import Report

_SCALARS = {int: "integer", str: "string", types.NoneType: "null"}
_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {8,}.+)*)", re.MULTILINE)
# What precedes a remark is the printed label: "行政规范性文件 (form of 2019: 规范性文件)."
_REMARK = re.compile(r"[,;:] | \(|\.(?:\s|$)")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that `Report.to_dict()` satisfies: every key required, no other allowed."""
    definitions: dict[str, Any] = {}
    _define(Report, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "政府信息公开工作年度报告",
        "description": "A government information disclosure annual report, as govreport writes it.",
        "$ref": "#/$defs/Report",
        "$defs": dict(sorted(definitions.items())),
    }


def _define(cls: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> None:
    """Add the definition of a class and of every class that it holds."""
    if cls.__name__ in definitions:
        return
    schema: dict[str, Any] = {"title": cls.__name__, "type": "object"}
    definitions[cls.__name__] = schema  # before its fields: a class may hold itself
    texts = _attribute_texts(cls)
    properties = {
        field.name: _value(field.type, definitions) | texts.get(field.name, {})
        for field in attrs.fields(attrs.resolve_types(cls))
        if field.name != "source"  # positions are no part of the data
    }
    schema |= {
        "description": _flat(inspect.getdoc(cls) or "").partition(" Attributes:")[0],
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _value(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if get_origin(kind) is types.UnionType:
        choices = [_value(k, definitions) for k in get_args(kind)]
        if all(choice.keys() == {"type"} for choice in choices):
            return {"type": [choice["type"] for choice in choices]}
        return {"anyOf": choices}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value(get_args(kind)[0], definitions)}
    if kind is date:
        return {"type": "string", "format": "date"}
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    _define(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _attribute_texts(cls: type) -> dict[str, dict[str, str]]:
    """The description of each attribute, from the docstring; its printed label as title, where it has one."""
    found = {}
    for name, text in _ATTRIBUTE.findall(inspect.getdoc(cls) or ""):
        description = _flat(text)
        label = _REMARK.split(description, maxsplit=1)[0]
        found[name] = ({"title": label} if _HAN.search(label) else {}) | {"description": description}
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())
