"""What styles say of a paragraph or run that changes its text: its list, and whether it is hidden."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import attrs

from govreport.readers.docx.names import PPR, RPR, is_on, number, value, w
from govreport.readers.docx.parts import Parts

_MOST_BASES = 50  # styles that are based on each other; Word has eleven
_CONTENTS = re.compile(r"toc [1-9]|toc heading", re.IGNORECASE)  # names of styles, not their identifiers


@attrs.frozen
class ListPlace:
    """The list of a paragraph and its level in it; None for what is not said."""

    list_id: int | None
    level: int | None
    style: str | None = None  # the style that says so


NO_PLACE = ListPlace(None, None)


class Styles:
    """The styles of a document, read when the first is asked for."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles: dict[str, Element] | None = None
        self._on: dict[tuple[str, str], bool] = {}
        self._places: dict[str, ListPlace] = {}

    def turn_on(self, style: str, name: str) -> bool:
        """Whether text in a style has a property: is hidden, struck, raised."""
        if (style, name) not in self._on:
            said = (is_on(s.find(RPR), name) for s in self._with_bases(style))
            self._on[style, name] = next((on for on in said if on is not None), False)
        return self._on[style, name]

    def place(self, style: str) -> ListPlace:
        """The list that paragraphs in a style belong to."""
        if style not in self._places:
            places = (
                attrs.evolve(place, style=s.get(w("styleId")))
                for s in self._with_bases(style)
                if (place := place_of(s.find(PPR))).list_id is not None
            )
            self._places[style] = next(places, NO_PLACE)
        return self._places[style]

    def lists_contents(self, style: str) -> bool:
        """Whether paragraphs in a style are lines of a table of contents."""
        own = next(self._with_bases(style), None)
        return _CONTENTS.fullmatch(value(own, w("name")) or "") is not None

    def _with_bases(self, style: str) -> Iterator[Element]:
        """A style and those it is based on, each once."""
        if self._styles is None:
            root = self._parts.part("styles")
            found = [] if root is None else root.findall(w("style"))
            self._styles = {s.get(w("styleId"), ""): s for s in found}
        seen: set[str] = set()
        name = style
        while name in self._styles and name not in seen and len(seen) < _MOST_BASES:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], w("basedOn")) or ""


def place_of(properties: Element | None) -> ListPlace:
    """The list that the properties of a paragraph or style name themselves."""
    numbering = None if properties is None else properties.find(w("numPr"))
    if numbering is None:
        return NO_PLACE
    return ListPlace(number(value(numbering, w("numId"))), number(value(numbering, w("ilvl"))))
