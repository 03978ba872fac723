"""The whole report: prose, dates and the three tables."""

import datetime
from typing import Any, Self

import attrs

from govreport.diagnostics import Diagnostic, Span
from govreport.model.cell import Cell, CellState, SourceMap
from govreport.model.tables import Amount, Applications, ProactiveDisclosure, Remedies


@attrs.frozen
class Part:
    """A sub-headed part of a section.

    Attributes:
        heading: The sub-heading as printed, with its ordinal: "（一）主动公开情况".
        text: What stands under it.
    """

    heading: str
    text: str


@attrs.frozen
class Section:
    """A section of prose: 一、总体情况, 五、存在的主要问题及改进情况, 六、其他需要报告的事项.

    Attributes:
        text: The whole section as printed, without its heading; lines joined by a line feed.
        parts: Its sub-headed parts, derived from the text.
    """

    text: str = ""
    parts: tuple[Part, ...] = ()


@attrs.frozen
class Period:
    """The statistical period that the report names (统计期限).

    Attributes:
        start: First day, or None where only the last is named.
        end: Last day.
    """

    start: datetime.date | None
    end: datetime.date


@attrs.frozen
class Signature:
    """Who signed, and when, at the end of the report (落款).

    Attributes:
        agency: The signing organ as printed, or None.
        date: The date of signing, or None.
    """

    agency: str | None = None
    date: datetime.date | None = None


@attrs.frozen
class Report:
    """A government information disclosure annual report (政府信息公开工作年度报告).

    Equality compares what the report says; diagnostics and positions in a source do not count.

    Attributes:
        title: The title, width-folded, white space removed.
        agency: The reporting organ: from the title, else the signature, else 发布机构.
        year: The year reported on: from the title, else the period, else section 一.
        period: The statistical period (统计期限).
        published: 发布日期 or 发布时间, else 公开日期, of the page around the report.
        preamble: The text before section 一, as printed.
        overview: Section 一.
        problems: Section 五.
        other_matters: Section 六.
        signature: Organ and date at the end.
        proactive_disclosure: Section 二.
        applications: Section 三.
        remedies: Section 四.
        diagnostics: What reading met: repaired, missing or unreadable parts, in the order of the text.
        source: The text that positions refer to (`.text`), and what the file says of itself (`.record`); None
            for a report that was not read. No part of the data: `to_dict` leaves it out.
    """

    title: str | None = None
    agency: str | None = None
    year: int | None = None
    period: Period | None = None
    published: datetime.date | None = None
    preamble: str = ""
    overview: Section = attrs.field(factory=Section)
    problems: Section = attrs.field(factory=Section)
    other_matters: Section = attrs.field(factory=Section)
    signature: Signature | None = None
    proactive_disclosure: ProactiveDisclosure = attrs.field(factory=ProactiveDisclosure)
    applications: Applications = attrs.field(factory=Applications)
    remedies: Remedies = attrs.field(factory=Remedies)
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False)
    source: SourceMap | None = attrs.field(default=None, eq=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain JSON types: dict, list, str, int, bool and None; dates as ISO strings."""
        from govreport.model.serialise import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Build a report from what `to_dict` gave; it has no positions.

        Raises:
            ValueError: `data` is no such dictionary; the message names every key that is wrong.
        """
        from govreport.model.serialise import from_dict

        return from_dict(cls, data)

    def cell(self, path: str) -> Cell:
        """The cell at an attribute path such as "applications.granted.total".

        Raises:
            KeyError: The form has no cell of this path.
        """
        value = self._value(path)
        if self.source is not None:
            return Cell(value, *self.source.cell(path))
        row: object = self
        for name in path.split(".")[:-1]:
            row = getattr(row, name)
        state = (
            CellState.PRINTED if value is not None else CellState.ABSENT if row is None else CellState.BLANK
        )
        return Cell(value, None, state)

    def locate(self, path: str) -> Span | None:
        """Where a cell, row, table or section ("overview", "title") stands in the text; None if it does not.

        Raises:
            KeyError: No part of a report has this path.
        """
        from govreport.model.paths import is_path

        if not is_path(path):
            raise KeyError(path)
        return None if self.source is None else self.source.locate(path)

    def _value(self, path: str) -> int | Amount | None:
        from govreport.model.paths import is_cell

        if not is_cell(path):
            raise KeyError(path)
        value: Any = self
        for name in path.split("."):
            value = getattr(value, name, None)
        return value  # type: ignore[no-any-return]
