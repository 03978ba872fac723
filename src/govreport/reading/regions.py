"""Where the tables stand when the outline does not tell: found from their own labels, line by line."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, dropwhile
from operator import attrgetter

import attrs
import regex

from govreport import form
from govreport.reading.cells import Reading, goes_on
from govreport.reading.front import is_page_foot, is_page_line
from govreport.reading.lexer import HEADINGS, identify
from govreport.reading.markup import FILLER, without_fillers
from govreport.reading.source import Source

_DRAWN = f"{FILLER} \t\r\xa0\u3000|+:=-_"  # what rules are made of
PART_RULE = regex.compile(r"\+?-{3,}\+?")  # drawn beside a cell that spans rows
_SPLIT = regex.compile(r"\s{2,}")
_SENTENCE_END = ("。", "；", "！", "？")
_PROSE_LENGTH = 60
_SENTENCE = 12  # a line that ends like a sentence is prose from this length on
_LONGEST_PLAIN = 120  # a longer line without delimiters is prose
_LONGEST_ROW = 4000  # a longer line is no row of a table
_BLANK_ROW = 10  # so many delimiters and nothing else are a row of blank cells
_REMEMBERED_LENGTH = 200
_TAIL = 24  # so many letters are a short rest of a label
_BRIDGE = 3  # so many lines of prose do not end a table that goes on behind them
_HEADER = 2  # so many labels without a number are a header
_LABELS = Counter(terminal for table in form.TABLES for terminal in form.labels(table))
_NO_TABLE: frozenset[str] = frozenset()
_ONLY_TABLE = {t: table for table in form.TABLES for t in form.labels(table) if _LABELS[t] == 1}


@attrs.define
class Line:
    """A line and what its fields are. Not frozen, since one is made for each line of a text."""

    start: int
    end: int
    text: str
    votes: tuple[str, ...]  # terminals of the labels that stand in it as whole fields
    heading: str | None
    prose: bool
    cells: int
    is_rule: bool  # it is drawn, and nothing is written in it


_votes, _cells = attrgetter("votes"), attrgetter("cells")
_Content = tuple[tuple[str, ...], str | None, bool, int, bool]  # votes, heading, prose, cells, is_rule


@attrs.frozen
class Region:
    """The lines of one table.

    Attributes:
        lines: All of them, in the order of the text.
        repeated: Another region of the text shows the same table.
        labels: How many labels of the table stand in it as whole fields.
        pieces: Where it stands: in one piece, or in several, with other text between them.
    """

    lines: tuple[Line, ...]
    repeated: bool
    labels: int
    pieces: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, pieces: Sequence[Sequence[Line]], *, repeated: bool = False, labels: int = 0) -> "Region":
        """The region of some runs of lines."""
        bounds = tuple((lines[0].start, lines[-1].end) for lines in pieces)
        return cls(tuple(chain.from_iterable(pieces)), repeated, labels, bounds)


def read_lines(source: Source) -> list[Line]:
    """Every line of the text, blank ones included, with what stands in it."""
    found = []
    at = 0
    for text in source.even.split("\n"):
        end = at + len(text)
        content = _remembered(text) if end - at <= _REMEMBERED_LENGTH else _content(text)
        found.append(Line(at, end, text, *content))
        at = end + 1
    return found


def _content(text: str) -> _Content:
    """What stands in a line: the labels, the heading, whether it is prose, and the number of cells."""
    stripped = without_fillers(text).strip(" \t\r|")
    if not stripped:
        return (), None, False, int(text.count("\t") + text.count("|") >= _BLANK_ROW), False
    if not stripped.strip(_DRAWN) and ("---" in text or "===" in text):
        return (), None, False, 0, True
    delimited = "|" in text or "\t" in text
    if len(stripped) > _LONGEST_PLAIN and not delimited and "  " not in stripped:
        return (), None, True, 0, False
    whole = identify(stripped)
    if isinstance(whole, Reading):
        return (), None, False, 1, False
    if isinstance(whole, str):
        return ((), whole, False, 0, False) if whole in HEADINGS else ((whole,), None, False, 0, False)
    if len(stripped) > _LONGEST_ROW:
        return (), None, not delimited, 0, False
    if delimited:
        drawn = PART_RULE.sub("\t", stripped) if "---" in stripped else stripped
        fields = words = [f for piece in drawn.replace("|", "\t").split("\t") if (f := piece.strip())]
    else:
        fields = [f for f in _SPLIT.split(stripped) if f]
        words = [
            *fields,
            *(w for f in fields if len(fields) == 1 or len(f) > _SENTENCE for w in f.split() if w != f),
        ]
    entries = [e for e in map(identify, words) if e is not None]
    votes = tuple([e for e in entries if isinstance(e, str)])
    prose = not votes and _is_prose(stripped, fields)
    return votes, None, prose, len(entries) - len(votes), False


# Rows of the same numbers, headings and labels come again, in one text and from report to report.
_remembered = lru_cache(maxsize=8192)(_content)


def _is_prose(stripped: str, fields: Sequence[str]) -> bool:
    """Whether the fields of a line are prose: one of them is long, or the only one a sentence."""
    if len(stripped) <= _SENTENCE:
        return False
    longest = max([len(f) - f.count(" ") for f in fields], default=0)
    return longest > _PROSE_LENGTH or (
        longest > _SENTENCE and len(fields) == 1 and stripped.endswith(_SENTENCE_END)
    )


def find_regions(lines: list[Line]) -> dict[str, Region]:
    """The region of each table that the text shows."""
    found = {}
    segments = _segments(lines)
    for table in form.TABLES:
        own = _merged([s for s in segments if s[0] == table], lines)
        if not own:
            continue
        labels = form.labels(table).keys()
        weights = [len(labels & set(chain(*map(_votes, lines[a : b + 1])))) for _, a, b in own]
        cells = [sum(map(_cells, lines[a : b + 1])) for _, a, b in own]
        best = max(range(len(own)), key=list(zip(weights, cells, strict=True)).__getitem__)
        if weights[best] < 2 and not cells[best]:
            continue
        pieces = [lines[a : b + 1] for _, a, b in own]
        paged = [_follows_foot(lines, first) for _, first, _ in own]
        kept = _going_on(table, best, pieces, paged)
        first = kept[0]
        if first and paged[first] and not cells[first - 1] and weights[first - 1] >= _HEADER:
            kept.insert(0, first - 1)  # its header stands on the page before
        others = [i for i in range(len(own)) if i not in kept and weights[i] * 2 > weights[best] and cells[i]]
        trimmed = [pieces[i] if i == best else _from_first_row(pieces[i]) for i in kept]
        found[table] = Region.of(trimmed, repeated=bool(others), labels=weights[best])
    return found


def _going_on(table: str, best: int, pieces: Sequence[Sequence[Line]], paged: Sequence[bool]) -> list[int]:
    """The piece of a table that shows most of it, and those in which its rows go on before and behind it.

    So stand tables that a page break divides, where the text of each page comes before its tables; the row
    at the break may be printed on both sides.

    Args:
        table: The name of the table.
        best: Which piece shows most of it.
        pieces: The lines of all pieces.
        paged: Whether the foot of a page stands right before each.
    """
    order = {r.labels[0]: number for number, r in enumerate(form.rows(table))}
    shown = [
        [order[v] for v in chain(*map(_votes, lines)) if v in order] if any(map(_cells, lines)) else []
        for lines in pieces
    ]

    def goes_on_in(before: int, behind: int) -> bool:
        rows, more = shown[before], shown[behind]
        return bool(paged[behind] and rows and more and max(rows) <= min(more))

    kept = [best]
    for i in range(best + 1, len(pieces)):
        if goes_on_in(kept[-1], i):
            kept.append(i)
    for i in reversed(range(best)):
        if goes_on_in(i, kept[0]):
            kept.insert(0, i)
    return kept


def _follows_foot(lines: list[Line], first: int) -> bool:
    """Whether the foot of a page stands right before a line; behind a heading another table begins."""
    before = [line.text for line in lines[max(first - 5, 0) : first] if line.text.strip()]
    return bool(before) and is_page_foot(before[-1])


def _from_first_row(lines: Sequence[Line]) -> Sequence[Line]:
    """A piece of a table without the lines before its rows, a signature or the foot of a page."""
    return list(dropwhile(lambda line: not line.votes, lines))


def _segments(lines: list[Line]) -> list[tuple[str, int, int]]:
    """Runs of lines that vote for one table: (table, first line, last line)."""
    found: list[tuple[str, int, int]] = []
    current: str | None = None
    first = last = pending = -1
    for number, line in enumerate(lines):
        if not line.text:
            continue
        own = {_ONLY_TABLE[v] for v in line.votes if v in _ONLY_TABLE} if line.votes else _NO_TABLE
        if line.heading or line.prose:
            if current:
                found.append((current, first, last))
            current, pending = None, -1
        elif len(own) == 1 and current not in own:
            if current:
                found.append((current, first, last))
                first = number
            else:
                first = pending if pending >= 0 else number
            (current,) = own
            last = number
        elif current:
            if line.cells or not _LABELS.keys().isdisjoint(line.votes) or _is_tail(line.text):
                last = number
        elif line.text.strip():
            if is_page_line(line.text):
                pending = -1
            elif pending < 0:
                pending = number
    if current:
        found.append((current, first, last))
    return found


def _is_tail(text: str) -> bool:
    """A short rest of a label or number, or a line of the page, may follow a row."""
    return "|" in text or 0 < sum(map(str.isalnum, text[:_LONGEST_ROW].strip())) <= _TAIL or goes_on(text)


def _merged(segments: list[tuple[str, int, int]], lines: list[Line]) -> list[tuple[str, int, int]]:
    """Segments of one table with no more than a few lines of prose between them become one."""
    merged: list[tuple[str, int, int]] = []
    for table, first, last in segments:
        if merged:
            between = [x for x in lines[merged[-1][2] + 1 : first] if x.text.strip()]
            if len(between) <= _BRIDGE and not any(x.heading for x in between):
                merged[-1] = (table, merged[-1][1], last)
                continue
        merged.append((table, first, last))
    return merged
