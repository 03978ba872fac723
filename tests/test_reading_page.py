"""docs/reading.md says what the code says: its table of codes and its limits.

Run as a program it writes the table: `python -m tests.test_reading_page`.
"""

import re
from pathlib import Path

import pytest

import govreport
from govreport import CellState
from govreport.catalogue import ENTRIES
from govreport.reading import MOST_LINES
from govreport.reading.mend.table import MOST_FIELDS

PAGE = Path(__file__).parents[1] / "docs" / "reading.md"
NEW, OLD = (
    (PAGE.parents[1] / "examples" / f"example-{year}.txt").read_text("utf-8") for year in (2024, 2019)
)
_CODES = re.compile(
    r"(?<=<!-- codes: written by tests/test_reading_page.py -->\n).*?(?=<!-- end of codes -->)", re.S
)
_PLACE = re.compile(r"\{\w+\}")


def table() -> str:
    """Every code of reading as a row, as Markdown."""
    lines = ["| code | name | level | meaning |", "|---|---|---|---|"]
    for entry in ENTRIES:
        zh, en = (
            _PLACE.sub("…", text).replace("|", "\\|").removesuffix("…").strip()
            for text in (entry.zh, entry.en)
        )
        lines.append(f"| {entry.code} | {entry.name} | {entry.severity.value} | {en}<br>{zh} |")
    return "\n" + "\n".join(lines) + "\n\n"


def test_the_table_of_codes_is_current() -> None:
    written = _CODES.search(PAGE.read_text("utf-8"))
    assert written is not None
    assert written[0] == table(), "run: python -m tests.test_reading_page"


@pytest.mark.parametrize("limit", [MOST_FIELDS, MOST_LINES])
def test_the_limits_are_those_of_the_code(limit: int) -> None:
    assert f"more than {limit:,} " in PAGE.read_text("utf-8")


@pytest.mark.parametrize("state", CellState)
def test_every_state_is_explained(state: CellState) -> None:
    assert f"\n| `{state.value}` |" in PAGE.read_text("utf-8")


def exchanged(text: str, one: str, other: str) -> str:
    """The text with two pieces of it exchanged."""
    assert text.count(one) == text.count(other) == 1
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def columns_exchanged(text: str) -> str:
    """The example with the third and the fourth column of section 三 exchanged, but for their headings."""
    cells = r"\d+\t"
    return re.sub(
        rf"^(.*\D\t{cells}{cells})({cells})({cells})((?:{cells}){{2}}\d+)$", r"\1\3\2\4", text, flags=re.M
    )


def roomy(text: str) -> str:
    """The example with a column to spare in section 二, and a blank cell in it."""
    start, end = text.index("第二十条第（一）项\n"), text.index("\n三、收到")
    rows = [line + "\t" * (4 - line.count("\t")) for line in text[start:end].rstrip("\n").split("\n")]
    table = "\n".join(rows).replace("文件\t2\t1\t9\t", "文件\t2\t9\t\t")
    return f"{text[:start]}{table}\n{text[end:]}"


ROOMY = roomy(NEW)
UNSEEN = {
    "a digit in section 二": NEW.replace("行政许可\t187", "行政许可\t181"),
    "values of a row of section 二": NEW.replace("文件\t2\t1\t9", "文件\t1\t2\t9"),
    "rows of section 二": NEW.replace("处罚\t26\n行政强制\t3", "处罚\t3\n行政强制\t26"),
    "values of a row of section 四": NEW.replace("\n2\t1\t0\t0\t3\t", "\n1\t2\t0\t0\t3\t"),
    "rows of outcomes": exchanged(NEW, "\t2\t0\t0\t0\t0\t1\t3\n", "\t2\t1\t0\t0\t0\t0\t3\n"),
    "columns of section 三": columns_exchanged(NEW),
    "a sign": OLD.replace("\t-4\t", "\t4\t"),
    "a doubled cell before a blank": ROOMY.replace("文件\t2\t9\t\t", "文件\t2\t2\t9\t"),
}


@pytest.mark.parametrize("damage", UNSEEN)
def test_what_no_reader_can_notice_is_not_noticed(damage: str) -> None:
    text = UNSEEN[damage]
    assert text not in (NEW, OLD)
    report = govreport.parse(text)
    assert report not in (govreport.parse(NEW), govreport.parse(OLD))
    assert govreport.check(report) == ()


def test_exchanged_headings_are_named() -> None:
    text = exchanged(NEW, "商业企业\t", "科研机构\t")
    assert [d.code for d in govreport.parse(text).diagnostics] == ["GR021"]


def test_the_example_without_damage_is_clean() -> None:
    assert govreport.check(govreport.parse(NEW)) == govreport.check(govreport.parse(OLD)) == ()


if __name__ == "__main__":
    PAGE.write_text(_CODES.sub(lambda _: table(), PAGE.read_text("utf-8")), "utf-8")
