"""The official form as one HTML page that reads well on a screen, on paper and to a screen reader."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from govreport.model import Report, Section
from govreport.rendering.layout import Box, Chapter, Row, Table, chapters, signature

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.8 "FangSong", "STFangsong", "Songti SC", "SimSun", serif; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.6rem; text-align: center; }
h2 { font-size: 1.2rem; font-weight: bold; margin-top: 2rem; }
h3 { font-size: 1rem; }
p { text-indent: 2em; margin: 0.4em 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; font-size: 0.9rem; line-height: 1.4; }
caption { font-weight: bold; padding: 0.3rem; }
th, td { border: 1px solid; padding: 0.25rem 0.4rem; text-align: center; font-weight: normal; }
tbody th { text-align: left; }
td { font-variant-numeric: tabular-nums; }
.signature p { text-align: right; text-indent: 0; }
@page { size: A4; margin: 2cm 1.5cm; }
@media print {
  main { max-width: none; padding: 0; }
  body { font-size: 11pt; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  h2, h3, caption { break-after: avoid; }
  tr { break-inside: avoid; }
}"""

# White space that a page would not show as it is.
_SPACED = re.compile(r"^[ \t]|[ \t]$|[ \t]{2}|\t")


def render_html(report: Report) -> str:
    """The report as a complete page; every text in it is escaped."""
    title = escape(report.title or report.agency or "")
    body = [f"<h1>{title}</h1>"] if title else []
    body += _paragraphs(report.preamble.split("\n") if report.preamble else ())
    for chapter in chapters(report):
        body += _section(chapter)
    body += _footer(report)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        "<main>",
        *body,
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _section(chapter: Chapter) -> Iterator[str]:
    yield f'<section aria-labelledby="{chapter.name}">'
    yield f'<h2 id="{chapter.name}">{escape(chapter.heading)}</h2>'
    if chapter.prose is not None and chapter.prose.text:
        yield from _paragraphs(chapter.prose.text.split("\n"), _part_headings(chapter.prose))
    for table in chapter.tables:
        yield from _table(table, chapter.name)
    yield "</section>"


def _part_headings(section: Section) -> list[str]:
    return [part.heading for part in section.parts]


def _paragraphs(lines: Iterable[str], headings: Iterable[str] = ()) -> Iterator[str]:
    """A line each; those that are the headings of parts, in their order, are marked up as such."""
    ahead = list(headings)
    for line in lines:
        is_heading = ahead[:1] == [line.strip()] != [""]
        del ahead[: int(is_heading)]
        tag = "h3" if is_heading else "p"
        kept = ' style="white-space: pre-wrap"' if _SPACED.search(line) else ""
        yield f"<{tag}{kept}>{escape(line) if line.strip() else '<br>'}</{tag}>"


def _table(table: Table, section: str) -> Iterator[str]:
    yield '<div class="wide">'
    # The form names some tables by the heading of their section; a screen reader wants a name for each.
    yield "<table>" if table.label else f'<table aria-labelledby="{section}">'
    if table.label:
        yield f"<caption>{escape(table.label)}</caption>"
    yield "<thead>"
    yield from (_row(row, "col") for row in table.head)
    yield "</thead>"
    yield "<tbody>"
    yield from (_row(row, "row") for row in table.body)
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _row(row: Row, scope: str) -> str:
    return f"<tr>{''.join(_box(box, scope) for box in row)}</tr>"


def _box(box: Box, scope: str) -> str:
    spans = "".join(
        f' {name}="{value}"'
        for name, value in (("rowspan", box.rowspan), ("colspan", box.colspan))
        if value > 1
    )
    if box.header:
        return f'<th scope="{scope}"{spans}>{escape(box.text)}</th>'
    return f"<td{spans}>{escape(box.text)}</td>"


def _footer(report: Report) -> Iterator[str]:
    if lines := signature(report):
        yield '<footer class="signature">'
        yield from (f"<p>{escape(line)}</p>" for line in lines)
        yield "</footer>"
