"""Reports to plain JSON types and back, by cattrs; unknown, missing, ill-typed keys are refused by name."""

import types
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from reprlib import repr as shortened
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseValidationError, ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govreport.diagnostics import Message, Severity

T = TypeVar("T")

_JSON_NAMES = {int: "integer", str: "string", types.NoneType: "null"}
# Positions stay with the text: the source map is no part of the data.
_OMITTED = frozenset({"source"})


class _MismatchError(TypeError):
    """A value is not of the JSON type that its key wants."""

    def __init__(self, expected: str, found: object) -> None:
        super().__init__(expected, found)
        self.expected = expected
        self.found = shortened(found)


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
    except (BaseValidationError, _MismatchError) as error:
        raise ValueError("\n".join(map(str, _problems(error, "")))) from error


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Severity, lambda severity: severity.value)
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook(Severity, _severity)
    for scalar in (int, str):
        converter.register_structure_hook(scalar, _scalar)
    converter.register_structure_hook_func(_is_scalar_union, _scalar)
    converter.register_structure_hook_factory(_is_tuple, _array_reader)
    converter.register_structure_hook_factory(attrs.has, _object_reader)
    converter.register_unstructure_hook_factory(attrs.has, _object_writer)
    return converter


def _object_writer(cls: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(cls, converter, **_omitted(cls))


def _object_reader(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """All keys of a report are always present: a lost one is an error, never a default."""
    read = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **_omitted(cls))
    # cattrs itself names a lost key that has no default
    defaulted = [
        a.name for a in attrs.fields(cls) if a.name not in _OMITTED and a.default is not attrs.NOTHING
    ]

    def structure(value: Any, kind: Any) -> Any:
        if not isinstance(value, dict):
            raise _MismatchError("object", value)
        wrong: list[Exception] = [_missing(name) for name in defaulted if name not in value]
        try:
            result = read(value, kind)
        except ClassValidationError as error:
            wrong += error.exceptions
        if wrong:
            raise ClassValidationError(f"while structuring {cls.__name__}", wrong, cls)
        return result

    return structure


def _omitted(cls: Any) -> dict[str, Any]:
    return {name: override(omit=True) for name in attrs.fields_dict(cls).keys() & _OMITTED}


def _missing(name: str) -> Exception:
    error = KeyError(name)
    error.add_note(AttributeValidationNote(f"missing {name}", name, None))
    return error


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _array_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    items: Any = types.GenericAlias(list, get_args(kind)[:1])

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _MismatchError("array", value)
        return tuple(converter.structure(value, items))

    return structure


def _is_scalar_union(kind: Any) -> bool:
    return get_origin(kind) is types.UnionType and set(get_args(kind)) <= _JSON_NAMES.keys()


def _scalar(value: Any, kind: Any) -> Any:
    """No coercion: "3" is no count, 3 is no title, and true is no 1."""
    kinds = get_args(kind) or (kind,)
    if type(value) not in kinds:
        raise _MismatchError(" | ".join(_JSON_NAMES[k] for k in kinds), value)
    return value


def _date(value: Any, _: Any) -> date:
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        found = None
    # fromisoformat takes 20250131 and 2025-W05-5 too; the schema does not.
    if found is None or found.isoformat() != value:
        raise _MismatchError("date YYYY-MM-DD", value)
    return found


def _severity(value: Any, _: Any) -> Severity:
    if not isinstance(value, str) or value not in set(Severity):
        raise _MismatchError(" | ".join(Severity), value)
    return Severity(value)


def _problems(error: BaseException, path: str) -> Iterator[Message]:
    """One statement for each wrong key below a path, in the order in which they were met."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _problems(inner, f"{path}{_step(inner)}".removeprefix("."))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            at = f"{path}.{key}".removeprefix(".")
            yield Message(zh=f"{at}：没有这个键", en=f"{at}: unknown key")
    elif isinstance(error, KeyError):
        yield Message(zh=f"{path}：缺少这个键", en=f"{path}: missing key")
    elif isinstance(error, _MismatchError):
        at = path or "report"
        yield Message(
            zh=f"{at}：应为 {error.expected}，实为 {error.found}",
            en=f"{at}: {error.expected} expected, {error.found} found",
        )
    else:  # no hook of ours raises anything else
        raise error


def _step(error: BaseException) -> str:
    """The key or index that cattrs noted on an exception, as a piece of a path."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
