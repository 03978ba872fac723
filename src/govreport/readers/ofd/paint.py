"""What an object of an OFD page is painted with: whether it is seen, and hides what is under it."""

from enum import Enum
from xml.etree.ElementTree import Element

from govreport.readers.ofd.parts import child, numbers

_SOLID = 250  # of 255: what is as opaque as this
_FULL = {form for n in range(_SOLID, 256) for form in (str(n), f"#{n:02x}")}
_NO_INK = {"0", "#0", "#00"}


class Paint(Enum):
    """How the inside of an object looks."""

    NONE = "none"
    WHITE = "white"
    SHADE = "shade"


def paint(element: Element, *, usual: bool) -> tuple[Paint, bool]:
    """What an object is filled with, and whether nothing is seen through it; `usual` if it is not said."""
    if element.get("Fill", "true" if usual else "false") == "false":
        return Paint.NONE, False
    colour = child(element, "FillColor")
    alpha = min(_alpha(element), _alpha(colour))
    if alpha <= 0:
        return Paint.NONE, False
    return (Paint.WHITE if _is_white(colour) else Paint.SHADE), alpha >= _SOLID


def is_stroked(element: Element, *, usual: bool) -> bool:
    """Whether the outline of an object is drawn; `usual` if it is not said."""
    is_drawn = element.get("Stroke", "true" if usual else "false") != "false"
    return is_drawn and min(_alpha(element), _alpha(child(element, "StrokeColor"))) > 0


def _alpha(element: Element | None) -> float:
    values = numbers(None if element is None else element.get("Alpha"))
    return values[0] if values else 255.0


def _is_white(colour: Element | None) -> bool:
    """Whether a colour is white: in grey, in red, green and blue, or without any ink of four."""
    words = ("" if colour is None else colour.get("Value", "")).lower().split()
    if len(words) == 4:
        return all(word in _NO_INK for word in words)
    return bool(words) and all(word in _FULL for word in words)
