"""The mini-reader of `govreport.form` and Lark see one grammar; the model and its words agree with it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from lark import Lark
from lark.lexer import Lexer, Token
from lark.load_grammar import load_grammar

import govreport
from govreport import form
from govreport.model.paths import cell_paths

STARTS = {name: name for name in ("outline", *form.TABLES)} | {"claims": "claim"}
GRAMMARS = tuple(STARTS)


class NoText(Lexer):
    """Stands for the lexer of the package, which makes tokens of whole cells."""

    def __init__(self, _conf: object) -> None: ...

    def lex(self, data: object) -> Iterator[Token]:  # type: ignore[override]
        return iter(())


@cache
def lark(name: str) -> Lark:
    """The grammar as Lark compiles it; strict, so that no conflict is resolved in silence."""
    path = form.grammar_directory() / f"{name}.lark"
    return Lark.open(str(path), start=STARTS[name], parser="lalr", lexer=NoText, strict=True)


@cache
def expansions(name: str) -> dict[str, list[list[str]]]:
    """Rule -> its alternatives as Lark expands them, in order."""
    found: dict[str, list[list[str]]] = {}
    for rule in lark(name).rules:
        found.setdefault(rule.origin.name, []).append([symbol.name for symbol in rule.expansion])
    return found


def reached(name: str, rule: str) -> list[str]:
    """The rules below a rule in the order of the form."""
    found: list[str] = []
    for alternative in expansions(name)[rule]:
        for symbol in alternative:
            if symbol.islower():
                found += [symbol, *reached(name, symbol)]
    return list(dict.fromkeys(found))


def test_every_grammar_is_tested() -> None:
    files = {path.stem for path in form.grammar_directory().glob("*.lark")}
    assert files == {"common", *GRAMMARS}


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_terminal_is_anonymous(name: str) -> None:
    assert {terminal.name for terminal in lark(name).terminals} <= form.definitions(name).keys()


def test_an_anonymous_terminal_would_be_seen() -> None:
    grammar = Lark('start: "总计" CELL\nCELL: /x/', parser="lalr", lexer=NoText)
    assert {terminal.name for terminal in grammar.terminals} == {"CELL", "总计"}


@pytest.mark.parametrize("name", ["common", *GRAMMARS])
def test_definitions_are_those_that_lark_loads(name: str) -> None:
    directory = form.grammar_directory()
    source = (directory / f"{name}.lark").read_text("utf-8")
    grammar, _ = load_grammar(  # type: ignore[no-untyped-call]
        source, name, [str(directory)], global_keep_all_tokens=False
    )
    loaded = {str(definition[0]) for definition in (*grammar.term_defs, *grammar.rule_defs)}
    assert {n for n in loaded if not n.startswith("__")} | form.definitions("common").keys() == (
        form.definitions(name).keys()
    )


@pytest.mark.parametrize("name", GRAMMARS)
def test_labels_and_patterns_are_those_of_the_terminals(name: str) -> None:
    compared = 0
    for terminal in lark(name).terminals:
        if parts := read_alternatives(name, terminal.name):
            assert is_alternation(terminal.pattern.to_regexp(), parts), terminal.name
            compared += 1
    assert compared >= 9


def read_alternatives(name: str, terminal: str) -> list[str]:
    """The alternatives of a terminal as `form` reads them; none where it is made of other terminals."""
    parts = [re.escape(label) for label in form.labels(name).get(terminal, ())]
    try:
        parts.append(form.pattern(name, terminal))
    except KeyError:
        return parts
    return parts


def is_alternation(pattern: str, parts: list[str]) -> bool:
    """Whether a pattern is the parts, in any order, with bars between them."""
    if len(parts) == 1:
        return pattern == parts[0]
    rest = pattern.removeprefix("(?:").removesuffix(")")
    for part in sorted(parts, key=len, reverse=True):
        rest = rest.replace(part, "", 1)
    return rest == "|" * (len(parts) - 1) and len(pattern) == len("(?:)") + len("|".join(parts))


def test_is_alternation_sees_a_difference() -> None:
    assert is_alternation("(?:合计|总计)", ["总计", "合计"])
    assert not is_alternation("(?:合计|总计)", ["总计"])
    assert not is_alternation("(?:合计|总计)", ["总计", "共计"])
    assert not is_alternation("合计", ["总计"])


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_pattern_compiles(name: str) -> None:
    patterns = [
        n for n, body in form.definitions(name).items() if n.isupper() and "/" in body and '"' not in body
    ]
    assert patterns
    for terminal in patterns:
        re.compile(form.pattern(name, terminal))


@pytest.mark.parametrize("table", form.TABLES)
def test_rows_are_those_of_the_rules(table: str) -> None:
    rules = expansions(table)
    arities = form.arities(table)
    expected = [rule for rule in reached(table, table) if rules[rule][0][-1] in arities]
    assert [row.rule for row in form.rows(table)] == expected
    for row in form.rows(table):
        printed = [alternative[:-1] for alternative in rules[row.rule]]
        assert printed == [[label] for label in row.labels] or (
            printed == [[]] and row.labels == (row.rule.upper(),)
        )
        (arity,) = {alternative[-1] for alternative in rules[row.rule]}
        assert arities[arity] == len(row.columns)


@pytest.mark.parametrize("table", form.TABLES)
def test_arities_are_those_of_the_terminals(table: str) -> None:
    patterns = {terminal.name: terminal.pattern.to_regexp() for terminal in lark(table).terminals}
    cell = f"(?:{form.pattern('common', 'NUMBER')}|{form.pattern('common', 'BLANK')})"
    assert {
        name: pattern.count(cell) for name, pattern in patterns.items() if cell in pattern
    } == form.arities(table)


def test_headings_stand_before_their_rows() -> None:
    rules = expansions("proactive_disclosure")
    for row in form.rows("proactive_disclosure"):
        fullest = max((a for a in rules[row.group] if row.rule in a), key=len)
        assert [symbol for symbol in fullest if symbol.isupper()] == list(row.heading)


def test_rows_reach_every_cell_of_the_model() -> None:
    reachable = {
        f"{row.path}.{column}" for table in form.TABLES for row in form.rows(table) for column in row.columns
    }
    assert reachable == set(cell_paths())


@pytest.mark.parametrize("table", form.TABLES)
def test_a_label_belongs_to_one_terminal(table: str) -> None:
    every = Counter(label for alternatives in form.labels(table).values() for label in alternatives)
    assert {label for label, times in every.items() if times > 1} == set()


def printed_labels() -> Iterator[tuple[str, str, str, str]]:
    """Class, attribute, table and terminal of everything that the form prints a label for."""
    names = {
        "proactive_disclosure": "ProactiveDisclosure",
        "applications": "Applications",
        "remedies": "Remedies",
    }
    definitions = govreport.json_schema()["$defs"]
    for table in form.TABLES:
        for row in form.rows(table):
            *groups, name = row.path.split(".")[1:]
            kind = names[table]
            for group in groups:
                yield kind, group, table, group.upper()
                kind = class_of(definitions[kind]["properties"][group])
            yield kind, name, table, row.labels[0]
            counts = class_of(definitions[kind]["properties"][name])
            heading = (
                row.heading if table == "proactive_disclosure" else tuple(c.upper() for c in row.columns)
            )
            for column, terminal in zip(row.columns, heading[-len(row.columns) :], strict=True):
                yield counts, column, table, terminal


def class_of(schema: dict[str, object]) -> str:
    found = re.search(r"#/\$defs/(\w+)", str(schema))
    assert found
    return found[1]


def test_docstrings_quote_the_labels_of_the_grammar() -> None:
    definitions = govreport.json_schema()["$defs"]
    quoted = set(printed_labels())
    assert len(quoted) > 60
    for kind, attribute, table, terminal in quoted:
        schema = definitions[kind]["properties"][attribute]
        assert schema["title"] == form.label(table, terminal), (kind, attribute)
        if variant := re.search(r"form of 2019: ([^)]+)\)", schema["description"]):
            assert variant[1] in form.labels(table)[terminal]
