"""GR101 to GR106: the sums that the form prints."""

from collections.abc import Callable, Iterable

from govreport.diagnostics import Message, Severity
from govreport.rules.arithmetic.culprits import CELL, TOTAL
from govreport.rules.arithmetic.ledger import BROKEN, EMPTY, SHORT, Breach
from govreport.rules.context import Context
from govreport.rules.names import row_and_column
from govreport.rules.rule import Finding, Rule

_SUM = Message(
    zh="{row}，{column}：印的是 {found}，各项之和是 {expected}（{parts}），{difference}",
    en="{row}, {column}: {found} is printed, the parts make {expected} ({parts}), {difference}",
)


def _breaches(kind: str, *sums: str) -> Callable[[Context], Iterable[Finding]]:
    """A check that reports the breaches of a kind, in these families of sums."""

    def check(context: Context) -> list[Finding]:
        breaches = context.ledger.breaches
        return [_finding(context, b) for b in breaches if b.kind == kind and b.sum.kind in sums]

    return check


def _finding(context: Context, breach: Breach) -> Finding:
    values, each = context.ledger.values, breach.sum
    found = values[each.path] or 0
    row, column = row_and_column(each.path)
    parts = [values[p] for p in each.parts if values[p]]
    others = "".join(f" − {values[p]}" for p in each.others if values[p])
    return Finding(
        path=each.path,
        related=each.related,
        values={
            "row": row,
            "column": column,
            "parts": (" + ".join(map(str, parts)) or "0") + others,
            "difference": _difference(breach.residual),
            "blanks": len(breach.blanks),
        },
        found=values[each.path],
        expected=found + breach.residual,
        suggestion=_suggestion(context, breach),
        severity=Severity.WARNING if breach.kind == BROKEN and breach.doubtful else None,
    )


def _difference(residual: int) -> Message:
    if residual > 0:
        return Message(zh=f"少 {residual}", en=f"{residual} too few")
    return Message(zh=f"多 {-residual}", en=f"{-residual} too many")


def _suggestion(context: Context, breach: Breach) -> str | int | None:
    """What the one blank cell would be, or the one cell that is to blame and its value."""
    if breach.kind == SHORT and len(breach.blanks) == 1:
        return abs(breach.residual)
    for explanation in context.explanations:
        if explanation.kind in (CELL, TOTAL) and breach.sum in explanation.mends:
            (path, value), *_ = explanation.sets[0]
            return f"{path} = {value}"
    return None


