"""The sums that the form prints, as data: which cells each has, and on which side."""

from functools import cache

import attrs

from govreport.model import ApplicantCounts, RemedyCounts
from govreport.rules import cells

COLUMNS = tuple(a.name for a in attrs.fields(ApplicantCounts))
RESULTS = tuple(a.name for a in attrs.fields(RemedyCounts))
APPLICATIONS = tuple(path for path in cells.COLUMNS if path.startswith("applications."))
REMEDIES = tuple(path for path in cells.COLUMNS if path.startswith("remedies."))
UNDIVIDED = APPLICATIONS.index("applications.other_handling.undivided")


@attrs.frozen
class Sum:
    """Cells of which one side must make the other.

    Attributes:
        kind: "row", "outcomes", "balance" or "remedy".
        path: The cell that prints the sum, or in the balance the last of the four.
        parts: The cells on the side of the addends.
        others: The cells of the other side besides `path`; only the balance has one.
    """

    kind: str
    path: str
    parts: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def related(self) -> tuple[str, ...]:
        """All cells but `path`, in printed order."""
        return self.parts + self.others

    @property
    def terms(self) -> tuple[tuple[str, int], ...]:
        """Every cell with its sign; the sum holds where they make zero."""
        return (*((p, 1) for p in self.parts), *((p, -1) for p in (*self.others, self.path)))


@cache
def row_sum(row: str) -> Sum:
    """The sum of a row of section 三 or 四."""
    kind, columns = ("row", COLUMNS) if row.startswith("applications") else ("remedy", RESULTS)
    return Sum(kind, f"{row}.total", tuple(f"{row}.{c}" for c in columns[:-1]))


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
