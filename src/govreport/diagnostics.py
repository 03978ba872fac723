"""What is said about a text: where (`Span`), how grave (`Severity`), what (`Diagnostic`), and `ParseError`.

Nothing here knows how a text is read or checked; the texts of reading's codes stand in `govreport.catalogue`,
those of a rule with the rule.
"""

import locale
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import attrs

_language: str | None = None
# East Asian wide and full-width characters (UAX 11) as blocks, and the combining marks that texts have.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_COMBINING = re.compile("[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f]")


def set_language(language: str | None) -> None:
    """Choose the language of `str(diagnostic)` and of errors: "zh", "en", or None for the environment's.

    Without a choice, the variable GOVREPORT_LANG decides, else the locale.

    Raises:
        ValueError: for any other value.
    """
    global _language
    if language not in ("zh", "en", None):
        raise ValueError(f'language is "zh", "en" or None, not {language!r}')
    _language = language


def get_language() -> str:
    """The language in force: "zh" or "en"."""
    chosen = _language or os.environ.get("GOVREPORT_LANG") or locale.setlocale(locale.LC_CTYPE)
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen
class Span:
    """A place in a text.

    Attributes:
        start: Offset of the first character, in code points of the given text.
        end: Offset after the last (half-open).
        line: Line of the start, from 1.
        column: Column of the start in code points, from 1.
        page: Page of the document, from 1, where it has pages.
        table: Table of the document, from 1.
        row: Row in that table, from 1.
        cell: Cell among those that begin in that row, from 1.
    """

    start: int
    end: int
    line: int
    column: int
    page: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None

    def __str__(self) -> str:
        """Where a person looks: page, table, row and cell of a document, else line and column of a text."""
        words = _PLACES[get_language()]
        known = [words[name].format(n) for name in words if (n := getattr(self, name)) is not None]
        return " ".join(known) if known else f"{self.line}:{self.column}"

    @property
    def is_in_document(self) -> bool:
        """Whether page or table are known; then line and column are those of its text, which nobody sees."""
        return self.page is not None or self.table is not None


_PLACES = {
    "zh": {"page": "第{}页", "table": "表{}", "row": "第{}行", "cell": "第{}格"},
    "en": {"page": "page {}", "table": "table {}", "row": "row {}", "cell": "cell {}"},
}


@attrs.frozen
class Message:
    """One statement in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if get_language() == "zh" else self.en


@attrs.frozen
class Diagnostic:
    """One finding about a report.

    Attributes:
        code: Stable identifier, `GR` and three digits; the first digit is the family.
        severity: error, warning or info.
        message: What is wrong and what to do, in Chinese and English; `str()` picks one.
        path: The cell, row, table or section it is about; "" for the whole text.
        related: The other cells that took part.
        span: Where it stands, or None.
        name: The defect in words, stable like the code: "row-missing".
        found: What stands there, where that applies.
        expected: What was expected.
        suggestion: What would mend it.
    """

    code: str
    severity: Severity
    message: Message
    path: str = ""
    related: tuple[str, ...] = ()
    span: Span | None = None
    name: str = ""
    found: str | int | None = None
    expected: str | int | None = None
    suggestion: str | int | None = None

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        path = f" {self.path}:" if self.path else ""
        return f"{place}{self.severity.value} {self.code}{path} {self.message}"

    def to_dict(self) -> dict[str, Any]:
        """The diagnostic as plain JSON types."""
        return attrs.asdict(self, value_serializer=_plain)


def _plain(_instance: object, _attribute: object, value: Any) -> Any:
    """A field's value as a JSON type."""
    return value.value if isinstance(value, StrEnum) else list(value) if isinstance(value, tuple) else value


class ParseError(ValueError):
    """The text is no report that can be read; `diagnostics` says what it is and what was looked for.

    Attributes:
        diagnostics: The findings, the decisive one first.
        text: The text they are about, for excerpts; "" where it could not be read at all.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], text: str = "") -> None:
        self.diagnostics = tuple(diagnostics)
        self.text = text
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(explain(d, self.text) for d in self.diagnostics)

    def __reduce__(self) -> tuple[type["ParseError"], tuple[object, ...]]:
        return type(self), (self.diagnostics, self.text)


class ReadError(ParseError):
    """The file cannot be opened as a document: empty, damaged, too large, or of a kind that is not read."""


def explain(diagnostic: Diagnostic, text: str) -> str:
    """The finding as lines for people: the sentence, the source line, and a caret under the place."""
    if diagnostic.span is None or not 0 <= diagnostic.span.start <= len(text) or not text:
        return str(diagnostic)
    return f"{diagnostic}\n{excerpt(text, diagnostic.span)}"


def excerpt(text: str, span: Span, width: int = 72) -> str:
    """The source line of a span, cut to `width` columns around it, with carets below.

    Carets are placed by display width: East Asian wide characters take two columns.
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    at, stop = span.start - start, min(span.end - start, len(line.rstrip()))
    left, used = at, 0
    while left > 0 and (used := used + display_width(line[left - 1 : left])) <= width // 2:
        left -= 1
    shown = line[left:]
    while display_width(shown) > width:
        shown = shown[: max(1, len(shown) - max(1, (display_width(shown) - width) // 2))]
    if not shown.isprintable():
        shown = "".join(" " if c == "\t" or unicodedata.category(c)[0] == "C" else c for c in shown)
    before = display_width(shown[: at - left])
    carets = max(1, display_width(shown[at - left : stop - left]))
    number = "" if span.is_in_document else span.line
    prefix = f"{number:>5} | "
    return f"{prefix}{shown}\n{' ' * (len(prefix) + before)}{'^' * carets}"


def display_width(text: str) -> int:
    """Columns that a terminal gives the text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return len(text) + len(_WIDE.findall(text)) - len(_COMBINING.findall(text))


def in_text_order(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place; findings without one come last, in the order given."""
    return tuple(sorted(diagnostics, key=lambda d: d.span.start if d.span else 1 << 62))
