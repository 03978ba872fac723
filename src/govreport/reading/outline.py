"""The outline: which headings the text has, and what stands between them."""

import attrs

from govreport.reading.fold import fold
from govreport.reading.grammar import judge
from govreport.reading.lexer import HEADINGS
from govreport.reading.source import Source
from govreport.reading.tokens import TableToken

# "一、" before a heading makes it one of the report; "（二）" makes it a sub-heading of section 一.
_WEIGHTS = (("(", 1), ("一二三四五六七", 4), ("123456第", 3))


@attrs.frozen
class Outline:
    """The six sections as bounds in the text.

    Attributes:
        headings: Terminal -> the token of its heading, for those that were found.
        bodies: Terminal -> start and end of what stands under it, up to the next heading.
        front: Where the text before the first heading ends.
        strays: Headings that stand out of order or twice.
        at: Terminal -> index of the heading's token in the stream.
    """

    headings: dict[str, TableToken]
    bodies: dict[str, tuple[int, int]]
    front: int
    strays: tuple[TableToken, ...]
    at: dict[str, int]


def read_outline(source: Source, tokens: list[TableToken]) -> Outline:
    """Choose the headings of the six sections: the heaviest run of candidates in the order of the form."""
    candidates = [i for i, t in enumerate(tokens) if t.type in HEADINGS]
    taken = judge("outline", [tokens[i] for i in candidates]) is not None
    chosen = candidates if taken else _heaviest_run(source, tokens, candidates)
    kept = set(chosen)
    strays = tuple(tokens[i] for i in candidates if i not in kept)
    headings = {tokens[i].type: tokens[i] for i in chosen}
    bodies = {}
    for here, after in zip(chosen, [*chosen[1:], None], strict=False):
        end = len(source.even) if after is None else tokens[after].start
        bodies[tokens[here].type] = (tokens[here].end, end)
    front = tokens[chosen[0]].start if chosen else len(source.even)
    return Outline(headings, bodies, front, strays, {tokens[i].type: i for i in chosen})


def _heaviest_run(source: Source, tokens: list[TableToken], candidates: list[int]) -> list[int]:
    """The subsequence in the order of the form with the greatest weight; later ones win a tie."""
    best: list[tuple[int, list[int]]] = [(0, [])] * (len(HEADINGS) + 1)
    for i in candidates:
        place = HEADINGS[tokens[i].type]
        before = max(best[: place + 1], key=lambda b: b[0])
        weight = before[0] + _weight(source.raw(tokens[i].start, tokens[i].end))
        if weight >= best[place + 1][0]:
            best[place + 1] = (weight, [*before[1], i])
    return max(best, key=lambda b: b[0])[1]


def _weight(raw: str) -> int:
    first = fold(raw).lstrip("#*| \t丨l>")[:1]
    return next((w for characters, w in _WEIGHTS if first and first in characters), 2)
