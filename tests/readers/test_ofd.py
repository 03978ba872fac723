"""OFD documents: their texts and lines, and what they must not do."""

import pytest

from govreport.diagnostics import ReadError
from govreport.readers import read_document
from tests.readers.ofds import POINT, line, ofd
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


def written(text: str, at: str = "20 20 50 10", about: str = "", inner: str = "") -> str:
    """A text object, with attributes and elements."""
    return (
        f'<ofd:TextObject Boundary="{at}" Size="3.5" {about}>{inner}<ofd:TextCode X="0" Y="4">{text}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def box(colour: str = "255 255 255", about: str = "", alpha: int = 255, at: str = "19 19 60 12") -> str:
    """A filled box over `written`."""
    return (
        f'<ofd:PathObject Boundary="{at}" Fill="true" Stroke="false" {about}>'
        f'<ofd:FillColor Value="{colour}" Alpha="{alpha}"/>'
        "<ofd:AbbreviatedData>M 0 0 L 60 0 L 60 12 L 0 12 L 0 0 C</ofd:AbbreviatedData></ofd:PathObject>"
    )


WHITE = '<ofd:FillColor Value="255 255 255"/>'


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (f'<ofd:PageBlock Visible="false">{written("规章")}</ofd:PageBlock>', ""),
        (f'<ofd:PageBlock Visible="true">{written("规章")}</ofd:PageBlock>', "规章"),
        (written("规章", about='Alpha="0"'), ""),
        (written("规章", inner='<ofd:FillColor Value="0 0 0" Alpha="0"/>'), ""),
        (written("规章", about='Fill="false"'), ""),
        (written("规章", about='Fill="false" Stroke="true"'), "规章"),
        (written("规章", inner=WHITE), ""),
        (box("0 0 120") + written("规章", inner=WHITE), "规章"),
        (box("0 0 120") + box("#FF #FF #FF") + written("规章", inner=WHITE), ""),
        (written("规章", about='CTM="0.7 0.7 -0.7 0.7 0 0"'), ""),
        (written("规章", about='CTM="1 0.05 -0.05 1 0 0"'), "规章"),
        (written("规章") + box(), ""),
        (box() + written("规章"), "规章"),
        (written("规章") + box("200 200 200", alpha=90), "规章"),
        (written("规章") + box(about='Alpha="0"'), "规章"),
        (written("规章") + box() + written("修改"), "修改"),
        (written("规章") + box("0 0 0 0") + written("修改"), "修改"),
        (written("规章", inner="<ofd:Clips><ofd:Clip><ofd:Area><ofd:Text><ofd:TextCode>9</ofd:TextCode>"
                 "</ofd:Text></ofd:Area></ofd:Clip></ofd:Clips>"), "规章"),
    ],
)  # fmt: skip
def test_a_number_is_what_is_seen_of_it(content: str, shown: str) -> None:
    assert read_document(ofd([Drawing()], content)).text.strip() == shown


def test_texts_without_a_place_begin_where_the_text_before_did() -> None:
    codes = '<ofd:TextCode X="30" Y="4">7</ofd:TextCode><ofd:TextCode Y="12">8</ofd:TextCode>'
    content = f'<ofd:TextObject Boundary="20 20 50 20" Size="3.5">{codes}</ofd:TextObject>'
    assert read_document(ofd([Drawing()], content + written("规章", "43 28 50 10"))).text == "7\n规章8\n"


def test_narrow_digits_do_not_cover_each_other() -> None:
    content = (
        written("规章", "10 20 50 10")
        + written("18", about='HScale="0.5"')
        + written("7", at="21.75 20 50 10", about='HScale="0.5"')
    )
    assert read_document(ofd([Drawing()], content)).text == "规章187\n"


