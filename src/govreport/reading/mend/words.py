"""Account for the words of a table: what is label, what belongs around it, what nothing explains."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.reading.cells import Kind
from govreport.reading.fold import bare_key, key
from govreport.reading.mend.align import Match
from govreport.reading.mend.fields import Field
from govreport.reading.mend.records import Records
from govreport.reading.source import Source

_FAINTEST = 0.58  # likeness from which words count as a label
_MOST = 8  # so many unexplained pieces are named; more are counted by the last


def leftovers(table: str, source: Source, records: Records, matches: Sequence[Match]) -> list[Diagnostic]:
    """Name every piece of text that is no label of the form or a part of one, and every value left over."""
    taken = {m.record for m in matches}
    labels = {id(f) for m in matches if m.certain for f in m.fields}
    words = [f for r in records.valued for f in (*r.before, *r.own, *r.after)] + records.rest
    found = [f for f in words if f.raw and id(f) not in labels and not explained(f.raw, table)]
    found += [c for i, r in enumerate(records.valued) if i not in taken for c in r.cells]
    return name_unexplained(table, source, found)


def name_unexplained(table: str, source: Source, fields: Sequence[Field]) -> list[Diagnostic]:
    """One diagnostic for each piece, and one that counts those beyond the first few."""
    ordered = sorted(fields, key=lambda f: f.start)
    named = [note("GR020", table, source.span(f.start, f.end), found=f.raw[:40]) for f in ordered[:_MOST]]
    if rest := ordered[_MOST:]:
        span = source.span(rest[0].start, max(f.end for f in rest))
        named.append(note("GR029", table, span, found=len(rest)))
    return named


def beside_leftovers(records: Records, matches: Sequence[Match]) -> set[int]:
    """Records that stand next to values which belong to no row: a number of theirs may be cut in two."""
    taken = {m.record for m in matches}
    loose = [i for i, r in enumerate(records.valued) if i not in taken and r.cells]
    return {n for i in loose for n in (i - 1, i + 1) if n in taken}


def has_unlabelled(records: Records, matches: Sequence[Match]) -> bool:
    """Whether values stand under no label: then those of other rows may stand under the wrong one."""
    labelled = {m.record for m in matches if m.words and m.likeness >= _FAINTEST}
    return any(r.cells and i not in labelled for i, r in enumerate(records.valued))


def is_broken(fields: Sequence[Field]) -> bool:
    """Whether a cell is joined, or several numbers, or none: then its neighbours are in doubt too."""
    printed = [f for f in fields if not f.is_empty]
    return any(
        f.joined or f.reading is None or (f.reading.kind is Kind.BAD and len(f.raw) > 1) for f in printed
    )


@lru_cache(maxsize=4096)
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


def out_of_order(header: Sequence[Sequence[Field]], order: tuple[str, ...], table: str) -> list[Field]:
    """The headings of columns where they are not printed in the order of the form, else nothing.

    Headings that are broken over lines are compared by their beginnings, by their endings, by any piece of
    them, and by what the pieces make when they are put together. A line may repeat the order, as the three
    parts of section 四 do.

    Args:
        header: Fields that stand side by side, line by line.
        order: Terminals of the headings.
        table: The table that they belong to.
    """
    for line in header:
        if len(line) < 2:
            continue
        for matches in _MATCHES:
            named = [(f, t) for f in line for t in [_heading(f.raw, f.label, order, table, matches)] if t]
            places = [
                order.index(t)
                for at, (f, t) in enumerate(named)
                if not at or named[at - 1][1] != t or named[at - 1][0].raw == f.raw
            ]
            if not _repeats(places):
                return [f for f, _ in named]
        if not _repeats(_put_together(tuple(f.raw for f in line), order, table)):
            return list(line)
    return []


_Match = tuple[Callable[[str, str], bool], int]
# How a piece of a heading shows which heading it is of, and how long it has to be for that.
_MATCHES: tuple[_Match, ...] = (
    (str.startswith, 2),
    (str.endswith, 2),
    (str.__contains__, 1),
)


@lru_cache(maxsize=4096)
def _heading(
    raw: str,
    label: str | None,
    order: tuple[str, ...],
    table: str,
    matches: tuple[Callable[[str, str], bool], int],
) -> str | None:
    """The one heading that a text is, or a piece of."""
    if label in order:
        return label
    text = key(raw)
    fits, least = matches
    found = [
        t for t in order if len(text) >= least and any(fits(key(a), text) for a in form.labels(table)[t])
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=256)
def _put_together(pieces: tuple[str, ...], order: tuple[str, ...], table: str) -> list[int]:
    """The headings that pieces make when they stand together, as places in the order of the form."""
    found = _labels_pattern(table).finditer("".join(map(key, pieces)))
    words = {key(a): at for at, t in enumerate(order) for a in form.labels(table)[t]}
    return [words[m[0]] for m in found if m[0] in words]


@cache
def _labels_pattern(table: str) -> re.Pattern[str]:
    """Any label of the table, the longest first, so that none is found within another."""
    return re.compile(
        "|".join(map(re.escape, sorted(filter(None, _all_words(table)), key=len, reverse=True)))
    )


def _repeats(places: list[int]) -> bool:
    """Whether a list is a rising run, or several that show the same headings but for lost ones.

    Two headings exchanged make runs that have nothing in common.
    """
    runs: list[set[int]] = []
    for at, place in enumerate(places):
        if not at or place <= places[at - 1]:
            runs.append(set())
        runs[-1].add(place)
    return all(a & b for a, b in pairwise(runs))


@cache
def _all_words(table: str) -> tuple[str, ...]:
    return tuple({k for names in form.labels(table).values() for a in names for k in (key(a), bare_key(a))})
