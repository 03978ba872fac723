"""Tables whose cells have a sign between them: tabs, bars, commas, Markdown, HTML, XML, LaTeX, wikis."""

import csv
import io
import re
from collections.abc import Callable
from random import Random

from tests.layouts.grid import Box, Grid, Span, display_width

TableWriter = Callable[[Grid, Random], list[str]]


def tabs(across: Span, down: Span, lead: str = "", trail: str = "", between: str = "\t") -> TableWriter:
    """Fields with tabs between them, as browsers, Tika and python-docx scripts print them."""

    def write(grid: Grid, rng: Random) -> list[str]:
        lines = [lead + between.join(row) + trail for row in grid.fields(across, down)]
        return "\n".join(lines).split("\n")

    return write


def pipes(across: Span, down: Span, lead: str = "", trail: str = " |", fill: bool = False) -> TableWriter:
    """Fields with pipes between them but no rules; `fill` prints the places of merged cells at the end."""

    def write(grid: Grid, rng: Random) -> list[str]:
        width = grid.width
        lines = []
        for row in grid.fields(across, down):
            end = trail + "|" * (width - len(row)) if fill else trail
            lines.append((lead + " | ".join(_inline(field, " ") for field in row) + end).strip(" "))
        return lines

    return write


def markdown(padded: bool, shifted: bool = False, newline: str = " ") -> TableWriter:
    """GFM under an empty or a real header row.

    Args:
        padded: Columns are filled to one width, as pandoc does.
        shifted: The places under a cell that reaches down are left out, so that rows slip to the left.
        newline: What a line end within a cell becomes.
    """

    def write(grid: Grid, rng: Random) -> list[str]:
        down = Span.OMITTED if shifted else Span.EMPTY
        rows = [[_inline(f, newline) for f in row] for row in grid.fields(Span.EMPTY, down)]
        if padded or rng.random() < 0.5:
            rows.insert(0, [""] * grid.width)
        widths = [max(3, *(display_width(r[c]) for r in rows if c < len(r))) for c in range(grid.width)]
        if not padded:
            rule = "| " + " | ".join("---" for _ in widths) + " |"
            lines = ["| " + " | ".join(row) + " |" for row in rows]
        else:
            rule = "|" + "|".join("-" * (w + 2) for w in widths) + "|"
            lines = [
                "| "
                + " | ".join(f + " " * (w - display_width(f)) for f, w in zip(row, widths, strict=True))
                + " |"
                for row in rows
            ]
        return ["", lines[0], rule, *lines[1:], ""]

    return write


def html(grid: Grid, rng: Random) -> list[str]:
    """A table left as HTML within Markdown: one element a line, or one row a line."""
    break_ = rng.choice(("<br>", "<br />", ""))
    attributes = rng.choice(("", ' style="text-align: center;"'))
    lines = ["<table>", "<tbody>"]
    for boxes in grid.rows:
        cells = []
        for box in boxes:
            cells.append(f"<td{_spans(box)}{attributes}>{box.text.replace(chr(10), break_)}</td>")
        lines += ["<tr>", *cells, "</tr>"] if attributes else ["<tr>" + "".join(cells) + "</tr>"]
    return ["", *lines, "</tbody>", "</table>", ""]


def _spans(box: Box) -> str:
    """The attributes of a merged cell."""
    return f' colspan="{box.across}"' * (box.across > 1) + f' rowspan="{box.down}"' * (box.down > 1)


def page_source(grid: Grid, rng: Random) -> list[str]:
    """A table of a page, indented by tabs, as LibreOffice and many sites write it."""
    lines = ["<table>"]
    for boxes in grid.rows:
        lines.append("\t<tr>")
        for box in boxes:
            words = box.text.replace("\n", "<br/>\n\t\t\t") or "<br/>"
            lines += [
                f'\t\t<td{_spans(box)}><p align="center">',
                f"\t\t\t<font>{words}</font></p>",
                "\t\t</td>",
            ]
        lines.append("\t</tr>")
    return "\n".join([*lines, "</table>"]).split("\n")


