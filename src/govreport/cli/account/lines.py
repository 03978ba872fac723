"""Source lines as they are shown: each piece in its marks, spacing squeezed where the line is too long."""

import re
from collections.abc import Iterator, Sequence

import attrs

from govreport.cli.paint import Ink, Painter
from govreport.cli.width import clip, visible
from govreport.diagnostics import Span, display_width
from govreport.model import Piece, Role

_MARKS = {
    Role.LABEL: ("", "", Ink.GREEN),
    Role.CELL: ("", "", Ink.BOLD),
    Role.HEADING: ("[", "]", Ink.CYAN),
    Role.FURNITURE: ("{", "}", Ink.FAINT),
    Role.UNEXPLAINED: ("?", "?", Ink.ALARM),
}
_TAB, _MARKUP, _LINE_END, _MORE = " ⇥ ", " ¦ ", " ↵ ", "…"
_SPACES = re.compile(r"\s+")
_LONGEST = 400
_CAPS = (None, 40, 24, 16, 10)  # columns that a piece is cut to until the line fits


@attrs.frozen
class Segment:
    """A piece with its marks, or what stands between two."""

    text: str
    ink: Ink = Ink.FAINT
    start: int = -1
    end: int = -1


@attrs.frozen
class ShownLine:
    """One line on the terminal."""

    segments: tuple[Segment, ...]

    @property
    def width(self) -> int:
        """Columns that it takes."""
        return sum(display_width(s.text) for s in self.segments)

    def painted(self, paint: Painter) -> str:
        """The line as it is printed."""
        return "".join(paint(s.text, s.ink) for s in self.segments)

    def carets(self, span: Span) -> str | None:
        """Carets under what a span covers, or None where it covers nothing of the line."""
        at = 0
        first = last = -1
        for segment in self.segments:
            width = display_width(segment.text)
            if segment.start < max(span.end, span.start + 1) and segment.end > span.start:
                first, last = (at if first < 0 else first), at + width
            at += width
        return None if first < 0 else " " * first + "^" * (last - first)


def show(text: str, lines: Sequence[Sequence[Piece]], width: int) -> list[ShownLine]:
    """The source lines of a unit; lines of one piece each stand side by side."""
    if len(lines) > 1 and all(len(merged(text, line)) == 1 for line in lines):
        return list(_side_by_side(text, lines, width))
    return [_show_line(text, line, width) for line in lines]


def merged(text: str, pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Neighbours of one role with no more than a space between them belong together."""
    found: list[list[Piece]] = []
    for piece in pieces:
        last = found[-1][-1] if found else None
        if (
            last is not None
            and piece.role is not Role.CELL
            and (last.role, last.path) == (piece.role, piece.path)
            and len(between := text[last.span.end : piece.span.start]) <= 1
            and not between.strip(" \u3000")
        ):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _side_by_side(text: str, lines: Sequence[Sequence[Piece]], width: int) -> Iterator[ShownLine]:
    """Short lines on one, a sign for each line end."""
    row: list[Segment] = []
    used = 0
    for number, pieces in enumerate(lines):
        segment = _segment(text, pieces, width)
        added = display_width(segment.text) + (len(_LINE_END) if number else 0)
        if row and used + added > width:
            yield ShownLine(tuple(row))
            row, used = [], 0
        row += [Segment(_LINE_END if row else _LINE_END.lstrip())] * (number > 0) + [segment]
        used += added
    yield ShownLine(tuple(row))


def _show_line(text: str, pieces: Sequence[Piece], width: int) -> ShownLine:
    """A line with its spacing where it fits; else squeezed, with long pieces cut, at last cut itself."""
    line = ShownLine(tuple(_segments(text, pieces, None, squeezed=False)))
    for cap in _CAPS:
        if line.width <= width:
            return line
        line = ShownLine(tuple(_segments(text, pieces, cap, squeezed=True)))
    kept: list[Segment] = []
    end = pieces[0].span.start
    for segment in line.segments:
        if sum(display_width(s.text) for s in [*kept, segment]) >= width:
            break
        kept.append(segment)
        end = max(end, segment.end)
    return ShownLine((*kept, Segment(_MORE, Ink.FAINT, end, pieces[-1].span.end)))


def _segments(text: str, pieces: Sequence[Piece], cap: int | None, *, squeezed: bool) -> Iterator[Segment]:
    at = text.rfind("\n", 0, pieces[0].span.start) + 1
    for group in merged(text, pieces):
        yield Segment(_gap(text[at : group[0].span.start], squeezed=squeezed, first=group[0] is pieces[0]))
        yield _segment(text, group, cap)
        at = group[-1].span.end
    end = text.find("\n", at)
    yield Segment(_gap(text[at : end if end >= 0 else len(text)], squeezed=squeezed, first=False).rstrip())


def _segment(text: str, group: Sequence[Piece], cap: int | None) -> Segment:
    before, after, ink = _MARKS[group[0].role]
    start, end = group[0].span.start, group[-1].span.end
    words = group[0].text if len(group) == 1 else text[start:end]
    words = clip(visible(words[:_LONGEST]), cap or _LONGEST)
    return Segment(f"{before}{visible(words)}{after}", ink, start, end)


def _gap(raw: str, *, squeezed: bool, first: bool) -> str:
    """What stands between two pieces: delimiters, white space, markup."""
    if "<" in raw or "&" in raw:
        return "" if first else _MARKUP
    raw = raw.replace("\t", "" if first else _TAB)
    if not squeezed:
        return visible(raw)
    signs = " ".join(_SPACES.sub("", visible(raw)))
    if not signs:
        return "" if first else raw[:2]
    return f"{signs} " if first else f" {signs} "
