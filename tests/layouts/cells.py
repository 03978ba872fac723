"""One cell a line, as Word-to-text tools, browsers and web scrapers leave it."""

from random import Random

import attrs

from tests.layouts.grid import Grid, Span


def values_below(grid: Grid, rng: Random) -> list[str]:
    """The words of a row in one line, its values in the next."""
    lines = []
    for boxes in grid.rows:
        words = [b.text.replace("\n", "") for b in boxes if not b.path]
        values = [b.text.replace("\n", " ") for b in boxes if b.path and b.text]
        lines += [" ".join(part) for part in (words, values) if part]
    return lines


@attrs.frozen
class CellLines:
    """How the cells stand under each other.

    Attributes:
        before: What stands before every cell: "" or a tab.
        after: What stands after every cell: "" or " |".
        between: Empty lines between cells of a row.
        apart: Empty lines between rows.
        down: What is printed for the places under a cell that reaches down.
        blanks: Whether an empty cell leaves an empty line.
        filler: Whether the places of merged cells follow as `|` marks at the end of a row.
    """

    before: str = ""
    after: str = ""
    between: int = 0
    apart: int = 0
    down: Span = Span.OMITTED
    blanks: bool = True
    filler: bool = False

    def __call__(self, grid: Grid, rng: Random) -> list[str]:
        """The lines of a table."""
        lines = [""] * self.apart
        width = grid.width
        for row in grid.fields(Span.OMITTED, self.down):
            for field in row:
                if field or self.blanks:
                    lines += [
                        *f"{self.before}{field}{self.after}".strip(" ").split("\n"),
                        *[""] * self.between,
                    ]
            if self.filler and len(row) < width:
                lines.append("|" * (width - len(row)))
            lines += [""] * self.apart
        return lines
