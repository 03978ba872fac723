"""What a page says of itself: when it was published and by whom, its number, and where its text is from."""

import datetime
import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govreport.model import SourceRecord
from govreport.readers.html.boxes import Grid, Line
from govreport.reading import prose
from govreport.reading.fold import fold

_LABELS = {
    "published": ("发布日期", "发布时间", "发文日期"),
    "disclosed": ("公开日期", "公开时间"),
    "publisher": ("发布机构", "发布单位", "公开机构"),
    "index_number": ("索引号",),
    "origin": ("信息来源", "文章来源", "稿件来源", "来源"),
}
_FIELDS = {label: field for field, labels in _LABELS.items() for label in labels}
# The values of a line stand side by side, each ended by the label of the next.
_NEXT = (
    r"(?=\s|浏览|阅读|点击|访问|字体|字号|作者|编辑|责任编辑|发布日期|发布时间|发布机构|发文日期|生成日期|公开日期|公开时间"
    r"|信息来源|来源|索引号|主题分类|文号|有效性|打印|分享|[\[【|(]|$)"
)
_VALUE = {
    "published": r"20\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}",
    "disclosed": r"20\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}",
    "publisher": rf"[^\s:;,。|]{{2,40}}?{_NEXT}",
    "index_number": r"[0-9A-Za-z][0-9A-Za-z\-/_.]{3,60}",
    "origin": rf"[^\s:;,。|]{{2,40}}?{_NEXT}",
}


def _in_line(field: str) -> re.Pattern[str]:
    """A label, whose characters may be spaced out, and its value."""
    labels = "|".join("\\s?".join(label) for label in _LABELS[field])
    return re.compile(rf"(?:{labels})\s*[:|]\s*({_VALUE[field]})")


_IN_LINE = {field: _in_line(field) for field in _LABELS}
_LONGEST = 300  # a line that is longer tells nothing of the page
_SITE = re.compile(r"[_|]|-{2,}|\s[-–—]\s?|[-–—](?=[^-–—]*$)")
_META = {"pubdate": "published", "publishdate": "published", "contentsource": "origin"}


def record_of(page: LexborHTMLParser, name: str | None, around: Iterable[Line | Grid]) -> SourceRecord:
    """The record of a page: what it prints around the report, else what its head holds for machines."""
    found: dict[str, str] = {}
    for field, value in (*_printed(around), *_for_machines(page)):
        if value and value not in ("-", "无"):
            found.setdefault(field, value)
    return SourceRecord(
        "html",
        name,
        published=_date(found.get("published")) or _date(found.get("disclosed")),
        publisher=found.get("publisher"),
        index_number=found.get("index_number"),
        origin=found.get("origin"),
    )


def named_titles(page: LexborHTMLParser) -> Iterator[str]:
    """What the head of a page calls its text; the name of the site behind it is cut off."""
    metas = {m.attrs.sget("name", m.attrs.sget("property")).lower(): m for m in _in_head(page, "meta")}
    for name in ("articletitle", "og:title"):
        if name in metas:
            yield metas[name].attrs.sget("content")
    if (title := next(_in_head(page, "title"), None)) is not None:
        text = title.text()
        yield text.strip()
        yield from (piece.strip() for piece in _SITE.split(text))


def _for_machines(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The tags of the head that the national standard of government sites asks for."""
    for meta in _in_head(page, "meta"):
        field = _META.get(meta.attrs.sget("name", "").lower())
        if field:
            yield field, meta.attrs.sget("content").strip()


def _in_head(page: LexborHTMLParser, tag: str) -> Iterator[LexborNode]:
    """The elements of a name in the head; it has a few dozen, fewer than are worth a query."""
    return (node for node in page.head.traverse() if node.tag == tag) if page.head is not None else iter(())


def _printed(around: Iterable[Line | Grid]) -> Iterator[tuple[str, str]]:
    """Labels with the values that stand behind them, in a line or in the next field."""
    label: str | None = None
    for text in _texts(around):
        folded = fold(text)
        word = "".join(folded.split()).rstrip(":")
        if word in _FIELDS:
            label = _FIELDS[word]
            continue
        if label and ":" not in folded.rstrip(":")[:6]:
            yield label, " ".join(text.split())
        label = None
        if ":" not in folded and "|" not in folded:
            continue
        for field, pattern in _IN_LINE.items():
            if match := pattern.search(folded):
                yield field, match[1]


def _texts(around: Iterable[Line | Grid]) -> Iterator[str]:
    for item in around:
        if isinstance(item, Grid):
            yield from (text for row in item.rows for text in row.texts)
        elif item.text and len(item.text) <= _LONGEST:
            yield item.text


def _date(text: str | None) -> datetime.date | None:
    return prose.read_date(fold(text) + "日") if text else None
