"""Why a text is no report: what it seems to be, and what was looked for."""

import regex

from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.reading.fold import fold
from govreport.reading.source import Source

_LOOK = 20_000  # a refusal looks at the beginning only
_OLD_WORDS = regex.compile(
    r"信息公开(?:工作)?情况统计表|(?:20(?:0[89]|1[0-8])年?度?)[^。\n]{0,30}(?:政府|政务)信息公开[^。\n]{0,10}(?:报告|年报)|\n[一1][、.]概述"
)
_OLD_TITLE = regex.compile(r"(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)")
_KINDS = (
    (regex.compile(r"第[一二三四五六七八九十]+条"), "法规或规章", "a regulation"),
    (regex.compile(r"指南"), "公开指南", "a disclosure guide"),
    (regex.compile(r"(?:股份|有限)公司"), "公司文件", "a company's document"),
    (regex.compile(r"通知|意见|办法"), "通知一类的公文", "a notice"),
)


def refusal(source: Source, headings: int) -> Diagnostic:
    """The diagnostic of a text that is refused."""
    text = fold(source.even[:_LOOK])
    squashed = regex.sub(r"[^\S\n]+", "", text)
    old = _OLD_WORDS.search(squashed)
    if old and _OLD_TITLE.search(squashed):
        return note("GR002", found=old[0].replace("\n", ""))
    for pattern, zh, en in _KINDS:
        if pattern.search(squashed):
            return note("GR001", headings=headings, kind_zh=f"看起来是{zh}。", kind_en=f"It looks like {en}.")
    return note("GR001", headings=headings, kind_zh="", kind_en="")
