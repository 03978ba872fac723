"""Texts and files to reports, and the account of a reading."""

from os import PathLike

from govreport.diagnostics import ParseError, Severity
from govreport.document import Document
from govreport.model import Piece, Report, SourceRecord
from govreport.readers import read_document
from govreport.readers.opening import opened
from govreport.reading import read_report
from govreport.reading.account import account


def parse(text: str, *, strict: bool = False) -> Report:
    """Read the text of a report.

    Args:
        text: Whatever a person got out of a web page, a Word file or a PDF.
        strict: Raise on every diagnostic of level error instead of returning the report with it.

    Returns:
        The report; `report.diagnostics` names every cell that is not exactly what stands in the text.

    Raises:
        ParseError: The text is no such report, or `strict` and something in it could not be read.
        TypeError: `text` is no `str`.
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}; decode bytes first")
    return _read(Document(text, SourceRecord("text"), raw=True), strict=strict)


def read(source: str | PathLike[str] | bytes, *, strict: bool = False) -> Report:
    """Read the file of a report: text, HTML, Word, PDF, OFD, a spreadsheet or a picture.

    What it is, is told from its bytes. Pages, PDF and pictures need an extra: `govreport[html]`, `[pdf]`,
    `[ocr]`; .doc, .wps and .rtf need LibreOffice. Nothing is fetched.

    Args:
        source: The path of the file, or what it holds.
        strict: Raise on every diagnostic of level error instead of returning the report with it.

    Returns:
        The report. Its positions refer to `report.source.text`, and know page, table, row and cell;
        `report.source.record` holds what the page around it says.

    Raises:
        ReadError: The file cannot be opened as a document; a `ParseError`.
        ParseError: The document is no such report, or `strict` and something in it could not be read.
        OSError: There is no such file, or it may not be read.
        TypeError: `source` is neither a path nor bytes.
    """
    data, name = opened(source)
    return _read(read_document(data, name), strict=strict)


def trace(report: Report) -> tuple[Piece, ...]:
    """Say what every piece of the three tables was taken for, in the order of the text.

    Every piece that is no delimiter is in it once: as the label of a row, as a cell, as a heading, as
    furniture of the page, or as unexplained, and then a diagnostic of the report names it.

    Args:
        report: A report that `parse` returned; one from `from_dict` has no text, and no pieces.
    """
    return account(report)


def _read(document: Document, *, strict: bool) -> Report:
    report = read_report(document)
    errors = [d for d in report.diagnostics if d.severity is Severity.ERROR] if strict else []
    if errors:
        raise ParseError(errors, document.text)
    return report