RULES = (
    Rule(
        code="GR101",
        name="row-total-mismatch",
        severity=Severity.ERROR,
        title=Message(zh="总计与该行各列之和不符", en="a row's total is not the sum of its columns"),
        what=Message(
            zh="第三部分每一行：总计等于自然人与五类法人或其他组织之和。空白格不计入；"
            "只有印出的各项已超过总计时才报告，"
            "不足时见 GR105。读取时修补过的格子参与其中的，降为警告。",
            en="Every row of section 三: the total is the sum of natural persons and the five kinds of "
            "organisations. "
            "Blank cells count as absent; with blanks, only parts that exceed the total are reported here, "
            "and parts "
            "that fall short as GR105. Where reading had to repair a cell of the row, it is a warning.",
        ),
        why=Message(
            zh="国办公开办函〔2021〕30号所附格式：总计一列为该行合计。",
            en="The form of 国办公开办函〔2021〕30号: the column 总计 adds up its row.",
        ),
        message=_SUM,
        breaks="（一）予以公开 | 13 | 0 | 0 | 0 | 0 | 1 | 15",
        holds="（一）予以公开 | 13 | 0 | 0 | 0 | 0 | 1 | 14",
        check=_breaches(BROKEN, "row"),
    ),
    Rule(
        code="GR102",
        name="outcome-total-mismatch",
        severity=Severity.ERROR,
        title=Message(zh="（七）总计与各办理结果之和不符", en="(七)总计 is not the sum of the outcomes"),
        what=Message(
            zh="第三部分每一列：（七）总计等于（一）至（六）所印各行之和。"
            "未拆分的（六）其他处理若恰为其三个分项的小计，"
            "不重复计算。",
            en="Every column of section 三: (七)总计 is the sum of the outcome rows (一) to (六) that are "
            "printed. An "
            "undivided (六)其他处理 that is the subtotal of its three rows is not counted twice.",
        ),
        why=Message(
            zh="国办公开办函〔2021〕30号所附格式：（七）总计为本年度办理结果之和。",
            en="The form of 国办公开办函〔2021〕30号: (七)总计 adds up the outcomes of the year.",
        ),
        message=_SUM,
        breaks="（一）予以公开 | 3 …\n（二）部分公开 | 1 …\n（七）总计 | 5 …",
        holds="（一）予以公开 | 3 …\n（二）部分公开 | 1 …\n（七）总计 | 4 …",
        check=_breaches(BROKEN, "outcomes"),
    ),
    Rule(
        code="GR103",
        name="balance-mismatch",
        severity=Severity.ERROR,
        title=Message(zh="第一项加第二项不等于第三项加第四项", en="一 + 二 is not 三 + 四"),
        what=Message(
            zh="第三部分每一列：新收加上年结转，等于（七）总计加结转下年度。",
            en="Every column of section 三: received and carried over make handled and carried forward.",
        ),
        why=Message(
            zh="表头注：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。",
            en="The note in the head of the table: “第一项加第二项之和，等于第三项加第四项之和”.",
        ),
        message=Message(
            zh="{row}，{column}：印的是 {found}，第一项加第二项减第三项是 {expected}（{parts}），"
            "{difference}",
            en="{row}, {column}: {found} is printed, 一 + 二 − 三 makes {expected} ({parts}), {difference}",
        ),
        breaks="一、新收 | 64\n二、上年结转 | 0\n（七）总计 | 60\n四、结转 | 5",
        holds="一、新收 | 64\n二、上年结转 | 0\n（七）总计 | 60\n四、结转 | 4",
        check=_breaches(BROKEN, "balance"),
    ),
    Rule(
        code="GR104",
        name="remedy-total-mismatch",
        severity=Severity.ERROR,
        title=Message(
            zh="复议、诉讼的总计与各结果之和不符", en="a remedy's total is not the sum of its results"
        ),
        what=Message(
            zh="第四部分三组各五格：总计等于结果维持、结果纠正、其他结果、尚未审结之和。",
            en="Each of the three groups of section 四: the total is the sum of upheld, corrected, other "
            "and pending.",
        ),
        why=Message(
            zh="国办公开办函〔2021〕30号所附格式：总计一列为该组合计。",
            en="The form of 国办公开办函〔2021〕30号: 总计 adds up its group.",
        ),
        message=_SUM,
        breaks="行政复议 | 1 | 0 | 1 | 0 | 3",
        holds="行政复议 | 1 | 0 | 1 | 0 | 2",
        check=_breaches(BROKEN, "remedy"),
    ),
    Rule(
        code="GR105",
        name="blanks-below-total",
        severity=Severity.WARNING,
        title=Message(
            zh="有空白格，印出的各项不足总计",
            en="the printed parts fall short of a total, and cells are blank",
        ),
        what=Message(
            zh="含有空白格的合计：印出的各项之和小于总计，差额可能本应填在空白格中。空白不等于 0。",
            en="A sum with blank cells whose printed parts are less than its total: the difference may "
            "belong into a "
            "blank. Blank is not zero.",
        ),
        why=Message(
            zh="空白格不能断定数值，所以只是警告；只有一个空白格时给出它应有的数。",
            en="Nobody can tell what a blank holds, so this is a warning; a single blank's value is "
            "suggested.",
        ),
        message=Message(
            zh="{row}，{column}：印的是 {found}，印出的各项合成 {expected}（{parts}），另有 {blanks} "
            "格空白，{difference}",
            en="{row}, {column}: {found} is printed, the printed parts make {expected} ({parts}), {blanks} "
            "blank, "
            "{difference}",
        ),
        breaks="（一）予以公开 | 13 |  | 0 | 0 | 0 | 0 | 14",
        holds="（一）予以公开 | 13 |  | 0 | 0 | 0 | 0 | 13",
        check=_breaches(SHORT, "row", "outcomes", "balance", "remedy"),
    ),
    Rule(
        code="GR106",
        name="total-without-parts",
        severity=Severity.INFO,
        title=Message(zh="只印了总计，各项全部空白", en="a total is printed over cells that are all blank"),
        what=Message(
            zh="一行各项全部空白，而总计不是 0。",
            en="A row whose parts are all blank under a total other than 0.",
        ),
        why=Message(
            zh="总计无从核对，申请人类别也无从得知。",
            en="Nothing confirms the total, and nobody learns the kinds of applicants or results.",
        ),
        message=Message(
            zh="{row}，{column}：只印了总计 {found}，其余各格空白",
            en="{row}, {column}: the total {found} stands alone, the other cells are blank",
        ),
        breaks="（一）予以公开 |  |  |  |  |  |  | 3",
        holds="（一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        check=_breaches(EMPTY, "row", "remedy"),
    ),
)
