"""The only door to Lark: a stream of tokens of one table goes in, the rows of the form come out.

The parsers are LALR, built once per process at the first use. No Lark type leaves this module.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from govreport import form
from govreport.reading.tokens import CELLS, CellRun, Row, TableToken

# The rule of a row, and which of the tokens holds its cells.
_Place = tuple[str, int]

_REMEMBERED = 1_000  # sequences of types; most reports share theirs with all others of their edition
_LONGEST = 500  # tokens; the form has some hundred


def judge(table: str, tokens: Sequence[TableToken]) -> list[Row] | None:
    """Parse the tokens of one table by its grammar.

    Returns:
        The rows in the order of the form; None where the grammar refuses the table.
    """
    runs = _in_rows(table, tokens)
    types = tuple([token.type for token in runs])
    places = _remembered(table, types) if len(types) <= _LONGEST else _parsed(table, types)
    return None if places is None else [Row(rule, runs[at].cells) for rule, at in places]


def _in_rows(table: str, tokens: Sequence[TableToken]) -> list[Any]:
    """The tokens with cells that go on over line ends as one run, and a run of several rows cut into them."""
    sizes = form.arities(table).values()
    only = max(sizes) if len(sizes) == 1 else 0  # where rows differ in size, only a label ends one
    found: list[TableToken] = []
    for kind, group in groupby(tokens, type):
        runs = list(group)
        if kind is not CellRun or (len(runs) == 1 and runs[0].type != CELLS):
            found += runs
            continue
        cells = [cell for run in runs if isinstance(run, CellRun) for cell in run.cells]
        size = only if only and len(cells) % only == 0 else len(cells)
        found += [CellRun(cells[at : at + size]) for at in range(0, len(cells), size)]
    return found


def _parsed(table: str, types: tuple[str, ...]) -> list[_Place] | None:
    """What the grammar says of a table; it knows nothing of tokens but their types."""
    tokens = (Token(name, "", start_pos=at) for at, name in enumerate(types))
    try:
        places: list[_Place] = _parser(table).parse(tokens)  # type: ignore[assignment]
    except UnexpectedInput:
        return None
    return places


_remembered = lru_cache(maxsize=_REMEMBERED)(_parsed)


class _Stream(Lexer):
    """Hands over tokens that are made already."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        return iter(data)


class _Rows(Transformer[Any, list[_Place]]):
    """Rules to rows while Lark parses: a row tells its place, everything above is a flat list of rows."""


def _row(rule: str) -> Any:
    return lambda _self, children: (rule, children[-1].start_pos)


def _group(_self: object, children: list[Any]) -> list[_Place]:
    places: list[_Place] = []
    for child in children:
        if type(child) is tuple:
            places.append(child)
        elif type(child) is list:
            places += child
    return places


@cache
def _parser(table: str) -> Lark:
    rows = {r.rule for r in form.rows(table)}
    callbacks: dict[str, Any] = {}
    for name in form.definitions(table):
        if name.islower() and not name.startswith("_"):  # Lark inlines the others
            callbacks[name] = _row(name) if name in rows else _group
    transformer = type("Rows", (_Rows,), callbacks)()
    path = form.grammar_directory() / f"{table}.lark"
    return Lark.open(str(path), start=table, parser="lalr", lexer=_Stream, transformer=transformer)
