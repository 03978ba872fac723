"""Scanned pages and pictures: what is seen is read or named, and only a cell without ink is blank."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from govreport.diagnostics import ReadError
from govreport.document import CERTAIN, Document
from govreport.readers import read_document
from tests.readers.ofds import ofd
from tests.readers.sheets import Drawing

NUMBERS = [["7", "12", "0"], ["365", "", "—"], ["1,024", "8", "49"]]


def picture(lean: float = 0.0, scribble: bool = False) -> Image.Image:
    """An A4 page with a ruled table of numbers, as a scanner sees it."""
    image = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=34)
    for y, row in enumerate(NUMBERS):
        for x, text in enumerate(row):
            left, top = 300 + 240 * x, 500 + 90 * y
            pen.rectangle((left, top, left + 240, top + 90), outline=0, width=2)
            if text == "—":
                pen.line((left + 100, top + 45, left + 134, top + 45), fill=0, width=3)
            else:
                pen.text((left + 120, top + 45), text, fill=0, font=font, anchor="mm")
    if scribble:
        pen.ellipse((640, 600, 680, 660), outline=0, width=9)
        pen.line((640, 600, 680, 660), fill=0, width=9)
        pen.line((650, 655, 690, 610), fill=0, width=9)
    return image.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255)


def read(image: Image.Image, kind: str = "PNG") -> Document:
    buffer = io.BytesIO()
    image.save(buffer, kind, quality=60, resolution=200)
    return read_document(buffer.getvalue())


@pytest.mark.parametrize(("kind", "lean"), [("PNG", 0.0), ("JPEG", 1.0), ("PDF", -1.5)])
def test_a_scanned_table_is_read_by_its_cells(kind: str, lean: float) -> None:
    document = read(picture(lean), kind)
    assert document.text == "".join("\t".join(row) + "\n" for row in NUMBERS)
    assert {place.table for place in document.places} == {1}
    assert document.record.format == ("pdf" if kind == "PDF" else "image")


def test_a_scanned_page_of_an_ofd_file_is_recognised() -> None:
    buffer = io.BytesIO()
    picture(0.5).save(buffer, "PNG")
    scan = '<ofd:ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="9"/>'
    document = read_document(ofd([Drawing()], scan, picture=buffer.getvalue()))
    assert document.text == "".join("\t".join(row) + "\n" for row in NUMBERS)
    assert document.record.format == "ofd"
    assert {place.page for place in document.places} == {1}


@pytest.mark.parametrize(
    ("scan", "content"),
    [
        ('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="8"/>', b"x"),
        ('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>', b"x"),
        ('<ofd:ImageObject Boundary="0 0 210 297" CTM="0 297 -210 0 210 0" ResourceID="9"/>', b"x"),
    ],
)
def test_a_scan_in_an_ofd_file_that_cannot_be_read_is_refused(scan: str, content: bytes) -> None:
    with pytest.raises(ReadError, match=r"GR045.*page 1"):
        read_document(ofd([Drawing()], scan, picture=content))


def test_a_cell_with_ink_that_is_no_character_is_not_blank_and_not_certain() -> None:
    document = read(picture(scribble=True))
    cell = next(place for place in document.places if (place.row, place.cell) == (2, 2))
    assert document.text[cell.start : cell.end]
    assert cell.confidence < CERTAIN


def test_a_picture_larger_than_any_page_is_refused_before_it_is_unpacked() -> None:
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    data = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    with pytest.raises(ReadError, match="GR046"):
        read_document(b"\x89PNG\r\n\x1a\n" + data)


def test_a_damaged_picture_is_refused() -> None:
    buffer = io.BytesIO()
    Image.fromarray(np.full((900, 700), 255, np.uint8)).save(buffer, "PNG")
    with pytest.raises(ReadError, match="GR047"):
        read_document(buffer.getvalue()[:60])
