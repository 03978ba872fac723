"""The text of the document: title, sections in the order of the form, signature; and its page."""

from collections.abc import Iterator

from govreport.model import Report, Section
from govreport.rendering.docx.markup import paragraph
from govreport.rendering.docx.parts import NAMESPACES, PAGE, XML
from govreport.rendering.docx.tables import table_markup
from govreport.rendering.layout import Chapter, chapters, paragraphs, signature

_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def document(report: Report) -> str:
    """The main part."""
    body = "".join(_blocks(report))
    return f"{XML}<w:document {NAMESPACES}><w:body>{body}{PAGE}</w:body></w:document>"


def _blocks(report: Report) -> Iterator[str]:
    if report.title:
        yield paragraph(report.title, "Title")
    if report.preamble:
        yield from (_prose(line) for line in report.preamble.split("\n"))
    for chapter in chapters(report):
        yield from _chapter(chapter)
    yield from (paragraph(line, "Signature") for line in signature(report))


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield paragraph(chapter.heading, "Heading1")
    if chapter.prose is not None and chapter.prose.text:
        yield from _section(chapter.prose)
    for i, table in enumerate(chapter.tables):
        if i:  # tables that touch would become one
            yield paragraph("", "Between")
        yield table_markup(table, chapter.heading)


def _section(section: Section) -> Iterator[str]:
    """A paragraph for each line, blank ones too."""
    filled = paragraphs(section)
    for line in section.text.split("\n"):
        is_heading = bool(line.strip()) and next(filled)[1]
        yield paragraph(line, "Heading2") if is_heading else _prose(line)


def _prose(line: str) -> str:
    """A paragraph of prose; one that begins with spaces brings its indent with it."""
    return paragraph(line, properties=_NO_INDENT if line[:1].isspace() else "")
