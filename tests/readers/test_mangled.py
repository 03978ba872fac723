"""Office files whose parts are mangled are read or refused; nothing else happens."""

import copy
import random
import zipfile
from contextlib import suppress
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from tests.model.samples import full_report
from tests.readers.packages import cell, p, package, r, row, table, word
from tests.readers.test_docx_lists import LISTS, STYLES
from tests.readers.test_xlsx import row as sheet_row
from tests.readers.test_xlsx import sheet, workbook

VALUES = ("", "-1", "99999999999", "x", "0", "2", "一", "continue", "ZZZ9999999", "%1%2", "begin", "s", "b")
NUMBERED = p(r("总体情况"), about='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>')
MERGED = table(
    row(cell(NUMBERED, about='<w:vMerge w:val="restart"/>'), "1"), row(cell(p(), about="<w:vMerge/>"), "2")
)
FILES = {
    "report": govreport.render(full_report("2021"), "docx"),
    "lists": word(NUMBERED + MERGED, numbering=LISTS, styles=STYLES),
    "sheet": workbook(sheet(sheet_row(1, "甲", 1.0, style=2), sheet_row(2, "乙", 2.5), merged=("A1:A2",))),
}


def mangled(data: bytes, choose: random.Random) -> bytes:
    """A package in one part of which elements are gone, doubled or say something else."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = choose.choice([name for name in sorted(parts) if not name.startswith("[")])
    root = ElementTree.fromstring(parts[name])
    pairs = [(parent, child) for parent in root.iter() for child in parent]
    for _ in range(choose.randint(1, 20) if pairs else 0):
        parent, child = choose.choice(pairs)
        action = choose.randrange(4)
        if action == 0 and child in list(parent):
            parent.remove(child)
        elif action == 1:
            parent.insert(choose.randint(0, len(parent)), copy.deepcopy(child))
        elif action == 2 and child.attrib:
            child.set(choose.choice(sorted(child.attrib)), choose.choice(VALUES))
        else:
            child.text = choose.choice(VALUES)
    return package(parts | {name: ElementTree.tostring(root)})


@pytest.mark.parametrize("name", FILES)
@given(choose=st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_a_mangled_file_is_read_or_refused(name: str, choose: random.Random) -> None:
    data = mangled(FILES[name], choose)
    with suppress(govreport.ParseError):
        report = govreport.read(data)
        assert report.source is not None
        assert report.source.record.name is None
