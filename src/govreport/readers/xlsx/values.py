"""What a cell holds as text, and whether it is framed: by the styles and shared strings of the workbook."""

from xml.etree.ElementTree import Element

import attrs

from govreport.readers.archive import Package
from govreport.readers.flow import digits_meet
from govreport.readers.xlsx.names import m
from govreport.readers.xlsx.numbers import UNKNOWN, parsed, printed, printed_text


@attrs.frozen
class _Format:
    """What a style says of a cell."""

    number: int = 0
    code: str | None = None
    framed: bool = False


class Values:
    """Reads the contents of cells."""

    def __init__(self, package: Package, parts: dict[str, str], *, from_1904: bool) -> None:
        """Read what the cells of a workbook share.

        Args:
            package: The workbook.
            parts: The names of its parts by their kind.
            from_1904: Whether it counts days from 1904.
        """
        self._from_1904 = from_1904
        strings = _root(package, parts.get("sharedStrings"))
        # Blank ones are made empty once, however many cells refer to them.
        self._strings = [text if (text := _text(s)).strip() else "" for s in strings.iterfind(m("si"))]
        self._formats = _formats(_root(package, parts.get("styles")))

    def framed(self, cell: Element) -> bool:
        """Whether a cell has a border."""
        return self._format(cell).framed

    def text(self, cell: Element, *, zeros: bool = True) -> str:
        """What a cell prints, in a sheet that shows zeros or leaves them blank."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(m("is"))
            return "" if inline is None else self._printed_text(_text(inline).strip(), cell)
        value = cell.find(m("v"))
        stored = "" if value is None else (value.text or "")
        if not stored and cell.find(m("f")) is not None and (kind != "str" or value is None):
            return UNKNOWN  # nobody has computed the formula
        if kind == "s":
            index = _index(stored)
            found = self._strings[index] if 0 <= index < len(self._strings) else UNKNOWN
            return self._printed_text(found, cell)
        if kind == "str":
            return self._printed_text(stored, cell)
        if kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        return self._number(stored.strip(), cell, zeros=zeros) if kind == "n" and stored else stored

    def _number(self, stored: str, cell: Element, *, zeros: bool) -> str:
        if not zeros and parsed(stored) == 0:
            return ""
        style = self._format(cell)
        return printed(stored, style.number, style.code, from_1904=self._from_1904)

    def _printed_text(self, text: str, cell: Element) -> str:
        style = self._format(cell)
        return printed_text(text, style.number, style.code) if text else text

    def _format(self, cell: Element) -> _Format:
        index = _index(cell.get("s", "0"))
        return self._formats[index] if 0 <= index < len(self._formats) else _Format()


def _formats(styles: Element) -> list[_Format]:
    listed = f"{m('numFmts')}/{m('numFmt')}"  # those of conditional formats have numbers of their own
    codes = {_index(f.get("numFmtId", "")): f.get("formatCode", "") for f in styles.iterfind(listed)}
    borders = [
        any(side.get("style", "none") != "none" for side in border) for border in styles.iter(m("border"))
    ]
    cells = styles.find(m("cellXfs"))
    found = []
    for xf in () if cells is None else cells:
        number, border = _index(xf.get("numFmtId", "0")), _index(xf.get("borderId", "0"))
        framed = 0 <= border < len(borders) and borders[border]
        found.append(_Format(number, codes.get(number), framed))
    return found


def _root(package: Package, name: str | None) -> Element:
    """The root of a part, an empty one where the package lacks it."""
    return package.xml(name) if name is not None and name in package else Element("none")


def _text(parent: Element) -> str:
    """The text of a string with or without runs; readings above characters are left out.

    Digits that are struck or raised stand apart: 12¹ is not 121.
    """
    whole, seam = parent.findtext(m("t")) or "", False
    for run in parent.iterfind(m("r")):
        text, apart = run.findtext(m("t")) or "", _is_set_apart(run.find(m("rPr")))
        if (seam or apart) and digits_meet(whole, text):
            whole += " "
        whole, seam = whole + text, apart
    return whole


def _is_set_apart(properties: Element | None) -> bool:
    if properties is None:
        return False
    struck, raised = properties.find(m("strike")), properties.find(m("vertAlign"))
    return (struck is not None and struck.get("val", "1") not in ("0", "false")) or (
        raised is not None and raised.get("val") in ("superscript", "subscript")
    )


def _index(text: str) -> int:
    """The number that an attribute holds, -1 for none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
