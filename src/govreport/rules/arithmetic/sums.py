"""The sums that the form prints, as data: which cells each has, and on which side."""

from functools import cache, lru_cache
from itertools import chain

import attrs

from govreport.model import ApplicantCounts, RemedyCounts
from govreport.rules.cells import PATHS

COLUMNS = tuple(a.name for a in attrs.fields(ApplicantCounts))
RESULTS = tuple(a.name for a in attrs.fields(RemedyCounts))
APPLICATIONS = tuple(path for path in PATHS if path.startswith("applications."))
REMEDIES = tuple(path for path in PATHS if path.startswith("remedies."))
PLACES = {path: place for place, path in enumerate(chain.from_iterable(PATHS.values()))}
"""Cell -> where it stands in the order of the form."""

Terms = tuple[tuple[str, int], ...]


@attrs.frozen(eq=False)
class Sum:
    """Cells of which one side must make the other. There is one object for each sum of the form.

    Attributes:
        kind: "row", "outcomes", "balance" or "remedy".
        path: The cell that prints the sum, or in the balance the last of the four.
        parts: The cells on the side of the addends.
        others: The cells of the other side besides `path`; only the balance has one.
        block: What shares cells with it: section 三, or one row of section 四.
        cells: All of its cells in printed order, `path` last.
        terms: Every cell with its sign; the sum holds where they make zero.
    """

    kind: str
    path: str
    parts: tuple[str, ...]
    others: tuple[str, ...] = ()
    block: str = attrs.field(init=False)
    cells: tuple[str, ...] = attrs.field(init=False, repr=False)
    terms: Terms = attrs.field(init=False, repr=False)

    @block.default
    def _block(self) -> str:
        return self.path.rpartition(".")[0] if self.kind == "remedy" else "applications"

    @cells.default
    def _cells(self) -> tuple[str, ...]:
        return (*self.parts, *self.others, self.path)

    @terms.default
    def _terms(self) -> Terms:
        return (*((p, 1) for p in self.parts), *((p, -1) for p in (*self.others, self.path)))

    @property
    def related(self) -> tuple[str, ...]:
        """All cells but `path`, in printed order."""
        return self.parts + self.others


@lru_cache(maxsize=64)  # nearly all reports print the same rows
def sums_of(rows: tuple[str, ...], outcomes: tuple[str, ...]) -> tuple[Sum, ...]:
    """Every sum of the form: by row of section 三, by column, by row of section 四."""
    columns = chain.from_iterable((outcome_sum(column, outcomes), balance(column)) for column in COLUMNS)
    return (*map(row_sum, rows), *columns, *map(row_sum, REMEDIES))


@cache
def row_sum(row: str) -> Sum:
    """The sum of a row of section 三 or 四."""
    *parts, total = PATHS[row]
    return Sum("row" if row.startswith("applications") else "remedy", total, tuple(parts))


@cache
def outcome_sum(column: str, outcomes: tuple[str, ...]) -> Sum:
    """(七)总计 of a column over the outcome rows that are printed."""
    return Sum("outcomes", f"applications.total_handled.{column}", tuple(f"{r}.{column}" for r in outcomes))


@cache
def balance(column: str) -> Sum:
    """一 + 二 = 三(七) + 四 in a column."""
    received, carried_over, handled, forward = (
        f"applications.{row}.{column}"
        for row in ("received", "carried_over", "total_handled", "carried_forward")
    )
    return Sum("balance", forward, (received, carried_over), (handled,))
