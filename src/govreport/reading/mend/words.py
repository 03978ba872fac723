"""Account for the words of a table: what is label, what belongs around it, what nothing explains."""

from collections.abc import Sequence
from functools import cache

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.reading.fold import bare_key, key
from govreport.reading.mend.align import Match
from govreport.reading.mend.layout import Field
from govreport.reading.mend.records import Records
from govreport.reading.source import Source

_MOST = 8  # so many unexplained pieces are named; more are counted by the last


def leftovers(table: str, source: Source, records: Records, matches: Sequence[Match]) -> list[Diagnostic]:
    """Name every piece of text that is no label of the form or a part of one, and every value left over."""
    found = []
    taken = {m.record for m in matches}
    for index, record in enumerate(records.valued):
        pieces = [*record.before, *record.own, *record.after]
        found += [f for f in pieces if f.raw and not explained(f.raw, table)]
        if index not in taken and record.cells:
            found += record.cells
    found += [f for f in records.rest if f.raw and not explained(f.raw, table)]
    return [note("GR020", table, source.span(f.start, f.end), found=f.raw[:40]) for f in found[:_MOST]]


def explained(raw: str, table: str) -> bool:
    """Whether a text is a label or heading of the table, or a piece of one."""
    text, bare = key(raw), bare_key(raw)
    return not text or any(text in word or (bare and bare in word) for word in _all_words(table))


def says(records: Records, terminals: Sequence[str]) -> Field | None:
    """The words of a label that stand in the table, wherever they do."""
    for record in records.valued:
        for field in [*record.before, *record.own]:
            if field.label in terminals:
                return field
    return next((f for f in records.rest if f.label in terminals), None)


def printed_order(header: Sequence[Sequence[Field]], order: Sequence[str]) -> list[Field]:
    """The headings of columns, if they are not printed in the order of the form; else nothing."""
    for row in [*header, [f for fields in header for f in fields]]:
        named = [f for f in row if f.label in order]
        first: list[Field] = []
        for field in named:
            if field.label not in {f.label for f in first}:
                first.append(field)
        places = [order.index(f.label) for f in first if f.label]
        if places != sorted(places):
            return first
    return []


@cache
def _all_words(table: str) -> tuple[str, ...]:
    return tuple({k for names in form.labels(table).values() for a in names for k in (key(a), bare_key(a))})
