"""What a page declares for single elements, in its style sheets and in their attributes: the last word holds.

The tree finds the elements of a selector. Sheets that stand in other files are not fetched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from govreport.readers.html.sheets import Declared, Rule, declarations, declared, is_for_screen, rules_of

_LONGEST_SHEETS = 1_000_000  # characters, of those in attributes as well; most pages have some thousand
_MOST_SELECTORS = 1_000
_MOST_MATCHES = 300_000

# Of a declaration: whether it is important, how near it stands to its element, how heavy its selector is.
_Weight = tuple[bool, int, tuple[int, int, int]]
Telling = Mapping[str, re.Pattern[str]]  # a property of interest -> the values of it that matter
_Held = dict[int, dict[str, tuple[_Weight, str]]]
_BROWSER, _SHEET, _ATTRIBUTE = range(3)
_NO_SELECTOR = (0, 0, 0)
_HIDDEN: Declared = {"display": (False, "none")}


def cascade(page: LexborHTMLParser, telling: Telling) -> list[tuple[LexborNode, Mapping[str, str]]]:
    """The elements of which a page declares something that matters, each with what holds of its properties.

    Args:
        page: The tree of the page.
        telling: The properties of interest.
    """
    wanted = declarations(telling)
    rules = list(_rules(page, wanted))
    matching = _Matching(page)
    hidden = page.css("[hidden]")
    found = {node.mem_id: node for node in hidden}
    for rule in rules:
        if _matters(rule.declared, telling):
            found |= {node.mem_id: node for node in matching.nodes(rule)}
    attributes = list(_attributes(page, wanted))
    found |= {node.mem_id: node for node, said in attributes if _matters(said, telling)}
    held: _Held = {address: {} for address in found}
    _hold(held, hidden, _HIDDEN, _BROWSER)
    for rule in rules if found else ():
        _hold(held, matching.nodes(rule), rule.declared, _SHEET, rule.weight)
    for node, said in attributes:
        _hold(held, [node], said, _ATTRIBUTE)
    return [
        (found[address], {name: value for name, (_, value) in own.items()}) for address, own in held.items()
    ]


class _Matching:
    """The elements that rules are for; none once there are too many."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._page = page
        self._known: dict[str, list[LexborNode]] = {}
        self._matches = 0

    def nodes(self, rule: Rule) -> list[LexborNode]:
        """The elements that the selector of a rule names; none where the tree does not understand it."""
        selector = rule.selector
        if selector not in self._known:
            if len(self._known) >= _MOST_SELECTORS or self._matches > _MOST_MATCHES:
                return []
            try:
                self._known[selector] = self._page.css(selector)
            except SelectolaxError:
                self._known[selector] = []
            self._matches += len(self._known[selector])
        return self._known[selector]


def _attributes(page: LexborHTMLParser, wanted: re.Pattern[str]) -> Iterator[tuple[LexborNode, Declared]]:
    """The elements of a page with a style of their own."""
    known: dict[str, Declared] = {}
    left = _LONGEST_SHEETS
    for node in page.css("[style]"):
        style = node.attrs.sget("style", "")
        if style not in known:
            left -= len(style)
            if left < 0:
                return
            known[style] = declared(style, wanted)
        if known[style]:
            yield node, known[style]


def _rules(page: LexborHTMLParser, wanted: re.Pattern[str]) -> Iterator[Rule]:
    """The rules of all sheets of a page."""
    left = _LONGEST_SHEETS
    for sheet in page.css("style"):
        text = sheet.text()
        left -= len(text)
        if left >= 0 and is_for_screen(sheet.attrs.sget("media", "")):
            yield from rules_of(text, wanted)


def _matters(said: Declared, telling: Telling) -> bool:
    return any(telling[name].fullmatch(value) for name, (_, value) in said.items())


def _hold(
    held: _Held,
    nodes: Iterable[LexborNode],
    said: Declared,
    nearness: int,
    weight: tuple[int, int, int] = _NO_SELECTOR,
) -> None:
    """Let declarations hold for elements, where no others outweigh them."""
    for node in nodes:
        own = held.get(node.mem_id)
        if own is None:
            continue
        for name, (important, value) in said.items():
            whole = (important, nearness, weight)
            if name not in own or own[name][0] <= whole:
                own[name] = (whole, value)
