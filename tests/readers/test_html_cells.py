"""What may stand in one cell of a page: the number that is seen, or a diagnostic that names the cell."""

import re

import pytest

import govreport
from govreport import Report
from tests.readers.html_pages import EXAMPLE, Writer, page, titled

pytest.importorskip("selectolax")

PATH = "applications.received.total"
BODY = titled(EXAMPLE) + Writer().body(EXAMPLE)
ROW = re.search(r"<tr><td[^>]*>[^<]*本年新收.*?</tr>", BODY)
assert ROW is not None
BEFORE = ROW[0].rpartition("<td>")[0]


def with_cell(markup: str) -> Report:
    """The example whose 57 is marked up in another way."""
    assert ROW is not None
    return govreport.read(page(BODY.replace(ROW[0], f"{BEFORE}{markup}</tr>")).encode())


@pytest.mark.parametrize(
    "markup",
    [
        "<td>57</td>",
        "<td><span>5</span><span>7</span></td>",
        "<td>5<!-- 9 -->7</td>",
        "<td>5<wbr>7</td>",
        "<td>\n<p> 57 </p>\n</td>",
        "<td><p>&nbsp;</p><p>57</p></td>",
        "<td><a href=x>57</a></td>",
        "<td title=9 data-v=9>57<i class=icon></i></td>",
        "<td><script>document.write(9)</script>57</td>",
        "<td><span style='visibility:hidden'>9</span>57</td>",
        "<td><template>9</template>57</td>",
        "<td><noembed>9</noembed>57</td>",
        "<td><noframes>9</noframes>57</td>",
        "<td><input type=number value=57></td>",
        "<td><input type=TEL value=57></td>",
        "<td><input type=search value=57></td>",
        "<td><input type=unknown value=57></td>",
        "<td>57<input type=checkbox value=9></td>",
        "<td><textarea>57</textarea></td>",
        "<td>&#53;&#55;</td>",
        "<td colspan=2>57",
    ],
)
def test_the_number_that_is_shown(markup: str) -> None:
    report = with_cell(markup)
    assert report.cell(PATH).value == 57
    assert [str(d) for d in report.diagnostics] == []


@pytest.mark.parametrize(
    "markup",
    [
        "<td><p>5</p><p>7</p></td>",
        "<td><div>5</div><div>7</div></td>",
        "<td>5<p>7</p></td>",
        "<td><span>5</span><p>7</p></td>",
        "<td><span><p>5</p><p>7</p></span></td>",
        "<td>\n<b><span><p>5</p><p>7</p></span></b>\n</td>",
        "<td>5<br>7</td>",
        "<td><p>５</p><p>７</p></td>",
        "<td>-<br>57</td>",
        "<td>5&nbsp;7</td>",
        "<td>5\n7</td>",
        "<td><i style='display:block'>5</i><i style='display:block'>7</i></td>",
        "<td>57<sup>1</sup></td>",
        "<td>57<sup>①</sup></td>",
        "<td><del>9</del>57</td>",
        "<td><span style='text-decoration: line-through'>9</span>57</td>",
        "<td><img src=57.png></td>",
        "<td>5<img src=7.png></td>",
        "<td><input type=image src=57.png></td>",
        "<td>57<button>9</button></td>",
        "<td><math><mn>57</mn></math></td>",
        "<td><video></video></td>",
        "<td>57<progress value=9>9</progress></td>",
        "<td><meter value=57>57</meter></td>",
        "<td><bdo dir=rtl>75</bdo></td>",
        "<td>&#8238;75&#8236;</td>",
        "<td><svg><text>57</text></svg></td>",
        "<td><select><option>5<option selected>57</select></td>",
        "<td><table><tr><td>5</td><td>7</td></tr></table></td>",
        "<td><table><tr><td>5</td></tr><tr><td>7</td></tr></table></td>",
        "<td>57</td><td>9</td>",
        "",
    ],
)
def test_a_number_in_doubt_is_named(markup: str) -> None:
    report = with_cell(markup)
    named = {path for d in report.diagnostics for path in (d.path, *d.related)}
    assert named & {PATH, PATH.rpartition(".")[0]}


