"""The official form as plain text, as copied from a browser: a line for a row, tabs between its fields."""

from collections.abc import Iterator

from govreport.model import Report
from govreport.rendering.layout import Chapter, Table, chapters, signature


def render_text(report: Report) -> str:
    """The report as text that `govreport.parse` reads back.

    A merged cell is printed once, where it begins; a blank one is an empty field, so that a row always has
    all its fields. Blocks are set apart by an empty line.
    """
    blocks = [report.title or "", report.preamble]
    blocks += ["\n".join(_lines(chapter)) for chapter in chapters(report)]
    blocks.append("\n".join(signature(report)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _lines(chapter: Chapter) -> Iterator[str]:
    yield chapter.heading
    if chapter.prose is not None and chapter.prose.text:
        yield chapter.prose.text
    for table in chapter.tables:
        yield from _table_lines(table)


def _table_lines(table: Table) -> Iterator[str]:
    if table.label is not None:
        yield table.label
    for row in (*table.head, *table.body):
        yield "\t".join(box.text for box in row)
