"""Hypothesis strategies for reports, for tests of anything that takes one (extra `test`).

    from hypothesis import given
    from govreport import strategies

    @given(strategies.reports(edition="2021"))
    def test_mine(report): ...

A report drawn here is coherent: its title, agency, year, period and parts agree with each other, and no line
of its prose reads as a heading or a row of the form, so that `parse(render(report)) == report`. A consistent
one also adds up: row totals, 总计 of the outcomes, 一 + 二 = 三 + 四 in every column, totals of section 四.

A table is drawn as one string of bytes, a byte a cell: some 200 single draws would take ten times as long.
"""

import datetime
from collections.abc import Sequence
from functools import cache
from itertools import cycle
from typing import Literal, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govreport.model import (
    Amount,
    ApplicantCounts,
    Applications,
    CellState,
    DecisionCounts,
    Denied,
    DocumentCounts,
    FeeCounts,
    NotProcessed,
    OtherHandling,
    Period,
    ProactiveDisclosure,
    ProcurementCounts,
    Remedies,
    RemedyCounts,
    Report,
    Section,
    Signature,
    Unavailable,
)
from govreport.model.paths import cell_paths

__all__ = [
    "Miscount",
    "applications",
    "miscounts",
    "proactive_disclosure",
    "remedies",
    "reports",
    "sections",
    "with_cell",
]

Node = TypeVar("Node")
Edition = Literal["2019", "2021"]
Counts = Sequence[int | None]

_EDITIONS: SearchStrategy[Edition] = st.sampled_from(("2021", "2019"))
_PLACES = "清河云泽梅岭宁安临江平湖东阳西山"
_ORGANS = ("县人民政府", "市财政局", "区教育体育局", "县卫生健康委员会", "镇人民政府", "区人民政府办公室")
_TITLES = (
    "{agency}{year}年政府信息公开工作年度报告",
    "{year}年{agency}政府信息公开工作年度报告",
    "{agency}{year}年度政府信息公开工作报告",
    "{agency}关于{year}年政府信息公开工作的年度报告",
)
_PREAMBLE = (
    "根据《中华人民共和国政府信息公开条例》的要求，现公布本单位相关情况。",
    "本文所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "本文由六个部分组成。如有疑问，请与办公室联系（地址：人民路1号；电话：010-12345678）。",
)
_PROSE = (
    "",
    "网站全年发布信息1,234条，更新栏目56个。",
    "举办培训3期，参训人员120人次；开展自查2次。",
    "一是解读形式偏少；二是更新不够及时；三是人员流动较快。",
    "下一步，将健全机制、压实责任，做到应公开尽公开。",
    "\u3000\u3000较上年提高４．５个百分点（％），满意度96.4分。",
    "严格保密审查，未发生失泄密事件。",
    "“政策直通车”栏目访问量达1.2万次，同比+15%。",
    "（{ordinal}）机制建设情况",
    "（{ordinal}）平台建设。全年新增栏目4个，网站运行平稳。",
    "{odd}",
)
_ORDINALS = "一二三四五六七八九"


@attrs.frozen
class Miscount:
    """A consistent report, and the same with one cell changed.

    Attributes:
        report: The report that adds up; it has no blank cells.
        wrong: The same report with one cell changed.
        path: The cell that was changed, in section 三 or 四.
        by: The change; never 0.
    """

    report: Report
    wrong: Report
    path: str
    by: int


@st.composite
def reports(
    draw: DrawFn, edition: Edition | None = None, *, consistent: bool = True, blanks: bool = True
) -> Report:
    """Whole reports of the form of 2019 or 2021.

    Args:
        draw: Given by Hypothesis.
        edition: The form; None draws either.
        consistent: Whether the tables add up; otherwise every cell is drawn for itself.
        blanks: Whether cells, rows or whole tables may be blank. A consistent report with blanks has no
            printed sum that its parts exceed, but may have sums that a blank leaves open.
    """
    form = draw(_EDITIONS) if edition is None else edition
    place, more, organ, title, years, lines, day = draw(st.binary(min_size=7, max_size=7))
    year = 2019 + years % 2 if form == "2019" else 2021 + years % 15
    agency = f"{_pick(_PLACES, place)}{_pick(_PLACES, more)}{_pick(_ORGANS, organ)}"
    preamble = "\n".join(line for i, line in enumerate(_PREAMBLE) if lines >> i & 1).format(year=year)
    period = Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    signature = Signature(agency, datetime.date(year + 1, 1, 1) + datetime.timedelta(days=day))
    return Report(
        title=_pick(_TITLES, title).format(agency=agency, year=year),
        agency=agency,
        year=year,
        period=period if "统计期限" in preamble else None,
        preamble=preamble,
        overview=draw(sections()),
        problems=draw(sections()),
        other_matters=draw(sections()),
        signature=signature if day else None,
        proactive_disclosure=draw(proactive_disclosure(form, blanks=blanks)),
        applications=draw(applications(consistent=consistent, blanks=blanks)),
        remedies=draw(remedies(consistent=consistent, blanks=blanks)),
    )


