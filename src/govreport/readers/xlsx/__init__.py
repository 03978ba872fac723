"""Spreadsheets (.xlsx), from the XML of their parts, without a package beside Python's own.

Sheets, rows and columns that are hidden are left out, as they are on paper. A formula counts as the value
that was stored with it; a number is written as its format prints it.
"""

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.flow import Flow
from govreport.readers.ooxml import OfficePackage
from govreport.readers.xlsx.layout import write
from govreport.readers.xlsx.names import RELATION, m
from govreport.readers.xlsx.sheet import read_sheet
from govreport.readers.xlsx.values import Values


def read(data: bytes, name: str | None = None) -> Document:
    """The document that the visible sheets of an .xlsx file make, in their order.

    Raises:
        ReadError: It is damaged, encrypted or beyond a bound.
    """
    package = OfficePackage(data)
    main = package.main("xl/workbook.xml")
    related = package.related(main)
    sheets = {part.identifier: part.name for part in related if part.kind == "worksheet"}
    workbook = package.xml(main)
    from_1904 = any(about.get("date1904") in ("1", "true") for about in workbook.iter(m("workbookPr")))
    values = Values(package, {part.kind: part.name for part in related}, from_1904=from_1904)
    flow = Flow()
    for sheet in workbook.iter(m("sheet")):
        part = sheets.get(sheet.get(RELATION, ""))
        if sheet.get("state", "visible") == "visible" and part is not None:
            write(read_sheet(package.xml(part), values), flow)
    return flow.document(SourceRecord("xlsx", name))
