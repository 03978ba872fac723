"""Error localisation after Fellegi and Holt: the smallest sets of cells whose change satisfies every sum.

A set of cells that explains the broken sums is peeled from its leaves: some sum holds exactly one of its
cells, whose change is then what that sum lacks. Only where the cells go round in a circle, two rows by two
columns, has every sum two of them; and then three of the four explain the same, unless a count would become
negative. So the search tries, sum by broken sum, the change of one cell that mends it, and goes on with what
is broken afterwards. A cell stands in one row sum and at most one sum of every other kind, so the number of
broken sums of a kind is the number of cells that it takes at least; that ends nearly every branch at once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

import attrs

from govreport.rules.arithmetic.sums import Sum

SIZE = 4  # sets of more cells explain too much to point at any of them
LIMIT = 60  # more explanations than this are none
_KEPT = 64  # nearly all reports have the same sums: one incidence for each form

CellSet = frozenset[tuple[str, int]]
"""Cells with the values that they would have to have."""
Residuals = Mapping[Sum, int]
"""The sums that do not hold, with what their parts have too much."""
Incidence = Mapping[str, tuple[tuple[Sum, int], ...]]
"""Cell -> the sums that it stands in, with its sign in each."""


@lru_cache(maxsize=_KEPT)
def incidence(sums: tuple[Sum, ...]) -> Incidence:
    """The sums of every cell."""
    found: dict[str, list[tuple[Sum, int]]] = defaultdict(list)
    for each in sums:
        for path, sign in each.terms:
            found[path].append((each, sign))
    return {path: tuple(its_sums) for path, its_sums in found.items()}


def localise(
    values: Mapping[str, int | None], sums: tuple[Sum, ...], broken: Residuals
) -> tuple[CellSet, ...]:
    """All smallest sets of changes that make every sum hold; empty where none of up to `SIZE` cells does.

    A blank counts as nothing and may be given a value; no count becomes negative.

    Args:
        values: The cells.
        sums: All that bind them.
        broken: Those of the sums that do not hold.
    """
    search = _Search(values, incidence(sums))
    for size in range(_needs(broken), SIZE + 1):
        search.run(broken, size)
        if search.found:
            break
    return tuple(sorted(search.found, key=sorted)) if len(search.found) <= LIMIT else ()


def _needs(broken: Residuals) -> int:
    """How many cells it takes at least: a cell stands in one sum of each kind at most."""
    kinds = [each.kind for each in broken]
    return max(map(kinds.count, set(kinds)), default=0)


def _leaves(broken: Residuals, left: int) -> Collection[Sum]:
    """Broken sums of which one holds exactly one of the cells, if so many cells mend all.

    Where as many sums of a kind are broken as there are cells, each has one of its own; with one cell more,
    one of any two has, and so on. The fewer cells there are to try, the better.
    """
    kinds: dict[str, list[Sum]] = defaultdict(list)
    for each in broken:
        kinds[each.kind].append(each)
    chosen: Collection[Sum] = broken
    for sums in kinds.values():
        enough = sorted(sums, key=_length)[: left - len(sums) + 1]
        if len(enough) == left - len(sums) + 1 and sum(map(_length, enough)) < sum(map(_length, chosen)):
            chosen = enough
    return chosen


def _length(each: Sum) -> int:
    return len(each.terms)


@attrs.define
class _Search:
    """The search for sets of one size."""

    values: Mapping[str, int | None]
    incidence: Incidence
    found: set[CellSet] = attrs.field(factory=set)
    _seen: set[CellSet] = attrs.field(init=False, factory=set)

    def run(self, broken: Residuals, size: int) -> None:
        """Look for all sets of so many cells."""
        self._seen.clear()
        self._descend(broken, frozenset(), size)

    def _descend(self, broken: Residuals, changes: CellSet, left: int) -> None:
        if changes in self._seen or len(self.found) > LIMIT:
            return
        self._seen.add(changes)
        if not broken:
            self.found.add(changes)
            return
        if left == 1:
            self.found.update(changes | {last} for last in self._last(broken))
            return
        changed = {path for path, _ in changes}
        for each in _leaves(broken, left):
            residual = broken[each]
            for path, sign in each.terms:
                value = (self.values[path] or 0) - sign * residual
                if value < 0 or path in changed:
                    continue
                after = self._after(broken, path, -sign * residual)
                if _needs(after) < left:
                    self._descend(after, changes | {(path, value)}, left - 1)

    def _last(self, broken: Residuals) -> Iterator[tuple[str, int]]:
        """The cells whose change alone mends all that is broken."""
        first, residual = next(iter(broken.items()))
        for path, sign in first.terms:
            delta = -sign * residual
            value = (self.values[path] or 0) + delta
            its_sums = self.incidence[path]
            whole = value >= 0 and len(its_sums) == len(broken)
            if whole and all(broken.get(each) == -sign * delta for each, sign in its_sums):
                yield path, value

    def _after(self, broken: Residuals, path: str, delta: int) -> Residuals:
        """What is broken after a cell changed by so much."""
        after = dict(broken)
        for each, sign in self.incidence[path]:
            residual = after.pop(each, 0) + sign * delta
            if residual:
                after[each] = residual
        return after