@pytest.mark.parametrize(
    ("left", "right", "below", "shown"),
    [
        (20.0, 25.2, 0.0, "150 187规章"),
        (20.0, 25.2, 1.7, "150187规章"),  # under the digits
        (20.0, 40.0, 0.0, "150187规章"),  # all of it
        (60.0, 90.0, 0.0, "150187规章"),  # beside it
    ],
)
def test_digits_that_are_struck_stand_apart(left: float, right: float, below: float, shown: str) -> None:
    middle = (24 - 0.36 * 3.5 + below) / POINT
    struck = line(left / POINT, middle, right / POINT, middle)
    assert read_document(ofd([Drawing()], written("150187规章") + struck)).text == f"{shown}\n"


@pytest.mark.parametrize(("lift", "shown"), [(1.2, "26 2"), (-1.2, "26 2"), (0.3, "262")])
def test_digits_that_are_lifted_stand_apart(lift: float, shown: str) -> None:
    content = written("规章26") + written("2", at=f"30.5 {20 - lift} 50 10")
    assert read_document(ofd([Drawing()], content)).text == f"规章{shown}\n"


@pytest.mark.parametrize(("order", "shown"), [("Background", "规章"), ("Body", "规章"), ("Foreground", "")])
def test_templates_lie_under_or_over_their_page(order: str, shown: str) -> None:
    assert read_document(ofd([Drawing()], written("规章"), box(), order=order)).text.strip() == shown


def test_layers_lie_over_each_other_by_their_kind() -> None:
    layers = f'{written("规章")}</ofd:Layer><ofd:Layer Type="Background">{box()}'
    assert read_document(ofd([Drawing()], layers)).text == "规章\n"


def noted(content: str, about: str = 'Type="Stamp"') -> str:
    """A note that shows something at the place of `written`."""
    where = '<ofd:Appearance Boundary="20 20 60 12">'
    return f"<ofd:Annot {about}>{where}{content}</ofd:Appearance></ofd:Annot>"


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        (noted(written("187", "0 0 50 10")), "规章187"),
        (noted(written("187", "0 0 50 10"), 'Type="Stamp" Visible="false"'), "规章"),
        (noted(box(at="0 0 60 12"), 'Type="Highlight"'), "规章"),
    ],
)
def test_what_was_put_onto_a_page_is_read(note: str, shown: str) -> None:
    content = written("规章", "12 20 50 10")
    assert read_document(ofd([Drawing()], content, note=note)).text == f"{shown}\n"


def test_what_was_typed_over_a_number_makes_it_none() -> None:
    note = noted(written("150", "0 0 50 10"))
    assert "\ufffd" in read_document(ofd([Drawing()], written("187"), note=note)).text


CURVE = (
    '<ofd:PathObject Boundary="{}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 B 1 0 3 1 3 4 L 0 4 L 2 2 C'
    "</ofd:AbbreviatedData></ofd:PathObject>"
)


@pytest.mark.parametrize(
    "shown",
    [
        '<ofd:ImageObject Boundary="{}" ResourceID="9"/>',
        '<ofd:CompositeObject Boundary="{}" ResourceID="9"/>',
        CURVE,
    ],
)
def test_a_cell_with_a_picture_or_a_drawing_is_not_blank(shown: str) -> None:
    place = "65.3 53.6 10 5"  # within the last cell of the table
    text = read_document(ofd([Drawing().table(MATRIX)], shown.format(place))).text
    assert text == MATRIX_TEXT[:-1] + "\ufffc\n"
    elsewhere = shown.format("150 200 10 5")
    assert read_document(ofd([Drawing().table(MATRIX)], elsewhere)).text == MATRIX_TEXT


def test_the_text_under_a_scan_is_read_with_doubt() -> None:
    texts = "".join(written(f"第{n}行的文字有十个字", f"20 {20 + 8 * n} 80 10") for n in range(5))
    document = read_document(ofd([Drawing()], texts + PICTURE))
    assert document.text.startswith("第0行的文字有十个字")
    assert not document.is_certain
    clear = read_document(ofd([Drawing()], PICTURE + texts.replace('Size="3.5"', 'Size="3.5" Alpha="0"')))
    assert clear.text == document.text
    seen = read_document(ofd([Drawing()], PICTURE + texts))
    assert seen.text == document.text
    assert seen.is_certain


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