HIDDEN = "<td><i class='a h' id=i>9</i>57</td>"


@pytest.mark.parametrize(
    "sheet",
    [
        "/* of old */ .h{display:none}",
        ".h{color:red;DISPLAY : None}",
        "@charset 'utf-8';.h{display:none}",
        "i.h{display:none}",
        ".a.h{display:none}",
        "td .h{display:none}",
        "td > i{display:none}",
        "td i:first-child{display:none}",
        "b,.x, .h{display:none}",
        "#i{visibility:hidden}",
        ".h{font-size:0}",
        ".h{opacity:0.0}",
        "@media screen{.h{display:none}}",
        "@media only screen and (min-width:768px){.h{display:none}}",
        "@media print, all{@supports (color:red){.h{display:none}}}",
        ".h{display:none}.h:hover{display:inline}",
        "i{display:inline} .h{display:none} td i{display:inline}",
        "#i{display:none} .a.h{display:inline}",
        ".h{display:none!important} #i{display:inline}",
        ".h{display:inline} .h{display:none}",
        "<!-- .h{display:none} -->",
        ".h::selection, .h{display:none}",
        "@import url(x.css); .h{display:none}",
        "p::after{content:'/*'} i/**/.h{display:none",
        "u:not(:is(b, p)), .h:not(b, u){display:none}",
    ],
)
def test_what_a_sheet_hides_is_not_read(sheet: str) -> None:
    report = with_cell(f"<style>{sheet}</style>{HIDDEN}")
    assert report.cell(PATH).value == 57
    assert [str(d) for d in report.diagnostics] == []


@pytest.mark.parametrize(
    "sheet",
    [
        ".h{display:none} .h{display:inline}",
        ".h{display:none} #i{display:inline}",
        ".h{display:none} i.a.h{display:inline}",
        ".h{display:inline!important} #i{display:none}",
        "@media print{.h{display:none}}",
        "@media (max-width:600px){.h{display:none}}",
        "@media (min-width:2000px){.h{display:none}}",
        "@font-face{font-family:h}",
        ".h:hover,.h::before{display:none}",
        ".h{visibility:visible;opacity:0.5;font-size:0.5em}",
        ".H2{display:none}",
        "p{} } .h{display:none}",
        "p{}; .h{display:none}",
        "p::after{content:'} .h{display:none} p{'}",
        "p{} /* } .h{display:none} p{ */",
        "@font-face{} @keyframes x{ .h{display:none} }",
    ],
)
def test_what_a_sheet_shows_is_read(sheet: str) -> None:
    assert with_cell(f"<style>{sheet}</style>{HIDDEN}").cell(PATH).value == 957


@pytest.mark.parametrize(
    "markup",
    [
        "<style>.h{display:none}</style><td><i class=h style='display:inline'>9</i>57</td>",
        "<style media=print>.h{display:none}</style><td><i class=h>9</i>57</td>",
        "<style>[hidden]{display:inline}</style><td><i hidden>9</i>57</td>",
    ],
)
def test_an_attribute_outweighs_a_sheet_and_a_sheet_the_browser(markup: str) -> None:
    assert with_cell(markup).cell(PATH).value == 957


@pytest.mark.parametrize(
    "style",
    [
        "text-decoration:line-through",
        "text-decoration-line: line-through",
        "vertical-align:super",
        "VERTICAL-ALIGN: sub",
        "vertical-align:4pt",
        "position:relative;top:-4.0pt;mso-text-raise:4.0pt",
        "position:absolute",
        "display:block",
    ],
)
@pytest.mark.parametrize(
    "markup", ["<td>57<i style='{}'>1</i></td>", "<style>.h{{{}}}</style><td>57<i class=h>1</i></td>"]
)
def test_digits_struck_out_raised_or_moved_do_not_join_a_number(markup: str, style: str) -> None:
    report = with_cell(markup.format(style))
    assert report.cell(PATH).value != 571
    named = {path for d in report.diagnostics for path in (d.path, *d.related)}
    assert named & {PATH, PATH.rpartition(".")[0]}
