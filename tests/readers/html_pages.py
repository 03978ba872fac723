"""Pages as the content systems of governments and word processors write them, made from a report."""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import attrs

import govreport
from govreport import Report
from govreport.rendering.layout import Box, Row, Table, chapters, signature

EXAMPLE = govreport.parse((Path(__file__).parents[2] / "examples" / "example-2024.txt").read_text("utf-8"))
NAVIGATION = "".join(
    f'<li><a href="/{i}.html">{name}</a></li>'
    for i, name in enumerate(("网站首页", "机构职能", "政策文件", "政府信息公开年报", "互动交流"))
)
OLDER = "".join(
    f'<li><a href="/{year}.html">{EXAMPLE.agency}{year}年政府信息公开工作年度报告</a>'
    f"<span>{year + 1}-01-20</span></li>"
    for year in range(2018, 2024)
)
FOOT = (
    f"<p>主办：{EXAMPLE.agency}办公室 承办：信息中心</p>"
    "<p>网站标识码：1234567890 备案号：某ICP备12345678号</p>"
    "<p>建议使用1920*1080分辨率浏览本站。未经许可，不得转载本站内容。</p>"
)
INDEX = (
    '<table class="xxgk"><tr><td>索 引 号：</td><td>00123-7/2025-00045</td>'
    "<td>主题分类：</td><td>政府信息公开</td></tr>"
    f"<tr><td>发布机构：</td><td>{EXAMPLE.agency}</td><td>公开日期：</td><td>2025-01-20</td></tr>"
    "<tr><td>文&emsp;&emsp;号：</td><td></td><td>有 效 性：</td><td>有效</td></tr></table>"
)
INFO = (
    "<span>发布时间：2025-01-22 16:50</span><span>来源：政务公开科</span><span>浏览次数：138次</span>"
    '<span>字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span>'
)


def plain(text: str) -> str:
    """The markup of a text and nothing more."""
    return escape(text, quote=False)


@attrs.frozen
class Writer:
    """How the pieces of a report are marked up.

    Attributes:
        run: The words of a paragraph or a cell.
        paragraph: A paragraph of such words.
        cell: What stands in a cell.
        table: A table, from its rows.
    """

    run: Callable[[str], str] = plain
    paragraph: Callable[[str], str] = "<p>{}</p>".format
    cell: Callable[[str], str] = "{}".format
    table: Callable[[str], str] = "<table border=1>{}</table>".format

    def pieces(self, report: Report) -> list[tuple[str, str]]:
        """The body of the report: a kind and its markup each, without the title."""
        found = [("preamble", self._words(line)) for line in report.preamble.split("\n") if line]
        for chapter in chapters(report):
            found.append(("heading", self._words(chapter.heading)))
            if chapter.prose is not None:
                found += [("prose", self._words(line)) for line in chapter.prose.text.split("\n") if line]
            for table in chapter.tables:
                found += [("label", self._words(table.label))] if table.label else []
                found.append(("table", self.table("".join(map(self.row, rows_of(table))))))
        return found + [("signature", self._words(line)) for line in signature(report)]

    def body(self, report: Report) -> str:
        """All of them."""
        return "\n".join(markup for _, markup in self.pieces(report))

    def row(self, row: Row) -> str:
        """A row of a table."""
        return f"<tr>{''.join(map(self.box, row))}</tr>"

    def box(self, box: Box) -> str:
        """A cell with its spans."""
        spans = f" rowspan={box.rowspan}" * (box.rowspan > 1) + f" colspan={box.colspan}" * (box.colspan > 1)
        return f"<td{spans}>{self.cell(self.run(box.text))}</td>"

    def _words(self, text: str) -> str:
        return self.paragraph(self.run(text))


def rows_of(table: Table) -> tuple[Row, ...]:
    """The rows of a table, its head first."""
    return (*table.head, *table.body)


def soup(text: str) -> str:
    """Words as WPS writes them: a run for each change of font, numbers apart, an empty paragraph mark."""
    runs = re.findall(r"\d+|[^\d]{1,9}", text)
    styled = (
        '<span lang="EN-US" style="font-family:仿宋_GB2312;mso-font-kerning:1.0pt;">'
        f'<font face="宋体">{plain(run)}</font></span>'
        for run in runs
    )
    return "".join(styled) + "<o:p></o:p>"


def digit_runs(text: str) -> str:
    """Words with a run for every character."""
    return "".join(f"<span>{plain(c)}</span>" for c in text)


WPS = Writer(
    run=soup,
    paragraph='<p class="MsoNormal" style="text-indent:32pt;">{}</p>'.format,
    cell='\n<p class="MsoNormal" align="center">{}</p>\n'.format,
    table='<div align="center"><table class="MsoTableGrid" style="border:none">{}</table></div>'.format,
)


def page(body: str, head: str = "") -> str:
    """A whole page."""
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">{head}</head>\n<body>\n{body}\n</body></html>'


def titled(report: Report, tag: str = "h1") -> str:
    """The title in an element."""
    return f"<{tag}>{report.title}</{tag}>"


def site(article: str, head: str = "", *, before: str = "", behind: str = "") -> str:
    """An article on a page with menus, lists of other pages, a side column and a foot."""
    return page(
        f'<div class="top"><ul>{NAVIGATION}</ul></div>'
        '<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/x">政府信息公开</a> &gt; '
        '<a href="/y">年报</a></div>'
        f'<div class="left"><h3>政府信息公开年报</h3><ul>{OLDER}</ul></div>{before}'
        f"<div class=main>{article}</div>{behind}"
        f'<div>上一篇：<a href="/2023.html">{EXAMPLE.agency}2023年政府信息公开工作年度报告</a></div>'
        f'<div class="foot">{FOOT}</div><script>var a = "<table><tr><td>9</td></tr></table>";</script>',
        head,
    )
