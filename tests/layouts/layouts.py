"""Every layout by name: how it writes tables, headings and prose, and what it loses."""

import csv
from collections.abc import Mapping
from random import Random

import attrs

from govreport.model import Report
from tests.layouts import boxes, delimited, pages
from tests.layouts.cells import CellLines, values_below
from tests.layouts.delimited import TableWriter
from tests.layouts.document import Document, Heading, Rendered, compose
from tests.layouts.grid import Grid, Span, display_width, wrapped
from tests.layouts.style import draw_style

_FEET = ("- {n} -", "— {n} —", "-{n}-", "第 {n} 页", "{n} / 9")


@attrs.frozen
class Layout:
    """One way to print a report.

    Attributes:
        table: Writes a grid as lines.
        heading: Stands before the heading of a section.
        gap: Empty lines between paragraphs.
        shows_blanks: An empty cell can be told from none.
        placed: Cells are told apart by where they stand in the line and by nothing else.
        ragged: A row that lost a cell is printed shorter than others.
        width: Prose is wrapped at this display width; 0 is not at all.
        page: A page foot stands after so many lines; 0 is never.
        apart: The tables stand "before" or "after" all prose, or "paged": after the prose of each page.
    """

    name: str
    table: TableWriter
    heading: str = ""
    gap: int = 0
    shows_blanks: bool = True
    placed: bool = False
    ragged: bool = False
    width: int = 0
    page: int = 0
    apart: str = ""

    def __call__(self, report: Report, rng: Random) -> str:
        """The text of a report in this layout, in a random hand."""
        return self.render(compose(report, draw_style(rng), rng), rng).text

    def render(self, document: Document, rng: Random) -> Rendered:
        """The lines of a document."""
        lines: list[str] = []
        tables: list[tuple[int, int]] = []
        blocks = document.blocks
        if self.apart == "paged":
            return self._page_by_page(document, rng)
        if self.apart:
            grids = [b for b in blocks if isinstance(b, Grid)]
            prose = [b for b in blocks if not isinstance(b, Grid)]
            blocks = (*grids, *prose) if self.apart == "before" else (*prose, *grids)
        number = 0
        for block in blocks:
            if isinstance(block, Grid):
                written = self.table(block, rng)
                written, number = self._paged(written, len(lines), number, block, rng)
                tables.append((len(lines), len(lines) + len(written)))
                lines += written
            elif isinstance(block, Heading):
                lines += [f"{self.heading}{block.text}", *[""] * self.gap]
            else:
                lines += [
                    *(wrapped(block.text, self.width) if self.width else [block.text]),
                    *[""] * self.gap,
                ]
        return Rendered(tuple(lines), tuple(tables))

    def _page_by_page(self, document: Document, rng: Random) -> Rendered:
        """The lines of each page: its prose, its foot, then what of tables stands on it."""
        printed: list[tuple[str, bool]] = []
        for block in document.blocks:
            if isinstance(block, Grid):
                printed += [(line, True) for line in self.table(block, rng)]
            else:
                printed.append((block.text, False))
        lines: list[str] = []
        tables: list[tuple[int, int]] = []
        foot = rng.choice(_FEET)
        for number, at in enumerate(range(0, len(printed), self.page), 1):
            page = printed[at : at + self.page]
            lines += [*(line for line, in_table in page if not in_table), foot.format(n=number)]
            rows = [line for line, in_table in page if in_table]
            if rows:
                tables.append((len(lines), len(lines) + len(rows)))
            lines += rows
        return Rendered(tuple(lines), tuple(tables))

    def _paged(
        self, written: list[str], before: int, number: int, grid: Grid, rng: Random
    ) -> tuple[list[str], int]:
        """The lines of a table with the feet of the pages that end in it, perhaps with its header again."""
        if not self.page:
            return written, number
        foot, again = rng.choice(_FEET), rng.random() < 0.3
        lines = []
        for n, line in enumerate(written):
            lines.append(line)
            if (before + n + 1) % self.page == 0 and n + 1 < len(written):
                number += 1
                lines.append(foot.format(n=number))
                if again and 0 < grid.header < len(grid.rows):
                    lines += self.table(grid.head(grid.header), rng)
        return lines, number


