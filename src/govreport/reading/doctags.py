"""DocTags, as docling writes documents, to lines and rows with tabs. Nothing moves.

A table is one line: a tag before each cell, one without text for each place that a merged cell covers beside
its own, `<nl>` behind each row. Models that read pictures of tables leave out what is around them.
"""

import re

from govreport.reading.markup import FILLER

_TABLE = re.compile(r"(<otsl>.*?(?:</otsl>|\Z))", re.DOTALL)
_BARE_TABLE = re.compile(r"^([^\n]*<nl>[^\n]*)$", re.MULTILINE)
_TAG = re.compile(r"</?([a-z]{1,20}(?:_[a-z0-9]{1,20}){0,4}+)>")
_TAGS = re.compile(rf"(?:{_TAG.pattern}\n?)+")
_PLACE = "loc_"
_COVERED = ("lcel", "ucel", "xcel")
_CELLS = ("fcel", "ecel", "ched", "rhed", "srow")
_MARKS = {**dict.fromkeys(_COVERED, ""), **dict.fromkeys(_CELLS, "\t"), "nl": "\n", "otsl": "\n"}


def without_doctags(text: str) -> str:
    """The text with the tags of DocTags masked; a cell begins with a tab, a row ends with a line feed."""
    if "<nl>" not in text:
        return text
    parts = (_TABLE if "<otsl>" in text else _BARE_TABLE).split(text)
    parts[::2] = [_TAGS.sub(_outside, part) for part in parts[::2]]
    parts[1::2] = [_TAG.sub(_inside, part.replace("\n", " ")) for part in parts[1::2]]
    return "".join(parts)


def _outside(tags: re.Match[str]) -> str:
    """Between two pieces of text one line ends."""
    before = tags.string[max(tags.start() - 1, 0) : tags.start()]
    return ("\n" if before.strip("\n") else "").ljust(len(tags[0]), FILLER)


def _inside(tag: re.Match[str]) -> str:
    """Tags of what is written in a cell are white space: the digits of two of them are no one number."""
    mark = "" if tag[1].startswith(_PLACE) else _MARKS.get(tag[1], " ")
    return mark.ljust(len(tag[0]), FILLER)
