"""`govreport.trace`: every piece of a table is accounted for once, and what nothing explains is named."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport import CellState, ParseError, Piece, Report, Role
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.model.paths import cell_paths
from govreport.reading.mend.table import MOST_FIELDS
from govreport.reading.source import Source
from tests.damage import DAMAGES, sample
from tests.damage.case import NotApplicableError
from tests.fuzz.texts import mangled
from tests.layouts import LAYOUTS, random_report

TABLES = ("proactive_disclosure", "applications", "remedies")


def flaws(text: str, report: Report) -> list[str]:
    """What the account of a report lacks."""
    even = Source(Document(text, SourceRecord("text"), raw=True)).even
    pieces = govreport.trace(report)
    found = []
    covered = bytearray(len(text))
    last = 0
    for piece in pieces:
        if piece.span.start < last:
            found.append(f"{piece} overlaps the one before it")
        last = piece.span.end
        covered[piece.span.start : piece.span.end] = b"\1" * (piece.span.end - piece.span.start)
        if piece.role is Role.UNEXPLAINED and not is_named(piece, report):
            found.append(f"no diagnostic names {piece}")
    for table in TABLES:
        if (span := report.locate(table)) is None:
            continue
        found += [
            f"{table}: {even[at]!r} at {at} is in no piece"
            for at in range(span.start, span.end)
            if not covered[at] and not even[at].isspace() and even[at] != "|"
        ]
    return found + lost_cells(report, pieces)


def is_named(piece: Piece, report: Report) -> bool:
    """Whether a diagnostic of reading covers the piece, or quotes it."""
    return any(
        d.code.startswith("GR0")
        and d.span is not None
        and (
            (d.span.start <= piece.span.start and piece.span.end <= d.span.end)
            or (d.path == piece.table and d.found == piece.text[:40])
        )
        for d in report.diagnostics
    )


def lost_cells(report: Report, pieces: tuple[Piece, ...]) -> list[str]:
    """Cells that stand in the text and in no piece, and pieces that are no such cell."""
    pieced = {p.path for p in pieces if p.role is Role.CELL}
    printed = {path for path in cell_paths() if report.cell(path).raw}
    states = [p for p in pieces if p.role is Role.CELL and p.state is not report.cell(p.path).state]
    return [f"{path} is a piece or a cell, but not both" for path in pieced ^ printed] + [
        f"{p} has another state than its cell" for p in states
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_accounted_for(layout: str) -> None:
    for seed in range(3):
        rng = Random(seed)
        text = LAYOUTS[layout](random_report(rng), rng)
        assert flaws(text, govreport.parse(text)) == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_is_accounted_for(damage: str) -> None:
    for seed in range(5):
        text = sample(seed, damage=damage).text
        assert flaws(text, govreport.parse(text)) == []


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from(list(LAYOUTS)), st.sampled_from(DAMAGES))
def test_any_damage_in_any_layout_is_accounted_for(seed: int, layout: str, damage: str) -> None:
    try:
        text = sample(seed, layout, damage).text
        report = govreport.parse(text)
    except (NotApplicableError, ParseError):  # so little may be left of a report that it is none
        return
    assert flaws(text, report) == []


@settings(max_examples=40)
@given(mangled())
def test_what_is_left_of_a_report_is_accounted_for(text: str) -> None:
    try:
        report = govreport.parse(text)
    except ParseError:
        return
    assert flaws(text, report) == []


EXAMPLE = (Path(__file__).parents[1] / "examples" / "example-2024.txt").read_text("utf-8")
GRANTED = "（一）予以公开\t18\t4\t0\t1\t1\t0\t24"


def pieces_of(text: str, role: Role | None = None, path: str | None = None) -> list[Piece]:
    found = govreport.trace(govreport.parse(text))
    return [p for p in found if role in (None, p.role) and path in (None, p.path)]


def texts_of(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def test_a_row_is_a_label_and_its_cells() -> None:
    row = [p for p in pieces_of(EXAMPLE) if p.span.line == 39]
    assert texts_of(row) == ["三、本年度办理结果", "（一）予以公开", "18", "4", "0", "1", "1", "0", "24"]
    assert [p.role for p in row] == [Role.HEADING, Role.LABEL, *[Role.CELL] * 7]
    assert row[1].path == "applications.granted"
    assert row[8].path == "applications.granted.total"
    assert (row[8].table, row[8].state) == ("applications", CellState.PRINTED)


def test_a_mended_table_has_the_same_pieces() -> None:
    mended = EXAMPLE.replace("一、本年新收政府信息公开申请数量\t41", "一、本年新收政府信息公开申请数\t41")
    assert mended != EXAMPLE
    roles = [(p.role, p.path) for p in pieces_of(EXAMPLE)]
    assert [(p.role, p.path) for p in pieces_of(mended)] == roles


def test_values_whose_columns_stay_open_are_unexplained_and_have_the_path_of_their_row() -> None:
    short = EXAMPLE.replace(GRANTED, "（一）予以公开\t18\t4\t0\t24")
    assert texts_of(pieces_of(short, Role.UNEXPLAINED, "applications.granted")) == ["0"]
    assert texts_of(pieces_of(short, Role.CELL, "applications.granted.total")) == ["24"]
    lost = govreport.parse(short).cell("applications.granted.legal_service_agency")
    assert (lost.value, lost.state) == (None, CellState.MISSING)


def test_words_between_values_in_columns_of_spaces_are_named() -> None:
    spaced = EXAMPLE.replace("\t", "    ").replace("18    4    0    1", "18    4    甲乙丙    0    1")
    report = govreport.parse(spaced)
    assert texts_of([p for p in govreport.trace(report) if p.role is Role.UNEXPLAINED]) == ["甲乙丙"]
    assert "甲乙丙" in [d.found for d in report.diagnostics if d.code == "GR020"]


def test_a_merged_cell_that_is_printed_for_each_column_is_one_cell() -> None:
    repeated = re.sub(r"^(行政[^\t]+\t)([\d.]+)$", r"\1\2\t\2\t\2", EXAMPLE, flags=re.M)
    path = "proactive_disclosure.licensing.decisions"
    assert texts_of(pieces_of(repeated, Role.CELL, path)) == ["187", "187", "187"]


def test_a_cell_that_wraps_has_several_pieces() -> None:
    rule = "+--------+--------+"
    lines = (
        "|信息内容|本年处理|",
        "|        |决定数量|",
        rule,
        "|行政处罚|12      |",
        "|        |345     |",
        rule,
    )
    boxed = "\n".join(["第二十条第（六）项", rule, *lines, "|行政强制|6       |", rule])
    found = pieces_of(boxed, Role.CELL)
    assert [(p.text, p.path) for p in found] == [
        ("12", "proactive_disclosure.penalties.decisions"),
        ("345", "proactive_disclosure.penalties.decisions"),
        ("6", "proactive_disclosure.compulsion.decisions"),
    ]
    assert texts_of(pieces_of(boxed, Role.HEADING))[1:] == ["信息内容", "本年处理", "决定数量"]


def test_rules_page_feet_and_repeated_headers_are_furniture() -> None:
    at = EXAMPLE.index("2.其他法律行政法规禁止公开")
    paged = f"{EXAMPLE[:at]}- 3 -\n自然人\t法人或其他组织\t总计\n-----\n{EXAMPLE[at:]}"
    assert texts_of(pieces_of(paged, Role.FURNITURE)) == [
        "- 3 -",
        "自然人",
        "法人或其他组织",
        "总计",
        "-----",
    ]


def test_what_is_unexplained_is_named_piece_by_piece_and_then_counted() -> None:
    at = EXAMPLE.index("2.其他法律行政法规禁止公开")
    strays = [f"闲话{n}" for n in "甲乙丙丁戊己庚辛壬癸"]
    report = govreport.parse(EXAMPLE[:at] + "\n".join(strays) + "\n" + EXAMPLE[at:])
    named = [d for d in report.diagnostics if d.code in ("GR020", "GR029")]
    assert [d.found for d in named] == [*strays[:8], 2]
    assert named[-1].span is not None
    assert named[-1].span.line == named[0].span.line + 8 if named[0].span else False


def test_a_table_that_is_too_large_to_be_read_is_one_piece() -> None:
    at = EXAMPLE.index("2.其他法律行政法规禁止公开")
    text = EXAMPLE[:at] + "7 " * MOST_FIELDS + "\n" + EXAMPLE[at:]
    report = govreport.parse(text)
    (piece,) = [p for p in govreport.trace(report) if p.table == "applications"]
    assert piece.role is Role.UNEXPLAINED
    assert piece.span == report.locate("applications")
    assert piece.span in [d.span for d in report.diagnostics if d.code == "GR024"]


def test_a_report_without_its_text_has_no_pieces() -> None:
    report = govreport.parse(EXAMPLE)
    assert govreport.trace(Report.from_dict(report.to_dict())) == ()
