"""Text and ruling lines of pages to paragraphs and tables."""

import pytest

from govreport.diagnostics import ReadError
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.pages import Page, Rule, Run, lay_out
from govreport.readers.pages.lines import lines
from govreport.readers.pages.rules import MOST_RULES
from tests.readers.sheets import HEIGHT, MATRIX, MATRIX_TEXT, SIZE, WIDTH, Cell, Drawing, places, plain, width


def page(drawing: Drawing, number: int = 1) -> Page:
    found = Page(number, 595.0, 842.0)
    for text, left, middle in drawing.texts:
        for character, x in places(text, left):
            found.runs.append(Run(character, x, x + width(character), middle, SIZE))
    for x0, y0, x1, y1 in drawing.lines:
        if y0 == y1:
            found.level.append(Rule(y0, x0, x1))
        else:
            found.upright.append(Rule(x0, y0, y1))
    return found


def laid_out(*pages: Page) -> Document:
    return lay_out(pages).document(SourceRecord("test"))


def test_a_merged_cell_is_written_once_and_an_empty_one_is_kept() -> None:
    assert laid_out(page(Drawing().table(MATRIX))).text == MATRIX_TEXT


def test_lines_in_pieces_dots_and_pairs_are_the_lines_that_they_look_like() -> None:
    drawn = page(Drawing().table(MATRIX))
    drawn.level = [
        Rule(rule.at + shift, at, at + 2)
        for rule in drawn.level
        for shift in (0.0, 1.5)
        for at in range(int(rule.start), int(rule.end), 6)
    ]
    drawn.upright += [Rule(rule.at + 1.5, rule.start, rule.end) for rule in drawn.upright]
    assert laid_out(drawn).text == MATRIX_TEXT


def test_a_table_without_lines_at_its_sides_keeps_its_outer_columns() -> None:
    drawn = page(Drawing().table(plain([["信息内容", "数量", "备注"], ["规章", "3", ""]])))
    drawn.upright = [rule for rule in drawn.upright if 60 < rule.at < 60 + 3 * WIDTH]
    assert laid_out(drawn).text == "信息内容\t数量\t备注\n规章\t3\t\n"


def test_digits_that_fill_their_cell_are_one_number_and_others_stay_apart() -> None:
    full, loose = Drawing(), Drawing()
    for drawing, one in ((full, "12345678901"), (loose, "12")):
        drawing.table(plain([["规章", ""]]))
        drawing.texts.extend([(one, 122, 107), ("34", 122, 118)])
    assert laid_out(page(full)).text == "规章\t1234567890134\n"
    assert laid_out(page(loose)).text == "规章\t12 34\n"


def test_digits_that_run_over_a_line_are_named_with_their_neighbour() -> None:
    drawing = Drawing().table(plain([["规章", "", "", "8"]]))
    drawing.texts.append(("12345", 168, 112))
    joined = {place.cell: place.joined for place in laid_out(page(drawing)).places}
    assert joined == {1: False, 2: True, 3: True, 4: False}


def test_writing_from_top_to_bottom_in_two_columns_is_read_from_the_right() -> None:
    drawing = Drawing().table([Cell("", 0, 0, rows=4), *(Cell(str(n), n, 1) for n in range(4))])
    drawing.texts.extend([(c, 90, 110 + 12 * i) for i, c in enumerate("三、本年度")])
    drawing.texts.extend([(c, 76, 110 + 12 * i) for i, c in enumerate("办理结果")])
    assert laid_out(page(drawing)).text.startswith("三、本年度办理结果\t0\n")


def test_a_character_printed_twice_to_look_bold_is_one() -> None:
    drawing = Drawing().table(plain([["规章", "7"]]))
    drawing.texts.extend([(text, left + 0.4, middle) for text, left, middle in tuple(drawing.texts)])
    assert laid_out(page(drawing)).text == "规章\t7\n"


def test_a_row_cut_by_the_end_of_a_page_is_one_row_and_a_span_goes_on() -> None:
    first = Drawing().table(
        [Cell("（三）", 0, 0, rows=2), *plain_at(0, ["1.国家", "1"]), *plain_at(1, ["2.其他法律", "2"])],
        top=700,
    )
    second = Drawing().table(
        [Cell("", 0, 0, rows=2), *plain_at(0, ["禁止", ""]), *plain_at(1, ["3.危及", "3"])], top=60
    )
    text = laid_out(page(first), page(second, 2)).text
    assert text == "（三）\t1.国家\t1\n2.其他法律禁止\t2\n3.危及\t3\n"


