"""The text of style sheets to rules, as tinycss2 reads it: those that hold on a screen."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import tinycss2

_DEEPEST = 8  # blocks in each other
_LONGEST_SELECTOR = 40  # parts
# Selectors of what is there from the start; others speak of states, of what is made, or take counting.
_LASTING = {"first-child", "last-child", "only-child", "not", "root", "empty"}
_GROUPS = {"media", "supports", "layer"}  # blocks whose rules hold
_SCREEN = re.compile(
    r"(?:only\s+)?(?:all|screen)?(?:(?:^|\s+and\s+)\(\s*min-width\s*:\s*(?P<width>\d{1,4})px\s*\))?"
)
_WIDTH = 1_200  # of a window on a desk, in pixels

# Property -> whether it is important, and its value in small letters.
Declared = Mapping[str, tuple[bool, str]]


@attrs.frozen
class Rule:
    """What is declared for the elements of one selector.

    Attributes:
        selector: As it is written.
        weight: How many ids, classes and names it has: heavier ones win.
        declared: What it says.
    """

    selector: str
    weight: tuple[int, int, int]
    declared: Declared


def rules_of(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet that hold on a screen, in their order."""
    opened = [iter(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))]
    while opened:
        node = next(opened[-1], None)
        if node is None:
            opened.pop()
        elif node.type == "qualified-rule":
            said = declared(node.content)
            for selector in _split(node.prelude) if said else ():
                if len(selector) <= _LONGEST_SELECTOR and _lasts(selector):
                    yield Rule(_written(selector), _weight(selector), said)
        elif node.type == "at-rule" and node.content is not None and len(opened) < _DEEPEST:
            media = _written(node.prelude) if node.lower_at_keyword == "media" else ""
            if node.lower_at_keyword in _GROUPS and is_for_screen(media):
                inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                opened.append(iter(inside))


def declared(content: str | Sequence[Any]) -> Declared:
    """What a style attribute or the block of a rule declares: of two the later, or the important one."""
    found: dict[str, tuple[bool, str]] = {}
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and (node.important or not found.get(node.lower_name, (False,))[0]):
            found[node.lower_name] = (node.important, _written(node.value).lower())
    return found


def is_for_screen(media: str) -> bool:
    """Whether a list of media has a wide screen in it."""
    found = [_SCREEN.fullmatch(query.strip().lower()) for query in media.split(",")]
    return any(match and int(match["width"] or 0) <= _WIDTH for match in found)


def _written(parts: Iterable[Any]) -> str:
    """Parts as text, without comments and what stands deep in brackets."""
    kept = (x for x in parts if x.type != "comment" and not any(map(_inside, _inside(x))))
    return str(tinycss2.serialize(kept)).strip()


def _inside(part: Any) -> Sequence[Any]:
    """What stands in the brackets of a block or function."""
    inside: Sequence[Any] = getattr(part, "content", None) or getattr(part, "arguments", None) or ()
    return inside


def _split(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """The selectors of a list."""
    selector: list[Any] = []
    for part in prelude:
        if part == ",":
            yield selector
            selector = []
        elif part.type != "comment":
            selector.append(part)
    yield selector


def _lasts(selector: Iterable[Any]) -> bool:
    """Whether a selector speaks of elements as they are, whatever happens to them."""
    before = ""
    for part in selector:
        name = getattr(part, "lower_name", "") or getattr(part, "lower_value", "")
        if before == ":" and name not in _LASTING:
            return False
        before = part.value if part.type == "literal" else ""
    return True


def _weight(selector: Iterable[Any]) -> tuple[int, int, int]:
    ids = classes = names = 0
    before = ""
    for part in selector:
        if part.type == "hash":
            ids += 1
        elif part.type in ("[] block", "function") or (part.type == "ident" and before in (".", ":")):
            classes += 1
        elif part.type == "ident":
            names += 1
        before = part.value if part.type == "literal" else ""
    return ids, classes, names
