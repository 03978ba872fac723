"""Places inside a section of prose, from the place of the section."""

from govreport.diagnostics import Span
from govreport.model import Report


def within(report: Report, section: str, text: str, start: int, end: int) -> Span | None:
    """The place of `text[start:end]` in the source of a section.

    Args:
        report: The report.
        section: The path of the section: "overview", "title".
        text: The section's text.
        start: Offset of the first character.
        end: Offset after the last.

    Returns:
        The section's place itself where its text is not what stands in the source character by character, as
        in one that was read out of markup.
    """
    whole = report.locate(section)
    if whole is None or report.source is None or whole.end - whole.start != len(text.strip()):
        return whole
    left = len(text) - len(text.lstrip())
    return report.source.span(whole.start + start - left, whole.start + end - left)
