"""Text to one stream of tokens: headings, labels, cells, and what is neither.

Every flavour of table (tabs, pipes, one cell per line, spaces) gives the same stream. What a field is, is
looked up by its text, first in a memory of fields met before, then in the vocabulary of the grammar.
"""

import regex

from govreport import form
from govreport.reading.cells import Reading, read_cell
from govreport.reading.fold import bare_key, fold, key
from govreport.reading.front import is_page_foot
from govreport.reading.markup import without_fillers
from govreport.reading.tokens import CELLS, Cell, CellRun, TableToken

# What a field can be that is no label and no cell: a whole line, or one field of several in a line.
LINE = "LINE"
TEXT = "TEXT"
EMPTY = ""

_WORD = regex.compile(r"\S+")
_SHORTEST_HEADING = 4
LONGEST_FIELD = 90
_LONGEST_SPACED = 2 * LONGEST_FIELD
_CELL_ENDS = "-/—"
_LONGEST_LINE = 200_000  # a longer line is no row of a table, with all the markup that Word gives it
_MEMORY_LIMIT = 50_000
_OUTLINE = (n for n in form.definitions("outline") if n.endswith("_HEADING"))
HEADINGS = {terminal: place for place, terminal in enumerate(_OUTLINE)}


def _vocabulary() -> dict[str, str]:
    """Key of a label -> its terminal; a key with its ordinal wins over one without."""
    labels = [(t, a) for table in form.TABLES for t, names in form.labels(table).items() for a in names]
    words = {bare_key(a): t for t, a in reversed(labels)}
    words |= {key(a): t for t, a in reversed(labels)}
    return words


VOCABULARY = _vocabulary()
HEADING_KEYS = {bare_key(form.label("outline", t)): t for t in HEADINGS}
HEADING_PATTERNS = tuple((t, regex.compile(form.pattern("outline", t))) for t in HEADINGS)

# Labels that are no headings of columns too: empty fields behind them are cells.
_ROW_LABELS = {t for table in form.TABLES for row in form.rows(table) for t in row.labels} - {
    *form.labels("common"),
    *(row.labels[0] for row in form.rows("remedies")),
}

# A blank cell behind a label, or the end of a sentence: then the whole is neither.
_NO_LABEL_ENDS = ("-", "/", "\\", "。", ";", "!", "?")

# What fields met before were: for every stage, and as tokens for the lexer's own loop.
_memory: dict[str, str | Reading | None] = {}
_kinds: dict[str, tuple[str, Reading | None]] = {}


def identify(raw: str) -> str | Reading | None:
    """What a field is: the terminal of a label or heading, the reading of a cell, or None."""
    if raw in _memory:
        return _memory[raw]
    if len(raw) > LONGEST_FIELD:
        return None
    found = _identify(raw)
    if len(_memory) >= _MEMORY_LIMIT:
        _memory.clear()
    _memory[raw] = found
    return found


def _identify(raw: str) -> str | Reading | None:
    cell = read_cell(raw)
    if cell is not None:
        return cell
    folded = fold(raw)
    if folded.endswith(_NO_LABEL_ENDS):
        return None
    word = key(raw)
    if word in VOCABULARY:
        return VOCABULARY[word]
    word = bare_key(raw)
    if word in VOCABULARY:
        return VOCABULARY[word]
    return heading(word)


def heading(word: str) -> str | None:
    """The terminal of a section heading, by its key without ordinal."""
    if len(word) < _SHORTEST_HEADING:
        return None
    if word in HEADING_KEYS:
        return HEADING_KEYS[word]
    return next((t for t, pattern in HEADING_PATTERNS if pattern.fullmatch(word)), None)


def _kind(field: str) -> tuple[str, Reading | None]:
    """The type and value of a field's token."""
    raw = without_fillers(field.strip())
    entry = identify(raw) if raw else EMPTY
    kind = (TEXT, None) if entry is None else (entry, None) if isinstance(entry, str) else (CELLS, entry)
    if len(field) <= LONGEST_FIELD:
        if len(_kinds) >= _MEMORY_LIMIT:
            _kinds.clear()
        _kinds[field] = kind
    return kind


