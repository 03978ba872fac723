"""Ordinals and numbers of rows in a column of their own: they are no cells, and nothing is moved by them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import govreport

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
PLAIN = govreport.parse(TEXT)
_START, _END = TEXT.index("三、收到"), TEXT.index("四、政府")
_ORDINAL = re.compile(r"^(?:(三)、(.*?)\t)?[（]?([一二三四五六七\d])[）.、](.*\t\d+)$", re.MULTILINE)


def _with_ordinals(separator: str) -> str:
    """Section 三 with the ordinals of its rows in fields of their own."""
    body = _ORDINAL.sub(
        lambda m: "\t".join(filter(None, m.groups())), TEXT[_START:_END].replace("（三）不予", "三\t不予")
    )
    return TEXT[:_START] + body.replace("\t", separator) + TEXT[_END:]


def _counted(separator: str) -> str:
    """Section 三 with its rows counted."""

    def lines() -> Iterator[str]:
        number = 0
        for line in TEXT[_START:_END].split("\n"):
            number += line[-1:].isdigit()
            yield f"{number if line[-1:].isdigit() else ''}\t{line}" if "\t" in line else line

    return TEXT[:_START] + "\n".join(lines()).replace("\t", separator) + TEXT[_END:]


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_ordinals_in_a_column_of_their_own_are_no_cells(separator: str) -> None:
    text = _with_ordinals(separator)
    assert f"\n2{separator}重复申请{separator}" in text
    report = govreport.parse(text)
    assert report.applications == PLAIN.applications
    assert not report.diagnostics
    label = next(p for p in govreport.trace(report) if "重复申请" in p.text)
    assert label.role is govreport.Role.LABEL


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_rows_that_are_counted_are_read(separator: str) -> None:
    report = govreport.parse(_counted(separator))
    assert report.applications == PLAIN.applications
    assert not report.diagnostics


def test_a_row_with_its_ordinal_that_lost_a_value_is_named() -> None:
    text = _with_ordinals("\t")
    report = govreport.parse(text.replace("2\t重复申请\t1\t", "2\t重复申请\t"))
    assert any("not_processed.repeated" in d.path for d in report.diagnostics)
