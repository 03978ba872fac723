"""What is known of section 三 while it is mended, shared by the stages of its mending."""

import attrs

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Span
from govreport.reading.mend.align import Match
from govreport.reading.mend.fields import Field
from govreport.reading.mend.records import Record, Records
from govreport.reading.mend.result import Outcome
from govreport.reading.source import Source

TABLE = "applications"
WIDTH = len(form.row("applications.received").columns)


@attrs.define
class Matrix:
    """The matrix of applications as far as it is read.

    Attributes:
        source: The text.
        records: The values and words of its region.
        matches: Which record is which row.
        rows: The rows of the form, both editions.
        outcome: What goes to the grammar.
        placed: Row -> its seven slots, where the layout shows the columns.
        short: Row -> its record, where it does not.
    """

    source: Source
    records: Records
    matches: list[Match]
    rows: tuple[form.FormRow, ...]
    outcome: Outcome
    placed: dict[str, list[Field]] = attrs.field(factory=dict)
    short: dict[str, Record] = attrs.field(factory=dict)

    def record(self, match: Match) -> Record:
        """The record of a match."""
        return self.records.valued[match.record]

    def path(self, match: Match) -> str:
        """The path of the row of a match."""
        return self.rows[match.row].path

    def span_of(self, record: Record) -> Span | None:
        """Where the values of a record stand, or its words where it has none."""
        fields = record.cells or record.own
        return self.source.span(fields[0].start, fields[-1].end) if fields else None

    def name(
        self,
        code: str,
        path: str,
        span: Span | None,
        related: tuple[str, ...] = (),
        found: str | int | None = None,
        **words: str | int,
    ) -> None:
        """Add a diagnostic about a row or one of its cells."""
        row = path if path in {r.path for r in self.rows} else path.rpartition(".")[0]
        label = form.label(TABLE, form.row(row).labels[0])
        diagnostic = note(code, path, span, related, found, expected=WIDTH, label=label, **words)
        self.outcome.diagnostics.append(diagnostic)
