"""PDF files made by hand: pages with lines and Chinese text, and files that mean harm."""

import zlib
from collections.abc import Mapping, Sequence

FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<<"
    b"/Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    b"/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
    b"/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>"
)


def shown(text: str, x: float, y: float, size: float = 10, mode: int = 0) -> bytes:
    """The operators that show a text, its base line beginning at a point of the page."""
    codes = text.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {mode} Tr 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n".encode()


def line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """The operators that draw a line."""
    return f"0.5 w {x0} {y0} m {x1} {y1} l S\n".encode()


def pdf(
    contents: Sequence[bytes],
    box: Sequence[float] = (0, 0, 595, 842),
    rotate: int = 0,
    forms: Mapping[str, bytes] | None = None,
) -> bytes:
    """A PDF with a page for each content stream.

    `forms` are drawn with `/NAME Do`; behind `/C gs` nothing that is filled is seen.
    """
    objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: FONT}
    number = 4
    names = b""
    for name in forms or {}:
        names += f"/{name} {number} 0 R".encode()
        number += 1
    resources = b"<</Font<</F 3 0 R>>/ExtGState<</C<</ca 0>>>>/XObject<<" + names + b">>>>"
    for index, form in enumerate((forms or {}).values()):
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 10000 10000]/Resources" + resources
        objects[4 + index] = stream(form, head)
    kids = b""
    media = " ".join(map(str, box)).encode()
    for content in contents:
        objects[number] = stream(content)
        objects[number + 1] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Rotate %d/Resources %b/Contents %d 0 R>>"
            % (media, rotate, resources, number)
        )
        kids += b"%d 0 R " % (number + 1)
        number += 2
    objects[2] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(contents))
    return assembled(objects)


def with_notes(content: bytes, notes: Sequence[tuple[bytes, bytes | None]]) -> bytes:
    """A PDF of one page with notes: what each is, and what is drawn in its 60 by 24 points."""
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[5 0 R]/Count 1>>",
        3: FONT,
        4: stream(content),
    }
    font = b"/Resources<</Font<</F 3 0 R>>>>"
    kids = b""
    for place, (head, drawn) in enumerate(notes):
        note, form = 6 + 2 * place, 7 + 2 * place
        objects[form] = stream(drawn or b"", b"/Type/XObject/Subtype/Form/BBox[0 0 60 24]" + font)
        look = b"" if drawn is None else b"/AP<</N %d 0 R>>" % form
        objects[note] = b"<</Type/Annot%b%b>>" % (head, look)
        kids += b"%d 0 R " % note
    objects[5] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%b/Contents 4 0 R/Annots[%b]>>" % (
        font,
        kids,
    )
    return assembled(objects)


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A packed stream object."""
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (head, len(packed), packed)


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of objects, with its table of their places."""
    parts = [b"%PDF-1.7\n"]
    place, places = len(parts[0]), []
    for number, content in sorted(objects.items()):
        places.append(place)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        place += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table))
    parts.append(
        b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, place)
    )
    return b"".join(parts)
