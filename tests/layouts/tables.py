"""The three tables of a report as grids, in the geometry of the official form."""

from itertools import groupby
from typing import Any

import attrs

from govreport import form
from govreport.form import FormRow
from govreport.model import Amount, Report
from tests.layouts.grid import Box, Grid
from tests.layouts.style import Style

_ARTICLE = {
    "rules": "ARTICLE_20_1",
    "normative_documents": "ARTICLE_20_1",
    "licensing": "ARTICLE_20_5",
    "other_services": "ARTICLE_20_5",
    "penalties": "ARTICLE_20_6",
    "compulsion": "ARTICLE_20_6",
    "fees": "ARTICLE_20_8",
    "procurement": "ARTICLE_20_9",
}
_UNDIVIDED = "applications.other_handling.undivided"

Value = int | Amount | None


def tables(report: Report, style: Style) -> dict[str, tuple[Grid, ...]]:
    """Section -> its tables."""
    return {
        "proactive_disclosure": _article20(report, style),
        "applications": (_applications(report, style),),
        "remedies": _remedies(report, style),
    }


def value_at(report: Report, path: str) -> Value:
    """The value at the path of a cell; None also where its row is not there."""
    value: Any = report
    for name in path.split("."):
        value = getattr(value, name, None)
    return value  # type: ignore[no-any-return]


def printed_rows(report: Report, table: str) -> list[FormRow]:
    """The rows that the form of the report's edition prints."""
    edition = report.proactive_disclosure.edition
    rows = [r for r in form.rows(table) if r.edition in (None, edition)]
    if table == "applications":
        divided = report.applications.other_handling.undivided is None
        rows = [
            r
            for r in rows
            if not r.path.startswith("applications.other_handling.") or (r.path != _UNDIVIDED) == divided
        ]
    return rows


def _values(report: Report, row: FormRow, style: Style) -> list[Box]:
    paths = [f"{row.path}.{column}" for column in row.columns]
    return [Box(style.number(value_at(report, path)), path=path) for path in paths]


def _filled(boxes: list[Box], width: int) -> tuple[Box, ...]:
    """The boxes with the last one reaching to the edge."""
    missing = width - len(boxes)
    return (*boxes[:-1], attrs.evolve(boxes[-1], across=1 + missing))


def _article20(report: Report, style: Style) -> tuple[Grid, ...]:
    table = "proactive_disclosure"
    grids = []
    for article, members in groupby(
        printed_rows(report, table), key=lambda r: _ARTICLE[r.path.split(".")[1]]
    ):
        group = list(members)
        columns = group[0].heading[-len(group[0].columns) :]
        heads = [
            Box(style.words(table, "INFORMATION_CONTENT")),
            *(Box(style.words(table, c)) for c in columns),
        ]
        rows = [(Box(style.words(table, article), across=4),), _filled(heads, 4)]
        for row in group:
            label = Box(style.words(table, row.labels[0]))
            rows.append(_filled([label, *_values(report, row, style)], 4))
        grids.append(Grid(table, tuple(rows)))
    if style.one_table:
        return (Grid(table, tuple(row for grid in grids for row in grid.rows)),)
    return tuple(grids)


def _applications(report: Report, style: Style) -> Grid:
    table = "applications"

    def word(terminal: str, across: int = 1, down: int = 1) -> Box:
        return Box(style.words(table, terminal), across, down)

    columns = [
        "COMMERCIAL_ENTERPRISE",
        "RESEARCH_INSTITUTION",
        "PUBLIC_WELFARE_ORGANIZATION",
        "LEGAL_SERVICE_AGENCY",
        "OTHER_ORGANIZATION",
    ]
    rows = printed_rows(report, table)
    under = [r for r in rows if form.label(table, r.labels[0])[0] == "（" or r.path.count(".") == 2]
    groups = {name: list(g) for name, g in groupby(under, key=lambda r: r.path.rpartition(".")[0])}
    boxes: list[tuple[Box, ...]] = [
        (word("RECONCILIATION_NOTE", 3, 3), word("APPLICANTS", 7)),
        (word("NATURAL_PERSON", 1, 2), word("ORGANIZATIONS", 5), word("TOTAL", 1, 2)),
        tuple(Box(style.column(table, c)) for c in columns),
    ]
    for row in rows:
        values = _values(report, row, style)
        label = word(row.labels[0])
        if row not in under:
            boxes.append((attrs.evolve(label, across=3), *values))
            continue
        first = (word("RESULTS", 1, len(under)),) if row is under[0] else ()
        parent = row.path.rpartition(".")[0]
        if parent == table or row.path == _UNDIVIDED:
            boxes.append((*first, attrs.evolve(label, across=2), *values))
            continue
        group = groups[parent]
        name = (word(parent.rpartition(".")[2].upper(), 1, len(group)),) if row is group[0] else ()
        boxes.append((*first, *name, label, *values))
    return Grid(table, tuple(boxes))


def _remedies(report: Report, style: Style) -> tuple[Grid, ...]:
    table = "remedies"
    results = [Box(style.column(table, t)) for t in ("UPHELD", "CORRECTED", "OTHER", "PENDING", "TOTAL")]
    values = [_values(report, row, style) for row in form.rows(table)]
    names = [style.words(table, row.path.rpartition(".")[2].upper()) for row in form.rows(table)]
    if style.remedies_apart:
        return tuple(
            Grid(table, ((Box(name, across=5),), tuple(results), tuple(cells)))
            for name, cells in zip(names, values, strict=True)
        )
    rows = (
        (Box(names[0], across=5), Box(style.words(table, "LITIGATION"), across=10)),
        (*(attrs.evolve(b, down=2) for b in results), Box(names[1], across=5), Box(names[2], across=5)),
        (*results, *results),
        tuple(box for cells in values for box in cells),
    )
    return (Grid(table, rows),)
