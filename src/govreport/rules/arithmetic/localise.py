"""Error localisation after Fellegi and Holt: the smallest sets of cells whose change satisfies every sum.

A set of cells that explains the broken sums is peeled from its leaves: some sum holds exactly one of its
cells, whose change is then what that sum lacks. Only where the cells go round in a circle, two rows by two
columns, has every sum two of them; and then three of the four explain the same, unless a count would become
negative. So the search tries, sum by broken sum, the change of one cell that mends it, and goes on with what
is broken afterwards. A cell stands in one row sum and at most one sum of every other kind, so the number of
broken sums of a kind is the number of cells that it takes at least; that ends nearly every branch at once.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from govreport.rules.arithmetic.sums import Sum

SIZE = 4  # sets of more cells explain too much to point at any of them
LIMIT = 60  # more explanations than this are none

Changes = frozenset[tuple[str, int]]
"""Cells with the values that they would have to have."""


def localise(values: Mapping[str, int | None], sums: Sequence[Sum]) -> tuple[Changes, ...]:
    """All smallest sets of changes that make every sum hold; empty where none of up to `SIZE` cells does.

    A blank counts as nothing and may be given a value; no count becomes negative.
    """
    search = _Search(values, sums)
    for size in range(1, SIZE + 1):
        search.run(size)
        if search.found:
            break
    return tuple(sorted(search.found, key=sorted)) if len(search.found) <= LIMIT else ()


@attrs.define
class _Search:
    """The search for sets of one size."""

    values: Mapping[str, int | None]
    sums: Sequence[Sum]
    found: set[Changes] = attrs.field(factory=set)
    _memberships: dict[str, list[tuple[int, int]]] = attrs.field(init=False)
    _seen: set[frozenset[tuple[str, int]]] = attrs.field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        memberships = defaultdict(list)
        for index, each in enumerate(self.sums):
            for path, sign in each.terms:
                memberships[path].append((index, sign))
        self._memberships = dict(memberships)

    def run(self, size: int) -> None:
        """Look for all sets of so many cells."""
        broken = {
            i: residual
            for i, each in enumerate(self.sums)
            if (residual := sum(sign * (self.values[path] or 0) for path, sign in each.terms))
        }
        self._seen.clear()
        self._descend(broken, {}, size)

    def _descend(self, broken: dict[int, int], changes: dict[str, int], left: int) -> None:
        if not broken:
            self.found.add(frozenset(changes.items()))
            return
        if len(self.found) > LIMIT or self._needs(broken) > left:
            return
        if left == 1 and len({abs(residual) for residual in broken.values()}) > 1:
            return
        state = frozenset(changes.items())
        if state in self._seen:
            return
        self._seen.add(state)
        for index in [next(iter(broken))] if left == 1 else list(broken):
            for path, sign in self.sums[index].terms:
                value = (self.values[path] or 0) - sign * broken[index]
                if path not in changes and value >= 0:
                    after = self._after(broken, path, -sign * broken[index])
                    self._descend(after, {**changes, path: value}, left - 1)

    def _needs(self, broken: dict[int, int]) -> int:
        """How many cells it takes at least: a cell stands in one sum of each kind at most."""
        kinds = [self.sums[index].kind for index in broken]
        return max(map(kinds.count, set(kinds)))

    def _after(self, broken: dict[int, int], path: str, delta: int) -> dict[int, int]:
        """What is broken after a cell changed by so much."""
        after = dict(broken)
        for index, sign in self._memberships[path]:
            residual = after.pop(index, 0) + sign * delta
            if residual:
                after[index] = residual
        return after