def _layouts() -> tuple[Layout, ...]:
    once, empty, repeated = Span.OMITTED, Span.EMPTY, Span.REPEATED
    tabs, pipes = delimited.tabs, delimited.pipes
    return (
        Layout("browser-copy", tabs(once, once), ragged=True, gap=1),
        Layout("tika", tabs(once, empty, lead="\t"), ragged=True),
        Layout("tabs-filled", tabs(empty, empty)),
        Layout("tabs-trailing", tabs(once, once, trail="\t\t"), ragged=True),
        Layout("python-docx", tabs(repeated, repeated)),
        Layout("tables-last", tabs(repeated, repeated), apart="after"),
        Layout("tables-first", tabs(once, once), apart="before", ragged=True),
        Layout("pipes", pipes(once, once), ragged=True),
        Layout("pipes-bare", pipes(once, once, trail=""), ragged=True),
        Layout("pipes-filled", pipes(empty, empty, lead="| ", trail=" | ")),
        Layout("pipes-end", pipes(once, once, fill=True)),
        Layout("markdown-padded", delimited.markdown(padded=True), heading="## ", gap=1),
        Layout("markdown", delimited.markdown(padded=False, newline="<br>"), heading="### ", gap=1),
        Layout("markdown-shifted", delimited.markdown(padded=False, shifted=True), heading="## ", gap=1),
        Layout("markdown-html", delimited.html, heading="## ", gap=1, ragged=True),
        Layout("boxes-ascii", boxes.ascii_boxes, gap=1),
        Layout("boxes-lines", boxes.line_boxes, gap=1),
        Layout("ruled", boxes.ruled, gap=1, placed=True),
        Layout("columns", boxes.columns, gap=1, placed=True),
        Layout("cells-word", CellLines(between=1, down=empty), gap=1, ragged=True),
        Layout("cells-copy", CellLines(between=1), gap=1, ragged=True),
        Layout("cells-soup", CellLines(apart=2), gap=2, ragged=True),
        Layout("cells-tabbed", CellLines(before="\t", apart=1, down=empty), ragged=True),
        Layout("cells-piped", CellLines(after=" |", filler=True)),
        Layout("cells-bare", CellLines(blanks=False), shows_blanks=False, ragged=True),
        Layout("values-below", values_below, shows_blanks=False, ragged=True),
        _printed("pdf-first-line", pages.spaced(centred=False, snapped=True)),
        _printed("pdf-middle", pages.spaced(centred=True, snapped=False)),
        _printed("pdf-snapped", pages.spaced(centred=True, snapped=True)),
        _printed("pdf-cells", pages.in_cell_order),
        _printed("pdf-columns", pages.spread(display_width, centred=True), shows=True),
        _printed("pdf-columns-left", pages.spread(display_width, centred=False), shows=True),
        _printed("pdf-columns-characters", pages.spread(len, centred=True), shows=True),
        Layout("csv", delimited.comma_separated(csv.QUOTE_MINIMAL)),
        Layout("csv-quoted", delimited.comma_separated(csv.QUOTE_ALL)),
        Layout("doctags", delimited.doctags, heading="<section_header_level_1>", ragged=True),
        Layout("tables-paged", tabs(empty, empty), apart="paged", page=24),
        Layout("tabs-doubled", tabs(once, once, between="\t\t"), shows_blanks=False, ragged=True),
        Layout("page-source", delimited.page_source, gap=1, ragged=True),
        Layout("tei", delimited.elements("row", "cell"), gap=1, ragged=True),
        Layout("docbook", delimited.elements("row", "entry"), gap=1, ragged=True),
        Layout("latex", delimited.latex, gap=1),
        Layout("wiki", delimited.wiki, heading="== ", gap=1, ragged=True),
    )


def _printed(name: str, table: TableWriter, shows: bool = False) -> Layout:
    return Layout(name, table, shows_blanks=shows, placed=shows, ragged=not shows, width=72, page=45)


LAYOUTS: Mapping[str, Layout] = {layout.name: layout for layout in _layouts()}
