"""GR110 to GR115: the cells that explain the broken sums, each kind of explanation a rule of its own."""

from collections.abc import Callable, Iterable

import attrs

from govreport.diagnostics import Message, Severity, Span
from govreport.rules.arithmetic.culprits import (
    CELL,
    COLUMN,
    DIGITS,
    ROW,
    SEVERAL,
    TOTAL,
    Changes,
    Explanation,
)
from govreport.rules.context import Context
from govreport.rules.names import name_of, row_and_column
from govreport.rules.rule import Finding, Rule

_SHOWN = 3


def _explained(kind: str) -> Callable[[Context], Iterable[Finding]]:
    """A check that reports the explanations of one kind."""

    def check(context: Context) -> list[Finding]:
        return [_finding(context, each) for each in context.explanations if each.kind == kind]

    return check


def _finding(context: Context, explanation: Explanation) -> Finding:
    sums = tuple(dict.fromkeys(each.path for each in explanation.mends))
    if explanation.kind in (CELL, TOTAL):
        ((path, value),) = explanation.sets[0]
        return Finding(
            path=path,
            related=tuple(each for each in sums if each != path),
            values={"cell": name_of(path), "sums": _named(sums)},
            found=context.ledger.values[path],
            expected=value,
            suggestion=value,
        )
    path = _common(explanation.cells)
    return Finding(
        path=path,
        related=tuple(each for each in _related(explanation) if each != path),
        values={
            "sums": _named(sums),
            "count": len(explanation.sets),
            "sets": _listed([_told(context, each) for each in explanation.sets[:_SHOWN]]),
            **_direction(context, explanation),
        },
        suggestion=_machine(explanation),
        span=_place(context, explanation.sets[0]),
    )


def _related(explanation: Explanation) -> tuple[str, ...]:
    """All cells that may be wrong, of a sum standing alone every one."""
    alone = explanation.kind == DIGITS and len(explanation.mends) == 1
    others = explanation.mends[0].cells if alone else ()
    return tuple(dict.fromkeys((*explanation.cells, *others)))


def _value(context: Context, path: str) -> int:
    return context.ledger.values[path] or 0


def _common(paths: tuple[str, ...]) -> str:
    """The row, group or table that holds all the cells."""
    common = paths[0].split(".")
    for path in paths[1:]:
        parts = path.split(".")
        while parts[: len(common)] != common:
            common.pop()
    return ".".join(common)


def _direction(context: Context, explanation: Explanation) -> dict[str, object]:
    """How many cases, from which column or row to which, and what two digits make; not every kind has all."""
    ordered = sorted(explanation.sets[0], key=lambda change: change[1] - _value(context, change[0]))
    names = [row_and_column(path)[explanation.kind == COLUMN] for path, _ in ordered]
    return {
        "giver": names[0],
        "taker": names[-1],
        "cases": _cases(max(abs(value - _value(context, path)) for path, value in ordered)),
        "places": _places(len(explanation.sets)),
        "digits": max(value for _, value in ordered),
    }


def _place(context: Context, changes: Changes) -> Span | None:
    """From the first of the cells to the last where they stand on one line, else the first."""
    spans = sorted((s for path, _ in changes if (s := context.report.locate(path))), key=lambda s: s.start)
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    return attrs.evolve(first, end=last.end) if first.line == last.line else first


def _cases(amount: int) -> Message:
    return Message(zh=f"{amount} 件", en="1 case" if amount == 1 else f"{amount} cases")


def _places(count: int) -> Message:
    only = Message(zh="只有一处可能", en="the only place to change")
    return only if count == 1 else Message(zh=f"可能之处 {count} 个", en=f"{count} places are possible")


def _told(context: Context, changes: Changes) -> Message:
    """A set of changes in words: "granted, natural person 3 → 4"."""
    names = [(name_of(path), context.ledger.values[path], value) for path, value in changes]
    return Message(
        zh="，".join(f"{n.zh} {'空白' if old is None else old} → {new}" for n, old, new in names),
        en=" and ".join(f"{n.en} {'blank' if old is None else old} → {new}" for n, old, new in names),
    )


def _listed(items: list[Message]) -> Message:
    return Message(zh="；".join(i.zh for i in items), en="; ".join(i.en for i in items))


def _named(paths: tuple[str, ...]) -> Message:
    return _listed([name_of(path) for path in paths])


def _machine(explanation: Explanation) -> str | None:
    """The changes as `path = value`, where there is only one set."""
    if len(explanation.sets) > 1:
        return None
    return ", ".join(f"{path} = {value}" for path, value in explanation.sets[0])


_WHY = Message(
    zh="误差定位（Fellegi 与 Holt，1976）：使全部合计成立而改动格子最少的，最可能是错处。"
    "改动多于四格的不作推断。",
    en="Error localisation (Fellegi and Holt, 1976): the smallest set of cells whose change satisfies every "
    "sum is the "
    "likeliest error. Sets of more than four cells are not named.",
)

