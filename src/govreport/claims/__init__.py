"""Claims: the numbers that sections 一, 五 and 六 state about the tables, read out of the prose.

Only what can hardly mean anything else is read; see `grammars/claims.lark` for the words.
"""

from collections.abc import Iterator

from govreport.claims.claim import DISCLOSURE, FLOW, OUTCOME, REMEDY, SHARE, Claim, Reading
from govreport.model import Report

__all__ = ["DISCLOSURE", "FLOW", "OUTCOME", "REMEDY", "SHARE", "Claim", "Reading", "prose_of", "read_claims"]


def prose_of(report: Report) -> dict[str, str]:
    """Name -> text of the parts in which claims stand.

    Where the heading of section 一 is lost, what it held stands in the preamble.
    """
    texts = {name: getattr(report, name).text for name in ("overview", "problems", "other_matters")}
    return texts if texts["overview"] else texts | {"preamble": report.preamble}


def read_claims(report: Report) -> tuple[Claim, ...]:
    """What the prose of a report states about its tables, in the order of the text."""
    return tuple(_read(report))


def _read(report: Report) -> Iterator[Claim]:
    from govreport.claims.reader import read_section

    for section, text in prose_of(report).items():
        yield from read_section(section, text, report.year, report.agency)
