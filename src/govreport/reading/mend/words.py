"""Account for the words of a table: what is label, what belongs around it, what nothing explains."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.form import FormRow
from govreport.reading.cells import Kind, goes_on
from govreport.reading.fold import bare_key, key
from govreport.reading.lexer import identify
from govreport.reading.mend.align import Match
from govreport.reading.mend.fields import Field
from govreport.reading.mend.records import Record, Records
from govreport.reading.source import Source

_FAINTEST = 0.58  # likeness from which words count as a label
_REMEMBERED = 4096  # texts, for each order of headings
_REMEMBERED_LINES = 1024
_NOT = "非"
_YUAN = "元"  # without brackets around it, as if it were of the label
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
    """Records next to values that belong to no row, or to the rest of a number: one may be cut in two."""
    taken = {m.record for m in matches}
    loose = [i for i, r in enumerate(records.valued) if i not in taken and r.cells]
    return before_rests(records) | {n for i in loose for n in (i - 1, i + 1) if n in taken}


def before_rests(records: Records) -> set[int]:
    """Records whose last number goes on in the words behind it: its decimals, or what it counts in."""
    behind = [*(r.before for r in records.valued[1:]), records.rest]
    return {i for i, words in enumerate(behind[: len(records.valued)]) if words and goes_on(words[0].raw)}


def has_unlabelled(records: Records, matches: Sequence[Match]) -> bool:
    """Whether values stand under no label: then those of other rows may stand under the wrong one."""
    labelled = {m.record for m in matches if m.words and m.likeness >= _FAINTEST}
    return any(r.cells and i not in labelled for i, r in enumerate(records.valued))


def repeated(
    records: Records, matches: Sequence[Match], rows: Sequence[FormRow]
) -> Iterator[tuple[FormRow, Record]]:
    """Records that belong to no row and carry the whole label of one."""
    taken = {m.record for m in matches}
    for index, record in enumerate(records.valued):
        if index not in taken and record.cells:
            terminal = next((f.label for f in reversed(record.own or record.before[-1:]) if f.label), None)
            row = next((r for r in rows if terminal in r.labels), None)
            if row is not None:
                yield row, record


def is_broken(fields: Sequence[Field]) -> bool:
    """Whether a cell is joined, or several numbers, or none: then its neighbours are in doubt too."""
    for field in fields:
        if field.raw:
            reading = field.reading
            if field.joined or reading is None or (reading.kind is Kind.BAD and len(field.raw) > 1):
                return True
    return False


@lru_cache(maxsize=4096)
def is_other_label(words: str, row: FormRow, table: str) -> bool:
    """Whether words hold the label of a row and more: another row's, 非 before, a number or unit behind."""
    names = form.labels(table)
    text = key(words)
    own = [k for t in row.labels for k in map(key, names[t]) if k in text]
    if not own or text in own:
        return False
    before, behind = text.split(max(own, key=len), 1)
    others = [key(a) for r in form.rows(table) if r.path != row.path for t in r.labels for a in names[t]]
    more = before.endswith(_NOT) or text[-1].isdigit() or words.endswith(_YUAN)
    return more or any(k in before or k in behind for k in others)


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


def out_of_order(
    header: Sequence[Sequence[Field]], orders: Sequence[tuple[str, ...]], table: str
) -> list[Field]:
    """The headings of columns where they are not printed in an order of the form, else nothing.

    Headings that are broken over lines are compared by their beginnings, by their endings, by any piece of
    them, and by what the pieces make when they are put together. A line may repeat the order, as the three
    parts of section 四 do.

    Args:
        header: Fields that stand side by side, line by line.
        orders: Terminals of headings that stand side by side.
        table: The table that they belong to.
    """
    known = _lines(tuple(orders), table)
    found = [(line, known[tuple([f.raw for f in line])]) for line in header if len(line) > 1]
    wrong = [(number, line, places) for line, (number, places) in found if places]
    if not wrong:
        return []
    _, line, places = min(wrong, key=itemgetter(0))
    return [line[at] for at in places]


