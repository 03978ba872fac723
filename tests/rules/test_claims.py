"""Which numbers of a sentence are read as claims about the tables, and which are not."""

import pytest

from govreport import Report
from govreport.claims import SHARE, read_claims
from govreport.model import Section

A, R, P = "applications", "remedies", "proactive_disclosure"
FEES = f"{P}.fees.amount"


def claims(text: str, **options: object) -> list[tuple[str, str]]:
    """(path, value) of every claim of a section 一."""
    report = Report(overview=Section(text), year=2023, **options)  # type: ignore[arg-type]
    return [(c.path, f"{c.value.normalize():f}" + "%" * (c.kind == SHARE)) for c in read_claims(report)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年新收政府信息公开申请1,234件。", [(f"{A}.received.total", "1234")]),
        ("收到公民、法人或其他组织提交的政府信息公开申请０条。", [(f"{A}.received.total", "0")]),
        ("共收到3份自然人政府信息公开申请。", [(f"{A}.received.natural_person", "3")]),
        ("共收到信息公开申请5件（其中自然人3件，商业企业2件）。", [
            (f"{A}.received.total", "5"),
            (f"{A}.received.natural_person", "3"),
            (f"{A}.received.commercial_enterprise", "2"),
        ]),
        ("收到申请，共计12件。", [(f"{A}.received.total", "12")]),
        ("（二）依申请公开情况\n2023年受理7件，办结6件，结转下年度1件。", [
            (f"{A}.received.total", "7"),
            (f"{A}.total_handled.total", "6"),
            (f"{A}.carried_forward.total", "1"),
        ]),
        ("办理申请9件，上年度结转2件。", [
            (f"{A}.total_handled.total", "9"),
            (f"{A}.carried_over.total", "2"),
        ]),
        ("共收到申请9件。因不掌握相关信息而无法提供的2件。", [
            (f"{A}.received.total", "9"),
            (f"{A}.unavailable.not_held.total", "2"),
        ]),
        ("收到申请56件，内容涉及征地拆迁（20件）、规划（10件）；已办结55件，1件结转下年度。", [
            (f"{A}.received.total", "56"),
            (f"{A}.total_handled.total", "55"),
            (f"{A}.carried_forward.total", "1"),
        ]),
        ("申请中不予公开、无法提供共计8件，没有现成信息需要另行制作的1件。", [
            (f"{A}.denied.state_secrets.total", "8"),
            (f"{A}.unavailable.requires_creation.total", "1"),
        ]),
        ("制发规范性文件3件，收到申请9件，废止1件。", [
            (f"{P}.normative_documents.issued", "3"),
            (f"{A}.received.total", "9"),
        ]),
        ("申请办理平稳，往来结转2件。", [(f"{A}.carried_forward.total", "2")]),
        ("收到申请 1\n7 件。", [(f"{A}.received.total", "17")]),
        ("办理申请60件，予以公开、部分公开49件，占81.67%；无法提供8件。", [
            (f"{A}.total_handled.total", "60"),
            (f"{A}.granted.total", "49"),
            (f"{A}.granted.total", "81.67%"),
            (f"{A}.unavailable", "8"),
        ]),
        ("申请中属于重复申请1件、属于行政执法案卷2件。", [
            (f"{A}.not_processed.repeated.total", "1"),
            (f"{A}.denied.enforcement_files.total", "2"),
        ]),
        ("政府信息公开行政复议2件（维持1件，纠正1件），未经复议直接起诉3件，复议后起诉4件。", [
            (f"{R}.reconsideration.total", "2"),
            (f"{R}.reconsideration.upheld", "1"),
            (f"{R}.reconsideration.corrected", "1"),
            (f"{R}.litigation_direct.total", "3"),
            (f"{R}.litigation_after_reconsideration.total", "4"),
        ]),
        ("无因政府信息公开引发的行政复议、诉讼。", [
            (f"{R}.reconsideration.total", "0"),
            (f"{R}.litigation_direct.total", "0"),
        ]),
        ("制发行政规范性文件24件，废止3件，现行有效90件。", [
            (f"{P}.normative_documents.issued", "24"),
            (f"{P}.normative_documents.repealed", "3"),
            (f"{P}.normative_documents.in_force", "90"),
        ]),
        ("作出行政处罚决定33件，实施行政强制2件。", [
            (f"{P}.penalties.decisions", "33"),
            (f"{P}.compulsion.decisions", "2"),
        ]),
        ("行政事业性收费12.5万元。", [(FEES, "125000")]),
        ("2023年收到申请6件，比2022年增加2件。", [(f"{A}.received.total", "6")]),
        ("依申请公开：本镇未收到政府信息公开申请；无结转下年度办理事项。", [
            (f"{A}.received.total", "0"),
            (f"{A}.carried_forward.total", "0"),
        ]),
    ],
)  # fmt: skip
def test_what_a_sentence_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "通过门户网站公开政府信息203条。",
        "依申请公开方面，接受咨询31件，处理网民留言12条。",
        "2022年收到政府信息公开申请6件。",
        "收到申请数量较上年增加6件。",
        "累计收到政府信息公开申请120件。",
        "区政府办代表区政府受理政府信息公开申请17件。",
        "各部门共收到政府信息公开申请17件。",
        "通过网络收到申请3件，当面提交2件。",
        "延期答复申请2件。",
        "申请人撤回申请1件。",
        "办理人大代表建议、政协委员提案99件。",
        "未收到县人大代表建议和县政协委员提案。",
        "未收到关于申请办理流程的投诉。",
        "未发生行政诉讼败诉案件，政府信息公开工作平稳。",
        "办理行政复议案件30件。",
        "备案审查行政规范性文件12件。",
        "全年收到申请多件。\n因不掌握相关信息而无法提供的2件。",
        "公开行政许可信息120条，梳理行政处罚事项45项。",
        "修订规章制度3项。",
        "予以公开（含部分公开）的申请49件。",
        "申请答复时限平均9.5个工作日，共分解任务18项。",
        "收取信息处理费400元。",
        "县政府收到申请20件，县直部门收到申请35件。",
        "申请中1件正在办理，2件尚未答复。",
        "2022年、2023年分别收到申请5件、8件。",
        "申请数量与去年的12件相当。",
        "以县政府名义制发规范性文件3件。",
        "制发文件120件，其中规范性文件5件。",
        "公示行政许可1200件，行政许可办件量33件。",
        "政务公开有序推进，办理行政复议案件120件。",
        "本年度无政府信息公开申请收费情况。",
        "未发生1起政府信息公开行政诉讼。",
        "2022年未收到政府信息公开申请。",
        "收到申请9.5件。",
        "全年无行政复议、行政诉讼。",
    ],
)
def test_what_states_nothing_about_the_tables(text: str) -> None:
    assert claims(text) == []


