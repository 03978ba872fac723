"""The form, read from `grammars/*.lark`: its labels, rows and columns.

The grammar files are the only place where labels, order and arity stand. Lark reads them to judge a
table; this module reads them without Lark, so that rendering, matching and documentation share the
same words. A test holds the two readings of the files against each other.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs

from govreport.model import ApplicantCounts, RemedyCounts

TABLES = ("proactive_disclosure", "applications", "remedies")

_DEFINITION = re.compile(r"^(_?[a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*):\s*")
_LITERAL = re.compile(r'"([^"]+)"|/((?:[^/\\]|\\.)+)/')
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_EDITION = re.compile(r"_(2019|2021)$")


@attrs.frozen
class FormRow:
    """One row of the form: where it stands, what is printed before its cells, which columns it has."""

    path: str  # "applications.denied.state_secrets"
    rule: str  # "state_secrets"; with the edition where the grammar has one for each
    group: str  # the rule above it: rows under one heading share it
    labels: tuple[str, ...]  # terminals of the label before its cells; in section 四 of the heading above
    columns: tuple[str, ...]
    heading: tuple[str, ...]  # terminals printed above it as the heading of its columns or group
    edition: str | None


def grammar_directory() -> Path:
    """The folder of the `.lark` files: inside an installed package, or at the top of a checkout."""
    packaged = Path(__file__).parent / "grammars"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "grammars"


@cache
def definitions(name: str) -> dict[str, str]:
    """Rule or terminal name -> its definition, of one grammar file and what it imports."""
    found: dict[str, str] = {} if name == "common" else dict(definitions("common"))
    last = ""
    for line in (grammar_directory() / f"{name}.lark").read_text("utf-8").splitlines():
        if match := _DEFINITION.match(line):
            last = match[1]
            found[last] = line[match.end() :]
        elif line.lstrip().startswith("|"):
            found[last] += " " + line.strip()
    return found


@cache
def labels(name: str) -> dict[str, tuple[str, ...]]:
    """Terminal -> its literal alternatives, the printed label first, of one grammar file."""
    return {
        terminal: tuple(m[1] for m in _LITERAL.finditer(body) if m[1])
        for terminal, body in definitions(name).items()
        if terminal.isupper() and '"' in body
    }


@cache
def pattern(name: str, terminal: str) -> str:
    """The regular expression of a terminal that is defined by one."""
    found = next((m[2] for m in _LITERAL.finditer(definitions(name)[terminal]) if m[2]), None)
    if found is None:
        raise KeyError(f"{terminal} in {name}.lark has no regular expression")
    return found


@cache
def label(name: str, terminal: str) -> str:
    """The label as the form prints it: the first alternative of its terminal."""
    return labels(name)[terminal][0]


@cache
def arities(name: str) -> dict[str, int]:
    """Terminal -> how many cells it stands for: `THREE` is the cells of a row of three."""
    found = {terminal: _NAME.findall(body) for terminal, body in definitions(name).items()}
    return {
        terminal: len(names)
        for terminal, names in found.items()
        if terminal.isupper() and set(names) == {"CELL"}
    }


@cache
def rows(table: str) -> tuple[FormRow, ...]:
    """The rows of a table in the order of the form; both editions where they differ."""
    return tuple(_walk(table, table, "", "", ()))


@cache
def row(path: str) -> FormRow:
    """The row of a path, the first where both editions have one.

    Raises:
        KeyError: The form has no row of this path.
    """
    for found in rows(path.partition(".")[0]):
        if found.path == path:
            return found
    raise KeyError(path)


def _walk(table: str, rule: str, group: str, parent: str, heading: tuple[str, ...]) -> Iterator[FormRow]:
    """Yield the rows below a rule, depth first. A rule that ends in an arity (`THREE`) is a row."""
    bodies = definitions(table)
    names = _NAME.findall(bodies[rule])
    edition = _EDITION.search(rule)
    path = parent if rule.startswith("_") else f"{parent}.{_EDITION.sub('', rule)}".lstrip(".")
    terminals = tuple(n for n in names if n.isupper())
    if size := arities(table).get(names[-1]):
        columns = _columns(path, size, heading)
        labelled = terminals[:-1] or (rule.upper(),)
        yield FormRow(path, rule, group, labelled, columns, heading, edition[1] if edition else None)
        return
    heading = terminals or heading
    for name in dict.fromkeys(n for n in names if n.islower()):
        yield from _walk(table, name, rule, path, heading)


def _columns(path: str, size: int, heading: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a row's cells: the fields of its class, or the last labels of its heading."""
    for counts in (ApplicantCounts, RemedyCounts):
        names = tuple(a.name for a in attrs.fields(counts))
        if len(names) == size:
            return names
    row_name = path.rpartition(".")[2]
    return tuple(t.lower().removeprefix(f"{row_name}_") for t in heading[-size:])
