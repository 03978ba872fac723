"""A page that is read without its tree is read as with it; a page that takes a tree builder is left to it."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import pytest

pytest.importorskip("selectolax")

import govreport
from govreport.readers import html
from govreport.readers.html import markup, read
from govreport.readers.html.boxes import Box, Grid, Line
from govreport.readers.html.scan import scanned
from govreport.readers.html.straight import read_straight
from govreport.readers.html.style import styles_of
from govreport.readers.html.tree import parsed
from tests.readers.html_pages import EXAMPLE, WPS, Writer, page, titled

WORDS = (
    "5",
    "7",
    "12",
    "-",
    "字",
    "本年度。",
    " ",
    "\n",
    "\u3000",
    "&nbsp;",
    "&lt;b&gt;",
    "&#53;",
    "&amp;",
    "a>b",
)
ATTRIBUTES = (
    *("", "", "", ' class="x"', " class='a>b'", " href=x", ' href="#"', " a=b/", "\n b"),
    *(' lang=EN-US style="color:red"', ' onclick=""'),
)
RUNS = ("span", "font", "b", "u", "o:p")
# What may stand anywhere, in the place of what belongs there.
ODD = (
    *("<p>", "</p>", "</td>", "<td>", "</tr>", "<tr>", "</table>", "<table>", "<tbody>", "<col>", "<li>"),
    *("<caption>", "</caption>", "<caption>5</caption>", "<caption><b>表</b></caption>"),
    *("</div>", "<span>", "</span>", "<b>", "</b>", "</font>", "<a href=x>", "</a>", "<h1>", "</h2>"),
    *("<br>", "<br/>", "<hr>", "<img src=x>", "<!-- 5 -->", "<!-->5", "<![if x]>", "<sup>1</sup>"),
    *("<del>2</del>", "<input value=3>", "</body>", "<script>4</script>", "<select><option>6", "x < y"),
    *("&copy", "&am<b>p;</b>", '<p a="', "<p =x>", '<p a="b"c>', "<!--<td>6</td>-->", "&am<!-- -->p;"),
    *(
        "<p a='b>c'>",
        '<b title="<i>">',
        '<b title="<!--">',
        '<b title="-->">',
        "<B>",
        "</p >",
        " > ",
        "5>7<p",
    ),
)
ALMOST = (
    "<table><tr><th><p>\n</p></font></th></tr></table>",
    "<table><tr><td>1</td><td>5",
    "<p><a href=x>5</p>7</a>",
    "<div><b><p>5</b>7</p></div>",
    "<table><tr><td>1</td><td><span><p>5</p><p>7</p></span></td></tr></table>",
    "<table><tr><td>1</td>9<td>5</td></tr></table>",
    "<p>&am<b>p;5</b></p>",
)
# What word processors and content systems write beside plain tags.
USUAL = (
    "<table><b><tr><i><td>5</td></b><td>7</td></span></tr></table>9",
    "<table><tr><td>1</td><td>&nbsp;<p>5</p>\n</td></tr></table>",
    "<table><tr><td>1</td><td>7<p>5</p></td></tr><tr><td>2</td><td><p>8</p>9</td></tr></table>",
    "<table><tr><td>1</td><th>2</th><td>5<br>7</td><td><p>8<br></p></td></tr></table>",
    "<p>5<!-- <td>6</td> -->7</p><!----><div>8<!-- > --></div><!-- <p> -->",
    "<p title='5>7' class=x>8>9</p><p title='>'>>5</p>",
    "<p>首页 > 政务公开 >> 年报</p><p>5</p>6>7",
)
TREES = (
    "<p>5",
    "<html><body><p>5",
    "<html><body><p>5</div></body>",
    "<html><body><div>5</body>",
    "<html><body><P>5</P></body>",
    "<html><body><p>5<sup>1</sup></p></body>",
    "<html><body><p>5<p>7</p></body>",
    "<html><body><p a='>5</p></body>",
    "<html><body>5</body>7",
    "<html><p>5</p><body></body>",
    "<html><script>'<body>5</body>'</script><body>7</body>",
    "<html><body><table><tr><td>5<td>7</table></body>",
    "<html><body><table>5<tr><td>7</td></tr></table></body>",
    "<html><body><p>5 < 7</p></body>",
    "<html><body><p>&copy5</p></body>",
    "<html><body><p>&#13;</p></body>",
    "<html><body><!-->5--></body>",
    "<html><body><p>5<!-- </p></body>",
    "<html><body><p>5<!-- --!><p>7</p> --></p></body>",
    "<html><body><p>&am<!-- -->p;5</p></body>",
    "<html><body><p>&am<b>p;5</b></p></body>",
    '<html><body><p title="<b>">8</p></body>',
    '<html><body><p title="<!-- ">5<b title="-->">7</b></p></body>',
    '<html><body><p title="a> <!-- ">5<b title="-->">7</b></p></body>',
    "<html><body>5>b<p>7<b</p></body>",
    "<html><body>5</p>7<p>8</body>",
    "<html><body><table>\u3000<tr><td>5</td></tr></table></body>",
    "<html><body><table><tr><td>1</td><td>5</th></tr></table></body>",
    "<html><body><p style='display:none'>5</p></body>",
    "<html><head><style>p {display: none}</style></head><body><p>5</p></body>",
    "<html><body><p>5\0</p></body>",
)


class Pages:
    """Makes markup at random, into which something may have fallen that does not belong there."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def body(self) -> str:
        body = self.some(self.flow, 0)
        for _ in range(self.random.choice((0, 0, 1, 2))):
            at = self.random.choice([match.end() for match in re.finditer(r">|(?=<)", body)])
            body = body[:at] + self.random.choice(ODD) + body[at:]
        return body

    def some(self, kind: Callable[[int], str], depth: int) -> str:
        return "".join(kind(depth + 1) for _ in range(self.random.randint(depth == 0, 3)))

    def element(self, names: Sequence[str], inner: str) -> str:
        name = self.random.choice(names)
        return f"<{name}{self.random.choice(ATTRIBUTES)}>{inner}</{name}>"

    def words(self, depth: int) -> str:
        kind = self.random.random()
        if depth > 6 or kind < 0.6:
            return self.random.choice((*WORDS, "<br>", "<br />"))
        if kind < 0.65:
            return self.element(["a"], self.random.choice(WORDS))
        return self.element(RUNS, self.some(self.words, depth))

    def flow(self, depth: int) -> str:
        kind = self.random.random()
        if depth > 5 or kind < 0.5:
            return self.element(["p", "p", "h2"], self.some(self.words, 3))
        if kind < 0.65:
            return self.element(["div", "center"], self.some(self.flow, depth))
        if kind < 0.75:
            return f"<ul>{self.some(self.item, depth)}</ul>"
        head = self.random.choice(("", "\n", "<tbody>", "<caption>表5</caption>\n<thead>"))
        return self.element(["table"], head + self.some(self.row, depth))

    def item(self, depth: int) -> str:
        return self.element(["li"], self.some(self.flow, depth))

    def row(self, depth: int) -> str:
        return self.element(["tr"], self.some(self.cell, depth) + self.some(self.cell, depth))

    def cell(self, depth: int) -> str:
        kind = self.random.random()
        words = self.random.choice(WORDS) if kind < 0.5 else self.some(self.words, 4)
        if 0.6 < kind < 0.9:
            blank = self.random.choice(("", "\n", "&nbsp;"))
            words = f"{blank}{self.element(['p'], words)}{blank}"
        elif kind > 0.95:
            words = self.some(self.flow, depth)
        return self.element(["td", "td", "td", "th"], words) + self.random.choice(("", "\n"))