@st.composite
def miscounts(draw: DrawFn, edition: Edition | None = None) -> Miscount:
    """Reports in which exactly one cell of section 三 or 四 is changed; the sums it stands in break."""
    report = draw(reports(edition, blanks=False))
    cells = ((p, report.cell(p).value) for p in cell_paths() if not p.startswith("proactive_disclosure."))
    path, value = draw(st.sampled_from([(p, v) for p, v in cells if isinstance(v, int)]))
    by = draw(st.integers(1, 1000) | st.integers(-value, -1) if value else st.integers(1, 1000))
    return Miscount(report, with_cell(report, path, value + by), path, by)


@st.composite
def applications(
    draw: DrawFn, *, divided: bool | None = None, consistent: bool = True, blanks: bool = True
) -> Applications:
    """Section 三.

    Args:
        draw: Given by Hypothesis.
        divided: Whether （六）其他处理 has three rows; None draws either, as both occur in either form.
        consistent: Whether rows, outcomes and the balance add up.
        blanks: Whether cells may be blank.
    """
    divided = draw(st.booleans()) if divided is None else divided
    cells = draw(_cells(height=25 if divided else 23, width=7))
    numbers = _balanced(cells.numbers) if consistent else cells.numbers
    rows = [ApplicantCounts(*row) for row in (cells.blank(numbers) if blanks else numbers)]
    received, over, granted, partially, *outcomes, handled, forward = rows
    return Applications(
        received=received,
        carried_over=over,
        granted=granted,
        partially_granted=partially,
        denied=Denied(*outcomes[:8]),
        unavailable=Unavailable(*outcomes[8:11]),
        not_processed=NotProcessed(*outcomes[11:16]),
        other_handling=OtherHandling(None, *outcomes[16:]) if divided else OtherHandling(outcomes[16]),
        total_handled=handled,
        carried_forward=forward,
    )


@st.composite
def remedies(draw: DrawFn, *, consistent: bool = True, blanks: bool = True) -> Remedies:
    """Section 四; `consistent`: every total is the sum of its four results."""
    cells = draw(_cells(height=3, width=5))
    numbers = [_with_total(row) for row in cells.numbers] if consistent else cells.numbers
    return Remedies(*(RemedyCounts(*row) for row in (cells.blank(numbers) if blanks else numbers)))


@st.composite
def proactive_disclosure(
    draw: DrawFn, edition: Edition | None = None, *, mixed: bool = True, blanks: bool = True
) -> ProactiveDisclosure:
    """Section 二.

    Args:
        draw: Given by Hypothesis.
        edition: The form of most of its tables; None draws either.
        mixed: Whether one table may be of the other form.
        blanks: Whether cells may be blank.
    """
    usual = draw(_EDITIONS) if edition is None else edition
    odd, decrease, *money = draw(st.binary(min_size=7, max_size=7))
    other: Edition = "2021" if usual == "2019" else "2019"
    forms = [other if mixed and odd % 16 == i else usual for i in (1, 2, 3, 4)]
    # Eight rows of three columns are what the form of 2019 has; that of 2021 takes fewer.
    cells = draw(_cells(height=8, width=3))
    rows: Sequence[Counts] = cells.blank(cells.numbers) if blanks else cells.numbers
    amount = None if blanks and money[0] % 8 == 7 else _amount(money)
    return ProactiveDisclosure(
        edition=usual,
        rules=_documents(forms[0], rows[0]),
        normative_documents=_documents(forms[0], rows[1]),
        licensing=_decisions(forms[1], rows[2], decrease),
        other_services=_decisions("2019", rows[3], decrease) if forms[1] == "2019" else None,
        penalties=_decisions(forms[2], rows[4], decrease),
        compulsion=_decisions(forms[2], rows[5], decrease),
        fees=FeeCounts(amount, None, None)
        if forms[3] == "2021"
        else FeeCounts(None, rows[6][0], _less(rows[6][1], decrease)),
        procurement=ProcurementCounts(rows[7][0], amount) if "2019" in (usual, forms[3]) else None,
    )


