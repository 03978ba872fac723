"""GR205 to GR209: what a row or table of the form may look like."""

from collections.abc import Iterator

from govreport.diagnostics import Message, Severity
from govreport.rules.context import Context
from govreport.rules.form.columns import blank_cells
from govreport.rules.names import name_of
from govreport.rules.rule import Finding, Rule

_SHOWN = 3
_DOCUMENTS = ("rules", "normative_documents")
_FIRST_YEAR_OF_2021 = 2021


def _blanks(context: Context) -> Iterator[Finding]:
    for table, blanks in blank_cells(context.report, context.rows).items():
        names = [name_of(path) for path in blanks[:_SHOWN]]
        more = len(blanks) > _SHOWN
        cells = Message(
            zh="；".join(n.zh for n in names) + ("；等等" if more else ""),
            en="; ".join(n.en for n in names) + ("; …" if more else ""),
        )
        count = Message(zh=f"{len(blanks)} 格空白", en=f"{len(blanks)} blank cell{'s' * (len(blanks) > 1)}")
        values = {"table": name_of(table), "cells": cells, "blanks": count}
        yield Finding(table, related=blanks, values=values, found=len(blanks))


def _editions(context: Context) -> Iterator[Finding]:
    printed = context.editions
    year = context.report.year
    if not printed:
        return
    edition = max(printed, key=lambda each: len(printed[each]))
    if len(printed) > 1:
        other = min(printed, key=lambda each: len(printed[each]))
        mixed = Message(zh=f"，又有 {other} 年格式的栏目", en=f", and columns of that of {other}")
        values = {"edition": _edition_name(edition), "other": mixed, "year": _year(year)}
        yield Finding("proactive_disclosure", printed[other], values, f"{edition}, {other}", edition)
    elif year is not None:
        expected = "2021" if year >= _FIRST_YEAR_OF_2021 else "2019"
        if edition != expected:
            nothing = Message(zh="", en="")
            values = {"edition": _edition_name(edition), "other": nothing, "year": _year(year)}
            yield Finding("proactive_disclosure", (), values, edition, expected)


def _edition_name(edition: str) -> Message:
    return Message(zh=f"{edition} 年格式", en=f"the form of {edition}")


def _year(year: int | None) -> Message:
    return Message(zh=f"{year or '未知'} 年", en=str(year or "unknown"))


def _in_force(context: Context) -> Iterator[Finding]:
    for row in _DOCUMENTS:
        counts = getattr(context.report.proactive_disclosure, row)
        if counts.issued is not None and counts.in_force is not None and counts.in_force < counts.issued:
            path = f"proactive_disclosure.{row}"
            values = {"cell": name_of(path), "issued": counts.issued}
            yield Finding(f"{path}.in_force", (f"{path}.issued",), values, counts.in_force)


def _undivided(context: Context) -> Iterator[Finding]:
    report = context.report
    rows = report.applications.other_handling
    on_2021 = "2021" in context.editions or report.proactive_disclosure.edition == "2021"
    if rows.undivided is not None and rows.other_reasons is None and on_2021:
        path = "applications.other_handling.undivided"
        yield Finding(path, values={"row": name_of(path)})


def _total_below_part(context: Context) -> Iterator[Finding]:
    for row in _DOCUMENTS:
        counts = getattr(context.report.proactive_disclosure, row)
        total, part = counts.total_published, counts.published
        if total is not None and part is not None and total < part:
            path = f"proactive_disclosure.{row}"
            values = {"cell": name_of(path), "published": part}
            yield Finding(f"{path}.total_published", (f"{path}.published",), values, total)


