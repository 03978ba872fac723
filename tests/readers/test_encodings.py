"""Bytes become exactly the text that was saved, or a refusal that says what they are."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.diagnostics import Message, ReadError
from govreport.readers import read_document
from govreport.readers.encodings import decode

TEXT = "二、主动公开政府信息情况\n行政许可\t187\n本局全年收到申请三十一件，均已按期答复。\n"


def refusal(data: bytes) -> Message:
    with pytest.raises(ReadError) as caught:
        read_document(data)
    return caught.value.diagnostics[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gbk", "gb18030"])
def test_reads_what_windows_and_wps_save(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_reads_both_byte_orders(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + TEXT.encode(encoding)) == TEXT


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_every_utf8_text_survives(prose: str) -> None:
    text = TEXT + prose
    assert decode(text.encode()) == text


def test_a_cut_inside_the_last_character_leaves_a_mark() -> None:
    whole = TEXT.rstrip("。\n") + "。"
    assert decode(whole.encode()[:-1]) == whole[:-1] + "\ufffd"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE + "\n".encode("utf-16-le"), "empty"),
        (b"PK\x03\x04....", "damaged"),
        (b"GIF89a", "picture in a format other than"),
        (b"Rar!\x1a\x07", "an archive"),
        (b"abc\0def", "binary"),
        (TEXT.encode("utf-16-le"), "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "byte order mark of UTF-16"),
    ],
)
def test_says_what_is_no_text(data: bytes, says: str) -> None:
    assert says in refusal(data).en


def test_one_broken_byte_is_named_by_its_line_and_never_guessed() -> None:
    broken = TEXT.encode().replace(b"187", b"1\xff7")
    assert "from line 2 on" in refusal(broken).en


def test_other_chinese_encodings_are_refused_rather_than_misread() -> None:
    traditional = "政府資訊公開工作年度報告，本機關全年受理申請三十一件。" * 4
    assert "encoding is not known" in refusal(traditional.encode("big5")).en


@pytest.mark.parametrize(("language", "says"), [("zh", "压缩文件"), ("en", "an archive")])
def test_the_refusal_speaks_both_languages(monkeypatch: pytest.MonkeyPatch, language: str, says: str) -> None:
    monkeypatch.setenv("GOVREPORT_LANG", language)
    with pytest.raises(ReadError, match=says):
        read_document(b"7z\xbc\xaf")
