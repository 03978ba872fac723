"""GR3xx: the numbers that sections 一, 五 and 六 state about the tables, against the tables."""

from collections.abc import Callable, Iterable, Iterator

from govreport.claims import DISCLOSURE, FLOW, OUTCOME, REMEDY, SHARE, Claim, prose_of
from govreport.diagnostics import Message, Severity
from govreport.rules.context import Context
from govreport.rules.names import name_of
from govreport.rules.places import within
from govreport.rules.prose.agreement import contradiction
from govreport.rules.rule import Finding, Rule

_QUOTED = 60


def _stated(kind: str) -> Callable[[Context], Iterable[Finding]]:
    """A check that compares the claims of one kind."""

    def check(context: Context) -> Iterator[Finding]:
        for claim in context.claims:
            if claim.kind == kind:
                table = contradiction(claim, context.rows)
                if table is not None:
                    yield _finding(
                        context, claim, f"{table:.2f}" if kind == SHARE else f"{table.normalize():f}"
                    )

    return check


def _finding(context: Context, claim: Claim, table: str) -> Finding:
    text = prose_of(context.report)[claim.section]
    cells = dict.fromkeys(cell for reading in claim.readings for cell in reading)
    quote = claim.quote if len(claim.quote) <= _QUOTED else f"{claim.quote[: _QUOTED - 1]}…"
    whole = claim.value == claim.value.to_integral_value() and claim.kind != SHARE
    return Finding(
        path=claim.path,
        related=tuple(cell for cell in cells if cell != claim.path),
        values={"cell": name_of(claim.path), "quote": quote},
        found=int(claim.value) if whole else str(claim.value),
        expected=int(table) if whole and table.lstrip("-").isdigit() else table,
        span=within(context.report, claim.section, text, claim.start, claim.end),
    )


_MESSAGE = Message(
    zh="文字说“{cell}”是 {found}，表格是 {expected}：“{quote}”",
    en="the prose says {found} for “{cell}”, the table {expected}: “{quote}”",
)
_WHY = Message(
    zh="第一、五、六部分的数字应与第二至四部分的表格一致。只报告与任何合理读法都不符的数字；"
    "其他年度、部分单位、增减比较的数字不作比较。",
    en="The numbers of sections 一, 五 and 六 should be those of the tables. Only what agrees with no "
    "legitimate "
    "reading is reported; numbers of other years, of a part of the organ, and differences are not compared.",
)

RULES = (
    Rule(
        code="GR301",
        name="flow-stated-differently",
        severity=Severity.WARNING,
        title=Message(
            zh="文字所说的收到、办结、结转件数与表格不符",
            en="the prose states another number received, handled or carried",
        ),
        what=Message(
            zh="收到、受理可指新收，也可含上年结转；办理、答复可指总计或收到；未收到即为 0；"
            "按申请人分列的件数也比较。",
            en="收到 and 受理 may mean 新收, with 上年结转 or without; 办理 and 答复 the handled or the "
            "received; "
            "未收到 means 0; numbers by kind of applicant are compared too.",
        ),
        why=_WHY,
        message=_MESSAGE,
        breaks="全年收到政府信息公开申请 72 件。（表：新收 70，上年结转 0）",
        holds="全年收到政府信息公开申请 70 件。（表：新收 70，上年结转 0）",
        check=_stated(FLOW),
    ),
    Rule(
        code="GR302",
        name="outcome-stated-differently",
        severity=Severity.WARNING,
        title=Message(
            zh="文字所说的办理结果件数与表格不符", en="the prose states another number of an outcome"
        ),
        what=Message(
            zh="予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数，以及其中单项的件数。",
            en="The numbers of the groups of outcomes, alone or together, and of single rows.",
        ),
        why=_WHY,
        message=_MESSAGE,
        breaks="申请中不予公开 3 件。（表：不予公开各项总计之和 2）",
        holds="申请中不予公开 2 件。（表：不予公开各项总计之和 2）",
        check=_stated(OUTCOME),
    ),
    Rule(
        code="GR303",
        name="share-stated-differently",
        severity=Severity.WARNING,
        title=Message(
            zh="文字所说的百分比与表格不符", en="the prose states another percentage of an outcome"
        ),
        what=Message(
            zh="紧跟在办理结果件数之后的占比，以总计、新收、新收加结转为分母，四舍五入或舍去尾数均可。",
            en="A percentage that follows the number of an outcome, of the handled, the received, or the "
            "received "
            "and carried over; rounded or cut.",
        ),
        why=_WHY,
        message=Message(
            zh="文字说“{cell}”占 {found}%，按表格是 {expected}%：“{quote}”",
            en="the prose says {found} % for “{cell}”, the table makes {expected} %: “{quote}”",
        ),
        breaks="申请中予以公开 49 件，占 71.67%。（表：49 / 60）",
        holds="申请中予以公开 49 件，占 81.67%。（表：49 / 60）",
        check=_stated(SHARE),
    ),
    Rule(
        code="GR304",
        name="remedy-stated-differently",
        severity=Severity.WARNING,
        title=Message(
            zh="文字所说的复议、诉讼件数与表格不符",
            en="the prose states another number of reconsiderations or lawsuits",
        ),
        what=Message(
            zh="因政府信息公开引起的复议、诉讼件数及其结果；诉讼可指直接起诉、复议后起诉或两者之和；"
            "未发生即为 0。",
            en="Reconsiderations and lawsuits about disclosure, and their results; 诉讼 may mean either "
            "kind or "
            "both; 未发生 means 0.",
        ),
        why=_WHY,
        message=_MESSAGE,
        breaks="因政府信息公开被申请行政复议 2 件。（表：行政复议总计 3）",
        holds="因政府信息公开被申请行政复议 3 件。（表：行政复议总计 3）",
        check=_stated(REMEDY),
    ),
    Rule(
        code="GR305",
        name="disclosure-stated-differently",
        severity=Severity.WARNING,
        title=Message(
            zh="文字所说的文件、许可、处罚、强制、收费数与第二部分不符",
            en="the prose states another number of documents, decisions or fees",
        ),
        what=Message(
            zh="制发、废止、现行有效的规章和规范性文件，许可、处罚、强制的决定数（公开的决定可少于作出的），"
            "行政事业性收费。",
            en="Rules and normative documents issued, repealed or in force; decisions of licensing, "
            "penalties and "
            "compulsion (those made public may be fewer than those made); administrative fees.",
        ),
        why=_WHY,
        message=_MESSAGE,
        breaks="全年办理行政许可 255 件。（表：行政许可 254）",
        holds="全年办理行政许可 254 件。（表：行政许可 254）",
        check=_stated(DISCLOSURE),
    ),
)
