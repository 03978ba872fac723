"""Lines without delimiters: one field, or a label and cells that stand apart by spaces."""

from govreport.diagnostics import display_width
from govreport.reading.cells import Kind, Reading
from govreport.reading.lexer import identify
from govreport.reading.mend.fields import Band, Field, Flavour, make_field
from govreport.reading.regions import Line
from govreport.reading.source import FILLER


def plain_band(line: Line, number: int) -> Band | None:
    """A line without delimiters: one field, or several that stand apart by spaces."""
    text = line.text.replace(FILLER, " ")
    stripped = text.strip()
    if not stripped:
        return None
    whole = identify(stripped)
    if (
        isinstance(whole, str)
        or (isinstance(whole, Reading) and whole.kind is not Kind.BAD)
        or len(stripped.split(None, 1)) == 1
    ):
        return Band((make_field(line.text, line.start),), Flavour.FLAT, number)
    return Band(tuple(_spaced(text, line.start)), Flavour.SPACED, number)


def _spaced(text: str, start: int) -> list[Field]:
    """Fields of a spaced line. Numbers that stand alone between words belong to the words."""
    fields = []
    position = done = 0
    for at, (a, b) in enumerate(_with_units(text, word_places(text))):
        word = text[a:b]
        width = b - a if word.isascii() else display_width(word)
        position += display_width(text[done:a])
        fields.append(Field(word, start + a, start + b, at, position + width / 2))
        position, done = position + width, b
    cells = [field.reading is not None for field in fields]
    for at, field in enumerate(fields):
        if not _is_value(cells, at):
            field.reading = None
    return fields


def word_places(text: str) -> list[tuple[int, int]]:
    """Where the words of a line stand; a search by word is quicker than a regex that walks the gaps."""
    places = []
    end = 0
    for word in text.split():
        start = text.index(word, end)
        end = start + len(word)
        places.append((start, end))
    return places


def _with_units(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words, a unit that stands apart from its number put back to it: 12.5 万元."""
    kept: list[tuple[int, int]] = []
    for a, b in spans:
        if kept and text[kept[-1][1] - 1].isdigit() and not text[a].isdigit() and identify(text[a:b]) is None:
            whole = identify(text[kept[-1][0] : b])
            if isinstance(whole, Reading) and whole.kind is Kind.NUMBER:
                kept[-1] = (kept[-1][0], b)
                continue
        kept.append((a, b))
    return kept


def _is_value(cells: list[bool], at: int) -> bool:
    """Whether a number is one of a run of two or more, or ends the line."""
    return not cells[at] or (at > 0 and cells[at - 1]) or at + 1 == len(cells) or cells[at + 1]
