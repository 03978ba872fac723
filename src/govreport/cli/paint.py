"""Colours of the terminal. Whatever they tell is told by a mark as well."""

from enum import Enum


class Ink(Enum):
    """A colour or weight, with its SGR parameters."""

    PLAIN = ""
    BOLD = "1"
    FAINT = "2"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    CYAN = "36"
    ALARM = "1;31"


class Painter:
    """Puts colours on texts, or leaves them as they are."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, ink: Ink) -> str:
        """The text in its colour."""
        return f"\033[{ink.value}m{text}\033[0m" if self._colour and ink.value and text else text
