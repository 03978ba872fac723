"""The document that every format draws: sections in the order of the form, tables as boxes with their spans.

Labels come from `govreport.form`; what stands here is only which box spans what. A blank cell is an empty
box, a row that is not printed is left out.
"""

import re
from collections.abc import Iterator
from operator import attrgetter

import attrs

from govreport import form
from govreport.form import FormRow
from govreport.model import Amount, ApplicantCounts, RemedyCounts, Report, Section

_EDITION = re.compile(r"_(2019|2021)$")
_TERMINAL = re.compile(r"[A-Z][A-Z0-9_]*")
_MONEY = re.compile("[万亿]?元")


@attrs.frozen
class Box:
    """One cell of the drawn table, at the position where its span begins."""

    text: str
    header: bool = False
    rowspan: int = 1
    colspan: int = 1


Row = tuple[Box, ...]


@attrs.frozen
class Table:
    """A table: the line printed above it, the rows that head its columns, and those below."""

    label: str | None
    head: tuple[Row, ...]
    body: tuple[Row, ...]


@attrs.frozen
class Chapter:
    """One of the six sections: prose or tables under a heading."""

    name: str
    heading: str
    prose: Section | None = None
    tables: tuple[Table, ...] = ()


def chapters(report: Report) -> tuple[Chapter, ...]:
    """The six sections in the order of the form."""
    return (
        _chapter("overview", prose=report.overview),
        _chapter("proactive_disclosure", tables=tuple(_article_20(report))),
        _chapter("applications", tables=(_applications(report),)),
        _chapter("remedies", tables=(_remedies(report),)),
        _chapter("problems", prose=report.problems),
        _chapter("other_matters", prose=report.other_matters),
    )


def signature(report: Report) -> tuple[str, ...]:
    """The lines at the end: who signed, and when."""
    if report.signature is None:
        return ()
    agency, day = report.signature.agency, report.signature.date
    return (
        *((agency,) if agency is not None else ()),
        *((f"{day.year}年{day.month}月{day.day}日",) if day is not None else ()),
    )


def paragraphs(section: Section) -> Iterator[tuple[str, bool]]:
    """The lines of prose that are not blank, and whether each is the heading of a part."""
    headings = [part.heading for part in section.parts]
    for line in section.text.split("\n"):
        if text := line.strip():
            is_heading = headings[:1] == [text]
            yield text, is_heading
            del headings[: int(is_heading)]


def _chapter(name: str, prose: Section | None = None, tables: tuple[Table, ...] = ()) -> Chapter:
    return Chapter(name, form.label("outline", f"{name.upper()}_HEADING"), prose, tables)


def _header(table: str, terminal: str, rowspan: int = 1, colspan: int = 1) -> Box:
    return Box(form.label(table, terminal), True, rowspan, colspan)


def _article_20(report: Report) -> Iterator[Table]:
    """The tables of section 二, each in the edition that its filled cells have."""
    disclosure = report.proactive_disclosure
    usual = disclosure.edition or ("2019" if report.year in (2019, 2020) else "2021")
    tables: dict[str, list[FormRow]] = {}
    for row in form.rows("proactive_disclosure"):
        tables.setdefault(_EDITION.sub("", row.group), []).append(row)
    for table, rows in tables.items():
        # A table that fills columns of both editions is printed in both, so that nothing is lost.
        editions = {row.edition for row in rows if _shows_edition(report, row, rows)}
        editions = editions or {"2021" if _lacks_row(report, rows) else usual}
        for edition in sorted(filter(None, editions)):
            printed = [r for r in rows if r.edition == edition and attrgetter(r.path)(report) is not None]
            if printed:
                yield _counted_items(report, table, printed)


def _shows_edition(report: Report, row: FormRow, rows: list[FormRow]) -> bool:
    """Whether a row is printed, or a cell of it filled, that only this edition of the form has."""
    counts = attrgetter(row.path)(report)
    others = [other for other in rows if other.path == row.path and other.edition != row.edition]
    if counts is None or not others:
        return counts is not None
    own = set(row.columns).difference(*(other.columns for other in others))
    return any(getattr(counts, column) is not None for column in own)


def _lacks_row(report: Report, rows: list[FormRow]) -> bool:
    """Whether a table with filled cells is without a row: only the form of 2021 prints fewer."""
    counts = [attrgetter(row.path)(report) for row in rows]
    return None in counts and any(set(attrs.astuple(c)) != {None} for c in counts if c is not None)


