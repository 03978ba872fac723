"""Text to report: source → lexer → outline and tables (grammar, or mend and grammar) → build."""

from typing import Any

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic, ParseError, in_text_order
from govreport.document import Document
from govreport.model import CellState, Report
from govreport.reading import prose
from govreport.reading.build import (
    Places,
    build_applications,
    build_proactive_disclosure,
    build_remedies,
    uncertain,
    unreadable,
)
from govreport.reading.front import Front, agency_of, read_front, read_signature
from govreport.reading.lexer import tokenize
from govreport.reading.outline import Outline, read_outline
from govreport.reading.refusal import refusal
from govreport.reading.source import Source
from govreport.reading.tables import ENOUGH_HEADINGS, Table, read_tables

__all__ = ["read_report"]

_PROSE = ("overview", "problems", "other_matters")
MOST_LINES = 200_000  # a report has a few thousand at most, one cell to a line


def read_report(document: Document) -> Report:
    """Read the report that a document holds.

    Raises:
        ParseError: The text is no report of the forms of 2019 and 2021.
    """
    text = document.text
    if not text.strip():
        raise ParseError([note("GR003")], text)
    if text.count("\n") > MOST_LINES:
        raise ParseError([note("GR031", found=text.count("\n"), expected=MOST_LINES)], text)
    source = Source(document)
    tokens = tokenize(source.even)
    outline = read_outline(source, tokens)
    tables = read_tables(source, tokens, outline)
    if len(outline.headings) < ENOUGH_HEADINGS and not any(t.recognised for t in tables):
        raise ParseError([refusal(source, len(outline.headings))], text)

    places = Places(source)
    diagnostics = _outline_diagnostics(source, outline)
    disclosure, applications, remedies = tables
    for table in tables:
        diagnostics += table.diagnostics + unreadable(table.rows, table.name, source)
        places.states |= table.states
        for path, doubt in uncertain(table.rows, table.name, source):
            diagnostics.append(doubt)
            places.states[path] = CellState.REPAIRED
        if table.bounds:
            places.bounds[table.name] = table.bounds[0]
    fields, bounds = _read_prose(source, outline, tables)
    places.bounds |= bounds
    return Report(
        **fields,
        proactive_disclosure=build_proactive_disclosure(disclosure.rows, places, disclosure.units),
        applications=build_applications(applications.rows, places),
        remedies=build_remedies(remedies.rows, places),
        diagnostics=in_text_order(diagnostics),
        source=places,
    )


def _read_prose(
    source: Source, outline: Outline, tables: list[Table]
) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    """Everything but the tables, which leave holes in it: the fields of the report, and where they stand."""
    holes = [piece for t in tables for piece in t.bounds]
    starts = [t.bounds[0][0] for t in tables if t.bounds and not t.repeated]  # or it may be another report's
    front = read_front(source, min([outline.front, *starts]))
    sections = {name: _section_bounds(outline, f"{name.upper()}_HEADING", holes) for name in _PROSE}
    end = len(source.text)
    front_end = outline.front if outline.headings else 0
    tail = sections["other_matters"] or (max([front_end, *(stop for _, stop in holes)]), end)
    signature, cut, signed = read_signature(source, *tail)
    if sections["other_matters"]:
        sections["other_matters"] = (tail[0], cut)
    record = source.document.record
    texts = {name: prose.section(_text(source, b)) for name, b in sections.items()}
    fields = {
        "title": front.title,
        "agency": agency_of(front.title)
        or (signature and signature.agency)
        or front.publisher
        or record.publisher,
        "year": _year(front, texts["overview"].text or front.preamble),
        "period": front.period,
        "published": record.published or front.published,
        "preamble": front.preamble,
        "signature": signature,
    }
    bounds = sections | {"title": front.title_bounds, "preamble": front.preamble_bounds, "signature": signed}
    return fields | texts, {name: b for name, b in bounds.items() if b}


def _outline_diagnostics(source: Source, outline: Outline) -> list[Diagnostic]:
    """Name the sections of prose that have no heading, and headings out of place; a table names itself."""
    found = []
    for name in _PROSE:
        terminal = f"{name.upper()}_HEADING"
        if terminal not in outline.headings:
            found.append(note("GR004", name, label=form.label("outline", terminal)))
    for token in outline.strays:
        span = source.span(token.start, token.end)
        raw = source.raw(token.start, token.end).strip()
        found.append(note("GR005", token.type.removesuffix("_HEADING").lower(), span, label=raw))
    return found


def _section_bounds(outline: Outline, terminal: str, holes: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The body of a section of prose, up to the first table that stands in it."""
    body = outline.bodies.get(terminal)
    if body is None:
        return None
    start, end = body
    return start, min([end, *(a for a, _ in holes if start <= a < end)])


def _text(source: Source, bounds: tuple[int, int] | None) -> str:
    """A section as printed, without outer blank lines."""
    if bounds is None:
        return ""
    lines = [line.rstrip("\r") for line in source.raw(*bounds).split("\n")]
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def _year(front: Front, overview: str) -> int | None:
    """The year of the title, else of the period, else the first that section 一 names."""
    named = prose.read_year(front.title or "") or (front.period and front.period.end.year)
    return named or prose.read_year(overview)
