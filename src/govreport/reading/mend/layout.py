"""Lines of a table region to logical rows of fields, whatever drew the table.

Delimited (tabs, pipes, box characters), ruled (dashes give the columns), spaced, or one cell per line:
each gives bands of fields in reading order. A cell that wraps inside its column becomes one field.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from govreport.reading.front import is_page_foot
from govreport.reading.markup import FILLER
from govreport.reading.mend.boxes import read_boxes
from govreport.reading.mend.fields import Band, Flavour, continued, delimited
from govreport.reading.mend.numbering import without_numbering
from govreport.reading.mend.ruled import read_ruled
from govreport.reading.mend.spaced import plain_band
from govreport.reading.regions import Line

_FOOT_CELLS = 6  # 第 1 页 and - 1 - have fewer words that could be cells
_DRAWN = f"{FILLER} \t\r\xa0\u3000|"
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_BOX_RULES = 3  # a table drawn with lines has at least so many rules with corners


def read_bands(lines: Sequence[Line]) -> list[Band]:
    """The logical rows of a region; blank lines, page feet and the numbers of rows and columns left out."""
    return without_numbering(_read_bands(lines))


def _read_bands(lines: Sequence[Line]) -> list[Band]:
    numbered = [(n, line) for n, line in enumerate(lines) if not _is_foot(line)]
    rules = [line.text for _, line in numbered if line.is_rule]
    if sum(t.count("+") >= 2 for t in rules) >= _BOX_RULES:
        return read_boxes(numbered)
    ruled = read_ruled(numbered) if rules else None
    if ruled is not None:
        return ruled
    kept = [(n, line) for n, line in numbered if (line.cells or line.text.strip()) and not line.is_rule]
    if not kept:
        return []
    delimiter = _delimiter(kept)
    if delimiter and _is_scraped(kept, delimiter):
        pieces = [(n, f) for n, x in kept for f in delimited(x, delimiter, closed=True) if not f.is_empty]
        return [Band((f,), Flavour.FLAT, n) for n, f in pieces]
    if delimiter and _is_flat(kept, delimiter):
        return _flat_delimited(kept, delimiter)
    piped = [x.text.strip() for _, x in kept if "|" in x.text] if delimiter == "|" else []
    closed = sum([text[-1] == "|" for text in piped]) * 10 >= 9 * len(piped)
    opened = sum([text[0] == "|" for text in piped]) * 2 >= len(piped)
    indented = delimiter == "\t" and all(
        x.text.lstrip(FILLER).startswith("\t") for _, x in kept if "\t" in x.text
    )
    bands = []
    for number, line in kept:
        if delimiter and delimiter in line.text:
            fields = delimited(line, delimiter, closed=closed, opened=opened)
            bands.append(Band(fields[1:] if indented else fields, Flavour.DELIMITED, number))
        elif band := plain_band(line, number):
            bands.append(band)
    return bands


def _is_foot(line: Line) -> bool:
    """Whether a line is the foot of a page; one with labels or many cells need not be looked at."""
    if line.votes or line.cells > _FOOT_CELLS:
        return False
    text = line.text.strip()
    if not text or text.isdigit() or _is_han(text[0], but="第") or _is_han(text[-1], but="页"):
        return False  # most lines of one field; they need not be folded
    return is_page_foot(text)


def _is_han(character: str, but: str) -> bool:
    return "一" <= character <= "鿿" and character != but


def _delimiter(lines: Iterable[tuple[int, Line]]) -> str | None:
    """The character that separates the fields of most of the lines that have one."""
    pipes = sum([x.text.count("|") for _, x in lines])
    tabs = sum([x.text.count("\t") for _, x in lines])
    return None if not pipes and not tabs else "|" if pipes >= tabs else "\t"


def _is_scraped(lines: Sequence[tuple[int, Line]], delimiter: str) -> bool:
    """Whether a mark stands between all pieces of a page, its line ends among them.

    Then it is on both sides of every piece, and bare lines of it between them are no empty cells.
    """
    if any(x.cells > 1 for _, x in lines):
        return False
    printed = [bool(x.text.strip(_DRAWN)) for _, x in lines]
    texts = [x.text.strip(" ") for (_, x), words in zip(lines, printed, strict=True) if words]
    framed = sum(t.startswith(delimiter) and t.endswith(delimiter) for t in texts)
    touching = sum(a and b for a, b in pairwise(printed)) if delimiter == "|" else 0
    return framed * 10 > 9 * len(texts) and touching * 20 < len(texts)


def _is_flat(lines: Sequence[tuple[int, Line]], delimiter: str) -> bool:
    """Whether delimited lines hold one field each."""
    outer = _SPACES + delimiter
    parted = [x.text for _, x in lines if delimiter in x.text]
    single = sum([delimiter not in text.strip().strip(outer) for text in parted])
    return single * 10 >= 9 * len(parted)


def _flat_delimited(lines: Sequence[tuple[int, Line]], delimiter: str) -> list[Band]:
    """One field a line with its delimiter: `0 |`, or a tab before it; a lone delimiter is an empty cell."""
    bands: list[Band] = []
    skipped = 0  # they leave no gap, which would read as the end of a row
    for number, line in lines:
        if delimiter not in line.text and bands and delimiter == "\t" and bands[-1].fields[0].raw:
            bands[-1] = Band((continued(bands[-1].fields[0], line),), Flavour.FLAT, bands[-1].line)
            continue
        fields = delimited(line, delimiter, closed=True)
        if delimiter == "\t" and len(fields) > 1 and fields[0].is_empty:
            fields.pop(0)
        if len(fields) > 1 and all(f.is_empty for f in fields):
            skipped += 1  # the rest of a row that is filled up to the width of the table
            continue
        bands += [Band((f,), Flavour.FLAT, number - skipped) for f in fields]
    return bands
