"""The labels that lists print before paragraphs: "一、", "（二）", "3."; computed, as Word does."""

import re
from xml.etree.ElementTree import Element

import attrs

from govreport.readers.docx.names import is_on, number, value, w
from govreport.readers.docx.numerals import numeral
from govreport.readers.docx.parts import Parts
from govreport.readers.docx.styles import ListPlace, Styles, place_of

_LEVELS = 9
_LONGEST = 255  # characters of the pattern of a label
_REFERENCE = re.compile("%([1-9])")


@attrs.frozen
class _Level:
    """A level of a list: its first number, how a number is written, and the pattern of its label."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    apart: bool = True  # whether a tab or space stands behind the label
    digits: bool = False  # whether the numbers of all levels are written in digits (isLgl)
    restart: int | None = None  # the level, from 1, behind which it begins again; 0 for never
    style: str | None = None


@attrs.define
class _List:
    """A list definition; those that share `counts` count on together."""

    levels: dict[int, _Level]
    counts: dict[int, int]
    restarts: dict[int, int]  # level -> the number with which this list begins anew


class Numbering:
    """The lists of a document and how far each has counted; read when the first is asked for."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._parts = parts
        self._styles = styles
        self._lists: dict[int, _List] | None = None

    def label(self, properties: Element | None) -> str:
        """The label of the paragraph with these properties, counting it; "" where it is in no list."""
        if properties is None:
            return ""
        place = place_of(properties)
        style = value(properties, w("pStyle"))
        if style is not None and (place.list_id is None or place.level is None):
            place = _merged(place, self._styles.place(style))
        if not place.list_id:  # 0 takes a paragraph out of the list of its style
            return ""
        if self._lists is None:
            self._lists = _read_lists(self._parts.part("numbering"), self._styles)
        found = self._lists.get(place.list_id)
        return "" if found is None else _next_label(found, _level_of(found, place))


def _merged(own: ListPlace, inherited: ListPlace) -> ListPlace:
    if own.list_id is None:
        return attrs.evolve(inherited, level=inherited.level if own.level is None else own.level)
    return own


def _level_of(found: _List, place: ListPlace) -> int:
    """The level of a paragraph: as it says, else that which is linked to its style, else the first."""
    if place.style is not None:
        linked = [n for n, level in found.levels.items() if level.style == place.style]
        if linked:
            return linked[0]
    return min(max(place.level or 0, 0), _LEVELS - 1)


def _next_label(found: _List, level: int) -> str:
    if level in found.restarts:
        found.counts[level] = found.restarts.pop(level) - 1
    here = found.levels.get(level, _Level())
    found.counts[level] = found.counts.get(level, here.start - 1) + 1
    for below in range(level + 1, _LEVELS):
        limit = found.levels.get(below, _Level()).restart
        if limit is None or level < limit:
            found.counts.pop(below, None)
    if here.form == "bullet":
        return ""

    def written(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        definition = found.levels.get(other, _Level())
        n = found.counts.get(other, definition.start)
        return numeral(n, "decimal" if here.digits else definition.form)

    label = _REFERENCE.sub(written, here.pattern)
    return f"{label} " if here.apart and label[-1:].isalnum() and label[-1:].isascii() else label


def _read_lists(root: Element | None, styles: Styles) -> dict[int, _List]:
    if root is None:
        return {}
    abstract = {a.get(w("abstractNumId")): a for a in root.findall(w("abstractNum"))}
    instances = {n.get(w("numId")): n for n in root.findall(w("num"))}
    defined = {name: _read_levels(element) for name, element in abstract.items()}
    counts: dict[str | None, dict[int, int]] = {}
    lists = {}
    for key, instance in instances.items():
        name = value(instance, w("abstractNumId"))
        linked = value(abstract.get(name), w("numStyleLink"))
        if linked is not None:  # defined by the list of a style
            other = instances.get(str(styles.place(linked).list_id))
            name = value(other, w("abstractNumId"))
        levels = dict(defined.get(name, {}))
        restarts = {}
        for override in instance.findall(w("lvlOverride")):
            level = number(override.get(w("ilvl")))
            levels |= _read_levels(override)
            start = number(value(override, w("startOverride")))
            if level is not None and start is not None:
                restarts[level] = start
        if (list_id := number(key)) is not None:
            lists[list_id] = _List(levels, counts.setdefault(name, {}), restarts)
    return lists


def _read_levels(parent: Element) -> dict[int, _Level]:
    levels = {}
    for element in parent.findall(w("lvl")):
        index = number(element.get(w("ilvl")))
        start = number(value(element, w("start")))
        if index is not None and 0 <= index < _LEVELS:
            levels[index] = _Level(
                start=1 if start is None else start,
                form=value(element, w("numFmt")) or "decimal",
                pattern=(value(element, w("lvlText")) or "")[:_LONGEST],
                apart=value(element, w("suff")) != "nothing",
                digits=is_on(element, w("isLgl")) or False,
                restart=number(value(element, w("lvlRestart"))),
                style=value(element, w("pStyle")),
            )
    return levels
