"""Reports in traditional characters: labels are compared in simplified ones, what is printed stays."""

from pathlib import Path

import govreport
from govreport.reading.fold import simplified

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
PLAIN = govreport.parse(TEXT)
_FORMS = {simplified(c): c for c in map(chr, range(0x4E00, 0x9FA6)) if simplified(c) != c}
TRADITIONAL = "".join(_FORMS.get(c, c) for c in TEXT)


def test_a_report_in_traditional_characters_is_read() -> None:
    report = govreport.parse(TRADITIONAL)
    assert report.applications == PLAIN.applications
    assert report.proactive_disclosure.licensing == PLAIN.proactive_disclosure.licensing
    assert report.remedies == PLAIN.remedies
    assert not report.diagnostics
    assert report.year == 2024
    assert report.title == TRADITIONAL.partition("\n")[0]
    assert report.agency == TRADITIONAL.partition("2024")[0] != PLAIN.agency


def test_the_note_above_the_columns_is_known_in_traditional_characters() -> None:
    note = "（本列數據的勾稽關係為：第一項加第二項之和，等於第三項加第四項之和）"
    text = TEXT.replace("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", note)
    assert text != TEXT
    assert not govreport.parse(text).diagnostics


def test_a_title_with_the_year_within_the_organ_has_an_agency() -> None:
    title = "關於雲汀區2024年水務局政府信息公開工作年度報告"
    report = govreport.parse(TEXT.replace(TEXT.partition("\n")[0], title))
    assert report.title == title
    assert simplified(report.agency or "") == simplified("雲汀區水務局")
