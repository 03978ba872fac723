"""The terminals of `claims.lark`, compiled, and what they mean in the form."""

import re
from collections.abc import Callable
from functools import cache, cached_property

from govreport.form import definitions, rows
from govreport.form import pattern as pattern_of


def expression(terminal: str) -> str:
    """The regular expression of a terminal, as written."""
    return pattern_of("claims", terminal)


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The regular expression of a terminal, compiled."""
    return re.compile(expression(terminal))


def found(terminal: str, text: str) -> bool:
    """Whether a text holds a terminal."""
    return _search(terminal)(text) is not None


@cache
def _search(terminal: str) -> Callable[[str], re.Match[str] | None]:
    return pattern(terminal).search


class Words:
    """Terminals that are looked for together."""

    def __init__(self, *terminals: str) -> None:
        self.terminals = terminals

    @cached_property
    def any(self) -> re.Pattern[str]:
        """One expression for all of them, so that most stretches are done with after one look."""
        return re.compile("|".join(map(expression, self.terminals)))

    @cached_property
    def _each(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        """Every terminal with its expression, and as a plain word where it is no more than that."""
        words = ((terminal, expression(terminal)) for terminal in self.terminals)
        return tuple((t, word if word == re.escape(word) else "", pattern(t)) for t, word in words)

    def named(self, text: str) -> tuple[str, ...]:
        """Those of them that a text holds."""
        if self.any.search(text) is None:
            return ()
        return tuple([t for t, word, each in self._each if (word in text if word else each.search(text))])


_CARRIED = ("CARRIED_OVER", "CARRIED_FORWARD", "CARRIED")
CARRIED = Words(*_CARRIED)
FLOWS = Words("RECEIVED", "HANDLED", "ANSWERED", *_CARRIED)
GROUPS = ("GRANTED", "PARTIALLY_GRANTED", "DENIED", "UNAVAILABLE", "NOT_PROCESSED", "OTHER_HANDLING")
REMEDIES = Words("LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION", "RECONSIDERATION", "LITIGATION")
RESULTS = Words("UPHELD", "CORRECTED", "OTHER", "PENDING")
DOCUMENTS = Words("RULES", "NORMATIVE_DOCUMENTS")
DOCUMENT_COLUMNS = Words("ISSUED", "REPEALED", "IN_FORCE")
DECISIONS = Words("LICENSING", "PENALTIES", "COMPULSION")
OUTSIDE_APPLICATIONS = Words(
    *REMEDIES.terminals, *DECISIONS.terminals, "FEES", *DOCUMENTS.terminals, *DOCUMENT_COLUMNS.terminals
)
APPLICANTS = Words(
    "NATURAL_PERSON",
    "COMMERCIAL_ENTERPRISE",
    "RESEARCH_INSTITUTION",
    "PUBLIC_WELFARE_ORGANIZATION",
    "LEGAL_SERVICE_AGENCY",
    "ORGANIZATIONS",
)
ORGANIZATION_COLUMNS = (*(a.lower() for a in APPLICANTS.terminals[1:-1]), "other_organization")


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
def outcomes() -> Words:
    """The single outcome rows and the groups."""
    return Words(*outcome_rows(), *GROUPS)


@cache
def group_rows(terminal: str) -> tuple[str, ...]:
    """The rows of a group of outcomes, or the one row of that name."""
    group = f"applications.{terminal.lower()}"
    return tuple(dict.fromkeys(r.path for r in rows("applications") if f"{r.path}.".startswith(f"{group}.")))
