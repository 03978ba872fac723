"""Damage to the lines of a text, after it was written; the truth stays what it was."""

import re
from random import Random

import attrs

from tests.damage.case import NotApplicableError
from tests.layouts.document import Rendered
from tests.layouts.layouts import Layout

_FEET = ("- {n} -", "— {n} —", "-{n}-", "第 {n} 页 共 9 页", "\f")


def _edited(rendered: Rendered, at: int, remove: int, *lines: str) -> Rendered:
    """The text with some lines replaced; the tables after them move."""
    by = len(lines) - remove

    def moved(line: int) -> int:
        return line + by if line > at else line

    tables = tuple((moved(start), moved(end)) for start, end in rendered.tables)
    return Rendered((*rendered.lines[:at], *lines, *rendered.lines[at + remove :]), tables)


def _table(rendered: Rendered, rng: Random) -> tuple[int, int]:
    if not rendered.tables:
        raise NotApplicableError
    return rng.choice(rendered.tables)


def lines_joined(rendered: Rendered, layout: Layout, rng: Random) -> Rendered:
    """Two lines of a table have become one."""
    start, end = _table(rendered, rng)
    found = [n for n in range(start, end - 1) if rendered.lines[n].strip() and rendered.lines[n + 1].strip()]
    if not found:
        raise NotApplicableError
    at = rng.choice(found)
    first, second = rendered.lines[at], rendered.lines[at + 1]
    glue = rng.choice(("", " ")) if not (first[-1].isdigit() and second[0].isdigit()) else " "
    return _edited(rendered, at, 2, first + glue + second)


def page_break(rendered: Rendered, layout: Layout, rng: Random) -> Rendered:
    """The foot of a page stands within a table."""
    start, end = _table(rendered, rng)
    at = rng.randint(start + 1, max(start + 1, end - 1))
    foot = rng.choice(_FEET).format(n=rng.randint(2, 9))
    return _edited(rendered, at, 0, *rng.choice(([foot], ["", foot, ""])))


def stray_line(rendered: Rendered, layout: Layout, rng: Random) -> Rendered:
    """A remark stands within a table on a line of its own."""
    start, end = _table(rendered, rng)
    at = rng.randint(start + 1, max(start + 1, end - 1))
    return _edited(rendered, at, 0, rng.choice(("（续表）", "注：含下属单位。", "单位：件", "打印本页")))


def delimiters_to_spaces(rendered: Rendered, layout: Layout, rng: Random) -> Rendered:
    """The signs between the cells of a table have become spaces."""
    start, end = _table(rendered, rng)
    lines = list(rendered.lines)
    changed = [re.sub(r"\s*[\t|│]\s*", " ", line).strip() for line in lines[start:end]]
    if changed == lines[start:end]:
        raise NotApplicableError
    return attrs.evolve(rendered, lines=(*lines[:start], *changed, *lines[end:]))


def numbers_glued(rendered: Rendered, layout: Layout, rng: Random) -> Rendered:
    """The numbers of a line stand together as one.

    Where columns are told by position alone, one long number in the first of them is what the text now says.
    """
    if layout.placed:
        raise NotApplicableError
    gap = re.compile(r"(?<=\d)[ \t|│]+(?=\d)")
    found = [n for start, end in rendered.tables for n in range(start, end) if gap.search(rendered.lines[n])]
    if not found:
        raise NotApplicableError
    at = rng.choice(found)
    return _edited(rendered, at, 1, gap.sub("", rendered.lines[at]))


def label_scattered(rendered: Rendered, layout: Layout, rng: Random) -> Rendered:
    """A label printed from top to bottom: its characters stand alone among the rows."""
    word = rng.choice(("三、本年度办理结果", "（三）不予公开", "（五）不予处理", "（四）无法提供"))
    found = [
        (start, end, n)
        for start, end in rendered.tables
        for n in range(start, end)
        if rendered.lines[n].strip() and re.match(re.escape(word), rendered.lines[n].strip(" \t|"))
    ]
    if not found:
        raise NotApplicableError
    _, end, at = rng.choice(found)
    line = rendered.lines[at].replace(word, "", 1).strip(" ")
    damaged = _edited(rendered, at, 1, line)
    place = at + 1
    for char in word:
        place = min(place + rng.randint(0, 2), end)
        damaged = _edited(damaged, place, 0, char)
        place, end = place + 1, end + 1
    return damaged
