"""Reports in which every cell of a form is filled, each with another value."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

import attrs

from govreport import (
    Amount,
    Diagnostic,
    Message,
    Part,
    Period,
    Report,
    Section,
    Severity,
    Signature,
    Span,
    form,
)

FINDING = Diagnostic(
    code="GR001",
    severity=Severity.WARNING,
    message=Message(zh="一", en="one"),
    path="applications.granted.total",
    related=("applications.granted.natural_person",),
    span=Span(start=3, end=5, line=1, column=4, page=2),
    name="some-name",
    found="1",
    expected=2,
)


def full_report(*editions: str) -> Report:
    """A report with every row of the form, and every cell of the editions, filled with its own number."""
    numbers = count(1001)
    data = Report().to_dict()
    for table in form.TABLES:
        for row in form.rows(table):
            if row.edition in (None, *editions):
                fill(data, row.path, row.columns, numbers)
    report = Report.from_dict(data)
    section = Section(
        "开头。\n（一）小标题\n内容一。\n\n内容二。", (Part("（一）小标题", "内容一。\n\n内容二。"),)
    )
    return attrs.evolve(
        report,
        title="某县2024年政府信息公开工作年度报告",
        agency="某县",
        year=2024,
        period=Period(None, date(2024, 12, 31)),
        published=date(2025, 1, 21),
        preamble="前言。",
        overview=section,
        problems=attrs.evolve(section, text="问题。", parts=()),
        other_matters=attrs.evolve(section, text="事项。", parts=()),
        signature=Signature("某县人民政府", date(2025, 1, 20)),
        diagnostics=(FINDING,),
    )


def fill(data: dict[str, Any], path: str, columns: tuple[str, ...], numbers: Iterator[int]) -> None:
    *parents, name = path.split(".")
    for key in parents:
        data = data[key]
    if data[name] is None:
        kind = {"other_services": "change items_last_year decisions", "procurement": "projects amount"}
        fields = kind.get(name, " ".join(columns)).split()
        data[name] = dict.fromkeys(fields)
    for column in columns:
        number = next(numbers)
        is_amount = column == "amount"
        data[name][column] = attrs.asdict(Amount(f"{number}.5", "元")) if is_amount else number