def tokenize(text: str) -> list[TableToken]:
    """The whole text as tokens in order; white space between them is left out.

    A blank cell among printed ones leaves a TEXT token, which no grammar takes: which column is which
    is for mending to find out. So does a line that begins with cells behind a row that seemed whole.
    """
    tokens: list[TableToken] = []
    lines = text.split("\n")
    unopened = "|" in text and any(line.partition("|")[0].strip() for line in lines if "|" in line)
    ended = _GOES_ON
    at = 0
    for line in lines:
        before = len(tokens)
        delimiter = "\t" if "\t" in line else "|" if "|" in line else ""
        fields = line.split(delimiter) if delimiter else []
        if len(line) > _LONGEST_LINE:
            tokens.append(TableToken(LINE, at, at + len(line)))
        elif delimiter:
            _delimited(fields, at, tokens)
            # Where other lines have no bar before their first field, a bar before a cell is an empty cell.
            if unopened and delimiter == "|" and _is_run(tokens, before) and not fields[0].strip():
                tokens.insert(before, TableToken(TEXT, at, at))
        else:
            _undelimited(line, at, tokens)
        if len(tokens) > before:
            if ended & (_DELIMITED if delimiter else _BARE) and _is_run(tokens, before):
                tokens.insert(before, TableToken(TEXT, at, at))
            ended = _end(tokens, before, fields)
        elif delimiter and _is_run(tokens, before - 1):  # nothing but delimiters came after a cell
            ended = _ENDED
        at += len(line) + 1
    return tokens


# Before what kinds of line the row of a line ends, so that cells at the beginning of one are of no row.
_GOES_ON, _BARE, _DELIMITED = 0, 1, 2
_ENDED = _BARE | _DELIMITED


def _end(tokens: list[TableToken], first: int, fields: list[str]) -> int:
    """How a line leaves its row: whole with label and cells, with fields that are empty cells, as a cell."""
    last = tokens[-1]
    is_run = isinstance(last, CellRun)
    if is_run and len(tokens) > first + 1:
        return _ENDED
    if not fields:
        return _DELIMITED if is_run else _GOES_ON
    if fields[-1].strip() or not (is_run or last.type in _ROW_LABELS):
        return _GOES_ON
    return _BARE if len(fields) < 2 or fields[-2].strip() else _ENDED


def _is_run(tokens: list[TableToken], at: int) -> bool:
    """Whether cells stand at a place of the stream."""
    return 0 <= at < len(tokens) and isinstance(tokens[at], CellRun)


def _delimited(fields: list[str], start: int, tokens: list[TableToken]) -> None:
    """The tokens of a line with tabs or bars."""
    cells: list[Cell] = []
    inside = gap = False
    for field in fields:
        kind, reading = _kinds.get(field) or _kind(field)
        end = start + len(field)
        if reading is not None:
            if gap and inside:
                if cells:
                    tokens.append(CellRun(cells))
                    cells = []
                tokens.append(TableToken(TEXT, start, start))
            cells.append((reading, start, end))
            inside, gap = True, False
        elif kind:
            if cells:
                tokens.append(CellRun(cells))
                cells = []
            tokens.append(TableToken(kind, start, end))
            gap = False
        else:
            gap = True
        start = end + 1
    if cells:
        tokens.append(CellRun(cells))


def _undelimited(line: str, start: int, tokens: list[TableToken]) -> None:
    """A line of one label or cell, one whose cells stand apart by spaces, or one LINE of something else."""
    raw = without_fillers(line.strip())
    if not raw:
        return
    end = start + len(line)
    if len(raw) > _LONGEST_SPACED:
        tokens.append(TableToken(LINE, start, end))
        return
    kind, reading = _kinds.get(raw) or _kind(raw)
    if reading is not None:
        tokens.append(CellRun([(reading, start, end)]))
    elif kind is not TEXT:
        tokens.append(TableToken(kind, start, end))
    elif raw[-1].isdigit() or raw[-1] in _CELL_ENDS:
        tokens += _spaced(line, start)
    else:
        tokens.append(TableToken(LINE, start, end))


def _spaced(line: str, start: int) -> list[TableToken]:
    """A label and its cells apart by spaces, or cells alone; else one LINE."""
    whole = [TableToken(LINE, start, start + len(line))]
    words = list(_WORD.finditer(line))
    cells: list[Cell] = []
    while words:
        reading = identify(words[-1][0])
        if not isinstance(reading, Reading):
            break
        word = words.pop()
        cells.append((reading, start + word.start(), start + word.end()))
    cells.reverse()
    if not words:
        return [CellRun(cells)] if len(cells) > 1 and not is_page_foot(line) else whole
    end = words[-1].end()
    label = identify(line[:end].strip()) if cells else None
    return [TableToken(label, start, start + end), CellRun(cells)] if isinstance(label, str) else whole
