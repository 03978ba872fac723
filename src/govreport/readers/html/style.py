"""What markup says of single elements beyond their names: hidden, struck out, with lines kept as written."""

import re
from collections.abc import Iterable

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

_STYLE_SHEET = re.compile(r"([^{}]*)\{([^{}]*)\}")
_BLOCK_OF_RULES = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_NAMED = re.compile(r"\s*([.#][\w-]{1,60})\s*")
_GONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNSEEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_BROKEN = re.compile(r"display\s*:\s*(?:block|list-item|table|flex|grid)", re.IGNORECASE)
_HINTS = ("hidden", "display", "DISPLAY", "line-through", "white-space")
_MOST_NAMES = 200
_BLOCKS = "p, div, table, section, ul, ol, h1, h2, h3"


@attrs.frozen
class Styles:
    """Elements that are not as their names say, by their address in the tree.

    Attributes:
        hidden: A browser does not show them.
        struck: Their text is shown as deleted.
        kept: Their white space and lines are shown as written.
        broken: They stand on lines of their own.
    """

    hidden: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    broken: frozenset[int] = frozenset()


def is_styled(text: str) -> bool:
    """Whether anything on a page may not be as its name says."""
    return any(hint in text for hint in _HINTS)


def styles_of(page: LexborHTMLParser, text: str) -> Styles:
    """What a page says of its elements in their attributes and by name in its own style sheet."""
    if not is_styled(text):
        return Styles()
    styled = [(node, node.attrs.sget("style", "")) for node in page.css("[style]")]
    gone = [node for node, style in styled if _GONE.search(style)]
    # A page that hides all of its text until its scripts have run shows it afterwards.
    unseen = [n for n, style in styled if _UNSEEN.search(style) and n.css_first(_BLOCKS) is None]
    sheet = page.css(", ".join(names)) if (names := _hidden_names(page)) else []
    return Styles(
        _ids((*gone, *unseen, *page.css("[hidden]"), *sheet)),
        _ids(node for node, style in styled if _STRUCK.search(style)),
        _ids(node for node, style in styled if _KEPT.search(style)),
        _ids(node for node, style in styled if _BROKEN.search(style)),
    )


def _hidden_names(page: LexborHTMLParser) -> list[str]:
    """The classes and ids that a style sheet of the page hides on every screen."""
    names = []
    for sheet in page.css("style"):
        rules = _BLOCK_OF_RULES.sub("", sheet.text())
        for selectors, body in _STYLE_SHEET.findall(rules):
            if _GONE.search(body):
                names += [m[1] for m in map(_NAMED.fullmatch, selectors.split(",")) if m]
    return list(dict.fromkeys(names))[:_MOST_NAMES]


def _ids(nodes: Iterable[LexborNode]) -> frozenset[int]:
    return frozenset(node.mem_id for node in nodes)