RULES = (
    Rule(
        code="GR205",
        name="blank-cells",
        severity=Severity.INFO,
        title=Message(zh="表中有空白格", en="a table has blank cells"),
        what=Message(
            zh="印成空白、“-”、“/”或“无”的格子，每张表报告一次，列出全部格子。",
            en="Cells printed blank, as a dash, a slash or 无; one remark a table, with all of them.",
        ),
        why=Message(
            zh="空白不等于 0：是没有发生，还是漏填，读者无从知道。没有的应填 0。",
            en="Blank is not zero: nobody can tell nothing from not filled in. The form wants a 0.",
        ),
        message=Message(zh="“{table}”有 {blanks}：{cells}", en="“{table}” has {blanks}: {cells}"),
        breaks="规章 |  | - | 0",
        holds="规章 | 0 | 0 | 0",
        check=_blanks,
    ),
    Rule(
        code="GR206",
        name="edition-against-year",
        severity=Severity.WARNING,
        title=Message(
            zh="表格的版本与年度不符，或两个版本混用",
            en="the form's edition is not that of the year, or two are mixed",
        ),
        what=Message(
            zh="2019、2020 年度用 2019 年格式，2021 年度起用 2021 年格式；第二部分不应有两个版本的栏目。",
            en="Report years 2019 and 2020 take the form of 2019, 2021 and later that of 2021; section 二 "
            "should not "
            "have columns of both.",
        ),
        why=Message(
            zh="国办公开办函〔2019〕60号；自 2021 年度起改用国办公开办函〔2021〕30号所附格式。",
            en="国办公开办函〔2019〕60号; from report year 2021 on the form of 国办公开办函〔2021〕30号.",
        ),
        message=Message(
            zh="{year}年度的报告用的是{edition}{other}", en="the report of {year} uses {edition}{other}"
        ),
        breaks="2022 年报告：本年新制作数量 | 本年新公开数量 | 对外公开总数量",
        holds="2022 年报告：本年制发件数 | 本年废止件数 | 现行有效件数",
        check=_editions,
    ),
    Rule(
        code="GR207",
        name="in-force-below-issued",
        severity=Severity.WARNING,
        title=Message(
            zh="现行有效件数少于本年制发件数", en="fewer documents are in force than were issued this year"
        ),
        what=Message(
            zh="规章、行政规范性文件：现行有效件数不应少于本年制发件数。",
            en="Rules and normative documents: those in force hold those issued this year.",
        ),
        why=Message(
            zh="本年制发的文件通常当年有效；除非当年又废止，应计入现行有效件数。",
            en="A document issued this year is in force, unless it was repealed within the year.",
        ),
        message=Message(
            zh="{cell}：现行有效 {found} 件，少于本年制发 {issued} 件",
            en="{cell}: {found} in force, fewer than the {issued} issued this year",
        ),
        breaks="行政规范性文件 | 19 | 0 | 0",
        holds="行政规范性文件 | 19 | 0 | 120",
        check=_in_force,
    ),
    Rule(
        code="GR208",
        name="other-handling-undivided",
        severity=Severity.INFO,
        title=Message(
            zh="2021 年格式的（六）其他处理没有分项", en="(六)其他处理 is one row on the form of 2021"
        ),
        what=Message(
            zh="第二部分用的是 2021 年格式，第三部分的（六）其他处理却只有一行。",
            en="Section 二 is on the form of 2021, but (六)其他处理 of section 三 is one row.",
        ),
        why=Message(
            zh="国办公开办函〔2021〕30号把（六）分为三项：逾期不补正、逾期未缴费、其他。",
            en="国办公开办函〔2021〕30号 divides (六) into three rows: not corrected, fee not paid, other.",
        ),
        message=Message(zh="{row}只有一行，未分三项", en="{row}: one row, where the form has three"),
        breaks="（六）其他处理 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        holds="（六）其他处理 1. … | 1 …\n2. … | 0 …\n3.其他 | 2 …",
        check=_undivided,
    ),
    Rule(
        code="GR209",
        name="total-below-part",
        severity=Severity.WARNING,
        title=Message(zh="总数小于其中一部分", en="a total is smaller than a part of it"),
        what=Message(
            zh="2019 年格式：对外公开总数量不应少于本年新公开数量。第三、四部分的总计由 GR101 至 GR104 "
            "检查。",
            en="The form of 2019: 对外公开总数量 holds 本年新公开数量. Totals of sections 三 and 四 are "
            "checked by "
            "GR101 to GR104.",
        ),
        why=Message(
            zh="本年新公开的是对外公开总数的一部分。",
            en="What was published this year is a part of all published.",
        ),
        message=Message(
            zh="{cell}：对外公开总数 {found}，少于本年新公开 {published}",
            en="{cell}: {found} published in all, fewer than the {published} of this year",
        ),
        breaks="规范性文件 | 5 | 5 | 3",
        holds="规范性文件 | 5 | 5 | 12",
        check=_total_below_part,
    ),
)
