"""Files to documents: what the bytes are, and the reader for them, loaded when it is needed.

Each reader is a module with a function `read(data, name)`; the packages that it needs are an extra.
"""

from collections.abc import Callable
from importlib import import_module

from govreport.diagnostics import Message, ReadError
from govreport.document import Document
from govreport.readers.formats import Format, format_of
from govreport.readers.refusals import refuse, too_large

MOST_BYTES = 200_000_000  # a scanned report has some ten million

__all__ = ["read_document"]


def read_document(data: bytes, name: str | None = None) -> Document:
    """The document that a file holds.

    Args:
        data: The file.
        name: Its name, if it has one; its suffix decides where the bytes do not.

    Raises:
        ReadError: It cannot be opened; the diagnostic says what it is and what to do.
    """
    if not data or data.isspace():
        raise refuse("GR040")
    if len(data) > MOST_BYTES:
        raise too_large(Message(zh="字节", en="bytes"), len(data), MOST_BYTES)
    return reader(format_of(data, name))(data, name)


def reader(kind: Format) -> Callable[[bytes, str | None], Document]:
    """The function that reads a format.

    Raises:
        ReadError: Its extra is not installed.
    """
    try:
        module = import_module(f"govreport.readers.{kind.module}")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "govreport":
            raise
        raise missing(kind) from error
    function: Callable[[bytes, str | None], Document] = module.read
    return function


def missing(kind: Format) -> ReadError:
    """What to say where the extra of a format is not installed."""
    command = f'python -m pip install "govreport[{kind.extra}]"'
    return refuse("GR043", kind=kind.called, command=Message(command, command))
