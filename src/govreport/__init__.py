"""Read Chinese government information disclosure annual reports (政府信息公开工作年度报告) into typed data.

`parse` takes the text of a report and returns a `Report`; `check` says what does not add up in it;
`render` writes it in the official form. Importing this package loads the model and the diagnostics only;
what a call needs is loaded when the call is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govreport._version import __version__
from govreport.diagnostics import (
    Diagnostic,
    Message,
    ParseError,
    ReadError,
    Severity,
    Span,
    excerpt,
    explain,
    get_language,
    set_language,
)
from govreport.model import (
    Amount,
    ApplicantCounts,
    Applications,
    Cell,
    CellState,
    DecisionCounts,
    Denied,
    DocumentCounts,
    FeeCounts,
    NotProcessed,
    OtherHandling,
    Part,
    Period,
    Piece,
    ProactiveDisclosure,
    ProcurementCounts,
    Remedies,
    RemedyCounts,
    Report,
    Role,
    Section,
    Signature,
    SourceRecord,
    Unavailable,
)

if TYPE_CHECKING:
    from govreport.api.checking import check
    from govreport.api.reading import parse, read, trace
    from govreport.api.writing import blank, json_schema, render

__all__ = [
    "Amount",
    "ApplicantCounts",
    "Applications",
    "Cell",
    "CellState",
    "DecisionCounts",
    "Denied",
    "Diagnostic",
    "DocumentCounts",
    "FeeCounts",
    "Message",
    "NotProcessed",
    "OtherHandling",
    "ParseError",
    "Part",
    "Period",
    "Piece",
    "ProactiveDisclosure",
    "ProcurementCounts",
    "ReadError",
    "Remedies",
    "RemedyCounts",
    "Report",
    "Role",
    "Section",
    "Severity",
    "Signature",
    "SourceRecord",
    "Span",
    "Unavailable",
    "__version__",
    "blank",
    "check",
    "excerpt",
    "explain",
    "get_language",
    "json_schema",
    "parse",
    "read",
    "render",
    "set_language",
    "trace",
]

# The public calls, and the modules that hold them: each is loaded when it is first asked for.
_CALLS = {
    "blank": "writing",
    "check": "checking",
    "json_schema": "writing",
    "parse": "reading",
    "read": "reading",
    "render": "writing",
    "trace": "reading",
}


def __getattr__(name: str) -> Any:
    if name not in _CALLS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    call = getattr(import_module(f"{__name__}.api.{_CALLS[name]}"), name)
    globals()[name] = call
    return call


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
