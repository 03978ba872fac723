"""Spreadsheets (.xlsx), from the XML of their parts, without a package beside Python's own.

Sheets, rows and columns that are hidden are left out, as they are on paper. A formula counts as the value
that was stored with it; a number is written as its format prints it.
"""

import posixpath

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.archive import Package
from govreport.readers.flow import Flow
from govreport.readers.xlsx.layout import write
from govreport.readers.xlsx.names import RELATION, m
from govreport.readers.xlsx.sheet import read_sheet
from govreport.readers.xlsx.values import Values

_FOLDER = "xl"


def read(data: bytes, name: str | None = None) -> Document:
    """The document that the visible sheets of an .xlsx file make, in their order.

    Raises:
        ReadError: It is damaged, encrypted or beyond a bound.
    """
    package = Package(data)
    targets = {
        r.get("Id"): posixpath.normpath(posixpath.join(_FOLDER, r.get("Target", ""))).lstrip("/")
        for r in package.xml(f"{_FOLDER}/_rels/workbook.xml.rels")
        if r.get("TargetMode") != "External"
    }
    workbook = package.xml(f"{_FOLDER}/workbook.xml")
    values = Values(package)
    flow = Flow()
    for sheet in workbook.iter(m("sheet")):
        part = targets.get(sheet.get(RELATION), "")
        if sheet.get("state", "visible") == "visible" and part.startswith(f"{_FOLDER}/worksheets/"):
            write(read_sheet(package.xml(part), values), flow)
    return flow.document(SourceRecord("xlsx", name))
