"""GR4xx: one year against the next, where last year's report is given."""

from collections.abc import Iterator

from govreport.diagnostics import Message, Severity
from govreport.model import Amount, Report
from govreport.rules.cells import COLUMNS, number_of
from govreport.rules.context import Context
from govreport.rules.names import name_of
from govreport.rules.rule import Finding, Rule

_DOCUMENTS = ("rules", "normative_documents")
_ITEMS = ("licensing", "other_services", "penalties", "compulsion", "fees")


def _years(context: Context) -> Iterator[Finding]:
    year = context.report.year
    if context.previous is not None and year is not None and _before(context) is None:
        yield Finding("year", found=context.previous.year, expected=year - 1)


def _before(context: Context) -> Report | None:
    """Last year's report; None where what is given is that of another year."""
    previous, year = context.previous, context.report.year
    if previous is None or previous.year is None or year is None or previous.year == year - 1:
        return previous
    return None


def _carried(context: Context) -> Iterator[Finding]:
    if previous := _before(context):
        now, before = context.report.applications.carried_over, previous.applications.carried_forward
        for column in COLUMNS["applications.carried_over"]:
            found, expected = getattr(now, column), getattr(before, column)
            if None not in (found, expected) and found != expected:
                path = f"applications.carried_over.{column}"
                yield Finding(path, values={"cell": name_of(path)}, found=found, expected=expected)


def _in_force(context: Context) -> Iterator[Finding]:
    if previous := _before(context):
        for row in _DOCUMENTS:
            now = getattr(context.report.proactive_disclosure, row)
            before = getattr(previous.proactive_disclosure, row).in_force
            if None in (now.in_force, now.issued, now.repealed, before):
                continue
            expected = before + now.issued - now.repealed
            if now.in_force != expected:
                path = f"proactive_disclosure.{row}"
                values = {
                    "cell": name_of(path),
                    "before": before,
                    "issued": now.issued,
                    "repealed": now.repealed,
                }
                related = (f"{path}.issued", f"{path}.repealed")
                yield Finding(f"{path}.in_force", related, values, now.in_force, expected)


def _items(context: Context) -> Iterator[Finding]:
    if previous := _before(context):
        for row in _ITEMS:
            now = getattr(context.report.proactive_disclosure, row)
            before = getattr(previous.proactive_disclosure, row)
            if now is None or before is None:
                continue
            parts = before.items_last_year, before.change
            if None not in (now.items_last_year, *parts) and now.items_last_year != sum(parts):
                path = f"proactive_disclosure.{row}"
                values = {"cell": name_of(path), "items": parts[0], "change": parts[1]}
                yield Finding(f"{path}.items_last_year", (), values, now.items_last_year, sum(parts))


def _jumps(context: Context) -> Iterator[Finding]:
    factor = context.config.change_factor
    previous = _before(context)
    if factor is None or previous is None:
        return
    before = Context(previous, None, context.config).rows
    for row, values in context.rows.items():
        for column, now, then in zip(COLUMNS[row], values, before.get(row, ()), strict=False):
            new, old = number_of(now), number_of(then)
            if column == "change" or new is None or old is None or min(new, old) <= 0:
                continue
            times = max(new / old, old / new)
            if times > factor:
                path = f"{row}.{column}"
                spoken = {"cell": name_of(path), "factor": f"{times:.1f}"}
                yield Finding(path, values=spoken, found=_printed(now), expected=_printed(then))


def _printed(value: int | Amount) -> int | str:
    return f"{value.value}{value.unit or ''}" if isinstance(value, Amount) else value


_RESTATED = Message(
    zh="上年数字可能更正过，所以只是警告。",
    en="Last year's figures may have been restated, so this is a warning.",
)

