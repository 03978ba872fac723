"""The documentation of the rules as Markdown: for the catalogue in `docs/rules` and for the terminal."""

from collections.abc import Sequence

from govreport.catalogue import ENTRIES
from govreport.diagnostics import Message, Severity
from govreport.rules.rule import Rule, Status

SEVERITIES = {
    Severity.ERROR: Message(zh="错误", en="error"),
    Severity.WARNING: Message(zh="警告", en="warning"),
    Severity.INFO: Message(zh="提示", en="info"),
}
_STATUS = {
    Status.STABLE: Message(zh="稳定", en="stable"),
    Status.PREVIEW: Message(zh="试行", en="preview"),
    Status.DEPRECATED: Message(zh="已弃用", en="deprecated"),
}
_FAMILIES = {
    "GR1": Message(zh="勾稽关系", en="Arithmetic"),
    "GR2": Message(zh="格式", en="Form"),
    "GR3": Message(zh="文字与表格", en="Prose against tables"),
    "GR4": Message(zh="与上年比较", en="Year against year"),
    "GR5": Message(zh="内容", en="Content"),
}
_READING = Message(
    zh="## GR0xx 读取\n\n读取报告时遇到的问题，由 `parse` 给出，也列在 `check` 的结果中。\n",
    en="## GR0xx Reading\n\nWhat reading met; `parse` gives it, and `check` lists it with the findings.\n",
)
_OTHERS = Message(zh="其他来源的规则", en="Rules of others")
_HEADINGS = (
    (Message(zh="检查什么", en="What it checks"), "what"),
    (Message(zh="依据", en="Why"), "why"),
)
_BREAKS = Message(zh="不合规则的例子", en="Breaks the rule")
_HOLDS = Message(zh="合规则的例子", en="Holds")
_SINCE = Message(
    zh="级别：{severity}。状态：{status}，自 {since} 版起。", en="{severity}; {status} since {since}."
)
_INDEX = Message(
    zh="# 规则\n\n由规则登记表生成（`python -m govreport.rules.docs`），请勿手改。\n",
    en="# Rules\n\nGenerated from the registry by `python -m govreport.rules.docs`; do not edit.\n",
)
_TABLE = Message(
    zh="| 代码 | 名称 | 级别 | 含义 |\n|---|---|---|---|",
    en="| code | name | severity | finds |\n|---|---|---|---|",
)


def page(rule: Rule, language: str) -> str:
    """The page of a rule in one language, "zh" or "en"."""

    def say(text: Message) -> str:
        return str(getattr(text, language))

    since = say(_SINCE).format(
        severity=say(SEVERITIES[rule.severity]), status=say(_STATUS[rule.status]), since=rule.since
    )
    lines = [f"# {rule.code} {rule.name}", "", f"**{say(rule.title)}**", "", since, ""]
    for heading, attribute in _HEADINGS:
        lines += [f"## {say(heading)}", "", say(getattr(rule, attribute)), ""]
    for heading, example in ((_BREAKS, rule.breaks), (_HOLDS, rule.holds)):
        lines += [f"## {say(heading)}", "", "```text", example, "```", ""]
    return "\n".join(lines)


def index(rules: Sequence[Rule], language: str) -> str:
    """The list of all rules in one language, by family, with links to their pages."""
    lines = [str(getattr(_INDEX, language)), getattr(_READING, language)]
    for entry in ENTRIES:
        lines.append(f"- {entry.code} {entry.name} ({getattr(SEVERITIES[entry.severity], language)})")
    family = ""
    for rule in rules:
        if rule.code[:3] != family:
            family = rule.code[:3]
            title = getattr(_FAMILIES.get(family, _OTHERS), language)
            lines += [
                "",
                f"## {family}xx {title}",
                "",
                getattr(_TABLE, language),
            ]
        severity = getattr(SEVERITIES[rule.severity], language)
        lines.append(
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {severity} | {getattr(rule.title, language)} |"
        )
    return "\n".join((*lines, ""))