def shape(item: Line | Grid | Box) -> tuple[Any, ...]:
    """All that is known of a part of a page."""
    if isinstance(item, Line):
        return item.text, item.linked, item.is_heading
    if isinstance(item, Grid):
        joined = [[cell.joined for cell in row.cells] or [False] * len(row.texts) for row in item.rows]
        return [list(row.texts) for row in item.rows], joined, item.linked
    return item.tag, [shape(inner) for inner in item.items]


def is_same(text: str) -> bool:
    """Whether a page is read without its tree; then it is the same as with it."""
    straight = read_straight(text.encode())
    if straight is None:
        return False
    tree = parsed(text)
    assert tree.body is not None
    assert shape(straight[1]) == shape(scanned(tree.body, styles_of(tree, text))), text
    return True


def test_without_its_tree_a_page_is_what_it_is_with_it() -> None:
    assert sum(is_same(page(Pages(seed).body())) for seed in range(2_000)) > 500


def test_wherever_a_page_is_cut_into_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_BLOCK", 5)
    monkeypatch.setattr(markup, "_MOST_KNOWN", 3)
    assert sum(is_same(page(Pages(seed).body())) for seed in range(500)) > 120


@pytest.mark.parametrize("body", USUAL)
def test_what_is_not_plain_but_usual(body: str) -> None:
    assert is_same(page(body))


@pytest.mark.parametrize("body", ALMOST)
def test_what_is_almost_in_its_place(body: str) -> None:
    is_same(page(body))


@pytest.mark.parametrize(
    "writer", [Writer(), WPS, Writer(cell="<p>{}</p>".format), Writer(cell="{}<br>".format)]
)
@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_a_report_is_read_without_a_tree(writer: Writer, line: str) -> None:
    assert is_same(page(titled(EXAMPLE) + writer.body(EXAMPLE)).replace("\n", line))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_in_any_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page(titled(EXAMPLE) + WPS.body(EXAMPLE))
    expected = read(text.encode()).text
    monkeypatch.delattr(html, "parsed")
    assert read(text.encode(encoding)).text == expected


def test_a_byte_that_is_broken_in_a_tag() -> None:
    data = page(titled(EXAMPLE) + Writer().body(EXAMPLE)).encode()
    assert read(data.replace(b"<table ", b'<table title="\xff" ')).text == read(data).text


@pytest.mark.parametrize("end", ["</body >\n</html>", "</body></html>\n", "</body>\n</html>5", ""])
def test_however_a_page_ends(end: str) -> None:
    text = page(titled(EXAMPLE) + Writer().body(EXAMPLE))
    whole = text[: text.index("</body>")]
    assert read((whole + end).encode()).text.startswith(read(text.encode()).text)


def test_what_is_remembered_of_tags_is_bounded() -> None:
    cells = "".join(f"<p class=x{number}></p>" for number in range(5_000))
    assert read_straight(page(cells).encode())
    assert len(markup._known) <= markup._MOST_KNOWN


def test_a_page_that_was_rendered_is_read_without_a_tree() -> None:
    assert is_same(govreport.render(EXAMPLE, "html"))


@pytest.mark.parametrize("text", TREES)
def test_a_page_that_takes_a_tree_builder(text: str) -> None:
    assert read_straight(text.encode()) is None