class _Lines(dict[tuple[str, ...], tuple[int, Sequence[int]]]):
    """Line -> the first order that it does not keep to, and which of its pieces show it.

    Kept, as the same lines head the columns of report after report.
    """

    def __init__(self, orders: Sequence[tuple[str, ...]], table: str) -> None:
        self._headings = [_Headings(order, table) for order in orders]
        self._table = table

    def __missing__(self, pieces: tuple[str, ...]) -> tuple[int, Sequence[int]]:
        if len(self) >= _REMEMBERED_LINES:
            self.clear()
        labels = _put_together(pieces, self._table)
        wrong = ((number, _wrong(pieces, labels, h)) for number, h in enumerate(self._headings))
        self[pieces] = next(((number, places) for number, places in wrong if places), (0, ()))
        return self[pieces]


@cache
def _lines(orders: tuple[tuple[str, ...], ...], table: str) -> _Lines:
    return _Lines(orders, table)


def _wrong(pieces: Sequence[str], labels: Sequence[str], headings: "_Headings") -> Sequence[int]:
    """Which pieces of a line are headings out of order; `labels` are what they make together."""
    named = [(at, places) for at, raw in enumerate(pieces) for places in [headings[raw]] if places]
    for way in range(len(_WAYS)) if len(named) > 1 else ():
        told = [
            (at, place)
            for at, places in named
            for place in [places[way]]
            if place is not None and not (way == _ENDINGS and at + 1 == len(pieces) and _goes_on(places))
        ]
        if not _repeats(_distinct(told, pieces)):
            return [at for at, _ in told]
    if len(labels) > 1 and not _repeats([headings.words[k] for k in labels if k in headings.words]):
        return range(len(pieces))
    return ()


def _goes_on(places: tuple[int | None, ...]) -> bool:
    """Whether the end of one heading may be the beginning of another, broken off at the end of its line."""
    return places[_PIECES] is None


def _distinct(told: Sequence[tuple[int, int]], pieces: Sequence[str]) -> list[int]:
    """The places that pieces show, a heading that is broken over several of them once."""
    return [
        place
        for n, (at, place) in enumerate(told)
        if not n or told[n - 1][1] != place or pieces[told[n - 1][0]] == pieces[at]
    ]


_ENDINGS, _PIECES = 1, 2
# How a piece of a heading shows which heading it is of, and how long it has to be for that.
_WAYS: tuple[tuple[Callable[[str, str], bool], int], ...] = (
    (str.startswith, 2),
    (str.endswith, 2),
    (str.__contains__, 1),
)


class _Headings(dict[str, tuple[int | None, ...] | None]):
    """Text -> the place of the one heading of an order that it is a piece of, by each of the ways."""

    def __init__(self, order: tuple[str, ...], table: str) -> None:
        self.order = order
        names = form.labels(table)
        self.keys_in_order = [[key(a) for a in names[t]] for t in order]
        self.words = {k: at for at, keys in enumerate(self.keys_in_order) for k in keys}

    def __missing__(self, raw: str) -> tuple[int | None, ...] | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        label = identify(raw)
        if isinstance(label, str) and label in self.order:
            places: tuple[int | None, ...] = (self.order.index(label),) * len(_WAYS)
        else:
            places = tuple(self._only(key(raw), fits, least) for fits, least in _WAYS)
        self[raw] = None if places == (None,) * len(_WAYS) else places
        return self[raw]

    def _only(self, text: str, fits: Callable[[str, str], bool], least: int) -> int | None:
        """The place of the only heading that a text fits."""
        if len(text) < least:
            return None
        found = [at for at, keys in enumerate(self.keys_in_order) if any(fits(k, text) for k in keys)]
        return found[0] if len(found) == 1 else None


def _put_together(pieces: Sequence[str], table: str) -> list[str]:
    """The keys of the labels that pieces make when they stand together."""
    return _labels_pattern(table).findall("".join(map(key, pieces)))


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
