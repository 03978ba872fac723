"""GR501, GR505 and GR506: sections that are empty, that leave out what they must say, or that were copied."""

import re
from collections.abc import Iterator

from govreport.diagnostics import Message, Severity
from govreport.model import Report
from govreport.rules.context import Context
from govreport.rules.names import name_of
from govreport.rules.rule import Finding, Rule

PROSE = ("overview", "problems", "other_matters")
_NOTHING = re.compile(r"[\s\d一二三四五六七八九十(（)）、.]*(?:暂?无|没有|略|[-—/]+)?[\s。.;；]*")
_FEE = re.compile(r"处理费|(?:收取|收缴|收到).{0,15}费|(?:未|没有|没|无|不)(?:涉及|发生)?收[取费]|收费")
_FEE_SINCE = 2021
_SENTENCE = re.compile(r"[^。！？；;!?\n]+")
_CHANGING = re.compile(r"[\s\d０-９,，.．%％]+")
_SHORTEST_SENTENCE = 8
_SHORTEST_SECTION = 30


def _empty(context: Context) -> Iterator[Finding]:
    for name in ("overview", "problems"):
        text = getattr(context.report, name).text
        if len(text) < _SHORTEST_SECTION and _NOTHING.fullmatch(text) and not context.said_by_reading(name):
            yield Finding(name, values={"section": name_of(name)}, found=text.strip())


def _fee(context: Context) -> Iterator[Finding]:
    report = context.report
    if report.year is None or report.year < _FEE_SINCE or context.said_by_reading("other_matters"):
        return
    prose = (*(getattr(report, name).text for name in reversed(PROSE)), report.preamble)
    if not any("费" in text and _FEE.search("".join(text.split())) for text in prose):
        yield Finding("other_matters", values={"year": report.year})


def _copied(context: Context) -> Iterator[Finding]:
    if context.previous is None:
        return
    for name in PROSE:
        share = _share(context.report, context.previous, name)
        if share >= context.config.copied_share:
            values = {"section": name_of(name), "share": f"{share:.0%}"}
            yield Finding(name, values=values, found=f"{share:.2f}")


def _share(report: Report, previous: Report, name: str) -> float:
    """The share of a section, by characters, whose sentences stood in last year's; numbers do not count."""
    now = _sentences(getattr(report, name).text)
    before = set(_sentences(getattr(previous, name).text))
    total = sum(map(len, now))
    return sum(len(each) for each in now if each in before) / total if total >= _SHORTEST_SECTION else 0.0


def _sentences(text: str) -> list[str]:
    found = (_CHANGING.sub("", sentence) for sentence in _SENTENCE.findall(text))
    return [sentence for sentence in found if len(sentence) >= _SHORTEST_SENTENCE]


EMPTY = Rule(
    code="GR501",
    name="section-empty",
    severity=Severity.WARNING,
    title=Message(zh="应有内容的部分是空的", en="a section that must say something says nothing"),
    what=Message(
        zh="第一部分“总体情况”、第五部分“存在的主要问题及改进情况”为空，或只写“无”。",
        en="Section 一 (总体情况) or 五 (存在的主要问题及改进情况) is empty or says 无 alone.",
    ),
    why=Message(
        zh="《政府信息公开条例》第五十条：年度报告应当包括主动公开、"
        "依申请公开情况和存在的主要问题及改进情况。",
        en="Article 50 of the Regulation: the report covers what was disclosed, on request or not, and the "
        "main problems "
        "with their improvement.",
    ),
    message=Message(
        zh="“{section}”没有内容（“{found}”）", en="the section “{section}” says nothing (“{found}”)"
    ),
    breaks="五、存在的主要问题及改进情况\n无",
    holds="五、存在的主要问题及改进情况\n解读形式偏少。今后将运用图解、视频等形式。",
    check=_empty,
)
FEE = Rule(
    code="GR505",
    name="processing-fee-unreported",
    severity=Severity.WARNING,
    title=Message(zh="没有报告信息处理费的收取情况", en="nothing is said about information processing fees"),
    what=Message(
        zh="2021 年度起，报告中应有收取信息处理费的情况；没有收取的，也应说明。",
        en="From report year 2021 on a report says what processing fees were collected, or that there were "
        "none.",
    ),
    why=Message(
        zh="国办函〔2020〕109号《政府信息公开信息处理费管理办法》；"
        "国办公开办函〔2021〕30号要求在第六部分报告。",
        en="国办函〔2020〕109号 on information processing fees; 国办公开办函〔2021〕30号 wants them in "
        "section 六.",
    ),
    message=Message(
        zh="{year} 年度的报告没有说明信息处理费的收取情况",
        en="the report of {year} does not say what information processing fees were collected",
    ),
    breaks="六、其他需要报告的事项\n无",
    holds="六、其他需要报告的事项\n本年度未收取信息处理费。",
    check=_fee,
)
COPIED = Rule(
    code="GR506",
    name="section-copied",
    severity=Severity.INFO,
    title=Message(zh="照搬上年的文字", en="a section repeats last year's text"),
    what=Message(
        zh="给出上年报告时：一个部分中，与上年相同的句子（不计数字）所占字数达到设置 copied-share（默认 "
        "0.8）。",
        en="With last year's report: the share of a section, by characters, in sentences that stood there "
        "last year, "
        "numbers apart, reaches the setting copied-share (0.8 by default).",
    ),
    why=Message(
        zh="照搬的文字没有说明本年的情况。", en="A text that is copied says nothing about this year."
    ),
    message=Message(
        zh="“{section}”有 {share} 的文字与上年相同",
        en="{share} of the section “{section}” stood in last year's",
    ),
    breaks="上年、本年：解读形式偏少，图文以外的方式运用不多……",
    holds="上年：解读形式偏少……；本年：答复说理不充分……",
    check=_copied,
)
