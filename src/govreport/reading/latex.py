r"""Tables in LaTeX, as models that read pictures and converters write them, to rows with tabs. Nothing moves.

`&` parts cells and `\\` ends a row, unless they stand in braces or in a table within a cell.
"""

import re
from collections.abc import Iterator

from govreport.reading.markup import FILLER

_BEGIN = re.compile(r"\\begin\{(tabular[xy*]?|longtable|supertabular|array)\}")
_MOST_NESTED = 100
_MOST_BRACES = 20_000  # a report has a few thousand
# A row's end and its space, a command, a character that is escaped, and what has a meaning of its own.
_PART = re.compile(
    r"\\\\\*?(?:\[[^\]\n]{0,20}\])?|\\[a-zA-Z]+\*?|\\.|[{}&~$\n]|%[^\n]*|[^\\{}&~$\n%]+", re.DOTALL
)
_OPTION = re.compile(r"\s*(?:\[[^\]\n]{0,40}\]|\([^)\n]{0,40}\))")
_ENVIRONMENT = re.compile(r"\s*\{([a-zA-Z]{1,20}\*?)\}")
_LANGUAGE = "\\foreignlanguage"  # goes on within a word
# Command -> how many arguments of it are no text.
_DROPPED = {
    **dict.fromkeys(("\\multicolumn", "\\multirow", "\\fontsize"), 2),
    **dict.fromkeys(("\\cline", "\\cmidrule", "\\hhline", "\\noalign", "\\rowcolor", "\\cellcolor"), 1),
    **dict.fromkeys(("\\hspace", "\\vspace", "\\label", "\\textcolor", "\\color", "\\raisebox"), 1),
    **dict.fromkeys(("\\scalebox", "\\rotatebox", "\\sout"), 1),
    **dict.fromkeys(("\\phantom", "\\hphantom", "\\vphantom", _LANGUAGE), 1),
}
# Environment -> how many arguments of it are no text.
_ARGUMENTS = {
    "minipage": 1,
    "tabular": 1,
    "tabularx": 2,
    "tabulary": 2,
    "tabular*": 2,
    "array": 1,
    "longtable": 1,
}
# Outside of tables: what sets off a heading or says of which language words are.
_AROUND = re.compile(
    r"\\(?:label|hypertarget|foreignlanguage)\{[^{}\n]{0,999}\}"
    r"|\\(?:(?:sub){0,2}section|chapter|paragraph|title|textbf|emph)\*?(?=\{)|(?<!\\)(?:\{%?|[}~])"
)
_SHOWN = frozenset("&%$#_{}")  # characters that are escaped to be shown


def without_latex(text: str) -> str:
    """The text with its tables in LaTeX as lines: a tab between cells, a line feed behind rows."""
    last = text.rfind("\\end{")
    if last < 0 or text.count("{") > _MOST_BRACES:
        return text
    written: list[str] = []
    at = 0
    while begin := _BEGIN.search(text, at):
        written.append(_prose(text[at : begin.start()]))
        at = begin.start()
        line_end = " " if at < last else "\n"  # in a table that is not closed, lines stay lines
        for end, shown in _read(text, at, line_end):
            written.append(shown.ljust(end - at, FILLER))
            at = end
    return "".join([*written, _prose(text[at:])]) if written else text


def _prose(text: str) -> str:
    """A text outside of tables without the marks in it."""
    return _AROUND.sub(lambda mark: (" " if mark[0] == "~" else "").ljust(len(mark[0]), FILLER), text)


def _read(text: str, at: int, line_end: str) -> Iterator[tuple[int, str]]:
    """What the parts of a table show, and where they end, up to the end of its environment."""
    nested = braces = 0
    while at < len(text) and (part := _PART.match(text, at)):
        mark, at = part[0], part.end()
        shown = ""
        inner = braces > 0 or nested > 1
        if mark in ("\\begin", "\\end"):
            name = _ENVIRONMENT.match(text, at)
            at = name.end() if name else at
            nested += 1 if mark == "\\begin" else -1
            if mark == "\\begin" and name:
                at = _behind(text, at, _ARGUMENTS.get(name[1], 0))
            shown = "\n" if nested in (0, 1) and name and name[1] != "minipage" else " "
        elif (arguments := _DROPPED.get(mark.rstrip("*"))) is not None:
            at = _behind(text, at, arguments)
            shown = "" if mark == _LANGUAGE else " "
        elif mark == "\\tabularnewline" or mark.startswith("\\\\"):
            shown = " " if inner else "\n"
        elif mark == "&":
            shown = " " if inner else "\t"
        elif mark in "{}":
            braces = max(0, braces + (1 if mark == "{" else -1))
        elif mark in "~\n":
            shown = " " if mark == "~" else line_end
        elif mark[0] == "\\":
            shown = mark[1] if mark[1] in _SHOWN else " "
        elif mark[0] not in "$%":
            shown = mark
        yield at, shown
        if nested == 0 or nested > _MOST_NESTED:
            return


def _behind(text: str, at: int, arguments: int) -> int:
    """Where the arguments of a command end that are no text, options among them."""
    while option := _OPTION.match(text, at):
        at = option.end()
    for _ in range(arguments):
        start = at
        while text[start : start + 1].isspace():
            start += 1
        if text[start : start + 1] != "{":
            break
        at = _closing(text, start)
        while option := _OPTION.match(text, at):
            at = option.end()
    return at


def _closing(text: str, at: int) -> int:
    """The place behind the brace that closes the one at a place, or behind that one if none does."""
    depth = 0
    for mark in re.finditer(r"[{}]", text[at : at + 4000]):
        depth += 1 if mark[0] == "{" else -1
        if depth == 0:
            return at + mark.end()
    return at + 1
