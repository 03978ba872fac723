"""Documents of old Office, WPS, OpenDocument and RTF: LibreOffice makes them .docx or .xlsx, which are read.

It works in a temporary folder with a profile of its own, runs no macros, follows no links and has no way to
the network.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from govreport.diagnostics import Message, ReadError
from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers import docx, xlsx
from govreport.readers.formats import OFFICE
from govreport.readers.refusals import damaged, refuse

PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_SECONDS = 120
_MOST_BYTES = 200_000_000  # of what LibreOffice writes
_REFUSED = Message(
    zh="LibreOffice 打不开，可能有密码", en="LibreOffice cannot open it; it may have a password"
)

# Names of streams in a compound file (Office 97 to 2003), as they stand in its directory.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_SPREADSHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"

_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
    ("Calc/Content/Update", "Link", "2"),
)
_NOWHERE = ("ooInetHTTPProxy", "ooInetHTTPSProxy", "ooInetFTPProxy")


def read(data: bytes, name: str | None = None) -> Document:
    """The document that a file of such a format holds.

    Raises:
        ReadError: It is encrypted or damaged, LibreOffice is missing, or a bound is passed.
    """
    if _ENCRYPTED in data:
        raise refuse("GR044")
    program = _program()
    if program is None:
        raise refuse("GR048", kind=OFFICE.called)
    suffix, reader = _target(data)
    with tempfile.TemporaryDirectory(prefix="govreport-", ignore_cleanup_errors=True) as folder:
        converted = _convert(program, data, Path(folder), suffix)
    document = reader(converted, name)
    return attrs.evolve(document, record=SourceRecord(OFFICE.name, name))


def _program() -> str | None:
    return next(filter(None, map(shutil.which, (*PROGRAMS, *_PLACES))), None)


def _target(data: bytes) -> tuple[str, Callable[[bytes, str | None], Document]]:
    """What to convert to: a spreadsheet stays one."""
    is_sheet = _SPREADSHEET in data[:200] or (not data.startswith(b"PK") and _WORKBOOK in data)
    return ("xlsx", xlsx.read) if is_sheet else ("docx", docx.read)


def _convert(program: str, data: bytes, folder: Path, suffix: str) -> bytes:
    """What LibreOffice makes of a file."""
    source, profile = folder / "source", folder / "profile"
    source.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), "utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        suffix,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    _run(command, folder)
    target = folder / "out" / f"source.{suffix}"
    if not target.is_file() or target.stat().st_size > _MOST_BYTES:
        raise damaged(_REFUSED)
    return target.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run to the end, or end it and its children; what it prints is of no use to anyone."""
    process = subprocess.Popen(  # noqa: S603 - a program of this machine, on a file that was just written
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise _too_slow() from error
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _too_slow() -> ReadError:
    why = Message(
        zh=f"LibreOffice 在 {_SECONDS} 秒内没有完成",
        en=f"LibreOffice did not finish within {_SECONDS} seconds",
    )
    return damaged(why)


def _registry() -> str:
    """The settings of the profile; the proxy stands at a port where nothing answers."""
    proxies = [("Inet/Settings", "ooInetProxyType", "2")]
    for proxy in _NOWHERE:
        proxies += [("Inet/Settings", f"{proxy}Name", "127.0.0.1"), ("Inet/Settings", f"{proxy}Port", "9")]
    items = "".join(
        f'<item oor:path="/org.openoffice.{path if path.startswith("Inet") else f"Office.{path}"}">'
        f'<prop oor:name="{prop}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, prop, value in (*_SETTINGS, *proxies)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )
