"""The tables of sections 二, 三 and 四 as classes: one attribute for each printed cell.

Counts are integers as printed, `None` where the cell is blank, lost or unreadable; nothing is corrected.
Sources: the Regulation on Open Government Information (政府信息公开条例), Articles 20 and 50; the forms of
国办公开办函〔2019〕60号 (report years 2019 and 2020) and 国办公开办函〔2021〕30号 (report years 2021 on).
"""

import attrs


@attrs.frozen
class Amount:
    """A sum of money as printed.

    Attributes:
        value: Decimal digits as printed, separators and unit removed: "36.5".
        unit: The unit printed in the cell, else that of the column's heading, else None: "万元", "元".
    """

    value: str
    unit: str | None = None


@attrs.frozen
class DocumentCounts:
    """规章 or 行政规范性文件, Article 20 (1); unit: documents (件).

    Attributes:
        issued: 本年制发件数 (form of 2021).
        repealed: 本年废止件数 (form of 2021).
        in_force: 现行有效件数 (form of 2021).
        made: 本年新制作数量 (form of 2019).
        published: 本年新公开数量 (form of 2019).
        total_published: 对外公开总数量 (form of 2019).
    """

    issued: int | None = None
    repealed: int | None = None
    in_force: int | None = None
    made: int | None = None
    published: int | None = None
    total_published: int | None = None


@attrs.frozen
class DecisionCounts:
    """行政许可, 其他对外管理服务事项, 行政处罚 or 行政强制, Article 20 (5) and (6); unit: items (项, 件).

    Attributes:
        decisions: 本年处理决定数量 (form of 2019: 处理决定数量).
        items_last_year: 上一年项目数量 (form of 2019).
        change: 本年增/减, negative for a decrease (form of 2019).
    """

    decisions: int | None = None
    items_last_year: int | None = None
    change: int | None = None


@attrs.frozen
class FeeCounts:
    """行政事业性收费, Article 20 (8).

    Attributes:
        amount: 本年收费金额（单位：万元） (form of 2021).
        items_last_year: 上一年项目数量 (form of 2019).
        change: 本年增/减, negative for a decrease (form of 2019).
    """

    amount: Amount | None = None
    items_last_year: int | None = None
    change: int | None = None


@attrs.frozen
class ProcurementCounts:
    """政府集中采购, Article 20 (9), form of 2019.

    Attributes:
        projects: 采购项目数量.
        amount: 采购总金额; the form prints no unit.
    """

    projects: int | None = None
    amount: Amount | None = None


@attrs.frozen
class ProactiveDisclosure:
    """Section 二, the tables after Article 20.

    Rows hold the columns of both forms; those that are not printed are None.

    Attributes:
        edition: "2019" or "2021", the form of most of the tables; None where none is recognised.
        rules: 规章.
        normative_documents: 行政规范性文件 (form of 2019: 规范性文件).
        licensing: 行政许可.
        other_services: 其他对外管理服务事项; None where not printed (form of 2019 only).
        penalties: 行政处罚.
        compulsion: 行政强制.
        fees: 行政事业性收费.
        procurement: 政府集中采购; None where not printed (form of 2019 only).
    """

    edition: str | None = None
    rules: DocumentCounts = DocumentCounts()
    normative_documents: DocumentCounts = DocumentCounts()
    licensing: DecisionCounts = DecisionCounts()
    other_services: DecisionCounts | None = None
    penalties: DecisionCounts = DecisionCounts()
    compulsion: DecisionCounts = DecisionCounts()
    fees: FeeCounts = FeeCounts()
    procurement: ProcurementCounts | None = None


@attrs.frozen
class ApplicantCounts:
    """One row of section 三 by kind of applicant, in printed order; unit: applications (件).

    Attributes:
        natural_person: 自然人.
        commercial_enterprise: 商业企业.
        research_institution: 科研机构.
        public_welfare_organization: 社会公益组织.
        legal_service_agency: 法律服务机构.
        other_organization: 其他.
        total: 总计, as printed.
    """

    natural_person: int | None = None
    commercial_enterprise: int | None = None
    research_institution: int | None = None
    public_welfare_organization: int | None = None
    legal_service_agency: int | None = None
    other_organization: int | None = None
    total: int | None = None


