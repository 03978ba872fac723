"""Digits in the places that a section of a format has for them."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

import attrs

from govreport.readers.xlsx.codes import Token

_GAP = "\0"  # room without a character; no file can hold this one
_GAPS = re.compile(rf"(?<=[0-9]){_GAP}+(?=[0-9])")
_POINT = "\1"  # nor this one
_POINTS = re.compile(rf"{_POINT}(?={_GAP}*[0-9])")
_MARKS = {"digit": "0", "comma": ",", "point": "."}
_WITH_DIGITS = {"literal", "gap", "percent", *_MARKS}
_STRAY_COMMA = re.compile(r"(?<!0),|,(?!0)")
_EXACT = Context(prec=400)  # more digits than any number of a spreadsheet has
_MOST_PLACES = 30


@attrs.frozen
class _Shape:
    """How a section prints digits.

    Attributes:
        whole: The signs for digits before the point, such as `##0`.
        decimals: Those after it.
        grouped: Whether thousands are set apart.
        power: The power of ten that the number is multiplied with.
    """

    whole: str
    decimals: str
    grouped: bool
    power: int


def plain(number: Decimal) -> str:
    """A number with all its digits."""
    return f"{number.normalize() + 0:f}"  # no zero is negative


def general(number: Decimal, tokens: Sequence[Token]) -> str | None:
    """A number with all its digits, among the other tokens of a section; None where these are not known."""
    if any(token.kind not in ("general", "literal", "gap") for token in tokens):
        return None
    shown = plain(number)
    return _joined([shown if token.kind == "general" else _text(token) for token in tokens])


def figures(number: Decimal, tokens: Sequence[Token]) -> str | None:
    """A number of no sign as a section prints it; None where that is not known."""
    kinds = {token.kind for token in tokens}
    if "digit" not in kinds:
        known = kinds <= _WITH_DIGITS | {"slash"}
        return _joined([_text(token) for token in tokens]) if known else None
    shape = _shape(tokens) if kinds <= _WITH_DIGITS else None
    if shape is None:
        return None
    places = Decimal(1).scaleb(-len(shape.decimals))
    rounded = number.scaleb(shape.power, _EXACT).quantize(places, ROUND_HALF_UP, _EXACT)
    whole, _, decimals = f"{rounded:f}".partition(".")
    slots = iter([*_whole(whole.lstrip("0"), shape), *_decimals(decimals, shape.decimals)])
    return _joined(list(_filled(tokens, slots, begins_with_point=not shape.whole)))


def _filled(tokens: Sequence[Token], slots: Iterator[str], *, begins_with_point: bool) -> Iterator[str]:
    for token in tokens:
        if token.kind == "digit":
            yield next(slots)
        elif token.kind == "point":
            yield next(slots) + _POINT if begins_with_point else _POINT
        elif token.kind != "comma":
            yield _text(token)


def _shape(tokens: Sequence[Token]) -> _Shape | None:
    """The shape of a section; None for one whose points and commas are not understood."""
    marks = "".join(_MARKS.get(token.kind, "x") for token in tokens)
    marks, thousands = _scale(marks)
    whole, _, decimals = marks.partition(".")
    grouped = "," in whole
    split = grouped and "x" in whole.strip("x")
    count = decimals.count("0")
    if split or set(decimals) & {",", "."} or _STRAY_COMMA.search(whole) or count > _MOST_PLACES:
        return None
    signs = "".join(token.text for token in tokens if token.kind == "digit")
    percents = sum(token.kind == "percent" for token in tokens)
    before = len(signs) - count
    return _Shape(signs[:before], signs[before:], grouped, 2 * percents - 3 * thousands)


def _scale(marks: str) -> tuple[str, int]:
    """Marks without the commas that end them, and how many these were."""
    ended = marks.rstrip("x")
    bare = ended.rstrip(",")
    return (bare, len(ended) - len(bare)) if bare != ended and bare.endswith("0") else (marks, 0)


def _whole(digits: str, shape: _Shape) -> list[str]:
    """What stands in each place before the point; the first has all digits that are too many."""
    signs = shape.whole or "#"
    missing = max(len(signs) - len(digits), 0)
    zero = signs.find("0")
    places = [
        "0" if 0 <= zero <= i else _GAP if sign == "?" else "" for i, sign in enumerate(signs[:missing])
    ]
    if shape.grouped:
        filled = "".join(places).replace(_GAP, "") + digits
        head = len(filled) % 3
        groups = [filled[:head], *(filled[i : i + 3] for i in range(head, len(filled), 3))]
        return [",".join(group for group in groups if group), *[""] * (len(signs) - 1)]
    if missing:
        return [*places, *digits]
    extra = len(digits) - len(signs) + 1
    return [digits[:extra], *digits[extra:]]


def _decimals(digits: str, signs: str) -> list[str]:
    """What stands in each place after the point: zeros at the end only where a sign asks for them."""
    kept = max((i + 1 for i, sign in enumerate(signs) if sign == "0" or digits[i] != "0"), default=0)
    return [*digits[:kept], *(_GAP if sign == "?" else "" for sign in signs[kept:])]


def _text(token: Token) -> str:
    return _GAP if token.kind == "gap" else token.text


def _joined(texts: Sequence[str]) -> str:
    """Texts in one; room is a space where digits would meet, else nothing, as a point before no digits is."""
    pointed = _POINTS.sub(".", "".join(texts)).replace(_POINT, "")
    return _GAPS.sub(" ", pointed).replace(_GAP, "").strip()
