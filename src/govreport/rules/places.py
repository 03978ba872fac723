"""Places inside a section of prose, from the place of the section."""

from govreport.diagnostics import Span


def within(section: Span | None, text: str, start: int, end: int) -> Span | None:
    """The place of `text[start:end]` in the source of a section.

    Args:
        section: The place of the whole section.
        text: The section's text.
        start: Offset of the first character.
        end: Offset after the last.

    Returns:
        The section's place itself where its text is not what stands in the source character by character, as
        in one that was read out of markup.
    """
    left = len(text) - len(text.lstrip())
    if section is None or section.end - section.start != len(text.strip()):
        return section
    line_start = text.rfind("\n", 0, start) + 1
    on_first = line_start <= left
    return Span(
        start=section.start + start - left,
        end=section.start + end - left,
        line=section.line + text.count("\n", left, start),
        column=section.column + start - left if on_first else start - line_start + 1,
    )
