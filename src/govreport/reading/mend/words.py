"""Account for the words of a table: what is label, what belongs around it, what nothing explains."""

from collections.abc import Callable, Sequence
from functools import cache

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.reading.cells import Kind
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


def beside_leftovers(records: Records, matches: Sequence[Match]) -> set[int]:
    """Records that stand next to values which belong to no row: a number of theirs may be cut in two."""
    taken = {m.record for m in matches}
    loose = [i for i, r in enumerate(records.valued) if i not in taken and r.cells]
    return {n for i in loose for n in (i - 1, i + 1) if n in taken}


def is_broken(fields: Sequence[Field]) -> bool:
    """Whether a cell of a row holds several numbers, or a number that is none: its neighbours are in doubt too."""
    return any(f.reading is not None and f.reading.kind is Kind.BAD and len(f.raw) > 1 for f in fields)


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


def out_of_order(header: Sequence[Sequence[Field]], order: Sequence[str], table: str) -> list[Field]:
    """The headings of columns where they are not printed in the order of the form, else nothing.

    Headings that are broken over lines are compared by their beginnings and by their endings, each line
    for itself. A line may repeat the order, as the three parts of section 四 do.
    """
    words = {t: key(form.label(table, t)) for t in order}
    lines = [list(row) for row in header if len(row) > 1]
    lines.append([f for row in header if len(row) == 1 for f in row])
    for line in lines:
        for matches in (str.__eq__, str.startswith, str.endswith):
            named = [(f, t) for f in line for t in [_only(key(f.raw), words, matches)] if t]
            places = [order.index(t) for at, (_, t) in enumerate(named) if not at or named[at - 1][1] != t]
            if not _repeats(places):
                return [f for f, _ in named]
    return []


def _only(text: str, words: dict[str, str], matches: Callable[[str, str], bool]) -> str | None:
    """The one heading that begins or ends with a text, or is it."""
    found = [t for t, word in words.items() if len(text) > 1 and matches(word, text)]
    return found[0] if len(found) == 1 else None


def _repeats(places: list[int]) -> bool:
    """Whether a list is one rising run, or the same one several times."""
    once = sorted(set(places))
    return not once or len(places) % len(once) == 0 and places == once * (len(places) // len(once)) or _partial(places)


def _partial(places: list[int]) -> bool:
    """Whether every fall goes back to the smallest place: a heading is lost in one of several runs."""
    return all(b > a or b == min(places) for a, b in zip(places, places[1:], strict=False))


@cache
def _all_words(table: str) -> tuple[str, ...]:
    return tuple({k for names in form.labels(table).values() for a in names for k in (key(a), bare_key(a))})
