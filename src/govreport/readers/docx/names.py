"""The names of WordprocessingML that the modules of this package share, and how attributes are read."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_OFF = ("0", "false", "off", "none", "baseline")


@cache
def w(name: str) -> str:
    """A name of the main namespace; that of Strict documents is changed into it before they are parsed."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


P, R, T, TBL, TR, TC = map(w, ("p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, VAL = map(w, ("pPr", "rPr", "val"))
HIDDEN, STRUCK, STRUCK_TWICE, RAISED, MOVED = map(w, ("vanish", "strike", "dstrike", "vertAlign", "position"))
DELETED, MOVED_AWAY = w("del"), w("moveFrom")
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

# Properties, what is deleted or moved away, field codes, the reading aid above characters.
LEFT_OUT = frozenset(
    (PPR, RPR, DELETED, MOVED_AWAY, *map(w, ("instrText", "delText", "sdtPr", "sdtEndPr", "rt")))
)
# What stands around content and adds nothing to it.
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")))


def value(parent: Element | None, name: str) -> str | None:
    """The value of a property: the attribute w:val of a child, "" where it has none, None without a child."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get(VAL, "")


def number(text: str | None) -> int | None:
    """The number that an attribute holds; None for what is no number, or one beyond all use."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else None


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is set; None where nothing is said of it."""
    found = value(parent, name)
    return None if found is None else found.lower() not in _OFF


def branch(alternatives: Element) -> Element | None:
    """The one of several drawings of the same thing that holds text."""
    return next((b for b in alternatives if next(b.iter(T), None) is not None), None)


def _is_contents(control: Element) -> bool:
    """Whether a content control is a table of contents, which Word fills and the text repeats."""
    gallery = control.find("/".join(map(w, ("sdtPr", "docPartObj", "docPartGallery"))))
    return gallery is not None and gallery.get(VAL) == "Table of Contents"


def children(parent: Element, *wanted: str) -> Iterator[Element]:
    """The children of these names, whatever stands around them."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from () if _is_contents(child) else children(child, *wanted)
        elif child.tag == ALTERNATE and (chosen := branch(child)) is not None:
            yield from children(chosen, *wanted)
