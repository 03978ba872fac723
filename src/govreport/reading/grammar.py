"""The only door to Lark: a stream of tokens of one table goes in, the rows of the form come out.

The parsers are LALR, built once per process at the first use. No Lark type leaves this module.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from govreport import form
from govreport.reading.tokens import Row, TableToken


def judge(table: str, tokens: Sequence[TableToken]) -> list[Row] | None:
    """Parse the tokens of one table by its grammar.

    Returns:
        The rows in the order of the form; None where the grammar refuses the table.
    """
    try:
        rows: list[Row] = _parser(table).parse(tokens)  # type: ignore[assignment]
    except UnexpectedInput:
        return None
    return rows


class _Stream(Lexer):
    """Hands over tokens that are made already."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        return iter(data)


class _Rows(Transformer[Any, list[Row]]):
    """Rules to rows while Lark parses: a row keeps its cells, everything above is a flat list of rows."""


def _row(rule: str) -> Any:
    return lambda _self, children: Row(rule, children[-1])


def _cells(_self: object, children: list[TableToken]) -> list[TableToken]:
    return children


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
    for name, body in form.definitions(table).items():
        if name.islower() and not name.startswith("_"):  # Lark inlines the others
            is_arity = not body.replace("CELL", "").strip()
            callbacks[name] = _cells if is_arity else _row(name) if name in rows else _group
    transformer = type("Rows", (_Rows,), callbacks)()
    path = form.grammar_directory() / f"{table}.lark"
    return Lark.open(str(path), start=table, parser="lalr", lexer=_Stream, transformer=transformer)
