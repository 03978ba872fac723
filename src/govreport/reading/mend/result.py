"""What mending one table gives."""

from collections.abc import Sequence

import attrs

from govreport.diagnostics import Diagnostic
from govreport.model import CellState
from govreport.reading.cells import BLANK, LOST, Kind, Reading
from govreport.reading.mend.fields import Field
from govreport.reading.tokens import NOWHERE, Cell


@attrs.define
class MendedRow:
    """The cells of one row of the form."""

    cells: list[Cell]


@attrs.define
class Outcome:
    """The rows found in a table by path, and what is to be said about them.

    `editions` holds, for section 二, the edition by row path, and under "" that of rows that are not printed.
    `fields` are all fields of the region, `labels` those that were taken as the label of a row.
    """

    rows: dict[str, MendedRow] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    states: dict[str, CellState] = attrs.field(factory=dict)
    units: dict[str, str | None] = attrs.field(factory=dict)
    editions: dict[str, str] = attrs.field(factory=lambda: {"": "2021"})
    fields: list[Field] = attrs.field(factory=list)
    labels: dict[str, Sequence[Field]] = attrs.field(factory=dict)


def cell_of(field: Field | None) -> Cell:
    """A field as a cell of the grammar: empty is blank, None is lost."""
    if field is None:
        return LOST, NOWHERE, NOWHERE
    if field.is_empty:
        return BLANK, field.start, field.start
    return field.reading or Reading(Kind.BAD), field.start, field.end


def inferred_cell(value: int) -> Cell:
    """A cell that only the sums give."""
    return Reading(Kind.NUMBER, str(abs(value)), value < 0, None, integer=value), NOWHERE, NOWHERE


def integers(fields: list[Field]) -> list[int | None]:
    """The integers that fields hold, None for those that hold none."""
    return [f.reading.integer if f.reading is not None else None for f in fields]