def _counted_items(report: Report, table: str, rows: list[FormRow]) -> Table:
    """One table of section 二: a heading of columns, and its rows."""
    subject, *columns = rows[0].heading
    amounts = [v for r in rows for v in _values(report, r) if isinstance(v, Amount)]
    labels = [_column_label(column, amounts) for column in columns]
    head = (_header("proactive_disclosure", subject), *(Box(label, True) for label in labels))
    body = [
        (
            _header("proactive_disclosure", row.labels[0]),
            *(Box(_cell(v, label)) for v, label in zip(_values(report, row), labels, strict=True)),
        )
        for row in rows
    ]
    article = _TERMINAL.findall(form.definitions("proactive_disclosure")[table])[0]
    return Table(form.label("proactive_disclosure", article), (head,), tuple(body))


def _column_label(terminal: str, amounts: list[Amount]) -> str:
    """The label of a column; one that names a unit cannot stand above an amount that has none."""
    labels = form.labels("proactive_disclosure")[terminal]
    if any(amount.unit is None for amount in amounts):
        return next(label for label in labels if not _MONEY.search(label))
    return labels[0]


def _cell(value: int | Amount | None, column: str = "") -> str:
    """The text of a cell; an amount with its unit only where the column names another or none."""
    if isinstance(value, Amount):
        named = _MONEY.search(column)
        unit = "" if named and named[0] == value.unit else value.unit or ""
        return f"{value.value}{unit}"
    return "" if value is None else str(value)


def _values(report: Report, row: FormRow) -> list[int | Amount | None]:
    counts = attrgetter(row.path)(report)
    return [getattr(counts, column) for column in row.columns]


def _applications(report: Report) -> Table:
    """Section 三: labels in three columns; 三、本年度办理结果 spans all outcomes, a group its rows."""
    rows = [row for row in form.rows("applications") if attrgetter(row.path)(report) is not None]
    divided = report.applications.other_handling.undivided is None
    groups = [_group(row, divided) for row in rows]
    results = sum(bool(row.heading) for row in rows)
    body = []
    for i, row in enumerate(rows):
        boxes = []
        if row.heading and not rows[i - 1].heading:
            boxes.append(_header("applications", "RESULTS", rowspan=results))
        if groups[i] and groups[i] != groups[i - 1]:
            boxes.append(_header("applications", groups[i], rowspan=groups.count(groups[i])))
        boxes.append(_header("applications", row.labels[0], colspan=3 - bool(row.heading) - bool(groups[i])))
        body.append((*boxes, *(Box(_cell(value)) for value in _values(report, row))))
    return Table(None, _applicant_heading(), tuple(body))


def _group(row: FormRow, divided: bool) -> str:
    """The terminal of the label beside a row and its siblings: "DENIED"; "" for a row that has none."""
    group = next(iter(row.heading), "")
    is_other = row.path.startswith("applications.other_handling.")
    return "" if group == "RESULTS" or (is_other and not divided) else group


def _applicant_heading() -> tuple[Row, ...]:
    person, *organizations, total = (a.name.upper() for a in attrs.fields(ApplicantCounts))
    return (
        (
            _header("applications", "RECONCILIATION_NOTE", rowspan=3, colspan=3),
            _header("applications", "APPLICANTS", colspan=7),
        ),
        (
            _header("applications", person, rowspan=2),
            _header("applications", "ORGANIZATIONS", colspan=5),
            _header("applications", total, rowspan=2),
        ),
        tuple(_header("applications", terminal) for terminal in organizations),
    )


def _remedies(report: Report) -> Table:
    """Section 四: one row of fifteen below three headings of five."""
    rows = form.rows("remedies")
    results = [a.name.upper() for a in attrs.fields(RemedyCounts)]
    reconsideration, *litigation = (row.labels[0] for row in rows)
    head = (
        (_header("remedies", reconsideration, colspan=5), _header("remedies", "LITIGATION", colspan=10)),
        (
            *(_header("remedies", terminal, rowspan=2) for terminal in results),
            *(_header("remedies", terminal, colspan=5) for terminal in litigation),
        ),
        tuple(_header("remedies", terminal) for _ in litigation for terminal in results),
    )
    return Table(None, head, (tuple(Box(_cell(v)) for row in rows for v in _values(report, row)),))
