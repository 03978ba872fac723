"""The official form as GitHub-flavoured Markdown: pipe tables, one line for a row.

Such tables know no merged cells: the text stands where the merged cell begins, the rest stays empty.
"""

import re
from collections.abc import Iterator

from govreport.model import Report
from govreport.rendering.layout import Chapter, Row, Table, chapters, paragraphs, signature

# What Markdown reads as markup: anywhere in a line, and at its beginning.
_INLINE = re.compile(r"([\\`*_\[\]<>|~&$])")
_LEADING = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def render_markdown(report: Report) -> str:
    """The report as Markdown, every paragraph a line of its own."""
    blocks = [f"# {_escape(report.title)}"] if report.title else []
    blocks += _paragraphs(report.preamble)
    for chapter in chapters(report):
        blocks += _blocks(chapter)
    blocks += map(_escape, signature(report))
    return "\n\n".join(blocks) + "\n"


def _blocks(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.heading}"
    if chapter.prose is not None:
        for text, is_heading in paragraphs(chapter.prose):
            yield f"### {_escape(text)}" if is_heading else _escape(text)
    for table in chapter.tables:
        if table.label is not None:
            yield table.label
        yield _table(table)


def _paragraphs(text: str) -> list[str]:
    return [_escape(line.strip()) for line in text.split("\n") if line.strip()]


def _table(table: Table) -> str:
    first, *rest = _grid((*table.head, *table.body))
    lines = [first, ["---"] * len(first), *rest]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _grid(rows: tuple[Row, ...]) -> list[list[str]]:
    """The rows with all their positions, those that a merged cell covers empty."""
    width = sum(box.colspan for box in rows[0])
    grid: list[list[str | None]] = [[None] * width for _ in rows]
    for y, row in enumerate(rows):
        for box in row:
            x = grid[y].index(None)
            for covered in grid[y : y + box.rowspan]:
                covered[x : x + box.colspan] = [""] * box.colspan
            grid[y][x] = _escape(box.text)
    return [[text or "" for text in line] for line in grid]


def _escape(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _LEADING.sub(_escape_leading, _INLINE.sub(r"\\\1", text))


def _escape_leading(match: re.Match[str]) -> str:
    # a list number is disarmed behind its digits, everything else in front
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
