"""Printed lines to paragraphs: a line that had no room for the next word goes on in the next line."""

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from govreport.readers.pages.lines import Line

_INDENT = 1.0  # of the size: a line that begins further right begins a paragraph
_CENTRED = 3.0  # of the size: space on both sides of a centred line
_SLACK = 0.6  # of the size by which a full line may be short of the margin
_LEADING = 1.35  # of the usual distance between lines: more is a new paragraph
_SHORTEST = 12.0  # of the size: no column of prose is narrower, so a shorter line is not full
_SINGLE = 1.8  # of the size: a distance that is never too large
_WORD = re.compile(r"[!-~]+")
_HANGING = "，。、；：！？）”’》〉】,.;:!?)]"


@attrs.frozen
class Margins:
    """Between which the lines of a page stand, and how far from each other."""

    left: float
    right: float
    pitch: float


def margins(found: Sequence[Line]) -> Margins:
    """The margins that the lines of a page show."""
    pitches = sorted(b.y - a.y for a, b in pairwise(found) if b.y > a.y)
    pitch = pitches[len(pitches) // 3] if pitches else 0.0  # lines within paragraphs are the closer ones
    return Margins(min(line.x0 for line in found), max(line.x1 for line in found), pitch)


def goes_on(line: Line, then: Line, within: Margins, of_then: Margins) -> bool:
    """Whether a line goes on in the next one; the margins are those of the pages of both."""
    size = line.size
    if line.has_columns or then.has_columns or abs(size - then.size) > 0.2 * size:
        return False
    if line.x1 - line.x0 < _SHORTEST * size:
        return False
    last = line.runs[-1]
    end = last.x0 if last.text[-1:] in _HANGING and len(last.text) == 1 else line.x1
    if end + _first_word(then) <= within.right - _SLACK * size:
        return False
    if then.x0 - of_then.left <= _INDENT * size:
        return True
    left, right = then.x0 - of_then.left, of_then.right - then.x1
    return min(left, right) > _CENTRED * size and abs(left - right) < 2 * size and line.x0 < then.x0


def is_near(line: Line, then: Line, within: Margins) -> bool:
    """Whether two lines of a page are no further apart than lines of a paragraph."""
    return then.y - line.y <= max(_LEADING * within.pitch, _SINGLE * line.size)


def joined(text: str, line: Line, then: str) -> str:
    """The text of a paragraph with another line; a word of Latin letters ended with its line."""
    apart = text[-1:].isascii() and then[:1].isascii() and text[-1:].isalpha() and then[:1].isalpha()
    return f"{text} {then}" if apart or line.runs[-1].spaced else text + then


def _first_word(line: Line) -> float:
    """The width of the first word of a line, with the punctuation that may not begin one."""
    text, width = "", 0.0
    for run in line.runs:
        is_word = (text + run.text).isascii() and not run.spaced
        if text and not is_word and run.text not in _HANGING:
            break
        if len(run.text) > 1:
            word = _WORD.match(run.text)
            return width + (run.x1 - run.x0) * (word.end() if word else 1) / len(run.text)
        text += run.text
        width = run.x1 - line.x0
    return width
