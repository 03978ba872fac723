"""Reports to plain JSON types and back, by cattrs: unknown, missing and ill-typed keys are refused by name."""

import types
from datetime import date
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govreport.diagnostics import Diagnostic, Message, Span
from govreport.model import report as prose
from govreport.model import tables

T = TypeVar("T")


def to_dict(report: object) -> dict[str, Any]:
    """A report as nested dictionaries of JSON types."""
    return _converter().unstructure(report)  # type: ignore[no-any-return]


def from_dict(cls: type[T], data: dict[str, Any]) -> T:
    """The inverse of `to_dict`.

    Raises:
        ValueError: naming every key that is unknown, missing or of the wrong type.
    """
    try:
        return _converter().structure(data, cls)
    except Exception as error:
        raise ValueError("; ".join(transform_error(error, path="report"))) from error


def data_classes() -> tuple[type[attrs.AttrsInstance], ...]:
    """Every class that stands in the JSON of a report."""
    found = [v for m in (prose, tables) for v in vars(m).values() if isinstance(v, type) and attrs.has(v)]
    return tuple(dict.fromkeys([*(c for c in found if c.__name__ not in ("Cell",)), Message, Span, Diagnostic]))


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    for scalar in (int, str):
        converter.register_structure_hook(scalar, _strict)
    converter.register_structure_hook_func(_is_scalar_union, _strict_union)
    for cls in data_classes():
        omit = {"source": override(omit=True)} if cls is prose.Report else {}
        write = make_dict_unstructure_fn(cls, converter, **omit)
        read = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **omit)
        converter.register_unstructure_hook(cls, write)
        converter.register_structure_hook(cls, _complete(cls, read))
    return converter


def _strict(value: Any, kind: type) -> Any:
    """No coercion: "3" is no count and 3 is no title."""
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected, {value!r} found")
    return value


def _is_scalar_union(kind: Any) -> bool:
    return get_origin(kind) is types.UnionType and set(get_args(kind)) <= {int, str, float, type(None)}


def _strict_union(value: Any, kind: Any) -> Any:
    if type(value) not in get_args(kind):
        raise TypeError(f"{kind} expected, {value!r} found")
    return value


def _complete(cls: type[attrs.AttrsInstance], read: Any) -> Any:
    """All keys of a report are always present; a lost one is an error, not a default."""
    names = {a.name for a in attrs.fields(cls)} - {"source"}

    def structure(value: Any, kind: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"an object expected, {value!r} found")
        if missing := sorted(names - value.keys()):
            raise ValueError(f"missing keys: {', '.join(missing)}")
        return read(value, kind)

    return structure
