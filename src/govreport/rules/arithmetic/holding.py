"""Whether every sum holds. In nearly all reports they do, and that costs their additions and little more."""

from operator import attrgetter

from govreport.model import Applications, Remedies, Report
from govreport.rules.arithmetic.sums import APPLICATIONS, REMEDIES

_rows_of_applications = attrgetter(*(path.partition(".")[2] for path in APPLICATIONS))
_rows_of_remedies = attrgetter(*(path.partition(".")[2] for path in REMEDIES))


def all_hold(report: Report) -> bool:
    """Whether no cell of sections 三 and 四 is blank and their sums hold as printed."""
    try:
        return _applications_hold(report.applications) and _remedies_hold(report.remedies)
    except TypeError:  # nothing can be added to a blank
        return False


def _applications_hold(applications: Applications) -> bool:
    rows = [
        (
            row.natural_person,
            row.commercial_enterprise,
            row.research_institution,
            row.public_welfare_organization,
            row.legal_service_agency,
            row.other_organization,
            row.total,
        )
        for row in _rows_of_applications(applications)
        if row is not None
    ]
    for a, b, c, d, e, f, total in rows:
        if a + b + c + d + e + f != total:
            return False
    for column in zip(*rows, strict=True):
        handled, forward = column[-2], column[-1]
        if sum(column[2:-2]) != handled or column[0] + column[1] != handled + forward:
            return False
    return True


def _remedies_hold(remedies: Remedies) -> bool:
    return all(
        row.upheld + row.corrected + row.other + row.pending == row.total
        for row in _rows_of_remedies(remedies)
    )
