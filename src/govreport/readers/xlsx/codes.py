"""Codes of formats in their parts: sections, and what stands in each."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

import attrs

GENERAL = "General"  # the code of nearly every cell: as many digits as a number has
# In the order of a Chinese edition; what is missing here is not known.
_BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"¥"#,##0', 6: '"¥"#,##0', 7: '"¥"#,##0.00', 8: '"¥"#,##0.00', 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    45: "mm:ss", 47: "mmss.0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_LONGEST = 255  # characters of a code
_MOST_SECTIONS = 4
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|_(?P<space>.)|\*(?P<fill>.)'
    r"|(?P<general>General|G/通用格式)|(?P<digit>[#0?])|(?P<comma>,)|(?P<point>\.)|(?P<percent>%)|(?P<at>@)"
    r"|(?P<end>;)|(?P<date>AM/PM|A/P|上午/下午|y+|m+|d+|g+|a+|e+(?![+-])|b+|h+|s+)|(?P<slash>/)"
    r"|(?P<literal>[^\x00-\x7f]|[ $+\-():^&'{}<>=~])|(?P<unknown>.)",
    re.IGNORECASE | re.DOTALL,
)
_LITERAL = ("quoted", "escaped", "literal")
_COLOUR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color *[0-9]+", re.IGNORECASE)
_CONDITION = re.compile(r"([<>]=?|<>|=)(-?[0-9]+(?:\.[0-9]+)?)")
_CURRENCY = re.compile(r"\$([^-]*)(?:-(?:0*[0-9A-F]{1,4}|[a-z]{2}-[a-z]{2}))?", re.IGNORECASE)
_SYSTEM = re.compile(r"\$-(?:F[48]00|x-sys(?:date|time))|\$-.*,F[48]00|DBNum[0-9]", re.IGNORECASE)
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne,
}  # fmt: skip


@attrs.frozen
class Token:
    """A part of a section: its kind and its characters.

    The kinds are `literal`, `gap` (room that no character fills), `digit`, `comma`, `point`, `percent`,
    `slash`, `general`, `at`, `date`, `script` (a script or order that the system chooses) and `unknown`.
    """

    kind: str
    text: str


@attrs.frozen
class Section:
    """A section of a code.

    Attributes:
        tokens: What it prints.
        kinds: The kinds of these.
        condition: A comparison and what a number is compared with, where the section gives one.
    """

    tokens: tuple[Token, ...]
    kinds: frozenset[str]
    condition: tuple[str, Decimal] | None = None


_GENERAL = Section((Token("general", ""),), frozenset({"general"}))


@attrs.frozen
class Code:
    """The sections of a format."""

    numbers: tuple[Section, ...]
    text: Section | None

    def of(self, number: Decimal) -> Section | None:
        """The section that a number is printed with, None where that is not known."""
        if any(section.condition for section in self.numbers):
            return self._conditional(number)
        by_sign = 0 if number > 0 else 1 if number < 0 else 2
        return self.numbers[by_sign if by_sign < len(self.numbers) else 0]

    def _conditional(self, number: Decimal) -> Section | None:
        """By the conditions, as far as every spreadsheet agrees on what they mean."""
        first, *others = self.numbers
        if number < 0 or first.condition is None:
            return None
        if _holds(first.condition, number):
            return first
        if len(others) > 1:
            second, third = others
            if second.condition is None or third.condition is not None:
                return None
            return second if _holds(second.condition, number) else third
        return next((s for s in others if s.condition is None or _holds(s.condition, number)), None)


def code_of(format_id: int, code: str | None) -> str | None:
    """The code of a format, None where it is not known; `code` is what the workbook defines."""
    return _BUILT_IN.get(format_id) if code is None else code


@lru_cache(maxsize=256)
def parse(code: str) -> Code | None:
    """The sections of a code, None for one that no spreadsheet would take."""
    if not code or len(code) > _LONGEST:
        return None
    sections: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(code):
        if match.lastgroup == "end":
            sections.append([])
        else:
            sections[-1].append(match)
    if len(sections) > _MOST_SECTIONS:
        return None
    found = tuple(_section(section) for section in sections)
    if len(found) == _MOST_SECTIONS or "at" in found[-1].kinds:
        return Code(found[:-1] or (_GENERAL,), found[-1])
    return Code(found, None)


def _section(matches: Sequence[re.Match[str]]) -> Section:
    tokens, condition = [], None
    for match in matches:
        kind = match.lastgroup or "unknown"
        text = match[kind]
        if kind == "bracket":
            compared = _CONDITION.fullmatch(text)
            if compared is not None and condition is None:
                condition = (compared[1], Decimal(compared[2]))
            elif not _COLOUR.fullmatch(text):
                tokens.append(_bracket(text))
        elif kind in ("space", "fill"):
            filled = kind == "fill" and text.isalnum()
            tokens.append(Token("unknown" if filled else "gap", ""))
        else:
            tokens.append(Token("literal" if kind in _LITERAL else kind, text))
    return Section(tuple(tokens), frozenset(token.kind for token in tokens), condition)


def _bracket(text: str) -> Token:
    """What brackets hold beside colours and conditions: a currency, a language, a script."""
    currency = _CURRENCY.fullmatch(text)
    if _SYSTEM.fullmatch(text):
        return Token("script", text)
    return Token("unknown", text) if currency is None else Token("literal", currency[1])


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    return _HOLDS[condition[0]](number, condition[1])