def test_a_blank_row_on_the_next_page_stays_a_row() -> None:
    first = Drawing().table(plain([["1.国家", "1"], ["2.其他法律", "2"]]), top=700)
    second = Drawing().table(plain([["3.危及", ""], ["4.保护", "4"]]), top=60)
    text = laid_out(page(first), page(second, 2)).text
    assert text == "1.国家\t1\n2.其他法律\t2\n3.危及\t\n4.保护\t4\n"


def test_the_heading_of_a_table_printed_again_is_left_out() -> None:
    heading = ["信息内容", "数量"]
    first = Drawing().table(plain([heading, ["规章", "1"]]), top=700)
    second = Drawing().table(plain([heading, ["文件", "2"]]), top=60)
    assert laid_out(page(first), page(second, 2)).text == "信息内容\t数量\n规章\t1\n文件\t2\n"


@pytest.mark.parametrize("foot", ["- {} -", "第{}页", "{}", "—{}—", "{}/2"])
def test_page_feet_are_no_text(foot: str) -> None:
    pages = [
        page(
            Drawing(texts=[(f"内容{'甲乙'[number]}", 90, 300), (foot.format(number + 1), 290, 800)]),
            number + 1,
        )
        for number in range(2)
    ]
    assert laid_out(*pages).text == "内容甲\n内容乙\n"


def test_a_number_at_the_foot_that_counts_no_pages_is_kept() -> None:
    pages = [page(Drawing(texts=[("甲", 90, 300), (str(n), 290, 800)]), i + 1) for i, n in enumerate((7, 3))]
    assert laid_out(*pages).text.split() == ["甲", "7", "甲", "3"]


def test_full_lines_go_on_in_the_next_and_short_ones_end_a_paragraph() -> None:
    drawing = Drawing(texts=[("一、总体情况", 90, 80), ("全年公开信息" * 6, 110, 100), ("共三条。", 90, 118)])
    drawing.texts.extend([("未收到申请。", 110, 136), ("行" * 38, 90, 160)])
    text = laid_out(page(drawing)).text
    assert text == f"一、总体情况\n{'全年公开信息' * 6}共三条。\n未收到申请。\n{'行' * 38}\n"


def test_places_say_page_table_row_and_cell() -> None:
    found = laid_out(page(Drawing(texts=[("甲", 90, 300)])), page(Drawing().table(MATRIX), 2))
    place = found.place(found.text.index("12"))
    assert place is not None
    assert (place.page, place.table, place.row, place.cell) == (2, 1, 3, 2)


def test_more_lines_than_any_page_has_are_refused() -> None:
    with pytest.raises(ReadError, match="GR046"):
        laid_out(Page(1, 595.0, 842.0, [], [Rule(1.0, 0.0, 9.0)] * (MOST_RULES + 1)))


def plain_at(row: int, texts: list[str]) -> list[Cell]:
    assert HEIGHT > SIZE
    return [Cell(text, row, 1 + column) for column, text in enumerate(texts)]


def test_a_small_raised_digit_is_no_digit_of_the_number() -> None:
    row = [Run("5", 10, 14, 20, 8), Run("7", 14, 18, 20, 8), Run("1", 18, 21, 17, 6.7)]
    assert [line.text for line in lines(row)] == ["57 1"]


def test_digits_printed_over_others_are_no_number() -> None:
    for below, above in (("26", "31"), ("187", "190"), ("3", "8")):
        drawing = Drawing().table(plain([["行政处罚", below]]))
        drawing.texts.append((above, drawing.texts[-1][1] + 0.2, drawing.texts[-1][2]))
        assert "\ufffd" in laid_out(page(drawing)).text
    centred = Drawing().table(plain([["行政处罚", "26"]]))
    centred.texts.append(("131", centred.texts[-1][1] - width("1") / 2, centred.texts[-1][2]))
    assert "\ufffd" in laid_out(page(centred)).text


def test_digits_set_close_are_one_number() -> None:
    row = [Run(digit, at * 4.0, at * 4.0 + 5, 20, 10) for at, digit in enumerate("187")]
    assert [line.text for line in lines(row)] == ["187"]
