"""Pages whose report is not in their markup: in scripts or data, or in a file that they show in a frame."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from govreport.diagnostics import ReadError
from govreport.readers.html.boxes import Box, Line
from govreport.readers.html.words import headings, is_title
from govreport.readers.refusals import refuse

_ENOUGH_HEADINGS = 3
_ENOUGH_VALUES = 10
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_DOCUMENT = re.compile(r"\.(?:pdf|ofd|docx?|wps)\b", re.IGNORECASE)
_FRAMES = "iframe, frame, embed, object"
_LONGEST = 120


def absence(page: LexborHTMLParser, shown: Box, titles: Iterable[str]) -> ReadError | None:
    """The error of a page that holds its report out of reach, or None."""
    if shown.values >= _ENOUGH_VALUES or _headings(_text(shown)) >= _ENOUGH_HEADINGS:
        return None
    for script in page.css("script"):
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), script.text())
        if _headings(text) >= _ENOUGH_HEADINGS:
            kind = script.attrs.sget("type") or script.attrs.sget("id")
            return refuse("GR050", found=f"<script {kind}>" if kind else "<script>")
    if any(map(is_title, titles)):
        for frame in page.css(_FRAMES):
            address = frame.attrs.sget("src") or frame.attrs.sget("data")
            if _DOCUMENT.search(address):
                return refuse("GR050", found=address[:_LONGEST])
    return None


def _headings(text: str) -> int:
    return sum(heading in text for heading in headings())


def _text(shown: Box) -> str:
    return "\n".join(item.text for item in shown.flat() if isinstance(item, Line))
