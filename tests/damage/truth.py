"""What a text says as it now stands, for every cell; several answers where it leaves a choice."""

from collections.abc import Callable, Iterator, Mapping

import attrs

from govreport import form
from govreport.model import Amount, Report
from tests.layouts.tables import Value, printed_rows, value_at

Cells = Mapping[str, Value]


@attrs.frozen
class Truth:
    """The cells of the three tables as printed.

    Attributes:
        cells: Every printed cell; all others are None.
        choices: Readings of a few cells that the text bears out equally well; () leaves none.
        named: Rows and cells that a diagnostic must name, whatever was read.
        printed_alike: Whether a report with other cells would be printed as the very same text; then that
            is what the text says, and no reader can know better. None where it was not asked.
    """

    cells: Cells
    choices: tuple[Cells, ...] = ()
    named: frozenset[str] = frozenset()
    printed_alike: Callable[[Cells], bool] | None = None

    def readings(self) -> Iterator[Cells]:
        """Every acceptable reading."""
        for choice in self.choices or ({},):
            yield {**self.cells, **choice}

    def with_cells(self, cells: Cells) -> "Truth":
        """The truth after some cells changed."""
        return attrs.evolve(self, cells={**self.cells, **cells}, printed_alike=None)

    def naming(self, *paths: str) -> "Truth":
        """The truth with more that must be named."""
        return attrs.evolve(self, named=self.named | set(paths))


def truth_of(report: Report) -> Truth:
    """What the undamaged text of a report says."""
    cells = {
        f"{row.path}.{column}": value_at(report, f"{row.path}.{column}")
        for table in form.TABLES
        for row in printed_rows(report, table)
        for column in row.columns
    }
    return Truth(cells)


def same(got: Value, want: Value) -> bool:
    """Whether a value is the one printed; a unit counts where the cell itself prints it."""
    if isinstance(got, Amount) and isinstance(want, Amount):
        return got.value == want.value and want.unit in (None, got.unit)
    return type(got) is type(want) and got == want


def broken_sums(cells: Cells) -> set[str]:
    """The sums that the paper itself gets wrong, by the path of the sum; a blank adds nothing.

    What `check` says of them excuses no misreading.
    """
    broken = set()
    for row in (*form.rows("applications"), *form.rows("remedies")):
        values = [_number(cells.get(f"{row.path}.{column}")) for column in row.columns]
        if values[-1] != sum(values[:-1]):
            broken.add(f"{row.path}.total")
    rows = {r.path: r for r in form.rows("applications")}
    ends = {
        f"applications.{name}" for name in ("received", "carried_over", "total_handled", "carried_forward")
    }
    for column in next(iter(rows.values())).columns:
        value = {path: _number(cells.get(f"{path}.{column}")) for path in rows}
        received, over, handled, forward = (
            value[f"applications.{n}"]
            for n in ("received", "carried_over", "total_handled", "carried_forward")
        )
        if handled != sum(v for path, v in value.items() if path not in ends):
            broken.add(f"applications.total_handled.{column}")
        if received + over != handled + forward:
            broken.add(f"applications.carried_forward.{column}")
    return broken


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
