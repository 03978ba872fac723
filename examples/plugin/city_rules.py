"""A rule that one city adds to those of govreport: nobody may be left waiting for longer than a year."""

from collections.abc import Iterator

from govreport import Message, Severity
from govreport.rules import Context, Finding, Rule


def _still_waiting(context: Context) -> Iterator[Finding]:
    """Yield a finding where more is carried forward than was received this year."""
    applications = context.report.applications
    forward, received = applications.carried_forward.total, applications.received.total
    if forward is not None and received is not None and forward > received:
        yield Finding(
            path="applications.carried_forward.total",
            related=("applications.received.total",),
            found=forward,
            values={"received": received},
        )


RULES = (
    Rule(
        code="CITY001",
        name="more-waiting-than-received",
        severity=Severity.WARNING,
        title=Message(zh="结转下年度的多于本年新收的", en="more is carried forward than was received"),
        what=Message(
            zh="比较“结转下年度继续办理”与“本年新收”的总计。",
            en="The totals of what is carried forward and of what was received this year.",
        ),
        why=Message(
            zh="多于本年新收的，必有上年结转而至年末仍未办结的。",
            en="If it is more, applications of the year before are still waiting at the end of this one.",
        ),
        message=Message(
            zh="结转 {found} 件，多于本年新收的 {received} 件",
            en="{found} are carried forward, more than the {received} received this year",
        ),
        breaks="本年新收 3 | 上年结转 4 | 结转下年度继续办理 5",
        holds="本年新收 3 | 上年结转 4 | 结转下年度继续办理 3",
        check=_still_waiting,
        since="1.0.0",
    ),
)
