"""The units that reading passes from stage to stage."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.reading.cells import Reading


class TableToken:
    """A label, a cell or a piece of text with its place; `type` is a terminal of the grammar.

    A plain slotted class: hundreds are made for each report, and Lark asks for nothing but `type`.
    `start` and `end` bound the field; its outer white space is cut off when a span is asked for.
    """

    __slots__ = ("end", "start", "type", "value")
    # Lark copies these from the last token to its end mark; places are ours to know.
    start_pos = line = column = end_line = end_column = end_pos = None

    def __init__(self, type: str, value: Reading | None, start: int, end: int) -> None:  # noqa: A002
        self.type = type
        self.value = value
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.type}[{self.start}:{self.end}]"


class Row:
    """The cells of one row of the form, as a rule of the grammar found them."""

    __slots__ = ("cells", "rule")

    def __init__(self, rule: str, cells: Sequence[TableToken]) -> None:
        self.rule = rule
        self.cells = cells

    def __repr__(self) -> str:
        return f"{self.rule}({len(self.cells)})"
