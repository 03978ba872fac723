"""What stands before section 一 and after section 六: title, organ, year, dates, preamble, signature."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from govreport import form
from govreport.model import Period, Signature
from govreport.reading import prose
from govreport.reading.fold import fold, simplified
from govreport.reading.source import Source


def _compiled(terminal: str) -> re.Pattern[str]:
    return re.compile(form.pattern("outline", terminal))


_TITLE = _compiled("TITLE")
_PUBLISHED = _compiled("PUBLISHED")
_DISCLOSED = _compiled("DISCLOSED")
_PUBLISHER = _compiled("PUBLISHER")
_PAGE_LINE = _compiled("PAGE_LINE")
_PAGE_FOOT = _compiled("PAGE_FOOT")
_AGENCY = _compiled("AGENCY")
_YEAR_WORDS = re.compile(r"(?:20\d\d|二[〇○零]..)年?度?")
_REPORT_WORDS = re.compile(r"(?<!人民)(?:政府|政务)信息公开.*$|信息公开.*$")
_LAST_DATE = re.compile(r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年\S{1,3}月\S{1,3}日?$")
_TAIL_LINES = 200  # signature and page foot stand within so many lines of the end
_LONGEST_TITLE = 70
_LONGEST_HEADING = 300  # a title with the marks around it
_TITLE_REST = 20  # the second line of a title is short
_SUBJECT = "信息公"  # 公开, or 公開
_NO_TITLE = re.compile(r"[|>]|^:")  # rows, paths through a site, properties of a heading
_NEXT = 3  # so many lines on, with blank ones between, a title may go on
# How light markup sets off a heading, blanks left out: ## … {#name}, == … ==, h1(#name). …, **…**
_HEADING_MARKS = re.compile(r"^(?:title:|\.\.rubric::|h\d(?:\([^()]*\))?\.|\{anchor:[^{}]*\}|[#*_=~'!+])*")
_CLOSING_MARKS = re.compile(r"(?:\{+[^{}]*\}+|[#*_=~'+])*$")


@attrs.frozen
class Front:
    """The parts of a report before section 一."""

    title: str | None
    title_bounds: tuple[int, int] | None
    period: Period | None
    published: datetime.date | None
    publisher: str | None
    preamble: str
    preamble_bounds: tuple[int, int] | None


class _Line(NamedTuple):
    """A line by its bounds, folded, and without its white space."""

    start: int
    end: int
    text: str
    squashed: str


def read_front(source: Source, end: int) -> Front:
    """Read everything before the offset `end`, the first heading."""
    lines = _lines(source, 0, end)
    folded = "\n".join([line.text for line in lines])
    title, bounds, after = _title(lines)
    preamble = _preamble(lines[after:], titled=title is not None)
    published = _PUBLISHED.search(folded) or _DISCLOSED.search(folded)
    publisher = _PUBLISHER.search(folded)
    return Front(
        title,
        bounds,
        prose.read_period("\n".join([line.text for line in lines[after:]])) or prose.read_period(folded),
        prose.read_date(published["date"] + "日") if published else None,
        _squash(publisher["agency"]) if publisher else None,
        source.raw(*preamble).strip("\n") if preamble else "",
        preamble,
    )


def agency_of(title: str | None) -> str | None:
    """The organ in a title: what is left without year, 关于 and 政府信息公开…报告."""
    if not title:
        return None
    plain = simplified(title)
    rest = _REPORT_WORDS.sub("", _YEAR_WORDS.sub("", plain))
    rest = rest.removeprefix("关于").removesuffix("的").removesuffix("关于").strip("《》()·-—_")
    at = plain.find(rest)  # not there only where the year stands within it
    return (title[at : at + len(rest)] if at >= 0 else rest) or None


def is_page_line(folded: str) -> bool:
    """Whether a line belongs to the page around a report: 发布日期, 浏览次数, 打印, a page foot."""
    return _is_page(_squash(folded))


def _is_page(squashed: str) -> bool:
    return bool(_PAGE_LINE.fullmatch(squashed) or _PAGE_FOOT.fullmatch(squashed))


def is_page_foot(folded: str) -> bool:
    """Whether a line is the foot of a page: - 3 -."""
    return bool(_PAGE_FOOT.fullmatch(_squash(folded)))


def read_signature(
    source: Source, start: int, end: int
) -> tuple[Signature | None, int, tuple[int, int] | None]:
    """Find organ and date at the end of section 六.

    Returns:
        The signature, the offset at which the section's text ends before it, and its bounds.
    """
    lines = [x for x in _lines(source, _tail(source.even, start, end), end) if x.squashed]
    stop = len(lines)
    while stop and _is_page(lines[stop - 1].squashed):
        stop -= 1
    cut = lines[stop].start if stop < len(lines) else end
    for at in range(stop - 1, max(stop - 6, -1), -1):
        squashed = lines[at].squashed
        dated = _LAST_DATE.search(squashed)
        if dated is None or len(squashed) > 60:
            continue
        date = prose.read_date(dated[0])
        agency, first = squashed[: dated.start()], at
        if not agency and at and _AGENCY.fullmatch(lines[at - 1].squashed):
            agency, first = lines[at - 1].squashed, at - 1
        if date and (not agency or _AGENCY.fullmatch(agency)):
            return Signature(agency or None, date), lines[first].start, (lines[first].start, lines[at].end)
    return None, cut, None


def _title(lines: Sequence[_Line]) -> tuple[str | None, tuple[int, int] | None, int]:
    """The last line before the sections that reads as a title, or two lines that do together."""
    for at in range(len(lines) - 1, -1, -1):
        below = _beside(lines, at, 1)
        if _SUBJECT not in lines[at].squashed + lines[below].squashed:
            continue
        for last in (at, below):
            rest = "" if last == at else lines[last].squashed
            text = _without_marks(lines[at].squashed + rest)
            if _is_title(text) and len(rest) <= _TITLE_REST:
                break
        else:
            continue
        start, end = lines[at].start, lines[last].end
        above = _beside(lines, at, -1)
        if agency_of(text) is None and _AGENCY.fullmatch(lines[above].squashed):
            start, text = lines[above].start, lines[above].squashed + text
        return text, (start, end), last + 1
    return None, None, 0


def _beside(lines: Sequence[_Line], at: int, step: int) -> int:
    """The nearest line that is not blank, a few lines above or below; the same line if there is none."""
    for n in range(at + step, at + step * (_NEXT + 1), step):
        if 0 <= n < len(lines) and lines[n].squashed:
            return n
    return at


def _without_marks(squashed: str) -> str:
    """A line without the marks of a heading around it, if it is no paragraph."""
    if len(squashed) > _LONGEST_HEADING:
        return squashed
    if squashed[:1] in "th.{#*_=~'!+":
        squashed = _HEADING_MARKS.sub("", squashed)
    return _CLOSING_MARKS.sub("", squashed) if squashed[-1:] in "}#*_=~'+" else squashed


def _is_title(text: str) -> bool:
    if len(text) > _LONGEST_TITLE or _SUBJECT not in text or _NO_TITLE.search(text):
        return False
    text = simplified(text)
    return _TITLE.fullmatch(text) is not None and not _is_page(text)


def _preamble(lines: Sequence[_Line], *, titled: bool) -> tuple[int, int] | None:
    """Bounds of the prose between title and section 一; lines of the page around it left out."""
    kept: list[tuple[int, int, bool]] = []
    skip_value = False
    for start, end, _, text in lines:
        if not text:
            continue
        is_page = _is_page(text)
        page = is_page or (skip_value and len(text) < 30)
        skip_value = is_page and text.endswith(":")
        if page and not kept:
            continue
        if not titled and not kept and len(text) < 40 and "。" not in text:
            continue
        kept.append((start, end, page))
    while kept and kept[-1][2]:
        kept.pop()
    return (kept[0][0], kept[-1][1]) if kept else None


def _lines(source: Source, start: int, end: int) -> list[_Line]:
    """The lines between two offsets."""
    text = source.even[start:end]
    found = []
    at = start
    for line, folded in zip(text.split("\n"), fold(text).split("\n"), strict=True):
        found.append(_Line(at, at + len(line), folded, "".join(folded.split())))
        at += len(line) + 1
    return found


def _tail(text: str, start: int, end: int) -> int:
    """Where the last lines between two offsets begin."""
    at = end
    for _ in range(_TAIL_LINES):
        at = text.rfind("\n", start, at)
        if at < 0:
            return start
    return at + 1


def _squash(text: str) -> str:
    return "".join(fold(text).split())
