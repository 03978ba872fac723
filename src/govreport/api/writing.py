"""Reports to documents, and what their JSON looks like."""

from typing import Any, Literal, overload

from govreport import rendering
from govreport.blank_form import blank as blank
from govreport.model import Report, schema


@overload
def render(report: Report, format: Literal["docx"]) -> bytes: ...
@overload
def render(report: Report, format: Literal["text", "markdown", "html"] = "text") -> str: ...
@overload
def render(report: Report, format: str) -> str | bytes: ...
def render(report: Report, format: str = "text") -> str | bytes:  # noqa: A002
    """Write a report in the official form and order.

    Args:
        report: The report to write.
        format: "text" (a tab between cells, as in a copy from a browser), "markdown", "html" or "docx".

    Returns:
        The document; bytes for "docx".

    Raises:
        ValueError: The format is not known.
    """
    return rendering.render(report, format)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `Report.to_dict()`, generated from the classes."""
    return schema.json_schema()
