"""The blank form of a year: the report as an agency finds it before a number is filled in."""

from govreport.diagnostics import Message
from govreport.model import (
    ApplicantCounts,
    Applications,
    DecisionCounts,
    OtherHandling,
    ProactiveDisclosure,
    ProcurementCounts,
    Report,
)

_FIRST, _LAST_OF_2019, _LAST = 2019, 2020, 2099
_TITLE = "{agency}{year}年政府信息公开工作年度报告"


def blank(year: int, agency: str, previous: Report | None = None) -> Report:
    """The official form in the edition in force for a year, all cells and all prose blank.

    Args:
        year: The year that will be reported on, from 2019.
        agency: The organ that will report.
        previous: Its report of the year before; what that one leaves to the next year (结转下年度继续办理)
            is what this one has from the last (上年结转), in all seven columns. Nothing else is carried.

    Raises:
        ValueError: There is no such form for the year, or no agency.
    """
    agency = "".join(agency.split())
    if not agency:
        raise ValueError(str(Message(zh="请给出机关名称", en="give the name of the agency")))
    if not _FIRST <= year <= _LAST:
        raise ValueError(
            str(
                Message(
                    zh=f"{year} 年没有本程序所知的格式：只有 {_FIRST} 年度至 {_LAST} 年度的",
                    en=f"no form is known for the year {year}: they are those of {_FIRST} to {_LAST}",
                )
            )
        )
    of_2019 = year <= _LAST_OF_2019
    return Report(
        title=_TITLE.format(agency=agency, year=year),
        agency=agency,
        year=year,
        proactive_disclosure=ProactiveDisclosure(
            edition="2019" if of_2019 else "2021",
            other_services=DecisionCounts() if of_2019 else None,
            procurement=ProcurementCounts() if of_2019 else None,
        ),
        applications=Applications(
            carried_over=ApplicantCounts() if previous is None else previous.applications.carried_forward,
            other_handling=OtherHandling(undivided=ApplicantCounts())
            if of_2019
            else OtherHandling(None, ApplicantCounts(), ApplicantCounts(), ApplicantCounts()),
        ),
    )
