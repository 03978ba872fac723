"""Packages that are made to harm are refused by name, quickly, and nothing of them is fetched."""

import struct

import pytest

from govreport import ReadError
from govreport.readers import archive
from govreport.readers.archive import Package, parse_xml
from tests.readers.packages import package

LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


def refusal(data: bytes, part: str = "a.xml") -> str:
    with pytest.raises(ReadError) as caught:
        Package(data).xml(part)
    return caught.value.diagnostics[0].code


def test_parts_are_read() -> None:
    parts = Package(package({"a.xml": "<a>一</a>", "b": b"\0"}))
    assert parts.xml("a.xml").text == "一"
    assert parts.read("b") == b"\0"
    assert "b" in parts
    assert "c" not in parts
    assert parts.names == ("a.xml", "b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_xml_in_its_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    assert parse_xml(f'<?xml version="1.0" encoding="{declared}"?><a>一</a>'.encode(encoding)).text == "一"


@pytest.mark.parametrize(
    "xml",
    [
        f'<!DOCTYPE a [<!ENTITY a0 "哈">{LAUGHS}]><a>&a9;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd"><a/>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost:9/x">%x;]><a/>',
        "<a>&undeclared;</a>",
        "<a><b></a>",
        "<a>一",
        "",
        '<?xml version="1.0" encoding="no-such"?><a/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_broken_xml_are_refused(xml: str, encoding: str) -> None:
    assert refusal(package({"a.xml": xml.encode(encoding)})) == "GR047"


def test_a_part_that_unpacks_to_a_thousand_times_its_size() -> None:
    assert refusal(package({"a.xml": b"<a>" + b"0" * 50_000_000 + b"</a>"})) == "GR046"


def test_parts_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 10_000)
    parts = Package(package({"a": b"1" * 6000, "b": b"2" * 6000}))
    parts.read("a")
    with pytest.raises(ReadError) as caught:
        parts.read("b")
    assert caught.value.diagnostics[0].code == "GR046"


def test_a_part_that_lies_about_its_size() -> None:
    """What is unpacked ends at the size that was stated; the checksum tells the rest."""
    data = package({"a.xml": b"<a>" + b"0" * 9_000_000 + b"</a>"})
    true = struct.pack("<I", 9_000_007)
    assert data.count(true) == 2
    assert refusal(data.replace(true, struct.pack("<I", 700))) == "GR047"


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 10)
    assert (
        refusal(
            package(
                {f"{n}.xml": "<a/>" for n in range(11)},
            )
        )
        == "GR046"
    )


@pytest.mark.parametrize("depth", [archive.MOST_DEPTH + 1, 300_000])
def test_elements_within_elements(depth: int) -> None:
    with pytest.raises(ReadError) as caught:
        parse_xml(b"<a>" * depth + b"</a>" * depth)
    assert caught.value.diagnostics[0].code == "GR046"


def test_elements_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_TAGS", 1000)
    assert refusal(package({"a.xml": f"<a>{'<b/>' * 1000}</a>"})) == "GR046"


def test_a_cut_archive() -> None:
    data = package({"a.xml": "<a/>", "b.xml": "<b/>"})
    assert refusal(data[:-30]) == "GR047"
    assert refusal(data[:36] + b"\0" * 4 + data[40:]) == "GR047"


def test_a_part_that_is_not_there_or_has_a_password() -> None:
    data = package({"a.xml": "<a/>"})
    assert refusal(data, "b.xml") == "GR047"
    local, central = data.index(b"PK\3\4") + 6, data.index(b"PK\1\2") + 8
    locked = bytearray(data)
    locked[local] |= 1
    locked[central] |= 1
    assert refusal(bytes(locked)) == "GR044"