def test_an_office_that_reports_for_itself_is_no_part() -> None:
    text = "县政府办公室共收到政府信息公开申请17件。"
    assert claims(text, agency="清河县") == []
    assert claims(text, agency="清河县政府办公室") == [(f"{A}.received.total", "17")]


def test_a_claim_knows_its_sentence() -> None:
    text = "第一句。\n  全年收到政府\n信息公开申请 17 件，均已答复！第三句。"
    (claim,) = read_claims(Report(problems=Section(text)))
    assert claim.section == "problems"
    assert text[claim.start : claim.end] == "全年收到政府\n信息公开申请 17 件，均已答复"
    assert claim.quote == "全年收到政府信息公开申请17件，均已答复"


@pytest.mark.parametrize(
    "heading",
    [
        "（二）依申请公开情况",
        "(二) 依申请公开",
        "2.依申请公开方面",
        "**（二）依申请公开情况**",
        "依申请公开工作情况",
    ],
)
def test_a_sub_heading_is_no_part_of_the_sentence_below_it(heading: str) -> None:
    text = f"第一句。\n{heading}\n  2023年受理申请17件。"
    (claim,) = read_claims(Report(overview=Section(text), year=2023))
    assert text[claim.start : claim.end] == "2023年受理申请17件"
    assert claim.quote == "2023年受理申请17件"


def test_a_broken_line_is_no_sub_heading() -> None:
    text = "（二）全年收到政府\n信息公开申请 17 件。"
    (claim,) = read_claims(Report(overview=Section(text)))
    assert text[claim.start : claim.end] == text[:-1]


def test_a_text_without_a_full_stop_is_read_to_its_end() -> None:
    text = "收到政府信息公开申请1件，" * 400
    assert len(claims(text)) == 400
