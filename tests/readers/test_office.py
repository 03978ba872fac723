"""Old formats go through LibreOffice, which reaches no network, runs alone and leaves nothing behind."""

import os
import shutil
import socket
import sys
import tempfile
import threading
from pathlib import Path

import pytest

import govreport
from govreport import ReadError
from govreport.readers import office, read_document
from tests.model.samples import full_report
from tests.readers.packages import package
from tests.readers.test_xlsx import row, sheet, workbook

RTF = rb"{\rtf1\ansi one\par}"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

needs_office = pytest.mark.skipif(
    not any(map(shutil.which, office.PROGRAMS)), reason="LibreOffice is not installed"
)
needs_posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(data, "a.rtf")
    return caught.value.diagnostics[0].code


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in place of LibreOffice; `sys.argv[-2]` is where it writes, `sys.argv[-1]` what it reads."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys, time\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "_program", lambda: str(program))


def test_without_libreoffice_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_program", lambda: None)
    with pytest.raises(ReadError, match="LibreOffice") as caught:
        read_document(RTF)
    assert caught.value.diagnostics[0].code == "GR048"


def test_a_password_is_named_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_program", lambda: None)
    assert refusal(COMPOUND + "EncryptedPackage".encode("utf-16-le")) == "GR044"


@needs_posix
def test_what_cannot_be_converted_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "")
    assert refusal(RTF) == "GR047"


@needs_posix
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "survived"
    child = f"import time, pathlib; time.sleep(2); pathlib.Path({str(mark)!r}).touch()"
    stand_in(
        tmp_path,
        monkeypatch,
        f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)",
    )
    monkeypatch.setattr(office, "_SECONDS", 0.5)
    assert refusal(RTF) == "GR047"
    threading.Event().wait(2.5)
    assert not mark.exists(), "its children are ended too"


@needs_posix
def test_an_old_spreadsheet_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted = tmp_path / "converted.xlsx"
    converted.write_bytes(workbook(sheet(row(1, "甲", 1.0))))
    stand_in(
        tmp_path,
        monkeypatch,
        "assert sys.argv[sys.argv.index('--convert-to') + 1] == 'xlsx'\n"
        "out = pathlib.Path(sys.argv[-2]); out.mkdir()\n"
        f"(out / 'source.xlsx').write_bytes(pathlib.Path({str(converted)!r}).read_bytes())",
    )
    document = read_document(COMPOUND + "Workbook".encode("utf-16-le"), "a.xls")
    assert document.text == "甲\t1\n"
    assert (document.record.format, document.record.name) == ("office", "a.xls")


@needs_office
def test_a_report_in_rich_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    report = full_report("2021")
    lines = "".join(_table_row(line) for line in govreport.render(report, "text").splitlines())
    back = govreport.read(rf"{{\rtf1\ansi\uc1 {lines}}}".encode("ascii"))
    assert (back.applications, back.remedies) == (report.applications, report.remedies)
    assert not any(tmp_path.iterdir()), "nothing is left in the temporary folder"


@needs_office
def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("机密", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        port = server.getsockname()[1]
        document = read_document(_open_document(f"http://127.0.0.1:{port}", tmp_path.as_uri()), "a.odt")
        with pytest.raises(TimeoutError):
            server.accept()
    assert document.text.split() == ["正文", "节"]


def _open_document(site: str, folder: str) -> bytes:
    """An OpenDocument text with a picture of a site, and a section out of another file."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    picture = (
        '<draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm">'
        f'<draw:image xlink:href="{site}/a.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>'
    )
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{folder}/secret.txt"'
        ' xlink:type="simple"/><text:p>节</text:p></text:section>'
    )
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"'
            ' office:version="1.2"><office:body><office:text>'
            f"<text:p>正文{picture}</text:p>{section}"
            "</office:text></office:body></office:document-content>",
            "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest="
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry'
            ' manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        }
    )


def _rich_text(text: str) -> str:
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)


def _table_row(line: str) -> str:
    """A line with tabs as the row of a table."""
    cells = line.split("\t")
    if len(cells) == 1:
        return rf"\pard {_rich_text(line)}\par "
    edges = "".join(rf"\cellx{900 * (i + 1)}" for i in range(len(cells)))
    return rf"\trowd{edges} " + "".join(rf"\pard\intbl {_rich_text(c)}\cell " for c in cells) + r"\row "
