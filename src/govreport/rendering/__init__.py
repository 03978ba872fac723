"""A report as a document in the official form and order: plain text, Markdown, HTML, Word."""

from collections.abc import Callable

from govreport.model import Report
from govreport.rendering.docx import render_docx
from govreport.rendering.html import render_html
from govreport.rendering.markdown import render_markdown
from govreport.rendering.text import render_text

__all__ = ["FORMATS", "render"]

FORMATS: dict[str, Callable[[Report], str | bytes]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
    "docx": render_docx,
}


def render(report: Report, format: str = "text") -> str | bytes:  # noqa: A002
    """Write a report in one of `FORMATS`; all but "docx" are text.

    Raises:
        ValueError: The format is not known; the message lists those that are.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
    return FORMATS[format](report)
