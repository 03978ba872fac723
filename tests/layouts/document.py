"""A report as a sequence of headings, paragraphs and tables; and the lines that a layout makes of it."""

from random import Random

import attrs

from govreport.model import Report
from tests.layouts.grid import Grid
from tests.layouts.style import Style
from tests.layouts.tables import tables

_TERMINALS = {
    "overview": "OVERVIEW_HEADING",
    "proactive_disclosure": "PROACTIVE_DISCLOSURE_HEADING",
    "applications": "APPLICATIONS_HEADING",
    "remedies": "REMEDIES_HEADING",
    "problems": "PROBLEMS_HEADING",
    "other_matters": "OTHER_MATTERS_HEADING",
}
_OVERVIEW = (
    "本年度政务网站新发稿件共计数百篇，公开栏目按季检查，没有出现泄密。",
    "办事大厅设有查阅点，备有电脑两台，专人值守，群众可以就近查询文件。",
    "政府信息公开行政复议、行政诉讼情况单列说明，见本报告后面的表格。",
    "依申请公开流程已经重新梳理，登记、审核、答复三个环节都有记录。",
    "全年培训3次，参加87人次；网站信息更新412条，政务新媒体发布96条。",
)
_PROBLEMS = (
    "一是解读形式单一，图表偏少；二是个别栏目更新偏慢。",
    "下一步将每月抽查栏目，把办事指南改写成问答。",
    "主动公开政府信息情况总体平稳，基层站所人手仍显不足。",
)
_BEFORE = ("首页 > 政务公开 > 年报", "索引号：00814-2 文号：无", "发布时间：2026-01-09 16:20 浏览次数：318")
_AFTER = ("【打印】 【关闭】", "上一篇：关于开展培训的通知")
_OTHERS = ("本年度没有收取信息处理费。", "无其他需要报告的事项。", "信息处理费收取0元。")


@attrs.frozen
class Heading:
    """The heading of a section."""

    section: str
    text: str


@attrs.frozen
class Prose:
    """A paragraph."""

    text: str


Block = Heading | Prose | Grid


@attrs.frozen
class Document:
    """The blocks of a report in the order of the page."""

    blocks: tuple[Block, ...]

    def grids(self) -> list[tuple[int, Grid]]:
        """The tables with their places among the blocks."""
        return [(i, b) for i, b in enumerate(self.blocks) if isinstance(b, Grid)]

    def with_block(self, index: int, *blocks: Block) -> "Document":
        """The document with one block replaced by none, one or several."""
        return Document((*self.blocks[:index], *blocks, *self.blocks[index + 1 :]))


@attrs.frozen
class Rendered:
    """The lines of a text, and which of them belong to tables, as half-open ranges."""

    lines: tuple[str, ...]
    tables: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The text as a user would have it."""
        return "\n".join(self.lines)


def compose(report: Report, style: Style, rng: Random) -> Document:
    """The report on paper: title, preamble, six sections, signature; the prose is invented."""
    around = rng.random() < 0.3
    blocks: list[Block] = [Prose(p) for p in _BEFORE[: around * rng.randint(1, 3)]]
    blocks.append(Prose(report.title or ""))
    if rng.random() < 0.5:
        blocks.append(
            Prose("本报告根据《中华人民共和国政府信息公开条例》编制，由六个部分组成，电话：0571-2604418。")
        )
    grids = tables(report, style)
    for number, (section, terminal) in enumerate(_TERMINALS.items(), 1):
        blocks.append(Heading(section, style.heading(number, terminal)))
        blocks += grids.get(section, ())
        blocks += [Prose(p) for p in _paragraphs(section, rng)]
    blocks += [Prose(report.agency or ""), Prose(f"{(report.year or 2020) + 1}年1月{rng.randint(5, 28)}日")]
    return Document((*blocks, *(Prose(p) for p in _AFTER[: around * rng.randint(0, 2)])))


def _paragraphs(section: str, rng: Random) -> list[str]:
    if section == "overview":
        return [f"（{n}）{rng.choice(_OVERVIEW)}" for n in "一二三"[: rng.randint(1, 3)]]
    if section == "problems":
        return rng.sample(_PROBLEMS, rng.randint(1, 2))
    return [rng.choice(_OTHERS)] if section == "other_matters" else []
