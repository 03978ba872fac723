"""Inputs that would cost a careless reader time without end or memory without bound, for any size."""

from collections.abc import Callable, Mapping
from random import Random

from govreport import form
from tests.layouts import LAYOUTS, random_report
from tests.layouts.document import compose
from tests.layouts.style import Style

_LABEL = form.label("applications", "RECEIVED")
_HEADING = form.label("outline", "APPLICATIONS_HEADING")
_ARTICLE = form.label("proactive_disclosure", "ARTICLE_20_1")


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit) + 1)


def _counted(unit: str) -> Callable[[int], str]:
    """The unit with a number in it, no two alike."""
    return lambda size: "".join(unit.format(n) for n in range(size // (len(unit) + 3) + 1))


def _in_a_table(unit: str) -> Callable[[int], str]:
    """The unit without end between two rows of a table that is read; none of it if the size is 0."""
    filling = _counted(unit) if "{}" in unit else _repeated(unit)

    def build(size: int) -> str:
        document = compose(random_report(Random(1)), Style(), Random(1))
        text = LAYOUTS["browser-copy"].render(document, Random(1)).text
        at = text.index("\n", text.index(_LABEL)) + 1
        return text[:at] + filling(size) * (size > 0) + text[at:]

    return build


INPUTS: Mapping[str, Callable[[int], str]] = {
    "digits and spaces": _repeated("7 "),
    "digits": _repeated("7"),
    "digits and commas": _repeated("1,234"),
    "spaces": _repeated(" "),
    "ideographic spaces": _repeated("\u3000"),
    "pipes": _repeated("|"),
    "pipes and spaces": _repeated("| "),
    "tabs": _repeated("\t"),
    "line feeds": _repeated("\n"),
    "a rule of Markdown": _repeated("|---"),
    "a rule of lines": _repeated("+--"),
    "a rule that ends in a word": lambda size: "-" * size + "章",
    "open brackets": _repeated("（"),
    "open tags": _repeated("<td>"),
    "open angles": _repeated("<"),
    "open tables": _repeated("<table><tr>"),
    "open lists": _repeated('["[",'),
    "open tables of LaTeX": lambda size: _repeated("\\begin{tabular}{")(size) + "\\end{",
    "arguments of LaTeX": lambda size: (
        "\\begin{tabular}{l}" + _repeated("\\multicolumn{{{{")(size) + "\\end{"
    ),
    "cells of LaTeX": lambda size: "\\begin{tabular}{l}" + _repeated("&")(size) + "\\end{tabular}",
    "open tables of wikis": _repeated("\n{|"),
    "styles of wikis": lambda size: "{|\n||" + _repeated(' a="b"')(size) + "\n|}",
    "marks of headings": lambda size: f"2024年政府信息公开工作年度报告{_repeated('=')(size)}x=",
    "doubled tabs": _repeated("7\t\t"),
    "lists": _repeated('["1", 2, 3]\n'),
    "commas": _repeated("甲,1,2,3;"),
    "zero-width spaces": _repeated("\u200b"),
    "combining marks": _repeated("\u0301"),
    "one line of prose": _repeated("主动公开政府信息情况总体平稳"),
    "prose": _repeated("本年度共发布信息12条，答复群众来信3件。\n"),
    "prose, no two lines alike": _counted("本年度第{}次发布信息，答复群众来信3件。\n"),
    "labels, no two alike": _counted(_LABEL + "{}\n"),
    "one label in a line": _repeated(_LABEL),
    "one label": _repeated(_LABEL + "\n"),
    "one row": _repeated(_LABEL + "\t0\t0\t0\t0\t0\t0\t0\n"),
    "one row in spaces": _repeated(_LABEL + " 0 0 0\n"),
    "headings": _repeated(_HEADING + "\n"),
    "articles": _repeated(_ARTICLE + "\n规章 | 1 | 2 | 3 |\n"),
    "titles": _repeated("县政府2022年政府信息公开工作年度报告\n"),
    "numbers in a table": _in_a_table("7 "),
    "lines of numbers in a table": _in_a_table("7\n"),
    "numbers in a table, no two alike": _in_a_table("{}\n"),
    "rows in a table, no two alike": _in_a_table("{}.属于三类信息\t1\t2\t3\n"),
    "cells in a table": _in_a_table("7\t"),
    "rows in a table": _in_a_table(_LABEL + "\t1\t2\t3\t4\t5\t6\t21\n"),
    "pieces of labels in a table": _in_a_table("公开\n申请\n"),
    "pipes in a table": _in_a_table("|"),
    "empty lines in a table": _in_a_table("\n"),
    "letters in a table": _in_a_table("x"),
}
