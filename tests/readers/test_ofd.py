"""OFD documents: their texts and lines, and what they must not do."""

import pytest

from govreport.diagnostics import ReadError
from govreport.readers import read_document
from tests.readers.ofds import line, ofd
from tests.readers.packages import package
from tests.readers.sheets import MATRIX, MATRIX_TEXT, Drawing

TEXT = (
    '<ofd:TextObject Boundary="20 20 50 10" Size="3.5" {}><ofd:TextCode X="0" Y="4" {}>规章</ofd:TextCode>'
    "</ofd:TextObject>"
)
PICTURE = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>'


def test_a_ruled_table_is_read_by_its_cells() -> None:
    document = read_document(ofd([Drawing().table(MATRIX)]), "report.ofd")
    assert document.text == MATRIX_TEXT
    assert document.record.format == "ofd"


def test_a_template_lies_under_its_page() -> None:
    lines = Drawing().table(MATRIX)
    whole = ofd([Drawing(texts=lines.texts)], template="".join(line(*each) for each in lines.lines))
    assert read_document(whole).text == MATRIX_TEXT


def test_a_box_drawn_with_a_matrix_is_four_lines() -> None:
    path = (
        '<ofd:PathObject Boundary="10 15 80 20" CTM="2 0 0 2 0 0" LineWidth="0.2"><ofd:AbbreviatedData>'
        "S 0 0 L 20 0 L 20 10 L 0 10 C M 20 0 L 40 0 L 40 10 L 20 10 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    assert read_document(ofd([Drawing()], TEXT.format("", "") + path)).text == "规章\t\n"


def test_what_is_not_visible_is_not_printed() -> None:
    shown = TEXT.format("", "") + TEXT.format('Visible="false"', "").replace("规章", "隐藏")
    assert read_document(ofd([Drawing()], shown)).text == "规章\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ofd([Drawing()], PICTURE), "GR045"),
        (ofd([Drawing()] * 501), "GR046"),
        (ofd([Drawing()], box="0 0 1e9 1e9"), "GR046"),
        (ofd([Drawing()], TEXT.format("", 'DeltaX="g 999999999 1"')), "GR046"),
        (ofd([Drawing()], TEXT.format("", 'DeltaX="g x"')), "GR047"),
        (ofd([Drawing()], TEXT.format("", 'DeltaX="nan inf"').replace('Size="3.5"', 'Size="nan"')), "GR047"),
        (package({"OFD.xml": "<OFD><DocRoot>Doc_0/Document.xml</DocRoot></OFD>"}), "GR047"),
        (package({"OFD.xml": "<OFD/>", "Doc_0/Encryptions.xml": "<x/>"}), "GR044"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError, match=code):
        read_document(data, "report.ofd")
