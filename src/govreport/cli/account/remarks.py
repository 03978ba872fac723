"""Diagnostics below the lines that they are about."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from govreport.cli.account.lines import ShownLine
from govreport.cli.paint import Ink, Painter
from govreport.cli.width import visible, wrap
from govreport.diagnostics import Diagnostic, Severity

INKS = {Severity.ERROR: Ink.RED, Severity.WARNING: Ink.YELLOW, Severity.INFO: Ink.BLUE}
_INDENT = "  "


def below(
    lines: Sequence[ShownLine], found: Iterable[Diagnostic], width: int, paint: Painter
) -> Iterator[str]:
    """The lines, each with carets and messages of the diagnostics that begin in it."""
    left = list(found)
    for number, line in enumerate(lines):
        yield line.painted(paint)
        last = number + 1 == len(lines)
        here = [d for d in left if last or (d.span and line.carets(d.span) is not None)]
        left = [d for d in left if d not in here]
        for span, same in groupby(here, key=lambda d: d.span):
            group = list(same)
            carets = line.carets(span) if span else None
            if carets:
                yield paint(carets, INKS[group[0].severity])
            for diagnostic in group:
                yield from sentence(diagnostic, width, paint)


def sentence(diagnostic: Diagnostic, width: int, paint: Painter) -> Iterator[str]:
    """A diagnostic in words, without its place."""
    head = f"{diagnostic.severity.value} {diagnostic.code}"
    path = f" {diagnostic.path}:" if diagnostic.path else ""
    first, *rest = wrap(visible(f"{head}{path} {diagnostic.message}"), width - len(_INDENT))
    yield _INDENT + paint(head, INKS[diagnostic.severity]) + first.removeprefix(head)
    for line in rest:
        yield _INDENT + line
