"""What a report says, as frozen attrs classes that know nothing of text, positions or files."""

from govreport.model.cell import Cell, CellState, SourceMap, SourceRecord
from govreport.model.piece import Piece, Role
from govreport.model.report import Part, Period, Report, Section, Signature
from govreport.model.tables import (
    Amount,
    ApplicantCounts,
    Applications,
    DecisionCounts,
    Denied,
    DocumentCounts,
    FeeCounts,
    NotProcessed,
    OtherHandling,
    ProactiveDisclosure,
    ProcurementCounts,
    Remedies,
    RemedyCounts,
    Unavailable,
)

__all__ = [
    "Amount",
    "ApplicantCounts",
    "Applications",
    "Cell",
    "CellState",
    "DecisionCounts",
    "Denied",
    "DocumentCounts",
    "FeeCounts",
    "NotProcessed",
    "OtherHandling",
    "Part",
    "Period",
    "Piece",
    "ProactiveDisclosure",
    "ProcurementCounts",
    "Remedies",
    "RemedyCounts",
    "Report",
    "Role",
    "Section",
    "Signature",
    "SourceMap",
    "SourceRecord",
    "Unavailable",
]
