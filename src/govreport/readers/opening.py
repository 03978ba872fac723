"""What `govreport.read` is given, as bytes and the name of their file."""

import re
from os import PathLike, fspath
from pathlib import Path

from govreport.readers.refusals import refuse

_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)


def opened(source: str | PathLike[str] | bytes) -> tuple[bytes, str | None]:
    """The bytes of a file and its name, None for bytes.

    Raises:
        ReadError: It is an address; nothing is fetched.
        OSError: There is no such file, or it may not be read.
        TypeError: It is neither a path nor bytes, or is the text of a report.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), None
    if not isinstance(source, str | PathLike):
        raise TypeError(f"read() takes a path or bytes, not {type(source).__name__}")
    name = fspath(source)
    if not isinstance(name, str):
        raise TypeError("read() takes a path as str, not as bytes")
    if _ADDRESS.match(name):
        raise refuse("GR049", name)
    path = Path(name)
    try:
        if path.is_dir():  # Windows would say that permission is denied
            raise IsADirectoryError(f"{name} is a folder; give the files in it")
        return path.read_bytes(), path.name
    except OSError as error:
        if "\n" in name:
            raise TypeError("read() takes a path; the text of a report goes to parse()") from error
        raise
