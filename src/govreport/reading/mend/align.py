"""Which row of the form a record is: label likeness, order, and what stands around it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from govreport import form
from govreport.form import FormRow
from govreport.reading.fold import bare_key, key
from govreport.reading.lexer import VOCABULARY
from govreport.reading.mend.fields import Field
from govreport.reading.mend.records import Record, Records

_LEAST_LIKENESS = 0.58
_FAINT = 0.4  # likeness below this counts as none
_NEARLY = 0.98  # likeness of words that are not the label
_CERTAIN = 0.75
_LEAD = 0.05
_LABEL_BEHIND = 0.27  # a label that stands behind its values
_EACH_PIECE = 0.02
_HEADING_WORD = 0.1  # 其他 or 总计 on a line of its own: a repeated header has them too
_ALSO_HEADINGS = frozenset(form.labels("common"))
_SKIP_RECORD = 0.15
_SKIP_ROW = 0.02
_OTHER_LABEL = 1.0  # values under the whole label of another row
_WHOLE = 0.99
_LATER = 1e-6
_CLEAR = 1e-6  # a row is more like than any other by more than rounding
_REMEMBERED = 8192
_UNLABELLED = 0.05  # values in order without a label


class Match(NamedTuple):
    """A record and the row it is read as.

    Attributes:
        record: Index of the record.
        row: Index of the row among the rows given.
        likeness: How well its words fit the row's label; 1.0 when they are the label.
        lead: By how much they fit it better than any other row.
        near: The label stands on the line of the values or right before them.
        words: The words taken as the label.
        fields: The same, as they stand in the table; none where they are too unlike it to be its label.
    """

    record: int
    row: int
    likeness: float
    lead: float
    near: bool
    words: str
    fields: Sequence[Field] = ()

    @property
    def certain(self) -> bool:
        """Whether the label alone settles the row."""
        return self.likeness >= _CERTAIN and self.lead >= _LEAD


class _Candidate(NamedTuple):
    bare: str
    full: str
    terminal: str | None
    penalty: float
    near: bool
    words: str
    fields: Sequence[Field]


_Scores = tuple[list[float], list[_Candidate | None]]  # likeness with each row, and the words that have it


def align(records: Records, rows: Sequence[FormRow], table: str) -> list[Match]:
    """Match records to rows, in the order of the form; a record with a whole label may stand anywhere."""
    valued = records.valued
    if not valued:
        return []
    labels = _labels(table, tuple([row.labels for row in rows]))
    scores = [_scores(records, i, labels, table) for i in range(len(valued))]
    pairs = _obvious(scores) or _in_order(valued, scores, len(rows))
    taken_records, taken_rows = {k for k, _ in pairs}, {j for _, j in pairs}
    for k, (likenesses, _) in enumerate(scores):
        if k in taken_records:
            continue
        best = max(likenesses)
        j = likenesses.index(best)
        if best >= _WHOLE and j not in taken_rows:
            pairs.append((k, j))
            taken_rows.add(j)
    return [_match(k, j, scores[k]) for k, j in sorted(pairs)]


def _match(k: int, j: int, scores: _Scores) -> Match:
    likeness, candidate = scores[0][j], scores[1][j]
    others = scores[0].copy()
    del others[j]
    lead = likeness - max(others, default=0.0)
    if candidate is None:
        return Match(k, j, likeness, lead, near=False, words="")
    fields = candidate.fields if likeness >= _LEAST_LIKENESS else ()
    return Match(k, j, likeness, lead, candidate.near, candidate.words, fields)


def _obvious(scores: Sequence[_Scores]) -> list[tuple[int, int]]:
    """Every record with the one row that it is like most, where these rows rise: no matching is better."""
    pairs = []
    last = -1
    for k, (likenesses, _) in enumerate(scores):
        *_, second, best = 0.0, *sorted(likenesses)
        j = likenesses.index(best)
        if best < _LEAST_LIKENESS or best - second < _CLEAR or j <= last:
            return []
        pairs.append((k, j))
        last = j
    return pairs


def _in_order(valued: Sequence[Record], scores: Sequence[_Scores], n_rows: int) -> list[tuple[int, int]]:
    """The best monotone matching, by dynamic programming."""
    n = len(valued)
    above = [-_SKIP_ROW * j for j in range(n_rows + 1)]
    step = [[2] * (n_rows + 1)]
    for k in range(1, n + 1):
        likenesses, _ = scores[k - 1]
        unlike = -_OTHER_LABEL if max(likenesses) >= _WHOLE else -_UNLABELLED
        cost = _SKIP_RECORD if len(valued[k - 1].cells) >= 3 else 0.0
        last = above[0] - cost
        here, moves = [last], [1]
        for corner, over, likeness in zip(above, above[1:], likenesses, strict=False):
            gain = likeness - 0.25 if likeness >= _LEAST_LIKENESS else unlike
            if likeness >= _WHOLE:
                gain += 0.5
            gain -= k * _LATER  # of two rows with one label the first is the row
            match, drop, skip = corner + gain, over - cost, last - _SKIP_ROW
            if match >= drop and match >= skip:
                last, move = match, 3
            elif skip >= drop:
                last, move = skip, 2
            else:
                last, move = drop, 1
            here.append(last)
            moves.append(move)
        above = here
        step.append(moves)
    pairs = []
    k, j = n, n_rows
    while k or j:
        move = step[k][j]
        if move == 3:
            pairs.append((k - 1, j - 1))
            k, j = k - 1, j - 1
        elif move == 1:
            k -= 1
        else:
            j -= 1
    return pairs[::-1]


def _candidates(records: Records, index: int, table: str) -> Iterator[_Candidate]:
    """The texts that may be the label of a record, nearest first."""
    own = records.valued[index].own
    for fields, penalty, near in _nearby(records, index):
        for kept in _with_and_without_groups(fields, table):
            words = "".join([f.raw for f in kept])
            bare, full = bare_key(words), key(words)
            if not bare:
                continue
            terminal = VOCABULARY.get(full)
            if not own and terminal in _ALSO_HEADINGS:
                # 其他, 总计: a repeated header has them too
                yield _Candidate(bare, full, terminal, penalty + _HEADING_WORD, False, words, kept)
            else:
                yield _Candidate(bare, full, terminal or VOCABULARY.get(bare), penalty, near, words, kept)


def _nearby(records: Records, index: int) -> Iterator[tuple[Sequence[Field], float, bool]]:
    """Words that stand together around a record, a penalty for their distance, and whether they are near."""
    record = records.valued[index]
    own, before = record.own, record.before[-4:]
    for depth in range(1, len(own) + 1):
        yield own[-depth:], 0.0, True
    if not own and before:
        yield before[-1:], 0.0, True
    for depth in range(1 if own else 2, len(before) + 1):
        yield [*before[-depth:], *own], _EACH_PIECE * depth, not own
    following = records.valued[index + 1].before if index + 1 < len(records.valued) else records.rest
    behind = [*record.after, *following[:3]]
    for depth in range(1, len(behind) + 1):
        if own or before:
            yield [*own, *behind[:depth]], _EACH_PIECE * depth + (0 if own else _LABEL_BEHIND), False
            for back in range(1, min(len(before), 3) + 1):
                yield [*before[-back:], *own, *behind[:depth]], _EACH_PIECE * (depth + back), False
        else:
            yield behind[:depth], _LABEL_BEHIND, False


def _with_and_without_groups(fields: Sequence[Field], table: str) -> list[Sequence[Field]]:
    """The words as they are, and without those that are pieces of a vertical group label."""
    if len(fields) < 2:
        return [fields]
    plain = [f for f in fields if not is_group_piece(f.raw, table)]
    return [fields, plain] if 0 < len(plain) < len(fields) else [fields]


@lru_cache(maxsize=4096)
def is_group_piece(raw: str, table: str) -> bool:
    """Whether a text is a label of a group of rows, or a piece of one: 三、本, 理结果, (三)不予."""
    text = key(raw)
    return bool(text) and any(text in group for group in _group_keys(table))


@cache
def _group_keys(table: str) -> tuple[str, ...]:
    rows = form.rows(table)
    own = {t for r in rows for t in r.labels}
    groups = {t for r in rows for t in r.heading} | ({"OTHER_HANDLING"} if table == "applications" else set())
    return tuple(
        key(a) for t in groups - own | ({"OTHER_HANDLING"} & groups) for a in form.labels(table).get(t, ())
    )


def _scores(records: Records, index: int, labels: "_Labels", table: str) -> _Scores:
    """Likeness with every row. Words that are a whole label need no comparing, the nearest of them wins."""
    record = records.valued[index]
    nearest = (record.own or record.before)[-1:]
    label = nearest[0].label if nearest else None
    if label in labels.places and (record.own or label not in _ALSO_HEADINGS):
        return _whole(_Candidate("", "", label, 0.0, True, nearest[0].raw, nearest), labels)
    unlike = []
    for candidate in _candidates(records, index, table):
        unlike.append(candidate)
        terminal = candidate.terminal
        if terminal is None or candidate.penalty >= _LABEL_BEHIND:
            continue
        if terminal in labels.places and (candidate.near or terminal not in _ALSO_HEADINGS):
            return _whole(candidate, labels)
    best: _Scores = [0.0] * labels.rows, [None] * labels.rows
    for candidate in unlike:
        _compare(candidate, labels, *best)
    return best


def _whole(candidate: _Candidate, labels: "_Labels") -> _Scores:
    """Likeness of words that are the label of a row and of no other."""
    best: _Scores = [0.0] * labels.rows, [None] * labels.rows
    for place in labels.places.get(candidate.terminal, ()):
        best[0][place], best[1][place] = 1.0 - candidate.penalty, candidate
    return best


def _compare(
    candidate: _Candidate, labels: "_Labels", best: list[float], words: list[_Candidate | None]
) -> None:
    """Put a candidate in where it is the likest so far; the whole label of one row is no other row's."""
    penalty = candidate.penalty
    if candidate.terminal is not None:
        for place in labels.places.get(candidate.terminal, ()):
            if best[place] < 1.0 - penalty:
                best[place], words[place] = 1.0 - penalty, candidate
        if not penalty:
            return
    for text in {candidate.bare, candidate.full}:
        for place, like in labels[text]:
            if like - penalty > best[place]:
                best[place], words[place] = like - penalty, candidate


