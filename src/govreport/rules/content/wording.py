"""GR503 and GR504: the organ under two names, and text that the template left behind."""

import re
from collections.abc import Iterator

from govreport.diagnostics import Message, Severity
from govreport.rules.content.sections import PROSE
from govreport.rules.context import Context
from govreport.rules.names import name_of
from govreport.rules.places import within
from govreport.rules.rule import Finding, Rule

_TEMPLATE = re.compile(
    r"(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])[XxＸｘ×]{2,}(?![A-Za-z0-9])"
    r"|＿{2,}|_{2,}(?=[年月日件条项元个万])|(?<=[:：为共计])_{2,}"
    r"|(?:^|(?<=[。；;\n(（]))[^\S\n]*例[:：]"
    r"|[(（](?:此处|请)(?:填写|注明|说明|简述)[^()（）\n]{0,30}[)）]",
    re.MULTILINE,
)
# None of them, nothing to look for: most texts are done with here.
_MARK = re.compile("XX|xx|ＸＸ|ｘｘ|××|＿＿|__|例：|例:|填写|注明|说明|简述")


def _agencies(context: Context) -> Iterator[Finding]:
    report = context.report
    signed = report.signature.agency if report.signature else None
    if not report.title or not report.agency or not signed:
        return
    title, signature = _plain(report.agency), _plain(signed)
    if _plain(report.agency) not in _plain(report.title):
        return
    if not _is_within(title, signature) and not _is_within(signature, title):
        yield Finding("signature", found=signed, expected=report.agency)


def _plain(agency: str) -> str:
    return "".join(agency.split()).replace("人民政府", "政府")


def _is_within(short: str, long: str) -> bool:
    """Whether a name is the other with words left out: 市场监管局 of 市场监督管理局."""
    rest = iter(long)
    return all(character in rest for character in short)


def _leftovers(context: Context) -> Iterator[Finding]:
    texts = {"preamble": context.report.preamble}
    texts |= {name: getattr(context.report, name).text for name in PROSE}
    if not any(map(_MARK.search, texts.values())):
        return
    for name, text in texts.items():
        for match in _TEMPLATE.finditer(text):
            span = within(context.report, name, text, *match.span())
            yield Finding(name, values={"section": name_of(name)}, found=match[0].strip(), span=span)


AGENCIES = Rule(
    code="GR503",
    name="agencies-disagree",
    severity=Severity.WARNING,
    title=Message(zh="标题与落款的机关名称不一致", en="title and signature name different organs"),
    what=Message(
        zh="标题中的机关与落款的机关，既不互相包含，也不是彼此的简称。",
        en="The organ of the title and that of the signature, where neither name contains the other or "
        "shortens it.",
    ),
    why=Message(
        zh="多半是套用了别的机关的报告而没有改名称。",
        en="Most often another organ's report was taken over with its name.",
    ),
    message=Message(
        zh="落款是“{found}”，标题是“{expected}”",
        en="it is signed by “{found}”, and the title names “{expected}”",
    ),
    breaks="清河县财政局2023年政府信息公开工作年度报告……\n清河县审计局\n2024年1月20日",
    holds="清河县财政局2023年政府信息公开工作年度报告……\n清河县财政局\n2024年1月20日",
    check=_agencies,
)
LEFTOVERS = Rule(
    code="GR504",
    name="template-text-left",
    severity=Severity.WARNING,
    title=Message(zh="留有模板文字", en="text of the template was left in"),
    what=Message(
        zh="XX、××、＿＿ 等占位符，以及没有上文的“例：”、“（此处填写……）”。“条例：”“案例：”不算。",
        en="Placeholders such as XX, ×× and ＿＿, a bare 例：, （此处填写…）. 条例： and 案例： are none.",
    ),
    why=Message(zh="应填的内容没有填。", en="What the placeholder stands for was not filled in."),
    message=Message(
        zh="“{section}”中留有模板文字“{found}”", en="the section “{section}” has “{found}” of a template"
    ),
    breaks="XX局全年主动公开信息＿＿条。",
    holds="本局全年主动公开信息 120 条。",
    check=_leftovers,
)