def elements(row: str, cell: str) -> TableWriter:
    """A table in XML that knows no merged cells, as TEI and DocBook print it."""

    def write(grid: Grid, rng: Random) -> list[str]:
        indent = rng.choice(("", "  "))
        lines = ["<table>"]
        for fields in grid.fields(Span.OMITTED, Span.EMPTY):
            cells = [f"<{cell}>{_inline(field, ' ')}</{cell}>" if field else f"<{cell}/>" for field in fields]
            lines += [f"{indent}<{row}>", *(indent * 2 + words for words in cells), f"{indent}</{row}>"]
        return [*lines, "</table>"]

    return write


def latex(grid: Grid, rng: Random) -> list[str]:
    r"""A table in LaTeX: merged cells by \multicolumn and \multirow, broken words in a table of their own."""
    rule = rng.choice(("\\hline", "\\midrule", ""))
    broken = rng.choice((r"\begin{tabular}[c]{@{}c@{}}%s\end{tabular}", r"\makecell{%s}"))
    placed = {(p.row, p.column): p.box for p in grid.placed()}
    covered = {(p.row + i, p.column) for p in grid.placed() for i in range(1, p.box.down)}
    lines = [f"\\begin{{tabular}}{{|{'c|' * grid.width}}}", "\\hline"]
    for r in range(len(grid.rows)):
        cells = []
        for at in [(r, c) for c in range(grid.width)]:
            box = placed.get(at)
            if box is None:
                cells += [""] * (at in covered)
                continue
            words = re.sub(r"([&%$#_{}])", r"\\\1", box.text)
            if "\n" in words:
                words = broken % words.replace("\n", r"\\ ")
            if box.down > 1:
                words = f"\\multirow{{{box.down}}}{{*}}{{{words}}}"
            cells.append(f"\\multicolumn{{{box.across}}}{{c|}}{{{words}}}" if box.across > 1 else words)
        lines.append(" & ".join(cells) + r" \\ " + rule)
    return [*lines, "\\end{tabular}"]


def wiki(grid: Grid, rng: Random) -> list[str]:
    """A table of MediaWiki: a cell to a line or to a double bar."""
    inline = rng.random() < 0.5
    lines = ['{| class="wikitable"']
    for boxes in grid.rows:
        cells = []
        for box in boxes:
            spans = _spans(box)
            cells.append((f"{spans} | " if spans else " ") + box.text.replace("\n", "<br />"))
        lines += ["|-", "|" + " ||".join(cells)] if inline else ["|-", *(f"|{words}" for words in cells)]
    return [*lines, "|}"]


def comma_separated(quoting: int) -> TableWriter:
    """Rows as spreadsheets save them; line ends stay within quotes."""

    def write(grid: Grid, rng: Random) -> list[str]:
        out = io.StringIO()
        writer = csv.writer(out, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
        writer.writerows(grid.fields(Span.EMPTY, Span.EMPTY))
        return out.getvalue().split("\n")

    return write


def doctags(grid: Grid, rng: Random) -> list[str]:
    """A table as docling exports it: in one line, the places of merged cells with tags of their own."""
    place = rng.choice(("", "<loc_64><loc_120><loc_436><loc_480>"))
    covered = {
        (p.row + i, p.column + j): "xcel" if i and j else "ucel" if i else "lcel" if j else ""
        for p in grid.placed()
        for i in range(p.box.down)
        for j in range(p.box.across)
    }
    texts = {(p.row, p.column): p.box.text.replace("\n", " ") for p in grid.placed()}
    rows = []
    for r in range(len(grid.rows)):
        cells = []
        for at in [(r, c) for c in range(grid.width) if (r, c) in covered]:
            text = texts.get(at, "")
            tag = covered[at] or ("ecel" if not text else "ched" if r < grid.header else "fcel")
            cells.append(f"<{tag}>{text}")
        rows.append("".join(cells) + "<nl>")
    return [f"<otsl>{place}{''.join(rows)}</otsl>"]


def _inline(text: str, newline: str) -> str:
    return text.replace("\n", newline)
