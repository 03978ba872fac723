"""The characters of a text object of an OFD page, each at its place."""

import math
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from govreport.diagnostics import Message
from govreport.readers.ofd.frame import Frame
from govreport.readers.ofd.parts import POINT, children, numbers
from govreport.readers.pages import Run
from govreport.readers.pages.shapes import MIDDLE
from govreport.readers.refusals import damaged, too_large

MOST_DELTAS = 100_000  # of one text
CHARACTERS = Message(zh="字符", en="characters on a page")


def text(element: Element, frame: Frame) -> Iterator[Run]:
    """The characters of a text object; what goes across the page aslant is a watermark."""
    turned = frame.turned
    if turned is None:
        return
    given = _first(element.get("Size"), 0.0)
    size = max(given * math.hypot(*frame.matrix[2:4]) * POINT, 0.1)
    wide = given * _first(element.get("HScale"), 1.0)
    x = y = 0.0
    for code in children(element, "TextCode"):
        x, y = _first(code.get("X"), x), _first(code.get("Y"), y)  # as those of the text before
        last: Run | None = None
        for character, left, base in _places(code, (x, y), wide):
            if character.isspace():
                if last is not None:
                    last.spaced = True
                continue
            right = left + _width(character, wide)
            (x0, y0), (x1, y1) = (frame.seen(at, base - MIDDLE * given) for at in (left, right))
            middle, half = (x0 + x1) / 2, math.hypot(x1 - x0, y1 - y0) / 2
            last = Run(character, middle - half, middle + half, (y0 + y1) / 2, size, turned=turned)
            yield last


def _places(code: Element, start: tuple[float, float], wide: float) -> Iterator[tuple[str, float, float]]:
    """The characters of a text with their left edges and base lines."""
    x, y = start
    across, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
    for index, character in enumerate(code.text or ""):
        yield character, x, y
        if index < len(across):
            x += across[index]
        elif index >= len(down):
            x += _width(character, wide)
        y += down[index] if index < len(down) else 0.0


def _width(character: str, wide: float) -> float:
    return wide if ord(character) > 0x2E7F else wide / 2


def _first(text: str | None, usual: float) -> float:
    return (numbers(text) or [usual])[0]


def _deltas(text: str | None) -> list[float]:
    """The steps between characters; `g 3 4.2` is 4.2 three times."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        try:
            times, step = (int(next(words)), float(next(words))) if word == "g" else (1, float(word))
        except (StopIteration, ValueError) as error:
            raise damaged(f"DeltaX {(text or '')[:40]}") from error
        if times + len(found) > MOST_DELTAS:
            raise too_large(CHARACTERS, len(found) + times, MOST_DELTAS)
        found += [step] * times
    return found
