"""What a rule may look at: the report, last year's, the settings, and what rules share, computed once."""

from functools import cached_property

from govreport.claims import Claim, read_claims
from govreport.diagnostics import Span
from govreport.model import Report
from govreport.rules.arithmetic.culprits import Explanation, explain
from govreport.rules.arithmetic.holding import all_hold
from govreport.rules.arithmetic.ledger import SOUND, Ledger, examine
from govreport.rules.cells import Rows, rows_of
from govreport.rules.config import Config
from govreport.rules.form.columns import printed_editions


class Context:
    """One report being checked.

    Attributes:
        report: The report.
        previous: The same organ's report of the year before, or None.
        config: The settings.
    """

    def __init__(self, report: Report, previous: Report | None, config: Config) -> None:
        self.report = report
        self.previous = previous
        self.config = config

    @cached_property
    def rows(self) -> Rows:
        """The values of every row."""
        return rows_of(self.report)

    @cached_property
    def editions(self) -> dict[str, tuple[str, ...]]:
        """The editions of the form whose own columns have values, with these cells."""
        return printed_editions(self.rows)

    @cached_property
    def ledger(self) -> Ledger:
        """The sums of the tables that do not hold."""
        return SOUND if all_hold(self.report) else examine(self.report, self.rows)

    @cached_property
    def explanations(self) -> tuple[Explanation, ...]:
        """The cells that explain those sums."""
        return explain(self.ledger) if self.ledger.breaches else ()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the prose states about the tables."""
        return read_claims(self.report)

    def locate(self, path: str) -> Span | None:
        """The place of a path, else of the nearest part around it that the text shows."""
        while path:
            if span := self.report.locate(path):
                return span
            path = path.rpartition(".")[0]
        return None

    def said_by_reading(self, path: str) -> bool:
        """Whether reading already names this very path."""
        return any(d.path == path for d in self.report.diagnostics)
