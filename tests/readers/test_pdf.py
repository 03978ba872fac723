"""PDF: text and lines wherever they stand, and files that mean harm."""

import math
import sys
import zlib
from collections.abc import Iterable

import pytest

from govreport.diagnostics import ReadError
from govreport.readers import read_document
from govreport.readers.pdf.glyphs import letter
from tests.readers import pdfs
from tests.readers.sheets import MATRIX, MATRIX_TEXT, SIZE, Drawing, plain

HEIGHT = 842
PAGES = b"<</Type/Catalog/Pages 2 0 R>>"


def drawn(drawing: Drawing, mode: int = 0) -> bytes:
    """A drawing as a content stream."""
    texts = (pdfs.shown(text, x, HEIGHT - y - 0.36 * SIZE, SIZE, mode) for text, x, y in drawing.texts)
    lines = (pdfs.line(x0, HEIGHT - y0, x1, HEIGHT - y1) for x0, y0, x1, y1 in drawing.lines)
    return b"".join([*texts, *lines])


def with_content(packed: bytes, filters: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>"
    content = b"<</Filter%b/Length %d>>stream\n%b\nendstream" % (filters, len(packed), packed)
    return pdfs.assembled({1: PAGES, 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: page, 4: content})


def zeros(count: int) -> bytes:
    packer = zlib.compressobj(9)
    blocks: Iterable[bytes] = (packer.compress(bytes(10_000_000)) for _ in range(count // 10_000_000))
    return b"".join(blocks) + packer.flush()


def test_a_ruled_table_is_read_by_its_cells() -> None:
    document = read_document(pdfs.pdf([drawn(Drawing().table(MATRIX))]), "report.pdf")
    assert document.text == MATRIX_TEXT
    assert document.record.format == "pdf"
    assert {place.page for place in document.places} == {1}


def test_lines_may_be_thin_boxes_or_the_edges_of_boxes() -> None:
    table = Drawing().table(MATRIX)
    texts = drawn(Drawing(texts=table.texts))
    bars = (
        f"{min(a, c)} {HEIGHT - max(b, d)} {max(c - a, 0.5)} {max(d - b, 0.5)} re f\n"
        for a, b, c, d in table.lines
    )
    assert read_document(pdfs.pdf([texts + "".join(bars).encode()])).text == MATRIX_TEXT
    boxes = "60 670 60 24 re 120 670 60 24 re S 1 0 0 rg 60 646 60 24 re 120 646 60 24 re f 0 g\n"
    cells = Drawing(texts=[("规章", 63, 160), ("2", 123, 160), ("文件", 63, 184)])
    assert read_document(pdfs.pdf([boxes.encode() + drawn(cells)])).text == "规章\t2\n文件\t\n"


def test_a_page_that_is_shown_turned_is_read_as_it_is_seen() -> None:
    turned = b"q 0 1 -1 0 842 0 cm " + drawn(Drawing().table(MATRIX)) + b" Q"
    assert read_document(pdfs.pdf([turned], box=(0, 0, 842, 595), rotate=90)).text == MATRIX_TEXT
    assert read_document(pdfs.pdf([turned], box=(0, 0, 842, 595))).text == MATRIX_TEXT


def test_a_form_within_a_form_is_where_it_is_drawn() -> None:
    data = pdfs.pdf([b"/A Do"], forms={"A": b"/B Do", "B": drawn(Drawing().table(MATRIX))})
    assert read_document(data).text == MATRIX_TEXT


def test_what_lies_beside_the_paper_is_not_printed() -> None:
    both = Drawing(texts=[("正文", 90, 300), ("裁掉", 90, -50)])
    assert read_document(pdfs.pdf([drawn(both)])).text == "正文\n"


@pytest.mark.parametrize("angle", [-45, -20, 12, 30, 100])
def test_a_watermark_across_the_page_is_no_text(angle: float) -> None:
    a, b = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    mark = f"q {a:.4f} {b:.4f} {-b:.4f} {a:.4f} 210 682 cm ".encode() + pdfs.shown("2", 0, 0) + b" Q\n"
    data = pdfs.pdf([drawn(Drawing().table(MATRIX)) + mark])
    assert read_document(data).text == MATRIX_TEXT


def test_writing_a_little_askew_is_read() -> None:
    askew = b"q 0.9986 0.0523 -0.0523 0.9986 90 700 cm " + pdfs.shown("正文", 0, 0) + b" Q"
    assert read_document(pdfs.pdf([askew])).text == "正文\n"


BLANK = [["规章", ""], ["许可", "187"]]
FIRST = b"/Rect[120 718 180 742]"  # the blank cell
TYPED = pdfs.shown("26", 3, 6)


def with_note(note: bytes, look: bytes | None, place: bytes = FIRST) -> str:
    table = drawn(Drawing().table(plain(BLANK)))
    return read_document(
        pdfs.with_notes(table, [(b"/Subtype/Link" + place, None), (note + place, look)])
    ).text


@pytest.mark.parametrize(
    "note", [b"/Subtype/FreeText/Contents(26)", b"/Subtype/Widget/FT/Tx/T(a)/V(26)", b"/Subtype/Stamp"]
)
def test_what_was_typed_on_a_page_is_read(note: bytes) -> None:
    assert with_note(note, TYPED) == "规章\t26\n许可\t187\n"


def test_what_was_typed_over_a_number_makes_it_none() -> None:
    over = with_note(b"/Subtype/FreeText/Contents(190)", pdfs.shown("190", 3, 8), b"/Rect[120 694 180 718]")
    assert "\ufffd" in over


@pytest.mark.parametrize(
    ("note", "look"),
    [
        (b"/Subtype/FreeText/Contents(26)/DA(/Helv 10 Tf 0 g)", None),
        (b"/Subtype/Widget/FT/Tx/T(a)/V(26)", None),
        (b"/Subtype/Stamp", pdfs.line(10, 3, 12, 20)),
        (b"/Subtype/Ink", pdfs.line(10, 3, 12, 20)),
    ],
)
def test_a_note_that_gives_no_text_is_no_blank(note: bytes, look: bytes | None) -> None:
    assert with_note(note, look) == "规章\t\ufffc\n许可\t187\n"


@pytest.mark.parametrize(
    ("note", "look"),
    [
        (b"/Subtype/Widget/FT/Tx/T(a)/V()", pdfs.line(0, 0, 60, 0)),
        (b"/Subtype/Widget/FT/Btn/T(a)/V/Yes/AS/Yes", TYPED),
        (b"/Subtype/FreeText/F 2/Contents(26)", TYPED),
        (b"/Subtype/Highlight/Contents(26)", TYPED),
        (b"/Subtype/Popup/Contents(26)", None),
    ],
)
def test_fields_left_blank_and_the_marks_of_readers_are_no_text(note: bytes, look: bytes | None) -> None:
    assert with_note(note, look) == "规章\t\n许可\t187\n"


@pytest.mark.parametrize("left_open", ["", "q 2 0 0 2 0 0 cm q 0.5 0 0 0.5 0 0 cm "])
def test_notes_stand_at_their_places_whatever_the_page_leaves_open(left_open: str) -> None:
    table = left_open.encode() + drawn(Drawing().table(plain(BLANK)))
    note = b"/Subtype/FreeText/Contents(26)" + FIRST
    assert read_document(pdfs.with_notes(table, [(note, TYPED)])).text == "规章\t26\n许可\t187\n"


IMAGE = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q "  # one black point
RING = (
    b"130 730 m 130 732 132 734 133 734 c 135 734 136 732 136 730 c "
    b"136 728 135 726 133 726 c 131 726 130 728 130 730 c S "
)


@pytest.mark.parametrize(
    "shape",
    [
        b"q 20 0 0 12 130 724 cm " + IMAGE,
        b"q 60 0 0 24 120 718 cm " + IMAGE,
        b"130 736 m 138 736 l 134 722 l S ",
        RING,
    ],
)
def test_a_cell_with_a_picture_or_a_drawing_is_not_blank(shape: bytes) -> None:
    text = read_document(pdfs.pdf([shape + drawn(Drawing().table(plain(BLANK)))])).text
    assert text == "规章\t\ufffc\n许可\t187\n"


@pytest.mark.parametrize(
    "shape",
    [
        b"q 200 0 0 100 60 680 cm " + IMAGE,  # a seal or a letterhead, over cells
        b"q 20 0 0 12 130 700 cm " + IMAGE,  # beside a number
        b"q 20 0 0 12 300 724 cm " + IMAGE,  # beside the table
        b"q 2 0 0 2 130 724 cm " + IMAGE,  # a dot
        b"0.9 g 122 720 56 20 re f 0 g ",  # a shade
        b"120 718 m 180 742 l S ",  # struck out
        b"120 742 m 180 742 l 180 718 l S ",  # a border
    ],
)
def test_shades_borders_and_pictures_elsewhere_leave_a_cell_blank(shape: bytes) -> None:
    text = read_document(pdfs.pdf([shape + drawn(Drawing().table(plain(BLANK)))])).text
    assert text == "规章\t\n许可\t187\n"


WHITE = b"1 g 122 696 56 20 re f 0 g "


@pytest.mark.parametrize(
    ("over", "shown"),
    [
        (WHITE, "\ufffd" * 3),
        (b"q 124 694 30 24 re W n " + WHITE + b"Q ", "\ufffd" * 3),
        (b"q 200 694 60 24 re W n " + WHITE + b"Q ", "187"),  # cut off
        (b"1 g 122 705 56 4 re f 0 g ", "187"),  # a thick line
        (b"1 g 122 720 56 20 re f 0 g ", "187"),  # in the cell above
        (b"122 696 56 20 re n ", "187"),  # not drawn
    ],
)
def test_what_is_painted_over_a_number_makes_it_none(over: bytes, shown: str) -> None:
    table = drawn(Drawing().table(plain(BLANK)))
    assert read_document(pdfs.pdf([table + over])).text == f"规章\t\n许可\t{shown}\n"
    assert read_document(pdfs.pdf([over + table])).text == "规章\t\n许可\t187\n"


def test_what_a_form_paints_over_a_number_makes_it_none() -> None:
    table = drawn(Drawing().table(plain(BLANK)))
    hidden = read_document(pdfs.pdf([b"/X Do "], forms={"X": table + WHITE})).text
    seen = read_document(pdfs.pdf([b"/X Do "], forms={"X": WHITE + table})).text
    assert (hidden, seen) == ("规章\t\n许可\t\ufffd\ufffd\ufffd\n", "规章\t\n许可\t187\n")


@pytest.mark.parametrize("clear", [b"/C gs 0 g ", b"3 Tr "])
def test_clear_text_is_not_read(clear: bytes) -> None:
    page = drawn(Drawing().table(MATRIX))
    unseen = pdfs.shown("365", 100, 300, mode=3 if clear.startswith(b"3") else 0)
    assert read_document(pdfs.pdf([page + b"q " + clear + unseen + b"Q "])).text == MATRIX_TEXT


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert [letter(ord(c)) for c in "⼀⻓⻔ﬁ２"] == ["一", "长", "门", "fi", "２"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdfs.pdf([drawn(Drawing().table(MATRIX))])[:900], "GR047"),
        (b"%PDF-1.7\n", "GR047"),
        (pdfs.assembled({1: PAGES, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>"}), "GR047"),
        (pdfs.pdf([b"/A Do"], forms={"A": b"/A Do /B Do", "B": b"/A Do /A Do"}), "GR046"),
        (pdfs.pdf([b"/A0 Do"], forms={f"A{n}": b"/A%d Do " % (n + 1) * 10 for n in range(9)}), "GR046"),
        (pdfs.pdf([b""] * 501), "GR046"),
        (pdfs.pdf([b""], box=(0, 0, 1e7, 1e7)), "GR046"),
        (pdfs.pdf([b"1 1 m " + b"9 9 l " * 400_001 + b"S"]), "GR046"),
        (with_content(zeros(500_000_000), b"/FlateDecode"), "GR046"),
        (with_content(zlib.compress(zeros(500_000_000)), b"[/FlateDecode/FlateDecode]"), "GR046"),
    ],
    ids=["cut", "empty", "cycle", "loop", "tree", "pages", "paper", "path", "bomb", "bombs"],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError, match=code):
        read_document(data, "report.pdf")


def test_an_encrypted_file_says_so() -> None:
    entry = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)
    data = pdfs.assembled({1: PAGES, 2: b"<</Type/Pages/Kids[]/Count 0>>"}, entry)
    with pytest.raises(ReadError, match="GR044"):
        read_document(data, "report.pdf")


def test_a_scan_without_the_extra_says_which_page_and_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in [name for name in sys.modules if name.startswith("govreport.readers.ocr")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "cv2", None)
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"
    with pytest.raises(ReadError, match=r"GR045.*page 1"):
        read_document(pdfs.pdf([picture]), "scan.pdf")