@attrs.frozen
class Denied:
    """（三）不予公开: Articles 14 to 16 of the Regulation.

    Attributes:
        state_secrets: 1.属于国家秘密.
        prohibited_by_law: 2.其他法律行政法规禁止公开.
        three_securities_one_stability: 3.危及“三安全一稳定”.
        third_party_rights: 4.保护第三方合法权益.
        internal_affairs: 5.属于三类内部事务信息.
        deliberative_process: 6.属于四类过程性信息.
        enforcement_files: 7.属于行政执法案卷.
        administrative_inquiries: 8.属于行政查询事项.
    """

    state_secrets: ApplicantCounts = ApplicantCounts()
    prohibited_by_law: ApplicantCounts = ApplicantCounts()
    three_securities_one_stability: ApplicantCounts = ApplicantCounts()
    third_party_rights: ApplicantCounts = ApplicantCounts()
    internal_affairs: ApplicantCounts = ApplicantCounts()
    deliberative_process: ApplicantCounts = ApplicantCounts()
    enforcement_files: ApplicantCounts = ApplicantCounts()
    administrative_inquiries: ApplicantCounts = ApplicantCounts()


@attrs.frozen
class Unavailable:
    """（四）无法提供: Article 36 (4), Article 38 and Article 30 of the Regulation.

    Attributes:
        not_held: 1.本机关不掌握相关政府信息.
        requires_creation: 2.没有现成信息需要另行制作.
        unclear_after_correction: 3.补正后申请内容仍不明确.
    """

    not_held: ApplicantCounts = ApplicantCounts()
    requires_creation: ApplicantCounts = ApplicantCounts()
    unclear_after_correction: ApplicantCounts = ApplicantCounts()


@attrs.frozen
class NotProcessed:
    """（五）不予处理: Article 36 (6), Article 39 and Article 35 of the Regulation.

    Attributes:
        petitions_complaints: 1.信访举报投诉类申请.
        repeated: 2.重复申请.
        published_materials: 3.要求提供公开出版物.
        excessive: 4.无正当理由大量反复申请.
        reissue_confirmation: 5.要求行政机关确认或重新出具已获取信息.
    """

    petitions_complaints: ApplicantCounts = ApplicantCounts()
    repeated: ApplicantCounts = ApplicantCounts()
    published_materials: ApplicantCounts = ApplicantCounts()
    excessive: ApplicantCounts = ApplicantCounts()
    reissue_confirmation: ApplicantCounts = ApplicantCounts()


@attrs.frozen
class OtherHandling:
    """（六）其他处理: one row in the form of 2019, three in that of 2021; rows not printed are None.

    Attributes:
        undivided: （六）其他处理, printed as one row.
        correction_overdue: 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请.
        fee_overdue: 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请.
        other_reasons: 3.其他.
    """

    undivided: ApplicantCounts | None = None
    correction_overdue: ApplicantCounts | None = None
    fee_overdue: ApplicantCounts | None = None
    other_reasons: ApplicantCounts | None = None


@attrs.frozen
class Applications:
    """Section 三, the matrix of applications.

    The form's own relations: 一 + 二 = 三(七) + 四 in every column; 总计 of a row is the sum of its six
    cells; (七)总计 is the sum of the outcome rows.

    Attributes:
        received: 一、本年新收政府信息公开申请数量.
        carried_over: 二、上年结转政府信息公开申请数量.
        granted: （一）予以公开.
        partially_granted: （二）部分公开（区分处理的，只计这一情形，不计其他情形）.
        denied: （三）不予公开.
        unavailable: （四）无法提供.
        not_processed: （五）不予处理.
        other_handling: （六）其他处理.
        total_handled: （七）总计.
        carried_forward: 四、结转下年度继续办理.
    """

    received: ApplicantCounts = ApplicantCounts()
    carried_over: ApplicantCounts = ApplicantCounts()
    granted: ApplicantCounts = ApplicantCounts()
    partially_granted: ApplicantCounts = ApplicantCounts()
    denied: Denied = Denied()
    unavailable: Unavailable = Unavailable()
    not_processed: NotProcessed = NotProcessed()
    other_handling: OtherHandling = OtherHandling()
    total_handled: ApplicantCounts = ApplicantCounts()
    carried_forward: ApplicantCounts = ApplicantCounts()


@attrs.frozen
class RemedyCounts:
    """One kind of remedy by result; unit: cases (件).

    Attributes:
        upheld: 结果维持.
        corrected: 结果纠正.
        other: 其他结果.
        pending: 尚未审结.
        total: 总计, as printed.
    """

    upheld: int | None = None
    corrected: int | None = None
    other: int | None = None
    pending: int | None = None
    total: int | None = None


@attrs.frozen
class Remedies:
    """Section 四, cases about the disclosure of information: Article 51 of the Regulation.

    Attributes:
        reconsideration: 行政复议.
        litigation_direct: 未经复议直接起诉.
        litigation_after_reconsideration: 复议后起诉.
    """

    reconsideration: RemedyCounts = RemedyCounts()
    litigation_direct: RemedyCounts = RemedyCounts()
    litigation_after_reconsideration: RemedyCounts = RemedyCounts()
