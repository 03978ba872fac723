"""The paths of a report: one string for an attribute, a JSON key, a diagnostic and a table column."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

import attrs

from govreport.model.report import Report
from govreport.model.tables import Amount

TABLES = ("proactive_disclosure", "applications", "remedies")


@cache
def cell_paths() -> tuple[str, ...]:
    """Every cell of the three tables, in the order of the classes; an amount is one cell."""
    fields = attrs.fields_dict(attrs.resolve_types(Report))
    return tuple(p for table in TABLES for p in _cells(fields[table].type, table))


def is_cell(path: str) -> bool:
    """Whether the path is that of a cell."""
    return path in _known()[0]


def is_path(path: str) -> bool:
    """Whether the path is that of a cell, row, group, table, section or other part of a report."""
    return path in _known()[1]


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    cells = cell_paths()
    parts = {a.name for a in attrs.fields(Report)} - {"diagnostics", "source"}
    for path in cells:
        while path:
            parts.add(path)
            path = path.rpartition(".")[0]
    return frozenset(cells), frozenset(parts)


def _cells(kind: object, path: str) -> Iterator[str]:
    classes = [k for k in (kind, *get_args(kind)) if isinstance(k, type) and attrs.has(k) and k is not Amount]
    if not classes:
        yield path
        return
    for field in attrs.fields(attrs.resolve_types(classes[0])):
        if field.name != "edition":
            yield from _cells(field.type, f"{path}.{field.name}")
