"""Ruled tables as drawings: lines, and texts in cells, for every format that knows only places."""

from collections.abc import Iterator, Sequence

import attrs

WIDTH, HEIGHT, SIZE = 60.0, 24.0, 10.0


@attrs.frozen
class Cell:
    """A cell of a drawing and what it spans."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@attrs.frozen
class Drawing:
    """Texts and lines of a page in points from its top left; a text has the middle of its line."""

    texts: list[tuple[str, float, float]] = attrs.Factory(list)
    lines: list[tuple[float, float, float, float]] = attrs.Factory(list)

    def table(self, cells: Sequence[Cell], left: float = 60.0, top: float = 100.0) -> "Drawing":
        """Draw a table with every side of every cell."""
        for cell in cells:
            x0, y0 = left + cell.column * WIDTH, top + cell.row * HEIGHT
            x1, y1 = x0 + cell.columns * WIDTH, y0 + cell.rows * HEIGHT
            self.lines.extend([(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)])
            if cell.text:
                self.texts.append((cell.text, x0 + 3, (y0 + y1) / 2))
        return self


def plain(rows: Sequence[Sequence[str]]) -> list[Cell]:
    """Rows of cells that span nothing."""
    return [Cell(text, y, x) for y, row in enumerate(rows) for x, text in enumerate(row)]


def width(character: str) -> float:
    """The width of a character."""
    return SIZE / 2 if character.isascii() else SIZE


def places(text: str, left: float) -> Iterator[tuple[str, float]]:
    """The characters of a text, each with its left edge."""
    for character in text:
        yield character, left
        left += width(character)


MATRIX = (
    Cell("申请人情况", 0, 1, columns=2),
    Cell("结果", 0, 0, rows=2),
    Cell("自然人", 1, 1),
    Cell("总计", 1, 2),
    Cell("予以公开", 2, 0),
    Cell("12", 2, 1),
    Cell("", 2, 2),
)
MATRIX_TEXT = "结果\t申请人情况\n自然人\t总计\n予以公开\t12\t\n"
