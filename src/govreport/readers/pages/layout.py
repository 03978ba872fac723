"""Pages to a document: paragraphs and tables in their order, across the breaks between pages."""

from collections.abc import Iterator, Sequence

import attrs

from govreport.readers.flow import Flow
from govreport.readers.pages import breaks, prose
from govreport.readers.pages.furniture import Body, without_furniture
from govreport.readers.pages.lines import Line, lines
from govreport.readers.pages.page import Page
from govreport.readers.pages.tables import Table, tables


@attrs.define
class Sheet:
    """A page as it is read: its lines outside of tables, its margins, its tables."""

    number: int
    lines: list[Line]
    tables: list[Table]
    margins: prose.Margins | None


@attrs.define
class Paragraph:
    """A paragraph so far: its text, its page, its last line and the page of that."""

    text: str
    page: int
    confidence: float
    last: Line
    sheet: Sheet


def lay_out(pages: Sequence[Page]) -> Flow:
    """The document that pages make.

    Raises:
        ReadError: A page has more ruling lines than any table.
    """
    flow = Flow()
    for item in _joined(_items(_sheets(pages))):
        if isinstance(item, Table):
            flow.table([cell.grid_cell() for cell in row] for row in item.rows)
        else:
            flow.paragraph(item.text, item.page, item.confidence)
    return flow


def _sheets(pages: Sequence[Page]) -> list[Sheet]:
    bodies, found = [], []
    for page in pages:
        ruled, outside = tables(page)
        top = min((table.top for table in ruled), default=page.height)
        bottom = max((table.bottom for table in ruled), default=0.0)
        bodies.append(Body(page, lines(outside), top, bottom))
        found.append(sorted(ruled, key=lambda table: table.top))
    kept = without_furniture(bodies)
    return [
        Sheet(page.number, left, ruled, prose.margins(left) if left else None)
        for page, left, ruled in zip(pages, kept, found, strict=True)
    ]


def _items(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Line | Table]]:
    """Lines and tables from top to bottom, page by page."""
    for sheet in sheets:
        places: list[tuple[float, Line | Table]] = [(line.y, line) for line in sheet.lines]
        places += [(table.top, table) for table in sheet.tables]
        for _, item in sorted(places, key=lambda place: place[0]):
            yield sheet, item


def _joined(items: Iterator[tuple[Sheet, Line | Table]]) -> Iterator[Paragraph | Table]:
    """Lines put together to paragraphs, and the pieces of a table on several pages to one."""
    held: Paragraph | Table | None = None
    sheet_of_held: Sheet | None = None
    for sheet, item in items:
        if isinstance(item, Line):
            if isinstance(held, Paragraph) and _goes_on(held, item, sheet):
                held.text = prose.joined(held.text, held.last, item.text)
                held.confidence = min(held.confidence, item.confidence)
                held.last, held.sheet = item, sheet
                continue
        elif isinstance(held, Table) and sheet is not sheet_of_held and breaks.goes_on(held, item):
            held, sheet_of_held = breaks.joined(held, item), sheet
            continue
        if held is not None:
            yield held
        held, sheet_of_held = (item if isinstance(item, Table) else _begun(item, sheet)), sheet
    if held is not None:
        yield held


def _begun(line: Line, sheet: Sheet) -> Paragraph:
    text = line.spread if line.has_columns else line.text
    return Paragraph(text, sheet.number, line.confidence, line, sheet)


def _goes_on(held: Paragraph, line: Line, sheet: Sheet) -> bool:
    if held.sheet.margins is None or sheet.margins is None:
        return False
    is_near = sheet is not held.sheet or prose.is_near(held.last, line, sheet.margins)
    return is_near and prose.goes_on(held.last, line, held.sheet.margins, sheet.margins)
