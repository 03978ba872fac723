"""GR201 to GR204: what a value may be."""

from collections.abc import Iterable, Iterator
from itertools import chain

from govreport.diagnostics import Message, Severity
from govreport.model import Amount
from govreport.rules.cells import COLUMNS, PATHS, PLACES, Rows
from govreport.rules.context import Context
from govreport.rules.names import name_of
from govreport.rules.rule import Finding, Rule

_FEES = "proactive_disclosure.fees.amount"
_AMOUNTS = (_FEES, "proactive_disclosure.procurement.amount")
_OTHERS = tuple(row for row, columns in COLUMNS.items() if {"amount", "change"} & {*columns})
_ONLY_COUNTS = tuple(row for row in COLUMNS if row not in _OTHERS)
_UNIT = "万元"
_DECIMALS = 4


def _negatives(context: Context) -> Iterator[Finding]:
    for row in _with_negatives(context.rows):
        for path, value in zip(PATHS[row], context.rows[row], strict=True):
            if isinstance(value, int) and value < 0 and not path.endswith(".change"):
                yield Finding(path, values={"cell": name_of(path)}, found=value)


def _with_negatives(rows: Rows) -> Iterable[str]:
    """The rows where a value may be negative: all, unless no value of those that only count is."""
    counts = chain.from_iterable([rows[row] for row in _ONLY_COUNTS if row in rows])
    is_any = min(filter(None, counts), default=0) < 0
    return rows if is_any else [row for row in _OTHERS if row in rows]


def _unit_missing(context: Context) -> Iterator[Finding]:
    amount = context.report.proactive_disclosure.fees.amount
    if amount is not None and amount.unit is None and _is_some(amount):
        yield Finding(_FEES, values={"cell": name_of(_FEES)}, found=amount.value, expected=_UNIT)


def _unit_other(context: Context) -> Iterator[Finding]:
    amount = context.report.proactive_disclosure.fees.amount
    if amount is not None and amount.unit not in (None, _UNIT) and _is_some(amount):
        values = {"cell": name_of(_FEES), "value": amount.value}
        yield Finding(_FEES, values=values, found=amount.unit, expected=_UNIT)


def _decimals(context: Context) -> Iterator[Finding]:
    for path in _AMOUNTS:
        row, at = PLACES[path]
        amount = context.rows[row][at] if row in context.rows else None
        if isinstance(amount, Amount):
            count = len(amount.value.partition(".")[2])
            if count > _DECIMALS:
                yield Finding(path, values={"cell": name_of(path), "count": count}, found=amount.value)


def _is_some(amount: Amount) -> bool:
    return amount.value.strip("0.") != ""


RULES = (
    Rule(
        code="GR201",
        name="negative-count",
        severity=Severity.ERROR,
        title=Message(zh="件数为负数", en="a count is negative"),
        what=Message(
            zh="除“本年增/减”外，各格的数都不能小于 0。",
            en="No cell but 本年增/减 can be less than 0.",
        ),
        why=Message(
            zh="件数、项数是计数；只有 2019 年格式的“本年增/减”可以是负数。",
            en="These are counts; only 本年增/减 of the form of 2019 is a difference.",
        ),
        message=Message(
            zh="“{cell}”是 {found}，不能为负数", en="“{cell}” is {found}, and cannot be negative"
        ),
        breaks="行政许可 | -5",
        holds="行政许可 | 5",
        check=_negatives,
    ),
    Rule(
        code="GR202",
        name="amount-without-unit",
        severity=Severity.WARNING,
        title=Message(zh="收费金额没有单位", en="the amount of fees has no unit"),
        what=Message(
            zh="2021 年格式的行政事业性收费：表头和单元格都没有单位，而金额不是 0 也不是空白。",
            en="Fees on the form of 2021: neither the heading nor the cell has a unit, and the amount is "
            "not 0 or blank.",
        ),
        why=Message(
            zh="格式的表头是“本年收费金额（单位：万元）”；没有单位，元与万元无从分辨。",
            en="The form's heading is 本年收费金额（单位：万元）; without it nobody can tell yuan from ten "
            "thousand yuan.",
        ),
        message=Message(
            zh="{cell}：{found} 没有单位，格式印的是{expected}",
            en="{cell}: {found} has no unit; the form prints {expected}",
        ),
        breaks="本年收费金额\n行政事业性收费 | 36.5",
        holds="本年收费金额（单位：万元）\n行政事业性收费 | 36.5",
        check=_unit_missing,
    ),
    Rule(
        code="GR203",
        name="amount-in-other-unit",
        severity=Severity.WARNING,
        title=Message(
            zh="收费金额的单位与格式不同", en="the amount of fees is in another unit than the form's"
        ),
        what=Message(
            zh="2021 年格式的行政事业性收费以万元为单位；印成其他单位而金额不是 0 的。",
            en="Fees on the form of 2021 are in 万元; another unit beside an amount that is not 0.",
        ),
        why=Message(
            zh="汇总时以万元计，单位不同会差一万倍。",
            en="Sums over reports are in 万元; another unit is off by ten thousand.",
        ),
        message=Message(
            zh="{cell}：{value} 的单位是{found}，格式印的是{expected}",
            en="{cell}: {value} is in {found}; the form prints {expected}",
        ),
        breaks="行政事业性收费 | 251000元",
        holds="行政事业性收费 | 25.1万元",
        check=_unit_other,
    ),
    Rule(
        code="GR204",
        name="too-many-decimals",
        severity=Severity.WARNING,
        title=Message(zh="金额的小数超过四位", en="an amount has more than four decimals"),
        what=Message(
            zh="收费金额、采购总金额最多四位小数。",
            en="Amounts of fees and procurement have at most four decimals.",
        ),
        why=Message(
            zh="填报要求以万元为单位、保留四位小数；更多位数往往是单位弄错。",
            en="Amounts are given in 万元 with four decimals, which is one yuan; more are often a wrong "
            "unit.",
        ),
        message=Message(
            zh="{cell}：{found} 有 {count} 位小数，最多四位",
            en="{cell}: {found} has {count} decimals, at most 4 fit",
        ),
        breaks="行政事业性收费 | 190.457379",
        holds="行政事业性收费 | 190.4574",
        check=_decimals,
    ),
)
