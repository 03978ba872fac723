"""Tables as wikis write them, one cell to a line, to rows with tabs. Nothing moves."""

import re

from govreport.reading.markup import FILLER

_BEGIN = re.compile(r"^[:*]{0,9}\{\|[^\n]*", re.MULTILINE)
_END = "\n|}"
_STYLE = r"""(?:(?:[ \t]*[a-z]{1,20}="[^"\n|]{0,200}")+[ \t]*\|(?!\|))?"""  # of a cell
# The line between rows, a caption, a cell at the head of a line or behind another, a line end in a cell.
_MARK = re.compile(rf"\n\|(?:-[^\n]*|\+)|(?:\n[|!]|\|\||!!){_STYLE}|\n|<(?:br|/?ref)[^<>\n]{{0,99}}>")
_BOLD = re.compile("'{2,5}")


def without_wiki_tables(text: str) -> str:
    """The text with its wiki tables as lines: a tab before each cell, a row to a line."""
    if "{|" not in text or _END not in text:
        return text
    parts = []
    at = 0
    while (begin := _BEGIN.search(text, at)) and (end := text.find(_END, begin.end())) >= 0:
        parts += [_prose(text[at : begin.start()]), FILLER * len(begin[0])]
        parts += [_MARK.sub(_shown, text[begin.end() : end]), "\n".ljust(len(_END), FILLER)]
        at = end + len(_END)
    return "".join([*parts, _prose(text[at:])])


def _prose(text: str) -> str:
    return _BOLD.sub(lambda quotes: FILLER * len(quotes[0]), text)


def _shown(mark: re.Match[str]) -> str:
    words = mark[0]
    if words[0] == "<" or words == "\n":
        return " ".ljust(len(words), FILLER)
    is_row = words[:3] in ("\n|-", "\n|+")
    return ("\n" if is_row else "\t").ljust(len(words), FILLER)
