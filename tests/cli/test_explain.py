"""`parse --explain`: a person sees each line of a table, what was made of it, and what is to be said."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport import form, set_language, trace
from govreport.cli.account import to_account
from govreport.cli.console import terminal_width, wants_colour
from govreport.diagnostics import display_width
from tests.cli.conftest import Result
from tests.damage import DAMAGES, sample
from tests.damage.case import NotApplicableError
from tests.layouts import LAYOUTS, random_report

Run = Callable[..., Result]
Write = Callable[[str, str], Path]

EXAMPLE = (Path(__file__).parents[2] / "examples" / "example-2024.txt").read_text("utf-8")
GRANTED = "（一）予以公开\t18\t4\t0\t1\t1\t0\t24"
SHORT = EXAMPLE.replace(GRANTED, "（一）予以公开\t18\t4\t0\t24")
SGR = re.compile(r"\033\[[\d;]*m")


def view(text: str, language: str = "en", width: int = 100, *, colour: bool = False) -> list[str]:
    set_language(language)
    report = govreport.parse(text)
    return to_account(text, report, trace(report), width, colour=colour).split("\n")


def at_line(lines: list[str], number: str) -> list[str]:
    """What is shown for a line of the source: it, and what stands below, without the margin."""
    start = next(i for i, line in enumerate(lines) if line.split("│")[0].strip() == number)
    rest = lines[start + 1 :]
    below = next((i for i, line in enumerate(rest) if line.partition("│")[0].strip()), len(rest))
    return [line.partition("│ ")[2] for line in lines[start : start + 1 + below]]


def test_a_line_stands_above_the_row_that_was_read() -> None:
    source, row = at_line(view(EXAMPLE), "39")
    assert source == "[三、本年度办理结果] ⇥ （一）予以公开 ⇥ 18 ⇥ 4 ⇥ 0 ⇥ 1 ⇥ 1 ⇥ 0 ⇥ 24"
    assert row.split() == ["→", "granted", "18", "4", "0", "1", "1", "0", "24"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_values_end_below_the_headings_of_their_columns(language: str) -> None:
    shown = at_line(view(EXAMPLE, language), "37")
    heading, row = shown[-2:]
    ends = [display_width(row[: m.end()]) for m in re.finditer(r"\S+", row)][2:]
    assert [display_width(heading[: m.end()]) for m in re.finditer(r"\S+", heading)] == ends
    assert len(ends) == 7


def test_headings_are_those_of_the_form_or_the_names_of_the_attributes() -> None:
    chinese = "".join(word for line in at_line(view(EXAMPLE, "zh", 160), "37")[1:2] for word in line.split())
    assert chinese == "".join(
        form.label("applications", c.upper()) for c in form.row("applications.received").columns
    )
    assert at_line(view(EXAMPLE), "20")[1].split() == ["issued", "repealed", "in_force"]


def test_every_column_of_the_edition_that_was_read_is_shown() -> None:
    old = (Path(__file__).parents[2] / "examples" / "example-2019.txt").read_text("utf-8")
    rows = [line.split()[2:] for line in view(old) if "→ licensing" in line]
    report = govreport.parse(old)
    columns = ("items_last_year", "change", "decisions")
    values = [report.cell(f"proactive_disclosure.licensing.{c}").value for c in columns]
    assert rows == [["licensing", *map(str, values)]]


def test_marks_tell_what_is_read_with_doubt_inferred_or_open() -> None:
    shown = at_line(view(SHORT), "39")
    assert shown[0].endswith("18 ⇥ 4 ⇥ ?0? ⇥ 24")
    carets = next(line for line in shown if set(line) <= {" ", "^"})
    values = "18 ⇥ 4 ⇥ ?0? ⇥ 24"
    assert (carets.index("^"), carets.count("^")) == (
        display_width(shown[0]) - display_width(values),
        display_width(values),
    )
    assert any(line.strip().startswith("error GR015 applications.granted:") for line in shown)
    assert shown[-1].split()[:5] == ["→", "granted", "18*", "4*", "?"]


def test_doubtful_and_lost_cells_are_listed_below_their_table() -> None:
    lines = [" ".join(line.split()) for line in view(SHORT)]
    assert "repaired granted (natural_person, commercial_enterprise, total)" in lines
    assert any(line.startswith("missing granted (research_institution, ") for line in lines)
    assert "cells 175: printed 168, repaired 3, missing 4" in lines
    assert lines[-1] == "diagnostics 1: error 1"


def test_unexplained_text_and_furniture_are_marked_and_named() -> None:
    at = EXAMPLE.index("2.其他法律行政法规禁止公开")
    lines = view(f"{EXAMPLE[:at]}闲话甲\n- 3 -\n{EXAMPLE[at:]}")
    shown = at_line(lines, "42")
    assert shown[:2] == ["?闲话甲?", "^^^^^^^^"]
    assert shown[2].startswith("  warning GR020 applications:")
    assert at_line(lines, "43") == ["{- 3 -}"]


def test_lines_of_one_cell_each_stand_side_by_side() -> None:
    lines = view(EXAMPLE.replace("\t", "\n"))
    shown = next(line for line in lines if "二、上年结转政府信息公开申请数量" in line)
    assert shown.endswith("二、上年结转政府信息公开申请数量 ↵ 3 ↵ 1 ↵ 0 ↵ 0 ↵ 0 ↵ 0 ↵ 4")


def test_a_table_that_is_not_there_says_so() -> None:
    start, end = (EXAMPLE.index(heading) for heading in ("三、收到和处理", "四、政府信息公开行政复议"))
    lines = view(EXAMPLE[:start] + EXAMPLE[end:])
    at = next(i for i, line in enumerate(lines) if "· applications ─" in line)
    assert lines[at + 1].startswith("  error GR010 applications:")


def test_long_lines_are_cut_to_the_width() -> None:
    padded = re.sub(r"^(.*\t.*)$", lambda m: m[1].replace("\t", " " * 60 + "|"), EXAMPLE, flags=re.M)
    lines = view(padded)
    assert max(map(display_width, lines)) <= 100
    assert at_line(lines, "39")[0] == "[三、本年度办理结果] | （一）予以公开 | 18 | 4 | 0 | 1 | 1 | 0 | 24"


@settings(max_examples=30)
@given(
    st.integers(0, 1000),
    st.sampled_from(list(LAYOUTS)),
    st.sampled_from(DAMAGES),
    st.sampled_from(("zh", "en")),
    st.integers(80, 160),
)
def test_any_report_fits_and_shows_every_diagnostic(
    seed: int, layout: str, damage: str, language: str, width: int
) -> None:
    try:
        text = sample(seed, layout, damage).text
    except NotApplicableError:
        return
    lines = view(text, language, width)
    assert max(map(display_width, lines)) <= width
    found = [f"{d.severity.value} {d.code}" for d in govreport.parse(text).diagnostics]
    shown = re.findall(r"^(?: *\d*(?:-\d+)? │ )?  ((?:error|warning|info) GR\d{3}) ", "\n".join(lines), re.M)
    assert sorted(shown) == sorted(found)


@pytest.mark.parametrize("layout", ["browser-copy", "boxes-lines", "pdf-middle", "cells-word", "ruled"])
def test_every_cell_is_shown_in_its_row(layout: str) -> None:
    rng = Random(3)
    text = LAYOUTS[layout](random_report(rng), rng)
    report = govreport.parse(text)
    rows = [line.partition("→ ")[2].split() for line in view(text, width=160) if "→ " in line]
    for row in form.rows("applications"):
        cells = [report.cell(f"{row.path}.{c}") for c in row.columns]
        values = ["-" if c.value is None else str(c.value) for c in cells if c.state.value != "absent"]
        name = row.path.removeprefix("applications.")
        shown = [v.strip("*=") for r in rows if r[0] == name for v in r[1:]]
        assert shown == values


def test_colours_add_nothing_that_is_not_there_without_them() -> None:
    coloured = view(SHORT, colour=True)
    assert "\033[" in "\n".join(coloured)
    assert [SGR.sub("", line).rstrip() for line in coloured] == view(SHORT)


def test_nothing_in_a_file_steers_the_terminal() -> None:
    text = EXAMPLE.replace("一、本年新收", "\033[2J一、本年新收").replace("云汀区", "云\x07汀区")
    assert "\033" not in "\n".join(view(text))
    assert "\x07" not in "\n".join(view(text))


class Terminal:
    def __init__(self, *, tty: bool) -> None:
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty


def test_colour_is_for_terminals_and_not_for_those_who_want_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_colour(Terminal(tty=True))  # type: ignore[arg-type]
    assert not wants_colour(Terminal(tty=False))  # type: ignore[arg-type]
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_colour(Terminal(tty=True))  # type: ignore[arg-type]
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(Terminal(tty=True))  # type: ignore[arg-type]


@pytest.mark.parametrize(("columns", "width"), [("40", 80), ("120", 120), ("400", 160)])
def test_the_width_is_that_of_the_terminal_within_limits(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width


def test_the_command_prints_the_view_and_nothing_beside_it(run: Run, write: Write) -> None:
    path = write("a.txt", SHORT)
    result = run("parse", "--explain", path)
    assert (result.code, result.err) == (1, "")
    assert result.out.splitlines()[0] == str(path)
    assert "error GR015" in result.out
    assert "\033" not in result.out
    assert run("parse", "--explain", path, "--fail-on", "never").code == 0


def test_strict_shows_no_report_with_an_error(run: Run, write: Write) -> None:
    result = run("parse", "--explain", "--strict", write("a.txt", SHORT))
    assert (result.code, result.out) == (1, "")
    assert "error GR015" in result.err


def test_several_reports_are_shown_under_their_names(run: Run, write: Write) -> None:
    paths = [write("a.txt", EXAMPLE), write("b.txt", EXAMPLE)]
    lines = run("parse", "--explain", *paths).out.splitlines()
    assert [line for line in lines if line in map(str, paths)] == [str(path) for path in paths]


def test_table_and_explain_exclude_each_other(run: Run, write: Write) -> None:
    result = run("parse", "--explain", "--table", write("a.txt", EXAMPLE))
    assert (result.code, result.out) == (2, "")
