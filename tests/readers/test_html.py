"""One report on many pages: whatever stands around it and however it is marked up, it is the same report."""

import datetime
import re

import attrs
import pytest

import govreport
from govreport import ParseError, Report
from tests.readers.html_pages import (
    EXAMPLE,
    FOOT,
    INDEX,
    INFO,
    NAVIGATION,
    OLDER,
    WPS,
    Writer,
    digit_runs,
    page,
    site,
    titled,
)

pytest.importorskip("selectolax")

TITLE = titled(EXAMPLE)
NAME = EXAMPLE.title or ""
PLAIN = Writer()
BODY = PLAIN.body(EXAMPLE)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)


def in_halves(body: str) -> str:
    """Each long table cut in two by a page foot."""

    def cut(table: re.Match[str]) -> str:
        rows = ROW.findall(table[0])
        half = len(rows) // 2
        if half < 5:
            return table[0]
        return f"<table>{''.join(rows[:half])}</table><p>- 3 -</p><table>{''.join(rows[half:])}</table>"

    return re.sub(r"<table.*?</table>", cut, body, flags=re.DOTALL)


def heads_apart(body: str) -> str:
    """The head of each table in a table of its own."""

    def cut(table: re.Match[str]) -> str:
        rows = ROW.findall(table[0])
        head = 3 if "rowspan" in rows[0] or "colspan" in rows[0] else 1
        return f"<table>{''.join(rows[:head])}</table><table>{''.join(rows[head:])}</table>"

    return re.sub(r"<table.*?</table>", cut, body, flags=re.DOTALL)


def as_list() -> str:
    """The headings as items of a numbered list, without their numbers."""
    items = [
        f"<li><h2>{markup.partition('、')[2].removesuffix('</p>')}</h2>" if kind == "heading" else markup
        for kind, markup in PLAIN.pieces(EXAMPLE)
    ]
    return f"<ol>{''.join(items)}</ol>"


def in_rows() -> str:
    return "".join(f"<tr><td>{markup}</td></tr>" for _, markup in PLAIN.pieces(EXAMPLE))


def with_cells(markup: str) -> str:
    return page(TITLE + Writer(cell=markup.format).body(EXAMPLE))


SECTIONS = "".join(f"<section>{markup}</section>" for _, markup in PLAIN.pieces(EXAMPLE))
META = f'<meta name="ArticleTitle" content="{NAME}"><meta name="PubDate" content="2025-01-22 16:50">'
LAYOUT = (
    f"<table><tr><td colspan=2><ul>{NAVIGATION}</ul></td></tr><tr><td><ul>{OLDER}</ul></td><td>"
    f"<table><tr><td>{NAME}</td></tr><tr><td>{INFO}</td></tr><tr><td>{BODY}</td></tr></table>"
    f"</td></tr><tr><td colspan=2>{FOOT}</td></tr></table>"
)
JCMS = (
    f'<table width="100%"><tr><td align=center class=title>{NAME}</td></tr><tr><td>{INFO}</td></tr><tr>'
    f'<td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->{BODY}'
    "<!--ZJEG_RSS.content.end--></div></td></tr></table>"
)
WECHAT = (
    f'<div id="js_article"><h1 id="activity-name">\n{NAME}\n</h1><div id="meta_content"><span>某区发布</span>'
    '<em id="publish_time">2025-01-22 10:00</em></div>'
    f'<div id="js_content" style="visibility: hidden; opacity: 0; ">{SECTIONS}</div></div>'
    '<div id="js_pc_qr_code">微信扫一扫关注该公众号</div>'
)
SHEET = "<style>p {color: red} .no, .x {display: none} @media print {p {display: none}}</style>"
SCAN = "<div>扫一扫在手机打开当前页</div>"
SIGNED = BODY.rindex(f"<p>{EXAMPLE.agency}")
CALENDAR = "".join(
    f"<tr>{''.join(f'<td>{day}</td>' for day in range(week, week + 7))}</tr>" for week in range(1, 30, 7)
)
PRINT = '<p>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</p>'

