"""GR502: the years that title, period and sections report on."""

import re
from collections.abc import Iterator

from govreport.diagnostics import Message, Severity
from govreport.rules.context import Context
from govreport.rules.names import name_of
from govreport.rules.places import within
from govreport.rules.rule import Finding, Rule

_YEAR = r"(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})\s*年"
_ANY = re.compile(_YEAR)
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
# A sentence that begins with a year and goes on about what was done in it, not about a day or a plan.
_OPENING = re.compile(
    r"(?:^|[。！!；;\n]|情况)[^\S\n]*(?:[(（][^()（）\n]{1,3}[)）][^。\n]{0,12}[。:：\n][^\S\n]*)?"
    rf"{_YEAR}"
    r"(?!\s*\d|[^。；;]{0,40}(?:将|计划|拟|力争|继续|下一步))"
)
_FEE = re.compile(rf"{_YEAR}[^。；;年]{{0,30}}信息处理费")


def _disagreeing(context: Context) -> Iterator[Finding]:
    report = context.report
    titled = _ANY.search(report.title or "")
    year = _number(titled[1]) if titled else report.year
    if year is None:
        return
    if titled and report.period and report.period.end.year != year:
        yield _finding(context, "period", year, report.period.end.year)
    for name, opening in (("overview", _OPENING), ("other_matters", _FEE)):
        text = getattr(report, name).text
        if str(year) in text or str(year) in text.translate(_DIGITS):
            continue
        match = opening.search(text)
        if match and _number(match[1]) != year:
            yield _finding(context, name, year, _number(match[1]), text, match)


def _finding(
    context: Context, path: str, year: int, found: int, text: str = "", match: "re.Match[str] | None" = None
) -> Finding:
    return Finding(
        path,
        values={"part": name_of(path)},
        found=found,
        expected=year,
        span=within(context.report, path, text, *match.span(1)) if match else context.report.locate(path),
    )


def _number(year: str) -> int:
    return int(year.translate(_DIGITS))


YEARS = Rule(
    code="GR502",
    name="years-disagree",
    severity=Severity.WARNING,
    title=Message(
        zh="标题、统计期限、正文所说的年度不一致", en="title, period and text report on different years"
    ),
    what=Message(
        zh="标题的年度与统计期限的年度；第一部分开头所说、"
        "第六部分信息处理费所属的年度（该部分完全没有提到标题年度时）。"
        "下年计划、文号、次年一月的落款不算。",
        en="The year of the title against that of the period, and against the year that section 一 opens "
        "with and that "
        "of the processing fee in section 六, where the section nowhere names the title's year. Plans, "
        "notice numbers "
        "and a signature of next January are no disagreement.",
    ),
    why=Message(
        zh="多半是套用了上年的文字而没有改年度。",
        en="Most often last year's text was taken over with its year.",
    ),
    message=Message(
        zh="“{part}”说的是 {found} 年，标题是 {expected} 年",
        en="“{part}” is about {found}, the title about {expected}",
    ),
    breaks="X局2023年政府信息公开工作年度报告\n一、总体情况\n2022年，我局认真贯彻……",
    holds="X局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局认真贯彻……",
    check=_disagreeing,
)