RULES = (
    Rule(
        code="GR401",
        name="previous-of-other-year",
        severity=Severity.WARNING,
        title=Message(zh="给出的上年报告不是上一年度的", en="the previous report is not that of last year"),
        what=Message(
            zh="用来比较的报告应是上一年度的；不是的，不作比较。",
            en="The report to compare with should be of the year before; another is not compared.",
        ),
        why=Message(
            zh="结转、现行有效等关系只在相邻两年之间成立。",
            en="What is carried over and in force connects a year with the one before it only.",
        ),
        message=Message(
            zh="用来比较的是 {found} 年的报告，应是 {expected} 年的，未作比较",
            en="the report to compare with is of {found}, not of {expected}; nothing was compared",
        ),
        breaks="2023 年报告与 2021 年报告比较",
        holds="2023 年报告与 2022 年报告比较",
        check=_years,
    ),
    Rule(
        code="GR402",
        name="carried-over-differs",
        severity=Severity.WARNING,
        title=Message(
            zh="上年结转与上年报告的结转下年度不符",
            en="what is carried over is not what last year carried forward",
        ),
        what=Message(
            zh="七列逐一比较：本年“上年结转”应等于上年“结转下年度继续办理”。",
            en="In each of the seven columns: 上年结转 of this year is 结转下年度继续办理 of the last.",
        ),
        why=Message(
            zh=f"同一批申请在两份报告中各印一次。{_RESTATED.zh}",
            en=f"The same applications are printed in both reports. {_RESTATED.en}",
        ),
        message=Message(
            zh="“{cell}”是 {found}，上年报告结转 {expected}",
            en="“{cell}” is {found}; last year's report carried {expected} forward",
        ),
        breaks="上年：四、结转 | 4；本年：二、上年结转 | 0",
        holds="上年：四、结转 | 4；本年：二、上年结转 | 4",
        check=_carried,
    ),
    Rule(
        code="GR403",
        name="in-force-differs",
        severity=Severity.WARNING,
        title=Message(
            zh="现行有效件数与上年、制发、废止不符",
            en="documents in force do not follow from last year's, issued and repealed",
        ),
        what=Message(
            zh="规章、行政规范性文件：现行有效 = 上年现行有效 + 本年制发 − 本年废止。2019 年格式没有这一栏，"
            "不作比较。",
            en="Rules and normative documents: in force = in force last year + issued − repealed. The form "
            "of 2019 has "
            "no such column and is not compared.",
        ),
        why=Message(
            zh=f"格式的三栏说的是同一批文件。{_RESTATED.zh}",
            en=f"The three columns speak of the same documents. {_RESTATED.en}",
        ),
        message=Message(
            zh="{cell}：现行有效 {found}，按上年 {before} + {issued} − {repealed} 应是 {expected}",
            en="{cell}: {found} in force; last year's {before} + {issued} − {repealed} makes {expected}",
        ),
        breaks="上年现行有效 390；本年 32 | 1 | 397",
        holds="上年现行有效 366；本年 32 | 1 | 397",
        check=_in_force,
    ),
    Rule(
        code="GR404",
        name="items-last-year-differ",
        severity=Severity.WARNING,
        title=Message(
            zh="上一年项目数量与上年报告不符",
            en="the items of last year are not what last year's report makes",
        ),
        what=Message(
            zh="2019 年格式：上一年项目数量 = 上年报告的上一年项目数量 + 本年增/减。跨版本不作比较。",
            en="The form of 2019: 上一年项目数量 = that of last year's report + its 本年增/减. Not across "
            "editions.",
        ),
        why=Message(
            zh=f"同一项目数在两份报告中各印一次。{_RESTATED.zh}",
            en=f"The same number of items is printed in both reports. {_RESTATED.en}",
        ),
        message=Message(
            zh="{cell}：上一年项目数量 {found}，按上年报告 {items} + {change} 应是 {expected}",
            en="{cell}: {found} items last year; last year's report makes {items} + {change} = {expected}",
        ),
        breaks="上年：行政许可 | 16 | +3；本年：行政许可 | 16",
        holds="上年：行政许可 | 16 | +3；本年：行政许可 | 19",
        check=_items,
    ),
    Rule(
        code="GR405",
        name="large-change",
        severity=Severity.INFO,
        title=Message(zh="与上年相差悬殊", en="a number differs much from last year's"),
        what=Message(
            zh="两年都不是 0 的数，变化超过设置 change-factor 的倍数；没有设置时不检查。",
            en="A number that is 0 in neither year and changes by more than the setting change-factor; "
            "without the "
            "setting nothing is checked.",
        ),
        why=Message(
            zh="悬殊的变化可能是真实的，也可能是单位或位数弄错，值得看一眼。",
            en="A large change may be real, or a wrong unit or digit; it is worth a look.",
        ),
        message=Message(
            zh="{cell}：本年 {found}，上年 {expected}，相差 {factor} 倍",
            en="{cell}: {found} this year, {expected} last year, a factor of {factor}",
        ),
        breaks="change-factor = 10；行政许可 | 上年 420，本年 43177",
        holds="change-factor = 10；行政许可 | 上年 42000，本年 43177",
        check=_jumps,
    ),
)
