"""Reports in LaTeX, wiki markup, TEI and the source of pages: what is not printed is not read."""

import re
from collections.abc import Callable

import pytest

import govreport
from tests.example import PLAIN, TEXT, assert_reads_as_example

LICENSING = "proactive_disclosure.licensing.decisions"


def with_tables(write: Callable[[list[str]], str]) -> str:
    """The example with each table as it is written from its lines."""
    return re.sub(r"(?:[^\n]*\t[^\n]*\n)+", lambda rows: write(rows[0].splitlines()), TEXT)


def _latex(rows: list[str]) -> str:
    body = "".join(row.replace("\t", " & ") + " \\\\ \\hline\n" for row in rows)
    return f"\\begin{{tabular}}{{@{{}}ll@{{}}}}\n\\hline\n{body}\\end{{tabular}}\n"


LATEX = with_tables(_latex)


def test_latex_is_read() -> None:
    assert_reads_as_example(LATEX)


def test_headings_of_latex_are_headings() -> None:
    text = re.sub(r"(?m)^([一二三四五六]、[^&\n]*)$", r"\\hypertarget{a}{%\n\\section{\1}\\label{a}}", LATEX)
    text = text.replace(TEXT.split("\n")[0], f"\\textbf{{{{{TEXT.splitlines()[0]}}}}}", 1)
    assert text.count("\\section{") == 6
    report = govreport.parse(text)
    assert (report.title, report.overview, report.remedies) == (PLAIN.title, PLAIN.overview, PLAIN.remedies)


@pytest.mark.parametrize(
    "written",
    [
        r"\textbf{187}",
        r"{\small 187}",
        r"\multirow{2}{*}{187}",
        r"\multicolumn{2}{c|}{187}",
        r"$187$",
        r"~187~",
        r"\begin{tabular}[c]{@{}c@{}}187\end{tabular}",
        r"1\foreignlanguage{american}{87}",
        "187 % 155",
    ],
)
def test_a_cell_of_latex_is_what_would_be_printed(written: str) -> None:
    assert LATEX.count("行政许可 & 187") == 1
    behind = "\n" if "%" in written else ""
    report = govreport.parse(LATEX.replace("行政许可 & 187", f"行政许可 & {written}{behind}"))
    assert report.proactive_disclosure.licensing.decisions == 187


@pytest.mark.parametrize(
    "written",
    [
        r"18\textsuperscript{7}",
        r"\makecell{18\\7}",
        r"\begin{tabular}[c]{@{}c@{}}18\\7\end{tabular}",
        r"18 & 7",
        r"18^{7}",
        r"18\raisebox{3pt}{7}",
        r"18~7",
        r"18\hspace*{3}7",
    ],
)
def test_digits_that_latex_sets_apart_are_no_number(written: str) -> None:
    report = govreport.parse(LATEX.replace("行政许可 & 187", f"行政许可 & {written}"))
    assert report.proactive_disclosure.licensing.decisions is None
    assert LICENSING.rpartition(".")[0] in {
        p for d in report.diagnostics for p in (d.path, d.path.rpartition(".")[0])
    }


def test_a_table_of_latex_that_is_not_closed_takes_no_other_with_it() -> None:
    at = LATEX.rindex("\\end{tabular}")
    report = govreport.parse(LATEX[:at] + LATEX[at + len("\\end{tabular}") :])
    assert report == PLAIN


def _wiki(rows: list[str]) -> str:
    body = "".join(f"|-\n| {row} \n" for row in rows)
    return f'{{| class="wikitable"\n|+ 表\n{body}|}}\n'.replace("\t", '\n| style="text-align: center;" | ')


WIKI = with_tables(_wiki)


def test_wiki_tables_are_read() -> None:
    text = re.sub(r"(?m)^([一二三四五六]、[^&\n]*)$", r"'''\1'''", WIKI)
    report = govreport.parse(text)
    assert report == PLAIN
    cell = report.cell("applications.granted.total")
    assert cell.span is not None
    assert text[cell.span.start : cell.span.end] == "24"


@pytest.mark.parametrize("written", ["18\n7", "18<br />7", "18 || 7", "18<ref>7</ref>"])
def test_digits_on_two_lines_of_a_wiki_are_no_number(written: str) -> None:
    assert WIKI.count(" | 187") == 1
    report = govreport.parse(WIKI.replace(" | 187", f" | {written}"))
    assert report.proactive_disclosure.licensing.decisions is None
    assert any("licensing" in d.path for d in report.diagnostics)


@pytest.mark.parametrize(("row", "cell"), [("row", "cell"), ("row", "entry"), ("tr", "td")])
@pytest.mark.parametrize("indent", ["", "  ", "\t\t"])
def test_rows_and_cells_of_xml_are_read(row: str, cell: str, indent: str) -> None:
    def table(rows: list[str]) -> str:
        lines = ["<table>"]
        for line in rows:
            cells = [f"{indent}<{cell}>\n{indent}{words}\n{indent}</{cell}>" for words in line.split("\t")]
            lines += [f"<{row}>", *cells, f"</{row}>"]
        return "\n".join([*lines, "</table>\n"])

    assert govreport.parse(with_tables(table)) == PLAIN


def test_two_tabs_between_cells_are_one() -> None:
    report = govreport.parse(TEXT.replace("\t", "\t\t"))
    assert report == PLAIN
    assert not report.diagnostics


def test_a_cell_lost_among_doubled_tabs_is_not_made_up() -> None:
    text = TEXT.replace("\t", "\t\t").replace("\t\t18\t\t4\t\t0", "\t\t18\t\t\t\t0", 1)
    assert "\t" * 4 in text
    report = govreport.parse(text)
    assert report.applications.granted.commercial_enterprise is None


@pytest.mark.parametrize(
    "written",
    [
        "# {} {{#a-b}}",
        "== {} ==",
        '= {} {{{{id name="a"}}}}=',
        "h1. {{anchor:a}}{}",
        "h1(#a). {}",
        "__{}__",
        "'''{}'''",
        ".. rubric:: {}",
        "title: {}\n---",
        "* {}\n:PROPERTIES:\n:CUSTOM_ID: {}\n:END:",
    ],
)
def test_the_marks_of_a_heading_are_no_part_of_the_title(written: str) -> None:
    title, body = TEXT.split("\n", 1)
    report = govreport.parse(f"{written.format(title, title)}\n{body}")
    assert (report.title, report.agency) == (PLAIN.title, PLAIN.agency)


def test_a_title_goes_on_behind_a_blank_line() -> None:
    title, body = TEXT.split("\n", 1)
    report = govreport.parse(f"    {title[:-4]}\n\n        {title[-4:]}\n{body}")
    assert report.title == PLAIN.title


def test_an_escaped_sign_is_a_sign() -> None:
    text = TEXT.replace("行政许可\t187", "行政许可\t\\-")
    report = govreport.parse(text)
    assert report.proactive_disclosure.licensing.decisions is None
    assert report.cell(LICENSING).state is govreport.CellState.BLANK
