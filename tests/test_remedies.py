"""Section 四 in rows of its own, and with marks among its values: what may be another cell is named."""

import pytest

import govreport
from govreport import Report
from tests.test_mending import REMEDIES, TEXT, UPRIGHT, changed, section

KINDS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")


def doubtful(report: Report) -> list[str]:
    """The rows of section 四 that may be others."""
    return [d.path for d in report.diagnostics if d.code in ("GR013", "GR015") and "remedies." in d.path]


def _three_rows(*rows: str) -> Report:
    return govreport.parse(section(TEXT, ("\t".join(("类别", *UPRIGHT)), *rows)))


_FIRST = ("行政复议", "2\t1\t0\t0\t3")
_OTHERS = ("0\t0\t0\t1\t1", "1\t0\t0\t0\t1")


@pytest.mark.parametrize(
    "labels",
    [("行政诉讼", "合计"), ("行政诉讼\t复议后", "\t直接"), ("经复议后提起诉讼", "未经复议直接提起诉讼")],
)
def test_rows_of_section_four_with_other_labels_than_the_forms_are_named(labels: tuple[str, str]) -> None:
    rows = (_FIRST, *zip(labels, _OTHERS, strict=True))
    assert doubtful(_three_rows(*map("\t".join, rows))) == [f"remedies.{kind}" for kind in KINDS]


def test_rows_of_section_four_without_labels_are_told_by_the_forms_order() -> None:
    values = ("2\t1\t0\t0\t3", "1\t0\t0\t0\t1", "0\t0\t0\t1\t1")
    heads = "\t".join(UPRIGHT)
    report = govreport.parse(section(TEXT, ("行政复议", *(line for v in values for line in (heads, v)))))
    assert report.remedies == govreport.parse(TEXT).remedies
    assert not doubtful(report)


def _marked(row: str, mark: str = "\t") -> Report:
    """The text with another row of fifteen values."""
    return changed(TEXT.replace("\t", mark), (REMEDIES.replace("\t", mark), row))


@pytest.mark.parametrize("mark", ["○", "◯", "·", "□", "√", "~", "[0]", "null"])
def test_a_mark_among_the_values_of_section_four_is_named(mark: str) -> None:
    """It may be a misread cell, so that fifteen values or fields beside it are others."""
    cells = REMEDIES.split("\t")
    assert len(doubtful(_marked("\t".join([mark, *cells[1:], ""])))) == 3
    assert len(doubtful(_marked("\t".join(["", *cells[:-1], mark])))) == 3
    assert len(doubtful(_marked("   ".join([*cells[:3], mark, *cells[3:]]), "   "))) == 3


def test_a_mark_in_the_line_above_fifteen_values_is_named() -> None:
    """The number of a page behind them would fill up the row."""
    values = "\n".join(REMEDIES.split("\t")[1:])
    assert len(doubtful(_marked(f"○\n{values}\n3", "\n"))) == 3
    assert not doubtful(_marked(f"2\n{values}", "\n"))


@pytest.mark.parametrize("mark", ["○", "〇", "O", "·", "□", "。"])
def test_a_mark_below_fifteen_values_is_named(mark: str) -> None:
    """The number of a page above them would fill up the row."""
    values = "\n".join(REMEDIES.split("\t")[:-1])
    assert len(doubtful(_marked(f"3\n{values}\n{mark}", "\n"))) == 3


@pytest.mark.parametrize("separator", ["\t", " | ", "  "])
def test_a_number_in_the_line_above_fourteen_values_is_named(separator: str) -> None:
    values = separator.join(REMEDIES.split("\t")[:-1])
    assert len(doubtful(_marked(f"3\n{values}", separator))) == 3


@pytest.mark.parametrize("first", [5, 6, 10])
def test_a_row_of_a_box_that_is_cut_by_a_line_end_keeps_its_order(first: int) -> None:
    def boxed(cells: list[str]) -> str:
        return f"│{'│'.join(cells)}│"

    values = REMEDIES.split("\t")
    rule = "├" + "┼".join(["────"] * len(values)) + "┤"
    kinds = [*[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    cut = boxed(values[:first]) + "\n" + boxed(values[first:])[1:]
    heads = (boxed(["行政复议", *[""] * 4, "行政诉讼", *[""] * 9]), boxed(kinds), boxed(list(UPRIGHT) * 3))
    report = govreport.parse(section(TEXT, (rule, *(line for head in heads for line in (head, rule)), cut)))
    right = report.remedies == govreport.parse(TEXT).remedies
    assert right or len(doubtful(report)) == 3