@cache
def sections() -> SearchStrategy[Section]:
    """Sections of prose: empty, short or long, with or without sub-headed parts, with odd characters."""
    odd = st.characters(categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="|")
    # What stands around odd characters keeps them from reading as a heading or a row.
    return st.builds(_section, st.binary(max_size=12), st.text(odd, max_size=12).map("另有说明：{}。".format))


def with_cell(report: Report, path: str, value: int | Amount | None) -> Report:
    """The report with another value in one cell.

    Raises:
        KeyError: The form has no such cell, or the report does not print its row.
    """
    if report.cell(path).state is CellState.ABSENT:
        raise KeyError(path)
    return _evolved(report, path.split("."), value)


def _evolved(node: Node, names: Sequence[str], value: object) -> Node:
    name, *below = names
    new = _evolved(getattr(node, name), below, value) if below else value
    return attrs.evolve(node, **{name: new})  # type: ignore[misc]


def _pick(choices: Sequence[str], byte: int) -> str:
    return choices[byte % len(choices)]


@attrs.frozen
class _Cells:
    """A table drawn as bytes: one for the whole, then for each row one, and one for each of its cells."""

    whole: int
    rows: list[bytes]

    @property
    def numbers(self) -> list[list[int]]:
        """Counts as reports have them: half of them 0, most of them small, a row here and there large."""
        return [
            [max(0, cell - 128) * (1 if row[0] < 240 else 99_991) for cell in row[1:]] for row in self.rows
        ]

    def blank(self, numbers: list[list[int]]) -> list[list[int | None]]:
        """The numbers with a cell, a row or everything blank here and there."""
        return [
            [
                None if max(self.whole, row[0], cell) >= 250 else n
                for cell, n in zip(row[1:], line, strict=True)
            ]
            for row, line in zip(self.rows, numbers, strict=True)
        ]


@cache
def _cells(height: int, width: int) -> SearchStrategy[_Cells]:
    size, step = 1 + height * (width + 1), width + 1
    drawn = st.binary(min_size=size, max_size=size)
    return drawn.map(lambda data: _Cells(data[0], [data[i : i + step] for i in range(1, size, step)]))


def _with_total(row: Sequence[int]) -> list[int]:
    return [*row[:-1], sum(row[:-1])]


def _balanced(numbers: list[list[int]]) -> list[list[int]]:
    """The matrix with all sums made to hold: outcomes and 四 as drawn, 二 as far as 一 stays positive."""
    _, limit, *outcomes, _, forward = numbers
    handled = [sum(column) for column in zip(*outcomes, strict=True)]
    settled = [h + f for h, f in zip(handled, forward, strict=True)]
    over = [min(pair) for pair in zip(settled, limit, strict=True)]
    received = [s - o for s, o in zip(settled, over, strict=True)]
    return [_with_total(row) for row in (received, over, *outcomes, handled, forward)]


def _documents(form: Edition, n: Counts) -> DocumentCounts:
    return DocumentCounts(*n) if form == "2021" else DocumentCounts(None, None, None, *n)


def _decisions(form: Edition, n: Counts, decrease: int) -> DecisionCounts:
    return DecisionCounts(n[0]) if form == "2021" else DecisionCounts(n[0], n[1], _less(n[2], decrease))


def _less(number: int | None, by: int) -> int | None:
    """本年增/减 is negative for a decrease."""
    return None if number is None else number - by


def _amount(drawn: Sequence[int]) -> Amount:
    whole, factor, decimals, places, unit = drawn
    fraction = f"{decimals:04}"[: places % 5]
    value = f"{whole * factor}.{fraction}" if fraction else f"{whole * factor}"
    return Amount(value, ("万元", "元", "亿元", None)[unit % 4])


def _section(lines: bytes, odd: str) -> Section:
    # Parts are derived from the text by the same words that reading derives them by.
    from govreport.reading.prose import section

    ordinals = cycle(_ORDINALS)
    found = []
    for byte in lines:
        line = _pick(_PROSE, byte)
        ordinal = next(ordinals) if "{ordinal}" in line else ""
        # a few of the bytes make a section long
        found += [line.format(ordinal=ordinal, odd=odd)] * (1 if byte < 252 else 20)
    return section("\n".join(found).strip("\n"))
