"""Reports made for measuring: consistent or with broken sums, and with prose that states their numbers."""

import random
from collections.abc import Iterator

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings

import govreport
from govreport import Report, strategies
from govreport.model import Section

_SEED = 20240131
_CHANGED = (1, 1, 1, 2, 3)
# One report in so many has broken sums; far more than among published ones.
_BROKEN_EVERY = 10

_OVERVIEW = """\
（一）主动公开情况
{year}年，本机关认真贯彻落实政府信息公开条例，全年通过门户网站公开政府信息1,283条，发布政策解读26篇，回应群众留言147件。\
全年制发行政规范性文件{issued}件，办理行政许可{licensing}件、行政处罚{penalties}件。
（二）依申请公开情况
{year}年共收到政府信息公开申请{received}件，其中自然人申请{natural}件，较上年有所增加，上年结转{over}件，办结{handled}件，\
结转下年度{forward}件。在办结的申请中，予以公开{granted}件、部分公开{partially}件，因本机关不掌握相关政府信息无法提供{not_held}件。\
因政府信息公开被申请行政复议{reconsideration}件，其中维持{upheld}件、纠正{corrected}件；未发生因信息处理费引起的争议。
（三）平台建设和监督保障情况
全年优化栏目12个，举办业务培训2期，参训人员136人次；对下属单位抽查2次，发现问题9个，均已整改。社会评议满意度为98.6%。"""
_PROBLEMS = """\
{year}年，本机关的政府信息公开工作取得了一定成效，但仍存在一些不足：一是主动公开的内容还不够全面，重点领域信息的更新不够及时；\
二是政策解读的形式比较单一，图解、视频等形式运用较少；三是基层工作人员流动较快，答复文书的规范程度有待提高。
下一步，将从三个方面改进：一是细化公开事项清单，明确责任单位和时限，力争在15个工作日内完成更新；二是丰富解读形式，\
计划开展专题解读8次；三是加强业务培训，每季度组织1次答复案例评查，提升依申请公开的答复质量。"""
_OTHER = "本年度收取信息处理费0元。除此之外，没有其他需要报告的事项。"


def texts(number: int) -> Iterator[tuple[str, bool]]:
    """The texts of so many reports, and whether sums of theirs were broken; the same in every run."""
    chance = random.Random(_SEED)
    for at, report in enumerate(_drawn(number)):
        broken = at % _BROKEN_EVERY == 0
        told = _with_prose(report)
        yield govreport.render(_with_errors(told, chance) if broken else told, "text"), broken


def _drawn(number: int) -> list[Report]:
    drawn: list[Report] = []

    @seed(_SEED)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.reports(blanks=False))
    def collect(report: Report) -> None:
        drawn.append(report)

    collect()
    return drawn[:number]


def _with_prose(report: Report) -> Report:
    """The report with sections of the length that they have, stating what the tables hold."""
    disclosed, handled, remedies = report.proactive_disclosure, report.applications, report.remedies
    numbers = {
        "year": report.year,
        "issued": disclosed.normative_documents.issued,
        "licensing": disclosed.licensing.decisions,
        "penalties": disclosed.penalties.decisions,
        "received": handled.received.total,
        "natural": handled.received.natural_person,
        "over": handled.carried_over.total,
        "handled": handled.total_handled.total,
        "forward": handled.carried_forward.total,
        "granted": handled.granted.total,
        "partially": handled.partially_granted.total,
        "not_held": handled.unavailable.not_held.total,
        "reconsideration": remedies.reconsideration.total,
        "upheld": remedies.reconsideration.upheld,
        "corrected": remedies.reconsideration.corrected,
    }
    stated = {name: 0 if number is None else number for name, number in numbers.items()}
    overview, problems, other = (Section(t.format(**stated)) for t in (_OVERVIEW, _PROBLEMS, _OTHER))
    return attrs.evolve(report, overview=overview, problems=problems, other_matters=other)


def _with_errors(report: Report, chance: random.Random) -> Report:
    """The report with one to three cells of section 三 changed."""
    cells = [
        f"{path}.{column}"
        for path in ("received", "granted", "partially_granted", "unavailable.not_held", "total_handled")
        for column in ("natural_person", "commercial_enterprise", "total")
    ]
    for path in chance.sample([f"applications.{cell}" for cell in cells], chance.choice(_CHANGED)):
        value = report.cell(path).value
        if isinstance(value, int):
            report = strategies.with_cell(report, path, value + chance.randint(1, 9))
    return report
