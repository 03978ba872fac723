"""Where a span ends, as a line and a column."""

from govreport.diagnostics import Span


def end_of(text: str, span: Span) -> tuple[int, int]:
    """The line of the end of a span, and the column after its last character, both from 1."""
    breaks = text.count("\n", span.start, span.end)
    if not breaks:
        return span.line, span.column + span.end - span.start
    return span.line + breaks, span.end - text.rfind("\n", span.start, span.end)
