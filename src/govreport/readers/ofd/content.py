"""The objects of an OFD page: texts with the place of each character, and paths as ruling lines."""

import math
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import attrs

from govreport.diagnostics import Message
from govreport.readers.ofd.parts import POINT, named, numbers
from govreport.readers.pages import Rule, Run
from govreport.readers.refusals import damaged, too_large

MOST_CHARACTERS = 500_000  # of one page
MOST_DELTAS = 100_000  # of one text
_MIDDLE = 0.36  # of the size above the base line: half the height of a digit
_THIN = 3.0  # points: a box as thin as this is a line
_STRAIGHT = 0.7  # points by which a line may lean
_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

Point = tuple[float, float]


@attrs.define
class Content:
    """What is printed on a page, in points: its text, its lines, and the area of its largest picture."""

    runs: list[Run] = attrs.Factory(list)
    level: list[Rule] = attrs.Factory(list)
    upright: list[Rule] = attrs.Factory(list)
    pictures: float = 0.0


@attrs.frozen
class _Frame:
    """Where an object stands: its own space, moved by a matrix, then to the corner of its box."""

    corner: Point
    matrix: tuple[float, float, float, float, float, float]

    @classmethod
    def of(cls, element: Element) -> "_Frame":
        """The frame of an object."""
        box, matrix = numbers(element.get("Boundary")), numbers(element.get("CTM"))
        a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        x, y = box[:2] if len(box) == 4 else (0.0, 0.0)
        return cls((x, y), (a, b, c, d, e, f))

    def seen(self, x: float, y: float) -> Point:
        """A point of the object, in points of the page."""
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e + self.corner[0]) * POINT, (b * x + d * y + f + self.corner[1]) * POINT


def content(root: Element, found: Content) -> None:
    """Add what a page or template prints.

    Raises:
        ReadError: It is damaged, or beyond a bound.
    """
    for element in root.iter():
        if element.get("Visible") == "false":
            continue
        kind = element.tag.rpartition("}")[2]
        if kind == "TextObject":
            found.runs += _text(element)
            if len(found.runs) > MOST_CHARACTERS:
                raise too_large(_CHARACTERS, len(found.runs), MOST_CHARACTERS)
        elif kind == "PathObject":
            _path(element, found)
        elif kind == "ImageObject" and len(box := numbers(element.get("Boundary"))) == 4:
            found.pictures = max(found.pictures, box[2] * box[3] * POINT * POINT)


def _text(element: Element) -> Iterator[Run]:
    """The characters of a text object, each at its place."""
    frame = _Frame.of(element)
    given = (numbers(element.get("Size")) or [0.0])[0]
    a, b, c, d, _, _ = frame.matrix
    size = max(given * math.hypot(c, d) * POINT, 0.1)
    turned = round(math.atan2(b, a) / (math.pi / 2)) % 4
    for code in named(element, "TextCode"):
        text = code.text or ""
        x, y = ((numbers(code.get(axis)) or [0.0])[0] for axis in ("X", "Y"))
        across, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
        last: Run | None = None
        for index, character in enumerate(text):
            width = given if ord(character) > 0x2E7F else given / 2
            if character.isspace():
                if last is not None:
                    last.spaced = True
            else:
                left, base = frame.seen(x, y - _MIDDLE * given)
                right, end = frame.seen(x + width, y - _MIDDLE * given)
                middle, half = (left + right) / 2, math.hypot(right - left, end - base) / 2
                last = Run(character, middle - half, middle + half, (base + end) / 2, size, turned=turned)
                yield last
            if index < len(across):
                x += across[index]
            elif index >= len(down):
                x += width
            y += down[index] if index < len(down) else 0.0


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
            raise too_large(_CHARACTERS, len(found) + times, MOST_DELTAS)
        found += [step] * times
    return found


def _path(element: Element, found: Content) -> None:
    is_stroked, is_filled = element.get("Stroke") != "false", element.get("Fill") == "true"
    if not is_stroked and not is_filled:
        return
    frame = _Frame.of(element)
    for data in named(element, "AbbreviatedData"):
        for points in _outlines(data.text or ""):
            seen = [frame.seen(*point) for point in points]
            xs, ys = [x for x, _ in seen], [y for _, y in seen]
            if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
                _line((min(xs), min(ys)), (max(xs), max(ys)), found)
            else:
                for one, other in pairwise(seen):
                    _line(one, other, found)


def _line(one: Point, other: Point, found: Content) -> None:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    if across > _STRAIGHT and down <= min(across, _THIN):
        found.level.append(Rule((one[1] + other[1]) / 2, *sorted((one[0], other[0]))))
    if down > _STRAIGHT and across <= min(down, _THIN):
        found.upright.append(Rule((one[0] + other[0]) / 2, *sorted((one[1], other[1]))))


def _outlines(data: str) -> Iterator[list[Point]]:
    """The connected strokes of a path; of a curve only its end."""
    points: list[Point] = []
    words = iter(data.split())
    for word in words:
        if word not in _ARGUMENTS:
            raise damaged(f"AbbreviatedData {word[:20]}")
        values = numbers(" ".join(value for _, value in zip(range(_ARGUMENTS[word]), words, strict=False)))
        if word in "SM" and points:
            yield points
            points = []
        if word == "C" and points:
            points.append(points[0])
        elif len(values) >= 2:
            points.append((values[-2], values[-1]))
    if points:
        yield points


_CHARACTERS = Message(zh="字符", en="characters on a page")
