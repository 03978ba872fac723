"""The words by which a page speaks of itself, not the words of the form."""

import re
from collections.abc import Iterable
from functools import cache

from govreport.form import definitions, label, pattern
from govreport.reading import prose
from govreport.reading.fold import fold
from govreport.reading.front import agency_of, is_page_line

_FOOT = re.compile(
    r"版权|转载|备案|ICP|公网安备|浏览器|分辨率|主办|承办|技术支持|运行维护|标识码|联系我们|网站地图|站点地图"
)
_AROUND = re.compile(
    r"(?:来源|浏览|发布|发稿|更新|字号|字体|作者|编辑|点击|阅读|访问|时间|日期|打印)[^。:]{0,6}:|分享到|打印本页|关闭窗口"
)
_TIME = re.compile(r"20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\d{1,2}:\d\d(?::\d\d)?)?")
_SIGNED = re.compile(r".{0,40}(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年.{1,3}月.{1,3}日")
_TRAIL = re.compile(r"[>»›→]")
_LONGEST = 160
_END = 8


def squashed(text: str) -> str:
    """A text folded, without white space."""
    return "".join(fold(text).split())


def is_foot(text: str) -> bool:
    """Whether a line belongs to the foot of a site: 版权所有, 主办单位."""
    return len(text) <= _LONGEST and _FOOT.search(text) is not None


def is_around(text: str, *, linked: bool = False) -> bool:
    """Whether a line beside a text is about it and no part of it: its date, its source, a path of links."""
    if len(text) > _LONGEST:
        return False
    folded = fold(text)
    word = "".join(folded.split())
    return (
        is_page_line(folded)
        or _AROUND.search(word) is not None
        or _TIME.fullmatch(word) is not None
        or (linked and _TRAIL.search(word) is not None)
    )


def is_signed(text: str) -> bool:
    """Whether a line ends in a date in words, as below a signature."""
    if len(text) > _LONGEST or squashed(text[-_END:])[-1:] not in ("", "日"):
        return False  # most lines are sentences: a look at their end is enough
    return _SIGNED.fullmatch(squashed(text)) is not None


def is_title(text: str) -> bool:
    """Whether a line reads as the title of a report."""
    return len(text) <= _LONGEST and _title().fullmatch(squashed(text)) is not None and "|" not in text


def best_title(lines: Iterable[str]) -> str | None:
    """The line that reads best as the title of one report: a column of a site has neither year nor organ."""
    ranked = [
        (_has_year(line) + (agency_of(squashed(line)) is not None), line) for line in lines if is_title(line)
    ]
    rank, title = max(ranked, key=lambda pair: pair[0], default=(0, ""))
    return title if rank else None


def _has_year(line: str) -> bool:
    return prose.read_year(fold(line)) is not None


@cache
def _title() -> re.Pattern[str]:
    return re.compile(pattern("outline", "TITLE"))


@cache
def headings() -> tuple[str, ...]:
    """The six headings of the form without their numbers."""
    names = [name for name in definitions("outline") if name.endswith("_HEADING")]
    return tuple(label("outline", name).partition("、")[2] for name in names)
