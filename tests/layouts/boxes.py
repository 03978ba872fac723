"""Tables drawn for a terminal: boxes of ASCII or line characters, rules of dashes, bare columns."""

from collections.abc import Sequence
from random import Random

from tests.layouts.delimited import TableWriter
from tests.layouts.grid import Grid, Placed, Span, display_width, wrapped

_LEFT, _RIGHT, _UP, _DOWN = 1, 2, 4, 8
_ASCII = {m: "-" if m < _UP else "|" if not m & (_LEFT | _RIGHT) else "+" for m in range(16)}
_LINES = {m: " ╴╶─╵┘└┴╷┐┌┬│┤├┼"[m] for m in range(16)}


class Canvas:
    """Characters in columns of a terminal; a wide character takes two."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], str] = {}
        self._strokes: dict[tuple[int, int], int] = {}

    def put(self, y: int, x: int, text: str) -> None:
        """Write text from a place on."""
        for char in text:
            self._cells[y, x] = char
            x += 1
            for _ in range(display_width(char) - 1):
                self._cells[y, x] = ""
                x += 1

    def frame(self, top: int, left: int, bottom: int, right: int) -> None:
        """Draw the border of a cell."""
        for x in range(left, right + 1):
            for y in (top, bottom):
                self._stroke(y, x, (_LEFT if x > left else 0) | (_RIGHT if x < right else 0))
        for y in range(top, bottom + 1):
            for x in (left, right):
                self._stroke(y, x, (_UP if y > top else 0) | (_DOWN if y < bottom else 0))

    def _stroke(self, y: int, x: int, mask: int) -> None:
        self._strokes[y, x] = self._strokes.get((y, x), 0) | mask

    def lines(self, glyphs: dict[int, str]) -> list[str]:
        """What was drawn, line by line."""
        drawn = {place: glyphs[mask] for place, mask in self._strokes.items()} | self._cells
        rows: dict[int, dict[int, str]] = {}
        for (y, x), char in drawn.items():
            rows.setdefault(y, {})[x] = char
        height = max(rows, default=-1) + 1
        return [
            "".join(row.get(x, " ") for x in range(max(row, default=-1) + 1))
            for row in (rows.get(y, {}) for y in range(height))
        ]


def boxed(glyphs: dict[int, str], label_width: int) -> TableWriter:
    """Every cell in a frame; long text goes on in the next line of its cell."""

    def write(grid: Grid, rng: Random) -> list[str]:
        placed = grid.placed()
        widths = _widths(grid, placed, label_width)
        texts = {i: wrapped(p.box.text, _inner(p, widths)) for i, p in enumerate(placed)}
        heights = [1] * len(grid.rows)
        for down in (True, False):  # first what stands in one row, then what needs more room below
            for i, p in enumerate(placed):
                rows = range(p.row, p.row + p.box.down)
                have = sum(heights[r] for r in rows) + p.box.down - 1
                if (p.box.down == 1) is down and len(texts[i]) > have:
                    heights[rows[-1]] += len(texts[i]) - have
        left = [sum(widths[:c]) + 3 * c for c in range(grid.width + 1)]
        top = [sum(heights[:r]) + r for r in range(len(grid.rows) + 1)]
        canvas = Canvas()
        for i, p in enumerate(placed):
            canvas.frame(top[p.row], left[p.column], top[p.row + p.box.down], left[p.column + p.box.across])
            for n, line in enumerate(texts[i]):
                canvas.put(top[p.row] + 1 + n, left[p.column] + 2, line)
        return ["", *canvas.lines(glyphs), ""]

    return write


ascii_boxes = boxed(_ASCII, 24)
line_boxes = boxed(_LINES, 16)


def _inner(p: Placed, widths: list[int]) -> int:
    return sum(widths[p.column : p.column + p.box.across]) + 3 * (p.box.across - 1)


def _widths(grid: Grid, placed: Sequence[Placed], label_width: int) -> list[int]:
    widths = [4] * grid.width
    for p in placed:
        if p.box.across == 1:
            need = max(display_width(line) for line in p.box.text.split("\n"))
            widths[p.column] = max(widths[p.column], need if p.box.path else min(need, label_width))
    for p in placed:
        if p.box.path and (need := display_width(p.box.text)) > _inner(p, widths):
            widths[p.column] += need - _inner(p, widths)
    return widths


def ruled(grid: Grid, rng: Random) -> list[str]:
    """Pandoc's plain text: columns under a rule of dashes, an empty line after every row."""
    rows = [[f.split("\n") for f in row] for row in grid.fields(Span.EMPTY, Span.EMPTY)]
    widths = [
        max(4, *(display_width(line) for row in rows for line in row[c])) + 1 for c in range(grid.width)
    ]
    edge = "  " + "-" * (sum(widths) + len(widths) - 1)
    lines = ["", edge]
    for n, row in enumerate(rows):
        for k in range(max(len(field) for field in row)):
            parts = [field[k] if k < len(field) else "" for field in row]
            filled = (part + " " * (w - display_width(part)) for part, w in zip(parts, widths, strict=True))
            lines.append("  " + " ".join(filled))
        lines.append("  " + " ".join("-" * w for w in widths) if n == 0 else "")
    return [*lines[:-1], edge, ""]


def columns(grid: Grid, rng: Random) -> list[str]:
    """Columns by display width with nothing but spaces between, as Lynx dumps them."""
    rows = [[f.replace("\n", "") for f in row] for row in grid.fields(Span.EMPTY, Span.EMPTY)]
    widths = [max(1, *(display_width(row[c]) for row in rows)) for c in range(grid.width)]
    return [
        "   " + " ".join(f + " " * (w - display_width(f)) for f, w in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
