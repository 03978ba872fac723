"""Bytes of pages: what they are is told from the bytes, since what they declare may be wrong."""

import quopri
from base64 import encodebytes

import pytest

import govreport
from govreport import ReadError
from govreport.readers.html.charset import decode
from tests.readers.html_pages import EXAMPLE, Writer, page, titled

pytest.importorskip("selectolax")

TEXT = page(titled(EXAMPLE) + Writer().body(EXAMPLE))
TRADITIONAL = "<p>政府資訊公開工作年度報告，本機關依申請公開辦理結果統計表。</p>"


def declaring(charset: str) -> str:
    return TEXT.replace("utf-8", charset, 1)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        declaring("gb2312").encode("gb18030"),
        declaring("GBK").encode("gb18030"),
        declaring("utf-8").encode("gb18030"),
        declaring("gb2312").encode(),
        declaring("iso-8859-1").encode("gb18030"),
        declaring("no such thing").encode("gb18030"),
        TEXT.replace('<meta charset="utf-8">', "").encode("gb18030"),
        b'<?xml version="1.0" encoding="gb2312"?>' + TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("ascii", "xmlcharrefreplace"),
    ],
)
def test_any_encoding_of_the_field(data: bytes) -> None:
    assert govreport.read(data) == EXAMPLE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("head", ['<meta charset="big5">', "", '<meta charset="utf-8">'])
def test_big5(head: str) -> None:
    text = head + TRADITIONAL
    assert decode(text.encode("big5")) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_character_costs_no_number(encoding: str) -> None:
    whole = "水".encode(encoding)
    data = declaring(encoding).encode(encoding).replace(whole, whole[:-1], 1)
    assert govreport.read(data).applications == EXAMPLE.applications


def test_another_encoding_is_refused() -> None:
    with pytest.raises(ReadError, match="GR041"):
        govreport.read(b"<html><body>" + bytes(range(128, 256)) * 50)


def archive(encoded: bytes, encoding: str, charset: str = "gb2312") -> bytes:
    """A page as browsers save it with its pictures."""
    head = (
        "From: <Saved by a browser>\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_B"\r\n\r\n\r\n----=_B\r\n'
        f'Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    )
    picture = "\r\n----=_B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"
    return head.encode() + encoded + picture.encode() + b"\r\n----=_B--\r\n"


@pytest.mark.parametrize("charset", ["gb2312", "utf-8"])
def test_a_page_saved_as_one_file(charset: str) -> None:
    data = TEXT.encode("gb18030")
    assert govreport.read(archive(quopri.encodestring(data), "quoted-printable", charset)) == EXAMPLE
    assert govreport.read(archive(encodebytes(data), "base64", charset)) == EXAMPLE


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(ReadError, match="GR047"):
        govreport.read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n")


def test_an_archive_of_archives_is_refused() -> None:
    parts = (f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(5000))
    with pytest.raises(ReadError, match="GR046"):
        govreport.read(f"MIME-Version: 1.0\r\n{''.join(parts)}".encode())
