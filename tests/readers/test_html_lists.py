"""The numbers that a browser writes before the items of a list are part of the text."""

import pytest

from govreport.readers import read_document

pytest.importorskip("selectolax")

NINE = ["九、甲", "十、乙", "十一、丙"]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol type=A><li><p>甲</p><p>续</p></ol>", ["A. 甲", "续"]),
        ("<ol type=i><li>甲<li>乙<li>丙<li>丁</ol>", ["i. 甲", "ii. 乙", "iii. 丙", "iv. 丁"]),
        ("<ol reversed start=2><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol style='list-style: cjk-ideographic' start=9><li>甲<li>乙<li>丙</ol>", NINE),
        ("<ol style='list-style:none'><li>一、甲</ol>", ["一、甲"]),
        ("<ul><li>甲<ol><li>乙</ol><li>丙</ul>", ["甲", "1. 乙", "丙"]),
    ],
)  # fmt: skip
def test_numbers_of_items(markup: str, lines: list[str]) -> None:
    text = read_document(f"<html><body>{markup}<p>后文。</p>".encode()).text
    assert text.splitlines() == [*lines, "后文。"]
