"""The codes of reading (GR0xx): what each means, how grave it is, and its texts in both languages."""

import attrs

from govreport.diagnostics import Diagnostic, Message, Severity, Span

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741
# ruff: noqa: E501 - a sentence a line, however wide its characters are


@attrs.frozen
class Entry:
    """One code of reading: `zh` and `en` are templates, filled by the caller's keywords."""

    code: str
    name: str
    severity: Severity
    zh: str
    en: str


ENTRIES = (
    Entry(
        "GR001",
        "not-a-report",
        E,
        "这不是政府信息公开工作年度报告：没有找到格式中的任何一张表（第二十条各项、申请情况表、复议诉讼表），"
        "六个部分的标题按顺序只找到 {headings} 个（至少需要 3 个）。{kind_zh}",
        "this is no government information disclosure annual report: none of the form's tables (Article 20, "
        "applications, remedies) was found, and {headings} of the six section headings in order (3 are needed). {kind_en}",
    ),
    Entry(
        "GR002",
        "older-layout",
        E,
        "这是 2019 年以前格式的年度报告（找到“{found}”），本程序只读取国办公开办函〔2019〕60号、〔2021〕30号的格式。",
        "this is an annual report in the layout used before 2019 (it has “{found}”); only the forms of 2019 "
        "(国办公开办函〔2019〕60号) and 2021 (〔2021〕30号) are read.",
    ),
    Entry(
        "GR003", "empty-text", E, "文本为空，没有可读的内容。", "the text is empty: there is nothing to read."
    ),
    Entry(
        "GR004",
        "section-missing",
        W,
        "没有找到“{label}”这一部分的标题。",
        "the heading of the section “{label}” was not found.",
    ),
    Entry(
        "GR005",
        "section-out-of-order",
        I,
        "“{label}”这一标题不在格式规定的位置，按其内容读取。",
        "the heading “{label}” does not stand where the form has it; it was read by its content.",
    ),
    Entry(
        "GR010",
        "table-missing",
        E,
        "没有找到“{label}”的表格，其全部单元格均为空。",
        "the table of “{label}” was not found; all of its cells are None.",
    ),
    Entry(
        "GR011",
        "row-missing",
        E,
        "表格中没有“{label}”这一行，其单元格均为空，不作推算。",
        "the table has no row “{label}”; its cells are None and are not inferred.",
    ),
    Entry(
        "GR012",
        "row-repeated",
        W,
        "“{label}”这一行出现了不止一次，读取了第一次出现的；另有：{found}。",
        "the row “{label}” is printed more than once; the first was read; also there: {found}.",
    ),
    Entry(
        "GR013",
        "row-doubtful",
        W,
        "“{label}”这一行的位置、标签或某一单元格有疑问（读到“{found}”），请核对这一行的数字。",
        "the place, the label or a cell of the row “{label}” is in doubt (it reads “{found}”); compare its numbers with "
        "the text.",
    ),
    Entry(
        "GR014",
        "row-short",
        W,
        "“{label}”这一行只有 {found} 个值，应有 {expected} 个；缺少的按合计关系补足，请核对。",
        "the row “{label}” has {found} values where the form has {expected}; the printed sums leave one reading of "
        "it, which was taken; compare it with the text.",
    ),
    Entry(
        "GR015",
        "cell-unsettled",
        E,
        "“{label}”这一行只有 {found} 个值，应有 {expected} 个，无法确定各值所在的列；可能的值：{candidates}。",
        "the row “{label}” has {found} values where the form has {expected}; which columns they stand in cannot be "
        "told; candidates: {candidates}.",
    ),
    Entry(
        "GR016",
        "cell-inferred",
        W,
        "这一单元格在文本中缺失，其值 {suggestion} 由合计关系得出。",
        "the text has lost this cell; its value {suggestion} is what the printed sums give.",
    ),
    Entry(
        "GR017",
        "row-repaired",
        W,
        "“{label}”这一行的值由文本中的“{found}”拼合或去掉多余的值得到（合计关系只允许这一种读法），请核对。",
        "the values of the row “{label}” were put together from “{found}”, the one way in which its sum holds; "
        "compare them with the text.",
    ),
    Entry(
        "GR018",
        "cell-unreadable",
        E,
        "单元格内容“{found}”不是这里应有的{expected}，读为空。",
        "“{found}” is not the {expected} that the form wants here; the cell is read as None.",
    ),
    Entry(
        "GR019",
        "values-surplus",
        E,
        "“{label}”这一行有 {found} 个值，多于应有的 {expected} 个，无法确定取舍。",
        "the row “{label}” has {found} values, more than the {expected} of the form; which to leave out cannot be told.",
    ),
    Entry(
        "GR020",
        "text-unexplained",
        W,
        "表格中有无法归入任何单元格的内容“{found}”。",
        "the table holds “{found}”, which belongs to no label and no cell of the form.",
    ),
    Entry(
        "GR021",
        "columns-doubtful",
        W,
        "表头各列的顺序与格式不同或无法辨认（读到“{found}”），整张表的列对应关系请核对。",
        "the column headings are not in the order of the form or cannot be read (“{found}”); compare the columns.",
    ),
    Entry(
        "GR022",
        "text-beside-table",
        I,
        "“{label}”部分除表格外还有文字，未读入任何字段：“{found}”。",
        "the section “{label}” has text beside its table, which no field holds: “{found}”.",
    ),
    Entry(
        "GR024",
        "table-too-large",
        E,
        "“{label}”的表格区域超过 {expected} 个单元格，未作读取。",
        "the region of the table “{label}” has more than {expected} fields and was not read.",
    ),
    Entry(
        "GR025",
        "number-doubtful",
        W,
        "“{found}”不是通常的数字写法，可能由两个数字粘连或断开而成，请核对。",
        "“{found}” is an unusual way of writing a number; it may be two numbers, or half of one; compare it.",
    ),
    Entry(
        "GR026",
        "table-repeated",
        W,
        "“{label}”的表格出现了不止一次，只读取了其中一次，请核对{rows_zh}。",
        "the table of “{label}” is printed more than once and one of them was read; compare {rows_en}.",
    ),
    Entry(
        "GR027",
        "table-unread",
        E,
        "“{label}”的表格未能读取，其全部单元格均为空；请将该文本报告给本项目。",
        "the table “{label}” could not be read, all of its cells are None; please report this text to the project.",
    ),
    Entry(
        "GR028",
        "blank-among-numbers",
        W,
        "“{label}”这一行其他单元格均有数字，只有这一格为空，请核对是否漏读。",
        "this cell of the row “{label}” is blank among printed numbers; compare it with the source.",
    ),
    Entry(
        "GR029",
        "text-unexplained-more",
        W,
        "表格中还有 {found} 处内容无法归入任何单元格，从这里开始。",
        "the table holds {found} more pieces that belong to no label and no cell of the form; they begin here.",
    ),
    Entry(
        "GR030",
        "sign-misplaced",
        W,
        "“{found}”带有正负号，而这一列是不带符号的数量；同一部分中带符号的数字可能错列，请核对。",
        "“{found}” has a sign in a column of plain counts; it and the other signed numbers of this section may "
        "stand in the wrong column; compare them.",
    ),
    Entry(
        "GR031",
        "text-too-long",
        E,
        "文本有 {found} 行，超过 {expected} 行的上限；一份报告至多几千行，请只给出报告本身。",
        "the text has {found} lines, more than the limit of {expected}; a report has a few thousand at most: give "
        "the report alone.",
    ),
    Entry(
        "GR032",
        "cell-uncertain",
        W,
        "“{found}”是从图片中识别的，把握不大（{confidence}%），请与原件核对。",
        "“{found}” was recognised in a picture with little certainty ({confidence} %); compare it with the original.",
    ),
    Entry(
        "GR033",
        "digits-joined",
        W,
        "“{found}”的数字在原件中分两行排印，已连成一个数，请核对。",
        "the digits of “{found}” stand on two lines of the document and were put together; compare them.",
    ),
    Entry(
        "GR040",
        "file-empty",
        E,
        "文件是空的。",
        "the file is empty",
    ),
    Entry(
        "GR041",
        "encoding-unknown",
        E,
        "无法确定文件的编码：{why_zh}。请另存为 UTF-8 文本。",
        "the encoding is not known: {why_en}; save it again as UTF-8 text",
    ),
    Entry(
        "GR042",
        "format-unknown",
        E,
        "这是{kind_zh}，不是可以读取的文件。{hint_zh}",
        "this is {kind_en}, which is not read; {hint_en}",
    ),
    Entry(
        "GR043",
        "extra-missing",
        E,
        "读取{kind_zh}需要可选组件，请运行：{command_zh}",
        "reading {kind_en} needs an extra; run: {command_en}",
    ),
    Entry(
        "GR044",
        "document-encrypted",
        E,
        "文件有密码，无法读取。请去掉密码后另存。",
        "the document is protected by a password; save it without one",
    ),
    Entry(
        "GR045",
        "text-layer-missing",
        E,
        "第 {found} 页是图片，没有文字层，需要识别。{hint_zh}",
        "page {found} is a picture without a text layer and must be recognised; {hint_en}",
    ),
    Entry(
        "GR046",
        "document-too-large",
        E,
        "文件的{what_zh}数（{found}）超过上限（{expected}），未作读取；一份报告远没有这么大。",
        "the document has {found} {what_en}, more than the limit of {expected}, and was not read; no report is as large",
    ),
    Entry(
        "GR047",
        "document-damaged",
        E,
        "文件已损坏或不是它所标明的格式，无法打开：{why_zh}。",
        "the document is damaged or is not what it claims to be: {why_en}",
    ),
    Entry(
        "GR048",
        "program-missing",
        E,
        "读取{kind_zh}需要 LibreOffice（soffice 命令），本机没有找到。请安装它，或另存为 .docx 再读。",
        "reading {kind_en} needs LibreOffice (the command soffice), which was not found; install it, or save the "
        "document as .docx",
    ),
    Entry(
        "GR049",
        "address-given",
        E,
        "“{found}”是网址。本程序不联网，请先下载，再读取文件。",
        "“{found}” is an address; nothing is fetched here: download it and read the file",
    ),
    Entry(
        "GR050",
        "page-without-report",
        E,
        "网页的正文不在 HTML 里，而在脚本或数据中（找到“{found}”）。请在浏览器中打开，另存为完整网页，或复制全文。",
        "the page holds its text in a script or data, not in HTML (found “{found}”); open it in a browser, and save "
        "the complete page or copy its text",
    ),
)

_BY_CODE = {e.code: e for e in ENTRIES}


def note(
    code: str,
    path: str = "",
    span: Span | None = None,
    related: tuple[str, ...] = (),
    found: str | int | None = None,
    expected: str | int | None = None,
    suggestion: str | int | None = None,
    **words: object,
) -> Diagnostic:
    """Make the diagnostic of a code; `words` fill its texts beside `found`, `expected` and `suggestion`."""
    entry = _BY_CODE[code]
    words |= {"found": found, "expected": expected, "suggestion": suggestion}
    message = Message(entry.zh.format_map(words), entry.en.format_map(words))
    return Diagnostic(
        code, entry.severity, message, path, related, span, entry.name, found, expected, suggestion
    )
