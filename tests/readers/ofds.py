"""OFD files by the structure of GB/T 33190, made for tests."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.readers.packages import package
from tests.readers.sheets import SIZE, Drawing, width

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
POINT = 25.4 / 72


def ofd(
    drawings: Sequence[Drawing],
    content: str = "",
    template: str = "",
    box: str = "0 0 210 297",
    *,
    order: str = "Background",
    note: str = "",
    picture: bytes = b"",
) -> bytes:
    """A document with a page for each drawing.

    `content` is added to each, `template` lies where `order` says, `note` is put onto the first.
    The identifier of `picture` is 9.
    """
    pages = "".join(
        f'<ofd:Page ID="{10 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(drawings))
    )
    parts: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {NAMES} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
        '<ofd:TemplatePage ID="5" BaseLoc="/Doc_0/Tpls/Content.xml"/>'
        "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
        f"</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>"
        "<ofd:Annotations>Notes/Annotations.xml</ofd:Annotations></ofd:Document>",
        "Doc_0/Notes/Annotations.xml": f'<ofd:Annotations {NAMES}><ofd:Page PageID="10"><ofd:FileLoc>Note.xml'
        "</ofd:FileLoc></ofd:Page></ofd:Annotations>",
        "Doc_0/Notes/Note.xml": f"<ofd:PageAnnot {NAMES}>{note}</ofd:PageAnnot>",
        "Doc_0/Tpls/Content.xml": _page(template),
        "Doc_0/Res.xml": f'<ofd:Res {NAMES} BaseLoc="Res"><ofd:MultiMedias>'
        '<ofd:MultiMedia ID="9" Type="Image">'
        "<ofd:MediaFile>scan.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>",
    }
    for index, drawing in enumerate(drawings):
        drawn = "".join(_text(*text) for text in drawing.texts) + "".join(
            line(*each) for each in drawing.lines
        )
        head = f'<ofd:Template TemplateID="5" ZOrder="{order}"/>' if template else ""
        parts[f"Doc_0/Pages/Page_{index}/Content.xml"] = _page(drawn + content, head)
    if picture:
        parts["Doc_0/Res/scan.png"] = picture
    return package(parts)


def _page(content: str, head: str = "") -> str:
    return f"<ofd:Page {NAMES}>{head}<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"


def _text(text: str, left: float, middle: float) -> str:
    size, steps = SIZE * POINT, [width(c) * POINT for c in text[:-1]]
    same = len(set(steps)) == 1
    deltas = f"g {len(steps)} {steps[0]}" if same else " ".join(map(str, steps))
    x, y = left * POINT, (middle - SIZE) * POINT
    return (
        f'<ofd:TextObject Boundary="{x} {y} 100 {2 * size}" Font="3" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{1.36 * size}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    box = f"{x0 * POINT} {y0 * POINT} {(x1 - x0) * POINT} {(y1 - y0) * POINT}"
    return (
        f'<ofd:PathObject Boundary="{box}" LineWidth="0.2"><ofd:AbbreviatedData>'
        f"M 0 0 L {(x1 - x0) * POINT} {(y1 - y0) * POINT}</ofd:AbbreviatedData></ofd:PathObject>"
    )
