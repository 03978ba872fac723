"""Text as WordprocessingML."""

import re
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """Text as XML holds it; a character that XML cannot hold becomes U+FFFD."""
    return escape(_ILLEGAL.sub("\ufffd", text), {'"': "&quot;"})


def paragraph(text: str, style: str = "", properties: str = "", size: int = 0) -> str:
    """A paragraph in a style; `properties` are further ones, `size` in half points another than its own."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{about}{_run(text, size) if text else ''}</w:p>"


def _run(text: str, size: int) -> str:
    kept = escaped(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    height = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    # The hint makes quotation marks and dashes those of Chinese type.
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{height}</w:rPr>'
        f'<w:t xml:space="preserve">{kept}</w:t></w:r>'
    )
