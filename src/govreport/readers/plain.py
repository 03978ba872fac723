"""Text files: what they hold, as it stands."""

from govreport.document import Document
from govreport.model import SourceRecord
from govreport.readers.encodings import decode


def read(data: bytes, name: str | None = None) -> Document:
    """The text of a file.

    Raises:
        ReadError: The file is empty, no text, or in an encoding that is not known for certain.
    """
    return Document(decode(data), SourceRecord("text", name), raw=True)
