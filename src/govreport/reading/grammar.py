"""The only door to Lark: a stream of tokens of one table goes in, the rows of the form come out.

The parsers are LALR, built once per process at the first use. No Lark type leaves this module.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from govreport import form
from govreport.reading.tokens import CELLS, CellRun, Row, TableToken


def judge(table: str, tokens: Sequence[TableToken]) -> list[Row] | None:
    """Parse the tokens of one table by its grammar.

    Returns:
        The rows in the order of the form; None where the grammar refuses the table.
    """
    try:
        rows: list[Row] = _parser(table).parse(_in_rows(table, tokens))  # type: ignore[assignment]
    except UnexpectedInput:
        return None
    return rows


def _in_rows(table: str, tokens: Sequence[TableToken]) -> Iterator[TableToken]:
    """The tokens with cells that go on over line ends as one run, and a run of several rows cut into them."""
    sizes = form.arities(table).values()
    only = max(sizes) if len(sizes) == 1 else 0  # where rows differ in size, only a label ends one
    for kind, group in groupby(tokens, type):
        runs = list(group)
        if kind is not CellRun or (len(runs) == 1 and runs[0].type != CELLS):
            yield from runs
            continue
        cells = [cell for run in runs if isinstance(run, CellRun) for cell in run.cells]
        size = only if only and len(cells) % only == 0 else len(cells)
        for at in range(0, len(cells), size):
            yield CellRun(cells[at : at + size])


class _Stream(Lexer):
    """Hands over tokens that are made already."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        return iter(data)


class _Rows(Transformer[Any, list[Row]]):
    """Rules to rows while Lark parses: a row keeps its cells, everything above is a flat list of rows."""


def _row(rule: str) -> Any:
    return lambda _self, children: Row(rule, children[-1].cells)


def _group(_self: object, children: list[Any]) -> list[Row]:
    rows: list[Row] = []
    for child in children:
        if type(child) is Row:
            rows.append(child)
        elif type(child) is list:
            rows += child
    return rows


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
