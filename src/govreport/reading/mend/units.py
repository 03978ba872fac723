"""The units of the amounts of section 二, as the headings above them or the words beside them name them."""

from collections.abc import Mapping

from govreport.reading.build import ROW_OF_UNIT, unit_of
from govreport.reading.mend.align import Match
from govreport.reading.mend.records import Records

_YUAN = "元"
_OPENING = frozenset("(（[【〔")


def read_units(
    records: Records, found: Mapping[str, Match], table: str
) -> tuple[dict[str, str | None], set[int]]:
    """The unit of each amount, and the records whose own words name another than their headings do.

    A heading that is none of the form's counts where it stands right before its row.
    """
    words = [f for r in records.valued for f in [*r.before, *r.own]] + [
        f for row in records.header for f in row
    ]
    units = {ROW_OF_UNIT[f.label]: unit_of(f.raw) for f in words if f.label in ROW_OF_UNIT}
    torn: set[int] = set()
    for name in ROW_OF_UNIT.values():
        match = found.get(f"{table}.{name}")
        if match is None:
            continue
        record = records.valued[match.record]
        near = [f.raw for f in [*record.before, *record.own] if f.label is None and _names_unit(f.raw)]
        if not near:
            continue
        unit = unit_of(near[-1])
        if units.get(name) not in (None, unit):
            torn.add(match.record)
        units[name] = unit
    return units, torn


def _names_unit(raw: str) -> bool:
    """Whether words name a unit as a whole: 元 may be the rest of another, whose 万 ends the line before."""
    return _YUAN in raw and any(mark in raw for mark in _OPENING)
