"""The parts that are the same for every report: page, styles, fonts and their substitutes, page numbers.

Measures are those of GB/T 9704-2012: A4, margins of 37 mm above and 28 mm on the left, a text area of
156 mm by 225 mm with 22 lines of 28 characters; the title in 22 pt, text in 16 pt, page numbers in 14 pt.
"""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
TEXT_WIDTH = 8845  # twentieths of a point: 156 mm

PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="even" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
    ' w:header="851" w:footer="1400" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)

CORE = (
    f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator>{agency}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>"
)

# Name -> its substitutes, and the kind of type.
_FONTS = {
    "方正小标宋简体": ("方正小标宋_GBK,方正小标宋_GB18030,华文中宋,宋体", "roman"),
    "仿宋_GB2312": ("仿宋,FangSong,华文仿宋", "modern"),
    "黑体": ("SimHei,华文黑体,思源黑体", "modern"),
    "楷体_GB2312": ("楷体,KaiTi,华文楷体", "modern"),
    "宋体": ("SimSun,华文宋体,思源宋体", "auto"),
}


def _fonts() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, (others, family) in _FONTS.items()
    )
    return f"{XML}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _style(style: str, name: str, about: str, font: str = "", size: int = 0) -> str:
    """A style of paragraphs, based on that of prose; `size` in half points."""
    face = f'<w:rFonts w:eastAsia="{font}"/>' if font else ""
    height = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{about}</w:pPr><w:rPr>{face}{height}</w:rPr></w:style>"
    )


def _styles() -> str:
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    tight = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    return (
        f"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman"'
        ' w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
        '<w:jc w:val="both"/></w:pPr></w:style>'
        + _style(
            "Title",
            "Title",
            '<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:after="579" w:line="640" w:lineRule="exact"/>'
            f'{flush}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            "方正小标宋简体",
            44,
        )
        + _style("Heading1", "heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>', "黑体")
        + _style("Heading2", "heading 2", '<w:keepNext/><w:outlineLvl w:val="1"/>', "楷体_GB2312")
        + _style(
            "Signature", "Signature", '<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0"'
            ' w:firstLine="0"/><w:jc w:val="right"/>',
        )
        + _style("TableText", "Table Text", f'{tight}{flush}<w:jc w:val="center"/>', size=18)
        + _style("TableLabel", "Table Label", f'{tight}{flush}<w:jc w:val="left"/>', size=18)
        + _style("Between", "Between Tables", f'{tight}{flush}', size=12)
        + _style("Footer", "footer", f'{tight}{flush}', "宋体", 28)
        + "</w:styles>"
    )  # fmt: skip


def _footer(side: str) -> str:
    """The number of the page between dashes, a character away from the outer edge of the text."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            "<w:t>— </w:t>",
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            "<w:t> —</w:t>",
        )
    ).replace("<w:t>", '<w:t xml:space="preserve">')
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280" w:firstLineChars="0" w:firstLine="0"/>'
    about = f'<w:pPr><w:pStyle w:val="Footer"/>{indent}<w:jc w:val="{side}"/></w:pPr>'
    return f"{XML}<w:ftr {NAMESPACES}><w:p>{about}{field}</w:p></w:ftr>"


def _relationships(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


_TYPES = {
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/footer1.xml": f"{_WORD}.footer+xml",
    "/word/footer2.xml": f"{_WORD}.footer+xml",
}

STATIC = {
    "[Content_Types].xml": f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in _TYPES.items())
    + "</Types>",
    "_rels/.rels": _relationships(
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/_rels/document.xml.rels": _relationships(
        (f"{_OFFICE}/styles", "styles.xml"),
        (f"{_OFFICE}/settings", "settings.xml"),
        (f"{_OFFICE}/fontTable", "fontTable.xml"),
        (f"{_OFFICE}/footer", "footer1.xml"),
        (f"{_OFFICE}/footer", "footer2.xml"),
    ),
    "word/styles.xml": _styles(),
    "word/fontTable.xml": _fonts(),
    "word/settings.xml": f"{XML}<w:settings {NAMESPACES}><w:evenAndOddHeaders/>"
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting'
    ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
    "word/footer1.xml": _footer("right"),
    "word/footer2.xml": _footer("left"),
}
