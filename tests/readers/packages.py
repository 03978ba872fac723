"""Zip packages made for tests."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATION = '<Relationship Id="{0}" Type="http://x/relationships/{0}" Target="{0}.xml"/>'


def word(body: str, **parts: str) -> bytes:
    """A Word document: what stands in its body, and in the roots of other parts (styles, numbering)."""
    names = (
        f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    relations = "".join(_RELATION.format(name) for name in parts)
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relations}</Relationships>"
        ),
    }
    files |= {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    return package(files)


def p(*runs: str, about: str = "") -> str:
    """A paragraph of runs, with properties."""
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, about: str = "") -> str:
    """A run of text, with properties."""
    return f"<w:r><w:rPr>{about}</w:rPr><w:t>{text}</w:t></w:r>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, about: str = "") -> str:
    """A row of cells: markup of cells, or their text."""
    drawn = (c if c.startswith("<") else cell(p(r(c))) for c in cells)
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(drawn)}</w:tr>"


def cell(*blocks: str, about: str = "") -> str:
    """A cell of paragraphs and tables, with properties."""
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{''.join(blocks)}</w:tc>"
