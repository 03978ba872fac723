"""What markup says of single elements beyond their names: hidden, set apart, with lines kept as written."""

import re
from collections.abc import Mapping

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from govreport.readers.html.cascade import cascade

# Where none of these stands nothing of the kind is said; old editors write in capitals.
_HINTS = ("hidden", "line-through", "display", "white-space", "position", "opacity")
_IN_CAPITALS = ("STYLE", "DISPLAY", "VERTICAL-ALIGN", "POSITION")
_RAISED = re.compile(r"vertical-align\s*:\s*(?!top|middle|bottom|baseline|text-|inherit|initial)")
_SIZE_0 = re.compile(r"font-size:\s?0+(?![\d.])")

_NOTHING = r"[+-]?0*\.?0*(?:px|pt|r?em|ex|%|cm|mm)?"
_MOVED = rf"(?!{_NOTHING}\Z)[^a-z].*"
_TELLING = {
    name: re.compile(values)
    for name, values in {
        "display": r"none|(?:block|list-item|table|flex|grid).*",
        "visibility": "hidden|collapse",
        "opacity": _NOTHING,
        "font-size": _NOTHING,
        "text-decoration": ".*line-through.*",
        "text-decoration-line": ".*line-through.*",
        "vertical-align": r"super|sub|[+-]?[\d.].*",
        "position": "absolute|fixed",
        "top": _MOVED,
        "bottom": _MOVED,
        "white-space": "(?:pre|break-spaces).*",
    }.items()
}
_MARKS = ("position", "text-decoration", "text-decoration-line", "vertical-align")
_BLOCKS = "p, div, table, section, ul, ol, h1, h2, h3"


@attrs.frozen
class Styles:
    """Elements that are not as their names say, by their address in the tree.

    Attributes:
        hidden: A browser does not show them.
        apart: Their text is struck out, raised or moved: no part of what stands beside it.
        kept: Their white space and lines are shown as written.
        broken: They stand on lines of their own.
        elements: All of these.
    """

    hidden: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    broken: frozenset[int] = frozenset()
    elements: tuple[LexborNode, ...] = ()


def is_styled(text: str) -> bool:
    """Whether anything on a page may not be as its name says."""
    if "style" not in text and "STYLE" not in text:
        return "hidden" in text
    return any(large in text for large in _IN_CAPITALS) or _may_tell(text)


def styles_of(page: LexborHTMLParser, text: str) -> Styles:
    """What a page says of its elements in its own style sheets and in their attributes."""
    if not is_styled(text):
        return Styles()
    styled = cascade(page, _TELLING)
    return Styles(
        hidden=frozenset(node.mem_id for node, held in styled if _is_hidden(node, held)),
        apart=frozenset(node.mem_id for node, held in styled if _is_apart(held)),
        kept=frozenset(node.mem_id for node, held in styled if _tells(held, "white-space")),
        broken=frozenset(node.mem_id for node, held in styled if _tells(held, "display")),
        elements=tuple(node for node, _ in styled),
    )


def _may_tell(style: str) -> bool:
    """Whether a style in small letters may say anything of the kind."""
    if any(hint in style for hint in _HINTS):
        return True
    if "vertical-align" in style and _RAISED.search(style):
        return True
    return ("font-size:0" in style or "font-size: 0" in style) and _SIZE_0.search(style) is not None


def _is_hidden(node: LexborNode, held: Mapping[str, str]) -> bool:
    if held.get("display") == "none":
        return True
    if _tells(held, "visibility") or _tells(held, "opacity"):
        # A page that hides all of its text until its scripts have run shows it afterwards.
        return all(child.css_first(_BLOCKS) is None for child in node.iter())
    return _tells(held, "font-size") and next(node.iter(), None) is None  # others may set a size of their own


def _is_apart(held: Mapping[str, str]) -> bool:
    if held.get("position") == "relative":  # a little higher or lower, as word processors raise digits
        return _tells(held, "top") or _tells(held, "bottom")
    return any(_tells(held, name) for name in _MARKS)


def _tells(held: Mapping[str, str], name: str) -> bool:
    return name in held and _TELLING[name].fullmatch(held[name]) is not None
