"""Bands to records: the values of one row, the words on its line, and the words between rows."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from govreport import form
from govreport.reading.mend.fields import Band, Field, Flavour

_LONGEST_BAD_CELL = 3
_ALSO_HEADINGS = frozenset(form.labels("common"))  # 总计 and 其他 name a row or a column


@attrs.define
class Record:
    """The values that stand together, with the words around them.

    Attributes:
        slots: The cells in order; empty fields among them where the layout shows them.
        own: Words before the values on the same line, outermost first.
        before: Words on the lines between the record before and this one.
        after: Words behind the values on the same line.
        flavour: How the fields stand apart.
        width: Number of fields of its line, for delimited ones.
        first: Place of the first slot in its line.
        line: Number of its line.
        cells: The slots that hold something, readable or not.
    """

    slots: list[Field]
    own: list[Field]
    before: list[Field]
    after: list[Field]
    flavour: Flavour
    width: int
    first: int
    line: int
    cells: list[Field] = attrs.field(init=False)

    @cached_property
    def columns(self) -> list[float]:
        """Where the cells stand on their line, for rows in columns of spaces."""
        return [c.column for c in self.cells]

    def __attrs_post_init__(self) -> None:
        self.cells = [s for s in self.slots if s.raw]


@attrs.frozen
class Records:
    """All records of a table and the words around them.

    Attributes:
        valued: The records, in order.
        rest: Words behind the last of them.
        header: The words before the first, line by line; and those that do not stand in columns of spaces
            once more as one line, for headings that break over lines.
    """

    valued: list[Record]
    rest: list[Field]
    header: list[list[Field]]


def read_records(bands: Sequence[Band], arity: int, labels: Container[str] = ()) -> Records:
    """Group the fields of a table; a row whose cells are all blank counts where its fields show them.

    Args:
        bands: The rows of the table's region.
        arity: The least number of empty fields that make a row of blanks.
        labels: Terminals of the labels that such a row may have.
    """
    valued: list[Record] = []
    words: list[Field] = []
    header: list[list[Field]] = []
    unit = _line_unit(bands)
    last_flat: Record | None = None
    seen = False
    for at, band in enumerate(bands):
        if band.flavour is Flavour.FLAT:
            field = band.fields[0]
            far = at > 0 and band.line - bands[at - 1].line > unit
            if field.is_empty and (far or (last_flat is None and not words)):
                continue
            is_cell = field.reading is not None
            if is_cell or field.is_empty:
                if last_flat is None:
                    last_flat = Record([], [], words, [], Flavour.FLAT, 0, 0, band.line)
                    valued.append(last_flat)
                    words = []
                last_flat.slots.append(field)
                if is_cell:
                    last_flat.cells.append(field)
                    seen = True
                continue
            last_flat = None
            words.append(field)
            if not seen:
                header.append([field])
            continue
        last_flat = None
        record = _record(band, words, arity, labels)
        if record is None:
            named = [f for f in band.fields if not f.is_empty]
            words += _deduplicated(named)
            if not seen:
                header.append(named)
            continue
        seen = True
        valued.append(record)
        words = []
    valued, words = _without_hollow(valued, words)
    run = [f for fields in header for f in fields if not f.spaced]
    return Records(valued, words, [*header, run])


def _record(band: Band, around: list[Field], arity: int, labels: Container[str]) -> Record | None:
    fields = band.fields
    cells = [i for i, f in enumerate(fields) if f.reading is not None]
    if not cells:
        if band.flavour is not Flavour.DELIMITED:
            return None
        named = [i for i, f in enumerate(fields) if f.raw]
        if not named or len(fields) - named[-1] - 1 < arity:
            return None
        first = named[-1] + 1
        label = fields[named[-1]].label
        if label not in labels or (len(named) > 1 and label in _ALSO_HEADINGS):
            return None
        return Record(
            list(fields[first:]),
            _deduplicated([fields[i] for i in named]),
            around,
            [],
            band.flavour,
            len(fields),
            first,
            band.line,
        )
    words = [i for i, f in enumerate(fields) if f.raw and f.reading is None]
    if words and (words[-1] > cells[0] or fields[words[-1]].label not in labels):
        words = _without_bad_cells(fields, words, cells[0], labels)
    cut = bisect_left(words, cells[0])
    before, behind = words[:cut], words[cut:]
    first = before[-1] + 1 if before else 0
    last = next((i for i in behind if i > cells[-1]), len(fields)) if behind else len(fields)
    slots = list(fields[first:last])
    after = [f for f in fields[last:] if f.raw]
    if behind and band.flavour is Flavour.SPACED:
        # Between cells that stand in columns of spaces, words belong to no column either.
        slots = [f for i, f in enumerate(slots, first) if i not in behind]
        after = [fields[i] for i in behind if i < last] + after
    own = _deduplicated([fields[i] for i in before])
    return Record(slots, own, around, after, band.flavour, len(fields), first, band.line)


def _without_bad_cells(
    fields: Sequence[Field], words: Sequence[int], first_cell: int, labels: Container[str]
) -> list[int]:
    """The words of a row without those that stand where a cell does."""
    label_at = max([i for i in words if i < first_cell and fields[i].label in labels], default=len(fields))
    return [
        i for i in words if not _is_bad_cell(fields[i], behind_label=i > label_at, behind_cell=i > first_cell)
    ]


def _is_bad_cell(field: Field, *, behind_label: bool, behind_cell: bool) -> bool:
    """Whether a short text stands where a cell does: right of its row's label, or among the cells."""
    if field.label is not None or len(field.raw) > _LONGEST_BAD_CELL:
        return False
    return (behind_label and not field.spaced) or (behind_cell and not any(map(_is_han, field.raw)))


def _is_han(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff"


def _without_hollow(valued: list[Record], words: list[Field]) -> tuple[list[Record], list[Field]]:
    """Flat records of empty fields alone are padding, unless they fill a row."""
    kept: list[Record] = []
    carried: list[Field] = []
    for record in valued:
        record.before = carried + record.before
        carried = []
        if record.flavour is Flavour.FLAT and not record.cells and len(record.slots) < 5:
            carried = record.before
        else:
            kept.append(record)
    return kept, carried + words


def _deduplicated(fields: list[Field]) -> list[Field]:
    """A label of a merged cell that is printed once per column counts once."""
    kept = fields[:1]
    for field in fields[1:]:
        if kept[-1].raw != field.raw or field.label is None:
            kept.append(field)
    return kept


def _line_unit(bands: Sequence[Band]) -> int:
    """The usual distance between two lines of one-field text."""
    gaps = [b.line - a.line for a, b in pairwise(bands) if a.flavour is b.flavour is Flavour.FLAT]
    return max(sorted(set(gaps)), key=gaps.count) if gaps else 1
