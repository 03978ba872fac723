"""What a page declares for single elements, in its style sheets and in their attributes: the last word holds.

The tree finds the elements of a selector. Sheets that stand in other files are not fetched.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from govreport.readers.html.sheets import Declared, Rule, declared, is_for_screen, rules_of

_LONGEST_SHEETS = 400_000  # characters, of those in attributes as well; most pages have some thousand
_MOST_RULES = 1_000  # that declare something of interest
_MOST_MATCHES = 300_000

# Of a declaration: whether it is important, how near it stands to its element, how heavy its selector is.
_Weight = tuple[bool, int, tuple[int, int, int]]
_Held = dict[int, dict[str, tuple[_Weight, str]]]
_BROWSER, _SHEET, _ATTRIBUTE = range(3)
_NO_SELECTOR = (0, 0, 0)
_HIDDEN: Declared = {"display": (False, "none")}


def cascade(
    page: LexborHTMLParser, telling: Mapping[str, re.Pattern[str]], may_tell: Callable[[str], bool]
) -> list[tuple[LexborNode, Mapping[str, str]]]:
    """The elements of which a page declares something that matters, each with what holds of its properties.

    Args:
        page: The tree of the page.
        telling: Property -> the values that matter.
        may_tell: Whether one of them may stand in a style: most do not, and are not looked at.
    """
    matched = list(_matched(page, telling, may_tell))
    hidden = page.css("[hidden]")
    found = {node.mem_id: node for node in hidden}
    for rule, nodes in matched:
        if _matters(rule.declared, telling):
            found |= {node.mem_id: node for node in nodes}
    attributes = list(_attributes(page, found, may_tell))
    found |= {node.mem_id: node for node, said in attributes if _matters(said, telling)}
    held: _Held = {address: {} for address in found}
    _hold(held, hidden, _HIDDEN, _BROWSER)
    for rule, nodes in matched:
        _hold(held, nodes, rule.declared, _SHEET, rule.weight)
    for node, said in attributes:
        _hold(held, [node], said, _ATTRIBUTE)
    return [
        (found[address], {name: value for name, (_, value) in own.items()}) for address, own in held.items()
    ]


def _matched(
    page: LexborHTMLParser, telling: Mapping[str, re.Pattern[str]], may_tell: Callable[[str], bool]
) -> Iterator[tuple[Rule, list[LexborNode]]]:
    """The rules of a page that speak of some properties, and the elements they name."""
    rules = matches = 0
    for rule in _rules(page, may_tell):
        if telling.keys().isdisjoint(rule.declared):
            continue
        try:
            nodes = page.css(rule.selector)
        except SelectolaxError:  # a selector that the tree does not understand
            continue
        rules += 1
        matches += len(nodes)
        if rules > _MOST_RULES or matches > _MOST_MATCHES:
            return
        if nodes:
            yield rule, nodes


def _attributes(
    page: LexborHTMLParser, found: Container[int], may_tell: Callable[[str], bool]
) -> Iterator[tuple[LexborNode, Declared]]:
    """The elements with a style of their own, where it may tell something or they are found already."""
    known: dict[str, Declared] = {}
    left = _LONGEST_SHEETS
    for node in page.css("[style]"):
        style = node.attrs.sget("style", "")
        if node.mem_id not in found and not may_tell(style):
            continue
        if style not in known:
            left -= len(style)
            if left < 0:
                return
            known[style] = declared(style)
        yield node, known[style]


def _rules(page: LexborHTMLParser, may_tell: Callable[[str], bool]) -> Iterator[Rule]:
    """The rules of all sheets of a page, if one of them may tell something."""
    sheets = [sheet.text() for sheet in page.css("style") if is_for_screen(sheet.attrs.sget("media", ""))]
    left = _LONGEST_SHEETS
    for sheet in sheets if any(map(may_tell, sheets)) else ():
        left -= len(sheet)
        if left >= 0:
            yield from rules_of(sheet)


def _matters(said: Declared, telling: Mapping[str, re.Pattern[str]]) -> bool:
    return any(name in telling and telling[name].fullmatch(value) for name, (_, value) in said.items())


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
