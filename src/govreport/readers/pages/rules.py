"""Ruling lines as drawn to lines as meant: pieces, dots, double and crooked strokes become one line each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govreport.diagnostics import Message
from govreport.readers.pages.page import Rule
from govreport.readers.refusals import too_large

MOST_RULES = 200_000  # strokes of one page; a page of tables has some hundred
MOST_LINES = 1_000  # lines of one page and direction

_CROOKED = 1.0  # points by which the pieces of one line may differ
_GAP = 6.5  # between the dashes of a line; no cell is as narrow
_SHORTEST = 6.0  # what is shorter is a dot or an ornament


def straightened(rules: Sequence[Rule]) -> list[Rule]:
    """The lines that the rules of one direction make, in the order of their places.

    Raises:
        ReadError: There are more than any page of tables has.
    """
    if len(rules) > MOST_RULES:
        raise too_large(_LINES, len(rules), MOST_RULES)
    lines = [
        Rule(at, start, end)
        for at, group in _levels(rules)
        for start, end in _stretches(group)
        if end - start >= _SHORTEST
    ]
    if len(lines) > MOST_LINES:
        raise too_large(_LINES, len(lines), MOST_LINES)
    return lines


def levels(places: Iterable[float], tolerance: float) -> list[float]:
    """Places that are one within a tolerance, each as its mean, in order."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= tolerance and place - groups[-1][0] <= 1.5 * tolerance:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _levels(rules: Sequence[Rule]) -> Iterator[tuple[float, list[Rule]]]:
    """The rules by the line they lie on."""
    places = levels((rule.at for rule in rules), _CROOKED)
    bounds = [*((a + b) / 2 for a, b in pairwise(places)), float("inf")]
    group: list[Rule] = []
    index = 0
    for rule in sorted(rules, key=lambda r: r.at):
        while rule.at > bounds[index]:
            if group:
                yield places[index], group
            group, index = [], index + 1
        group.append(rule)
    if group:
        yield places[index], group


def _stretches(rules: Iterable[Rule]) -> Iterator[tuple[float, float]]:
    """The pieces of one line put together over small gaps."""
    start = end = None
    for rule in sorted(rules, key=lambda r: r.start):
        if start is None or end is None:
            start, end = rule.start, rule.end
        elif rule.start <= end + _GAP:
            end = max(end, rule.end)
        else:
            yield start, end
            start, end = rule.start, rule.end
    if start is not None and end is not None:
        yield start, end


_LINES = Message(zh="线条", en="lines on a page")
