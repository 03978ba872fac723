"""Reports for tests of the rules, from plain data: the cells that matter, on a form filled with zeros."""

from collections.abc import Iterable, Mapping
from typing import Any

from govreport import Report
from govreport.model.paths import cell_paths

EDITION_2019 = ("made", "published", "total_published", "items_last_year", "change", "projects")
EDITION_2021 = ("issued", "repealed", "in_force")
ONLY_2019 = ("other_services", "procurement", "undivided")
ONLY_2021 = ("correction_overdue", "fee_overdue", "other_reasons")


def report_of(spec: Mapping[str, Any]) -> Report:
    """A report of a case: `form` ("2021", "2019", "blank"), `rows`, `cells`, other parts by name."""
    form = str(spec.get("form", "2021"))
    data = Report().to_dict()
    if form != "blank":
        data["proactive_disclosure"]["edition"] = form
        for path in printed_cells(form):
            put(data, path, {"value": "0", "unit": "万元"} if path.endswith(".amount") else 0)
    for row, values in spec.get("rows", {}).items():
        columns = [p for p in cell_paths() if p.rpartition(".")[0] == row]
        for path, value in zip(columns, values, strict=True):
            put(data, path, value)
    for path, value in spec.get("cells", {}).items():
        put(data, path, value)
    for key, value in spec.items():
        if key in data:
            data[key] = (
                {"text": value, "parts": []}
                if isinstance(data[key], dict) and isinstance(value, str)
                else value
            )
    return Report.from_dict(data)


def printed_cells(form: str) -> Iterable[str]:
    """The cells that a form prints."""
    absent_rows = ONLY_2019 if form == "2021" else ONLY_2021
    absent_columns = EDITION_2019 if form == "2021" else EDITION_2021
    for path in cell_paths():
        _, row, column = path.rsplit(".", 2)
        if row in absent_rows or column in absent_columns:
            continue
        if form == "2019" and path == "proactive_disclosure.fees.amount":
            continue
        yield path


def put(data: dict[str, Any], path: str, value: object) -> None:
    """Set one cell; a row that was not printed comes into being with blank cells."""
    *names, last = path.split(".")
    at, so_far = data, ""
    for name in names:
        so_far = f"{so_far}.{name}".lstrip(".")
        if at[name] is None:
            at[name] = {p.rpartition(".")[2]: None for p in cell_paths() if p.rpartition(".")[0] == so_far}
        at = at[name]
    at[last] = value
