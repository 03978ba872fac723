"""The terminals of `claims.lark`, compiled, and what they mean in the form."""

import re
from functools import cache

from govreport.form import definitions, rows
from govreport.form import pattern as pattern_of

CARRIED = ("CARRIED_OVER", "CARRIED_FORWARD", "CARRIED")
FLOWS = ("RECEIVED", "HANDLED", "ANSWERED", *CARRIED)
GROUPS = ("GRANTED", "PARTIALLY_GRANTED", "DENIED", "UNAVAILABLE", "NOT_PROCESSED", "OTHER_HANDLING")
REMEDIES = ("LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION", "RECONSIDERATION", "LITIGATION")
RESULTS = ("UPHELD", "CORRECTED", "OTHER", "PENDING")
DOCUMENTS = ("RULES", "NORMATIVE_DOCUMENTS")
DOCUMENT_COLUMNS = ("ISSUED", "REPEALED", "IN_FORCE")
DECISIONS = ("LICENSING", "PENALTIES", "COMPULSION")
OUTSIDE_APPLICATIONS = (*REMEDIES, *DECISIONS, "FEES", *DOCUMENTS, *DOCUMENT_COLUMNS)
APPLICANTS = (
    "NATURAL_PERSON",
    "COMMERCIAL_ENTERPRISE",
    "RESEARCH_INSTITUTION",
    "PUBLIC_WELFARE_ORGANIZATION",
    "LEGAL_SERVICE_AGENCY",
)
ORGANIZATION_COLUMNS = (*(a.lower() for a in APPLICANTS[1:]), "other_organization")


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The expression of a terminal."""
    return re.compile(pattern_of("claims", terminal))


def found(terminal: str, text: str) -> bool:
    """Whether a text holds a terminal."""
    return pattern(terminal).search(text) is not None


def named(terminals: tuple[str, ...], text: str) -> list[str]:
    """Those of the terminals that a text holds."""
    if any_of(terminals).search(text) is None:
        return []
    return [terminal for terminal in terminals if pattern(terminal).search(text)]


@cache
def any_of(terminals: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for several terminals, so that most stretches are done with after one look."""
    return re.compile("|".join(pattern_of("claims", terminal) for terminal in terminals))


@cache
def outcome_rows() -> dict[str, str]:
    """Terminal -> path of the single outcome rows that prose names."""
    known = definitions("claims")
    return {
        terminal: row.path
        for row in rows("applications")
        if row.path.count(".") > 1 and (terminal := row.path.rpartition(".")[2].upper()) in known
    }


@cache
def outcome_terminals() -> tuple[str, ...]:
    """The single outcome rows and the groups."""
    return (*outcome_rows(), *GROUPS)


@cache
def group_rows(terminal: str) -> tuple[str, ...]:
    """The rows of a group of outcomes, or the one row of that name."""
    group = f"applications.{terminal.lower()}"
    return tuple(dict.fromkeys(r.path for r in rows("applications") if f"{r.path}.".startswith(f"{group}.")))