RULES = (
    Rule(
        code="GR110",
        name="wrong-cell",
        severity=Severity.INFO,
        title=Message(zh="一格之误使合计不成立", en="one cell explains the broken sums"),
        what=Message(
            zh="只改这一格，它所在的合计就全部成立；各种最小改法都包含它。",
            en="Changing this one cell mends its sums; every smallest set of changes holds it.",
        ),
        why=_WHY,
        message=Message(
            zh="{cell}：{found} 若改为 {expected}，这些合计即成立：{sums}",
            en="{cell}: with {expected} instead of {found} these sums hold: {sums}",
        ),
        breaks="1.本机关不掌握相关政府信息 | 1 | 5 | 0 | 0 | 0 | 0 | 3（该列（七）总计也多 3）",
        holds="1.本机关不掌握相关政府信息 | 1 | 2 | 0 | 0 | 0 | 0 | 3",
        check=_explained(CELL),
    ),
    Rule(
        code="GR111",
        name="wrong-total",
        severity=Severity.INFO,
        title=Message(zh="错的是总计本身", en="the printed total itself is the odd one out"),
        what=Message(
            zh="只改这一格总计，它所在的合计就全部成立，各分项无需改动。",
            en="Changing this one printed total mends its sums; the parts agree with each other.",
        ),
        why=_WHY,
        message=Message(
            zh="{cell}：错的是总计本身，{found} 若改为 {expected}，这些合计即成立：{sums}",
            en="{cell}: the total itself is the odd one out; with {expected} instead of {found} these sums "
            "hold: {sums}",
        ),
        breaks="（一）予以公开 | 13 | 0 | 0 | 0 | 0 | 1 | 15（总计一列也多 1）",
        holds="（一）予以公开 | 13 | 0 | 0 | 0 | 0 | 1 | 14",
        check=_explained(TOTAL),
    ),
    Rule(
        code="GR112",
        name="case-in-wrong-column",
        severity=Severity.INFO,
        title=Message(zh="有申请记错了列", en="cases stand in the wrong column"),
        what=Message(
            zh="两列的合计相差同一个数而方向相反：某一行中有这么多件记在了另一列。可能的行全部列出。",
            en="Two columns are off by opposite amounts: so many cases of one row stand in the other "
            "column. All rows "
            "where that is possible are listed.",
        ),
        why=_WHY,
        message=Message(
            zh="“{giver}”列多出 {cases}，应在“{taker}”列；{places}：{sets}",
            en="{cases} in the column “{giver}” should stand in “{taker}”; {places}: {sets}",
        ),
        breaks="自然人一列：2515 + 220 ≠ 2734 + 0\n商业企业一列：395 + 7 ≠ 403 + 0",
        holds="自然人一列：2514 + 220 = 2734 + 0\n商业企业一列：396 + 7 = 403 + 0",
        check=_explained(COLUMN),
    ),
    Rule(
        code="GR113",
        name="case-in-wrong-row",
        severity=Severity.INFO,
        title=Message(zh="有申请记错了行", en="cases stand in the wrong row"),
        what=Message(
            zh="两行的总计相差同一个数而方向相反：某一列中有这么多件记在了另一行。可能的列全部列出。",
            en="The totals of two rows are off by opposite amounts: so many cases of one column stand in "
            "the other row. "
            "All columns where that is possible are listed.",
        ),
        why=_WHY,
        message=Message(
            zh="“{giver}”行多出 {cases}，应在“{taker}”行；{places}：{sets}",
            en="{cases} in the row “{giver}” should stand in “{taker}”; {places}: {sets}",
        ),
        breaks="（一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 3\n（二）部分公开 | 2 | 0 | 0 | 0 | 0 | 0 | 1",
        holds="（一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3\n（二）部分公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        check=_explained(ROW),
    ),
    Rule(
        code="GR114",
        name="split-number",
        severity=Severity.INFO,
        title=Message(zh="一个两位数被拆成两格", en="a number is split over two cells"),
        what=Message(
            zh="相邻两格各一位数字，合读为一个两位数后，合计成立。只涉及一个合计时，"
            "同一合计的其他格也可能有误，一并列出。",
            en="Two neighbouring cells of one digit each, read as one number, mend the sums. Where only one "
            "sum is "
            "broken, any other cell of it may be wrong as well, and all are listed.",
        ),
        why=Message(
            zh="录入或转换时，两位数中间的空格会把它拆成两格。",
            en="A space inside a number of two digits, from typing or from a converter, makes two cells of "
            "it.",
        ),
        message=Message(
            zh="相邻两格若合读为 {digits}，这些合计即成立：{sums}（{sets}）",
            en="with two neighbouring digits read as {digits} these sums hold: {sums} ({sets})",
        ),
        breaks="行政复议 | 1 | 2 | 0 | 0 | 12",
        holds="行政复议 | 12 | 0 | 0 | 0 | 12",
        check=_explained(DIGITS),
    ),
    Rule(
        code="GR115",
        name="ambiguous-cells",
        severity=Severity.INFO,
        title=Message(zh="有几种改法都能使合计成立", en="several sets of cells explain the broken sums"),
        what=Message(
            zh="最小的改法不止一种，无法断定是哪几格；全部列在相关格子中。",
            en="More than one smallest set of changes mends the sums, or a set of several cells does; all "
            "their cells "
            "are listed.",
        ),
        why=_WHY,
        message=Message(
            zh="最小改法 {count} 种：{sets}",
            en="{count} smallest ways to mend the sums: {sets}",
        ),
        breaks="两处同样大小的错误，行与列可交叉解释",
        holds="各合计成立",
        check=_explained(SEVERAL),
    ),
)