PAGES = {
    # Where the report stands.
    "plain": page(TITLE + BODY),
    "fragment": TITLE + BODY,
    "trs": site(f'{INDEX}<div>{NAME}</div><div>{INFO}</div><div class="TRS_Editor">{BODY}</div>'),
    "jcms": site(JCMS, META),
    "wechat": page(WECHAT),
    "layout tables": page(LAYOUT),
    "one cell": page(f"<table><tr><td>{TITLE}{BODY}</td></tr></table>"),
    "a row each": page(f"{TITLE}<table>{in_rows()}</table>"),
    "a section each": site(TITLE + SECTIONS),
    "title in the head": page(f"<div id=zoom>{BODY}</div>", f"<title>{NAME}_某某区人民政府</title>"),
    "title before a dash": site(f"<div>{BODY}</div>", f"<title>{NAME}-某某区人民政府门户网站</title>"),
    "title for machines": site(f"<div>{BODY}</div>", META),
    "title outside": site(f"<div>{BODY}</div>", before=f"<div><h1>{NAME}</h1><div>{INFO}</div></div>"),
    "title on two lines": page(f"<h1>{NAME.replace('局', '局<br>')}</h1>{BODY}"),
    "foot inside": site(f"{TITLE}<article>{BODY}<div>{FOOT}</div>{PRINT}</article>"),
    "related pages": site(f"{TITLE}<div>{BODY}</div><div><h3>相关链接</h3><ul>{OLDER}</ul></div>{SCAN}"),
    "a page each": site(
        TITLE + "".join(f"<div>{part}</div>" for part in re.split(r"(?=<p>[二四六]、)", BODY))
    ),
    "signed outside": site(f"<div>{TITLE}{BODY[:SIGNED]}</div><div class=sign>{BODY[SIGNED:]}</div>"),
    "beside a calendar": site(f"{TITLE}<div>{BODY}</div><div><table>{CALENDAR}</table></div>"),
    "beside numbers": site(f"<table><tr><td>今日</td><td>12</td></tr></table>{TITLE}<div>{BODY}</div>"),
    "attachment": site(f"{TITLE}<div>{BODY}<p>附件：<a href=a.docx>{NAME}.docx</a></p></div>"),
    "hidden until clicked": page(f'<ul>{NAVIGATION}</ul><div style="display:none">{TITLE}{BODY}</div>'),
    # How it is marked up.
    "wps": site(f"{TITLE}<div>{INFO}</div><div class=TRS_Editor>{WPS.body(EXAMPLE)}</div>", before=INDEX),
    "a run for each character": page(TITLE + Writer(run=digit_runs).body(EXAMPLE)),
    "a table in each cell": with_cells("<table width=100%><tr><td>{}</td></tr></table>"),
    "blocks in cells": with_cells("<div><div>{}</div></div>"),
    "a break in each cell": with_cells("{}<br>"),
    "hard spaces": with_cells("&nbsp;&nbsp;{}&nbsp;<p>&nbsp;</p>"),
    "conditional comments": with_cells(
        "<!--[if gte mso 9]><xml><w:t>9</w:t></xml><![endif]--><![if !supportLists]>{}<![endif]>"
    ),
    "hidden runs": with_cells('<span style="display: none">9</span>{}<b hidden>8</b><noscript>7</noscript>'),
    "hidden by name": SHEET + with_cells('<i class="no">9</i>{}'),
    "spacers": with_cells('{}<img src="x.gif" width="1" height="1">'),
    "fields": with_cells('<input type=text value="{}"><input type=hidden value=9>'),
    "header cells": page(TITLE + BODY.replace("<td", "<th").replace("</td", "</th")),
    "capitals": page(re.sub(r"</?\w+", lambda m: m[0].upper(), TITLE + BODY)),
    "absurd spans": page(TITLE + re.sub(r"(row|col)span=\d+", r"\1span=65535", BODY)),
    "nothing closed": page(TITLE + re.sub(r"</t[dr]>|</p>", "", BODY)),
    "fonts across cells": page("<font><b>" + TITLE + BODY.replace("<td", "<font><td")),
    "a link never closed": page(f"<p><a href=x>网站首页</p>{TITLE}{BODY}"),
    "stray ends": page(TITLE + BODY.replace("</td>", "</td></td></span></p></div>")),
    "cut tables": page(TITLE + in_halves(BODY)),
    "heads apart": page(TITLE + heads_apart(BODY)),
    "a table each row": page(TITLE + BODY.replace("</tr><tr>", "</tr></table><table><tr>")),
    "blocks for paragraphs": page(titled(EXAMPLE, "div") + re.sub(r"(</?)p>", r"\1div>", BODY)),
    "numbers of a list": page(TITLE + as_list()),
    "wrapped lines": page(TITLE + re.sub(r"(?<=[\u4e00-\u9fff]{9})(?=[\u4e00-\u9fff])", "\n", BODY)),
    "as typed": page(f"<pre>{govreport.render(EXAMPLE, 'text')}</pre>"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_report_is_read_and_the_page_is_not(name: str) -> None:
    report = govreport.read(PAGES[name].encode())
    assert attrs.evolve(report, published=None) == EXAMPLE
    assert [str(d) for d in report.diagnostics] == []


def test_rows_without_their_table_keep_their_cells() -> None:
    report = govreport.read(re.sub(r"</?table[^>]*>", "", page(TITLE + BODY)).encode())
    assert report.applications == EXAMPLE.applications


def test_a_cell_is_found_again_on_the_page() -> None:
    span = govreport.read(PAGES["trs"].encode()).cell("applications.received.total").span
    assert span is not None
    assert (span.table, span.row, span.cell) == (5, 4, 8)


LIST = (
    "<ul><li><b>索 引 号：</b>00123-7/2025-00045</li><li><b>发布机构：</b><span>云汀区水务局</span></li>"
    "<li><b>发布日期：</b>2025年1月20日</li></ul>"
)
DEFINITIONS = (
    "<dl><dt>索引号</dt><dd>00123-7/2025-00045</dd><dt>发布机构</dt><dd>云汀区水务局</dd>"
    "<dt>公开日期</dt><dd></dd><dt>发布时间</dt><dd>2025-01-20 09:00</dd></dl>"
)


def record(markup: str, head: str = "") -> Report:
    return govreport.read(site(f"{markup}{TITLE}<div>{BODY}</div>", head).encode())


@pytest.mark.parametrize(
    "markup",
    [
        INDEX.replace("公开日期", "发布日期"),
        LIST,
        DEFINITIONS,
        "<p>索引号：00123-7/2025-00045 发布机构：云汀区水务局 发布时间：2025/1/20 浏览次数：7</p>",
    ],
)
def test_what_the_page_says_of_itself(markup: str) -> None:
    report = record(markup)
    found = report.source.record if report.source else None
    assert found is not None
    assert found.index_number == "00123-7/2025-00045"
    assert found.publisher == "云汀区水务局"
    assert found.published == report.published == datetime.date(2025, 1, 20)


def test_the_date_of_publication_goes_before_that_of_disclosure() -> None:
    assert record(INDEX).published == datetime.date(2025, 1, 20)
    report = record(f"{INDEX}<div>{INFO}</div>")
    assert report.published == datetime.date(2025, 1, 22)
    assert report.source is not None
    assert report.source.record.origin == "政务公开科"


def test_what_the_head_says_for_machines() -> None:
    report = record("", META + '<meta name="ContentSource" content="区水务局">')
    assert report.published == datetime.date(2025, 1, 22)
    assert report.source is not None
    assert report.source.record.origin == "区水务局"


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        (f"<div id=app></div><script>var data = {BODY!a}</script>", "<script>"),
        (f'<script type="text/template">{BODY}</script>', "text/template"),
        (f'{TITLE}<iframe src="/pdf/viewer.html?file=/a/P020.pdf"></iframe>', "P020.pdf"),
        (f'{TITLE}<object data="P020.ofd"></object>', "P020.ofd"),
    ],
)
def test_a_report_out_of_reach_is_named(markup: str, found: str) -> None:
    with pytest.raises(govreport.ReadError, match="GR050") as caught:
        govreport.read(page(markup).encode())
    assert found in str(caught.value)


@pytest.mark.parametrize("markup", ["", "<p>今天天气很好。</p>", '<p>通知</p><iframe src="a.pdf"></iframe>'])
def test_a_page_without_a_report_is_refused(markup: str) -> None:
    with pytest.raises(ParseError, match="GR00"):
        govreport.read(page(markup).encode())