class _Labels(dict[str, list[tuple[int, float]]]):
    """Text -> the places of the rows whose labels it is like, and how like; kept, as misreadings recur.

    Attributes:
        rows: How many rows there are.
        places: Terminal -> the places of the rows that have it as their label.
    """

    def __init__(self, table: str, labels: Sequence[Sequence[str]]) -> None:
        self.rows = len(labels)
        self.places: dict[str | None, list[int]] = {}
        self._choices: list[str] = []  # every printed form of every label, with and without ordinal
        self._owners: list[int] = []  # the place of its row
        for place, terminals in enumerate(labels):
            for terminal in terminals:
                self.places.setdefault(terminal, []).append(place)
                for name in form.labels(table)[terminal]:
                    forms = dict.fromkeys((bare_key(name), key(name)))
                    self._choices += forms
                    self._owners += [place] * len(forms)

    def __missing__(self, text: str) -> list[tuple[int, float]]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = process.extract(
            text, self._choices, scorer=Levenshtein.normalized_similarity, score_cutoff=_FAINT, limit=None
        )
        best = {self._owners[index]: min(like, _NEARLY) for _, like, index in reversed(found)}
        self[text] = list(best.items())
        return self[text]


@cache
def _labels(table: str, labels: tuple[tuple[str, ...], ...]) -> _Labels:
    return _Labels(table, labels)
