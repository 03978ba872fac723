"""Reports whose tables programs wrote: lists, data frames, one line without end; read as the plain text."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import govreport
from tests.layouts.grid import display_width

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
PLAIN = govreport.parse(TEXT)
Rows = list[list[str]]


def _tables() -> Iterator[str | Rows]:
    """The lines of the text, and its tables as rows of fields, all of one width."""
    for block in re.split(r"((?:[^\n]*\t[^\n]*\n|第二十条[^\n]*\n)+)", TEXT):
        if "\t" not in block:
            yield block
            continue
        rows = [line.split("\t") for line in block.splitlines()]
        width = max(map(len, rows))
        yield [r if r[-1].isdigit() else r + [""] * (width - len(r)) for r in rows]


def written(write: Callable[[Rows], str]) -> str:
    """The text with its tables written in another way."""
    return "".join(part if isinstance(part, str) else f"{write(part)}\n" for part in _tables())


def _csv(delimiter: str, quoting: int) -> Callable[[Rows], str]:
    def write(rows: Rows) -> str:
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
        return out.getvalue()

    return write


def _records(rows: Rows) -> str:
    return json.dumps([{str(i): f or None for i, f in enumerate(row)} for row in rows], ensure_ascii=False)


def _numbered(rows: Rows) -> str:
    """As `DataFrame.to_markdown` prints: columns and rows are numbered."""
    width = max(map(len, rows))
    heads = ["", *map(str, range(width))]
    gaps = [width - len(row) for row in rows]
    filled = [[r[0]] * gap + r if len(r) > 5 else r + [""] * gap for r, gap in zip(rows, gaps, strict=True)]
    body = [[str(n), *(f or "nan" for f in row)] for n, row in enumerate(filled)]
    lines = [heads, ["---"] * len(heads), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _outlined(rows: Rows) -> str:
    """As psql and `tabulate` print: rules around the table and under its first row, no others."""
    width = max(map(len, rows))
    filled = [
        [r[0]] + [""] * (width - len(r)) + r[1:] if len(r) > 5 else r + [""] * (width - len(r)) for r in rows
    ]
    widths = [max(display_width(row[i]) for row in filled) for i in range(width)]
    rule = "+".join(["", *("-" * (w + 2) for w in widths), ""])
    lines = [
        "| " + " | ".join(f + " " * (w - display_width(f)) for f, w in zip(row, widths, strict=True)) + " |"
        for row in filled
    ]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule])


WRITERS: dict[str, Callable[[Rows], str]] = {
    "csv": _csv(",", csv.QUOTE_MINIMAL),
    "csv, all quoted": _csv(",", csv.QUOTE_ALL),
    "csv with semicolons": _csv(";", csv.QUOTE_MINIMAL),
    "tabs, all quoted": _csv("\t", csv.QUOTE_ALL),
    "json": lambda rows: json.dumps(rows, ensure_ascii=False),
    "json, escaped": json.dumps,
    "json, indented": lambda rows: json.dumps(rows, ensure_ascii=False, indent=2),
    "json records": _records,
    "python": repr,
    "numbered": _numbered,
    "outlined": _outlined,
}


@pytest.mark.parametrize("name", WRITERS)
def test_tables_that_programs_wrote_are_read(name: str) -> None:
    report = govreport.parse(written(WRITERS[name]))
    assert report.proactive_disclosure == PLAIN.proactive_disclosure
    assert report.applications == PLAIN.applications
    assert report.remedies == PLAIN.remedies
    assert report.overview == PLAIN.overview


@pytest.mark.parametrize("separator", [" ", "\t", "|", " | ", ","])
def test_a_report_in_one_line_is_read(separator: str) -> None:
    report = govreport.parse(separator.join(TEXT.replace("，", "、").split()))
    assert (report.applications, report.remedies) == (PLAIN.applications, PLAIN.remedies)
    assert report.proactive_disclosure == PLAIN.proactive_disclosure
    assert report.year == 2024


def test_a_cell_of_a_list_is_found_where_it_stands() -> None:
    text = written(WRITERS["csv, all quoted"])
    cell = govreport.parse(text).cell("applications.granted.total")
    assert cell.span is not None
    assert text[cell.span.start : cell.span.end].strip('"') == "24"


def test_one_row_of_a_list_that_lost_a_comma_is_named() -> None:
    text = written(WRITERS["csv"]).replace("8.属于行政查询事项,2,0", "8.属于行政查询事项,20")
    report = govreport.parse(text)
    assert "applications.denied.administrative_inquiries" in {d.path for d in report.diagnostics}


def test_digits_in_groups_make_no_list() -> None:
    rows = TEXT.replace("\t", "  ")
    text = re.sub(r"  \d+  0  0  0  0  0  \d+\n", "  1,234  0  0  0  0  0  1,234\n", rows)
    assert text.count(",") > 16
    report = govreport.parse(text)
    assert report.applications.denied.state_secrets.natural_person == 1234
    assert not report.diagnostics


def test_numeric_entities_are_read() -> None:
    coded = re.sub(r"\d", lambda m: f"&#{ord(m[0])};", TEXT.split("三、收到")[1])
    report = govreport.parse(
        TEXT.split("三、收到")[0] + "三、收到" + coded.replace("一、本年", "&#x4e00;、本年")
    )
    assert (report.applications, report.remedies) == (PLAIN.applications, PLAIN.remedies)


def test_named_entities_are_read() -> None:
    text = TEXT.replace("“三安全一稳定”", "&ldquo;三安全&quot;一稳定&rdquo;").replace("187", "&minus;187")
    report = govreport.parse(text)
    assert report.applications == PLAIN.applications
    assert report.proactive_disclosure.licensing.decisions == -187
    assert report.overview.text.endswith(PLAIN.overview.text[-20:])


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_page_with_a_mark_between_all_its_pieces_is_read(mark: str) -> None:
    """As `get_text(mark)` prints a page whose elements stand on lines of their own."""
    pieces = [line.replace("\t", f"{mark}\n{mark}\n{mark}") for line in TEXT.split("\n")]
    report = govreport.parse(mark + f"{mark}\n{mark}\n{mark}".join(pieces) + mark)
    assert (report.applications, report.remedies) == (PLAIN.applications, PLAIN.remedies)
    assert report.proactive_disclosure == PLAIN.proactive_disclosure


@pytest.mark.parametrize("white", [r"\n", r"\t", r"\u000a", r"\u00a0"])
def test_white_space_in_a_string_does_not_join_digits(white: str) -> None:
    text = written(WRITERS["json"])
    assert text.count('"187"') == 1
    report = govreport.parse(text.replace('"187"', f'"18{white}7"'))
    assert report.proactive_disclosure.licensing.decisions is None
    assert "proactive_disclosure.licensing.decisions" in {d.path for d in report.diagnostics}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_line_end_in_a_field_in_quotes_neither_ends_the_row_nor_joins_digits(delimiter: str) -> None:
    text = written(_csv(delimiter, csv.QUOTE_MINIMAL))
    for label in ("行政许可", "2.重复申请"):
        text = text.replace(label, f'"{label[:3]}\n{label[3:]}"')
    report = govreport.parse(text)
    assert (report.proactive_disclosure, report.applications) == (
        PLAIN.proactive_disclosure,
        PLAIN.applications,
    )
    assert not report.diagnostics
    for number, path in (
        ("187", "proactive_disclosure.licensing.decisions"),
        ("59", "applications.total_handled.total"),
    ):
        assert text.count(f"{delimiter}{number}") == 1
        cut = govreport.parse(
            text.replace(f"{delimiter}{number}", f'{delimiter}"{number[:1]}\n{number[1:]}"')
        )
        assert cut.cell(path).value is None
        assert path in {d.path for d in cut.diagnostics}


@pytest.mark.parametrize("written_as", ['="187"', '"=""187"""'])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_number_that_a_formula_makes_text_is_read(delimiter: str, written_as: str) -> None:
    text = written(_csv(delimiter, csv.QUOTE_MINIMAL)).replace(f"{delimiter}187", delimiter + written_as)
    report = govreport.parse(text)
    assert report.proactive_disclosure == PLAIN.proactive_disclosure
    assert not report.diagnostics


def test_an_empty_field_in_quotes_is_blank() -> None:
    text = written(_csv(",", csv.QUOTE_ALL)).replace('"187"', '""')
    report = govreport.parse(text)
    assert report.cell("proactive_disclosure.licensing.decisions").state is govreport.CellState.BLANK
