"""Rows written as lists, of CSV, JSON or Python, to rows with tabs; no character moves.

All rows of a text are turned or none: where only some were, the values of the others would stand under
their labels.
"""

import re
from collections.abc import Iterator

from govreport.reading.cells import Kind, read_cell
from govreport.reading.markup import FILLER

_ROWS = 8  # so many rows of values make a text of lists
_CELLS = 4  # so many values in a line make it a row without a label
_LONGEST = 90  # a longer field is prose
_LONGEST_ROW = 2000

_STRING = r'"(?:[^"\\\n]|\\.){0,300}+"' + "|" + r"'(?:[^'\\\n]|\\.){0,300}+'"
_BARE = r"[-+]?\d[\d.]{0,20}+|null|None|NaN|nan"
_ITEM = rf"(?:{_STRING}|{_BARE})\s{{0,40}}+"
_LIST = re.compile(
    rf"(?:\[\s{{0,40}}+)?[\[{{]\s{{0,40}}+(?:{_ITEM}(?::\s{{0,40}}+{_ITEM})?(?:,\s{{0,40}}+)?){{1,24}}+[\]}}]\s{{0,40}}+[,\]}}]?"
)
_PIECE = re.compile(rf"({_STRING})(\s{{0,40}}+:)?|({_BARE})|.", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)")
_ESCAPED = {**dict.fromkeys("ntrf", " "), **{mark: mark for mark in "\"'\\/"}}
_QUOTED = re.compile(r'"[^"\n]{0,300}"')
_KEPT = "\0"  # a separator between quotes; fillers stand in place of markup


def without_lists(text: str) -> str:
    """The text with the rows of its lists as rows with tabs."""
    separators = {mark: text.count(mark) for mark in ",;"}
    if sum(separators.values()) < _ROWS:
        return text
    rows = list(_LIST.finditer(text)) if text.count("[") + text.count("{") >= _ROWS else []
    if sum(_is_row(m[0]) for m in rows) >= _ROWS:
        return _with_rows(text, rows)
    drawn = text.count("\t") + text.count("|")
    for separator, found in separators.items():
        if found <= drawn:
            continue
        lines = text.split("\n")
        likely = [line for line in lines if separator in line and "。" not in line]
        if len(likely) >= _ROWS and sum(_shows_row(line, separator) for line in likely) >= _ROWS:
            return "\n".join(_separated(line, separator) for line in lines)
    return text


def _is_row(text: str) -> bool:
    """Whether a list has several items, a number among them."""
    items = [(m[1] or m[3]).strip("\"'") for m in _PIECE.finditer(text) if (m[1] and not m[2]) or m[3]]
    return len(items) > 1 and any(_is_number(item) for item in items)


def _is_number(item: str) -> bool:
    reading = read_cell(item)
    return reading is not None and reading.kind is Kind.NUMBER


def _with_rows(text: str, rows: list[re.Match[str]]) -> str:
    parts = []
    at = 0
    for row in rows:
        parts += [text[at : row.start()], *_fields(row[0]), "\n"]
        at = row.end()
    parts.append(text[at:])
    return "".join(parts)


def _fields(row: str) -> Iterator[str]:
    """A list, but for its last character, as fields with tabs between them; keys are none where numbers."""
    for piece in _PIECE.finditer(row[:-1]):
        if piece[1] and piece[2] and piece[1][1:-1].isdigit():
            yield FILLER * len(piece[0])
        elif piece[1]:
            yield FILLER + _ESCAPE.sub(_unescaped, piece[1][1:-1]) + FILLER
            yield "\t".ljust(len(piece[2]), FILLER) if piece[2] else ""
        elif piece[3]:
            yield piece[3] if piece[3][-1].isdigit() else FILLER * len(piece[3])
        else:
            yield "\t" if piece[0] == "," else FILLER


def _unescaped(escape: re.Match[str]) -> str:
    """What an escape stands for; white space of any kind is a space."""
    character = chr(int(escape[0][2:], 16)) if escape[0][2:] else _ESCAPED.get(escape[0][1], "")
    return (" " if character.isspace() else character if character.isprintable() else "").ljust(
        len(escape[0]), FILLER
    )


def _shows_row(line: str, separator: str) -> bool:
    """Whether the fields of a line are words and numbers, or several numbers."""
    if len(line) > _LONGEST_ROW:
        return False
    fields = [f.strip(" \"'") for f in _split(line, separator)]
    numbers = sum(_is_number(f) for f in fields)
    words = [f for f in fields if f and read_cell(f) is None]
    if any(len(f) > _LONGEST or f[-1].isdigit() for f in words):  # 规章 1,234 is one number
        return False
    return numbers >= _CELLS or (numbers > 0 and bool(words))


def _split(line: str, separator: str) -> list[str]:
    """The fields of a line; a separator between quotes is none."""
    if '"' in line:
        line = _QUOTED.sub(lambda m: m[0].replace(separator, _KEPT), line)
    return line.split(separator)


def _separated(line: str, separator: str) -> str:
    """A line of fields with tabs between them, without quotes; prose stays."""
    if "。" in line or len(line) > _LONGEST_ROW:
        return line
    fields = _split(line, separator)
    if any(len(f) > _LONGEST for f in fields) or (len(fields) == 1 and line.strip()[:1] != '"'):
        return line
    even = "\t".join(fields).replace(_KEPT, separator) if '"' in line else "\t".join(fields)
    return even.replace('"', FILLER)
