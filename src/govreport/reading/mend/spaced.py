"""Lines without delimiters: one field, or a label and cells that stand apart by spaces."""

from collections.abc import Sequence
from functools import lru_cache

from govreport.diagnostics import display_width
from govreport.reading.cells import Kind, Reading
from govreport.reading.lexer import LONGEST_FIELD, identify
from govreport.reading.mend.fields import Band, Field, Flavour, make_field
from govreport.reading.regions import Line
from govreport.reading.source import FILLER


def plain_band(line: Line, number: int) -> Band | None:
    """A line without delimiters: one field, or several that stand apart by spaces."""
    text = line.text.replace(FILLER, " ")
    words = text.split(None, 1)
    if not words:
        return None
    if len(words) > 1:
        whole = identify(text.strip())
        if whole is None or (isinstance(whole, Reading) and whole.kind is Kind.BAD):
            return Band(_spaced(text, line.start), Flavour.SPACED, number)
    return Band((make_field(line.text, line.start),), Flavour.FLAT, number)


def _spaced(text: str, start: int) -> list[Field]:
    """Fields of a spaced line. A number that neither stands in a run of them nor ends the line is a word."""
    fields: list[Field] = []
    done = run = 0
    ahead = 0  # by how much columns are ahead of characters
    for at, (a, b) in enumerate(_with_units(text, word_places(text))):
        gap, word = text[done:a], text[a:b]
        if not gap.isascii():
            ahead += width(gap) - len(gap)
        left = a + ahead
        if not word.isascii():
            ahead += width(word) - len(word)
        field = Field(word, start + a, start + b, at, (left + b + ahead) / 2)
        if field.reading is not None:
            run += 1
        else:
            if run == 1:
                fields[-1].reading = None
            run = 0
        fields.append(field)
        done = b
    return fields


def width(text: str) -> int:
    """The display columns of a word or gap; those of fields are kept, as labels come again."""
    return display_width(text) if len(text) > LONGEST_FIELD else _known_width(text)


_known_width = lru_cache(maxsize=4096)(display_width)


def word_places(text: str) -> list[tuple[int, int]]:
    """Where the words of a line stand; a search by word is quicker than a regex that walks the gaps."""
    places = []
    end = 0
    for word in text.split():
        start = text.index(word, end)
        end = start + len(word)
        places.append((start, end))
    return places


def _with_units(text: str, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Words, a unit that stands apart from its number put back to it: 12.5 万元."""
    if text[spans[0][1] :].replace(" ", "").isdigit():
        return spans
    kept: list[tuple[int, int]] = []
    for a, b in spans:
        if kept and not text[a].isdigit() and text[kept[-1][1] - 1].isdigit() and identify(text[a:b]) is None:
            whole = identify(text[kept[-1][0] : b])
            if isinstance(whole, Reading) and whole.kind is Kind.NUMBER and whole.unit:
                kept[-1] = (kept[-1][0], b)
                continue
        kept.append((a, b))
    return kept
