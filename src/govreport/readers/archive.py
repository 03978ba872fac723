"""The parts of a zip package (docx, xlsx, OFD), read in memory and within bounds; nothing is fetched.

XML is read by expat, which comes with Python. What has a document type is not parsed at all, so that no
entity is ever declared, expanded or looked for elsewhere.
"""

import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from govreport.diagnostics import Message
from govreport.readers.refusals import damaged, refuse, too_large

MOST_PARTS = 20_000  # a report has some twenty
MOST_UNPACKED = 300_000_000  # bytes of all parts that are read
MOST_RATIO = 300  # bytes for each packed one; a table of zeros comes to some thirty
MOST_XML = 60_000_000  # bytes of one part
MOST_TAGS = 1_000_000  # in one part; a report has some six thousand
MOST_DEPTH = 250  # elements within each other

_SMALL = 1_000_000  # bytes; the ratio of less says nothing
# In every encoding that expat knows, the characters of markup are those of ASCII or of UTF-16.
_DOCUMENT_TYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_ENCRYPTED = 1  # the bit of a part's flags
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Package:
    """A zip archive whose parts are read one by one."""

    def __init__(self, data: bytes) -> None:
        """Open an archive.

        Raises:
            ReadError: It is none, or has too many parts.
        """
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise damaged(Message(zh="不是完整的压缩文件（zip）", en=str(error))) from error
        self.names = tuple(self._archive.namelist())
        self._unpacked = 0
        if len(self.names) > MOST_PARTS:
            raise too_large(Message(zh="部件", en="parts"), len(self.names), MOST_PARTS)

    def __contains__(self, name: object) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            ReadError: The archive lacks it, it is damaged or encrypted, or it unpacks to too much.
        """
        part = self._archive.NameToInfo.get(name)
        if part is None:
            raise damaged(Message(zh=f"没有 {name}", en=f"no {name}"))
        if part.flag_bits & _ENCRYPTED:
            raise refuse("GR044")
        self._unpacked += part.file_size
        allowed = min(MOST_UNPACKED, max(_SMALL, part.compress_size * MOST_RATIO))
        if self._unpacked > MOST_UNPACKED or part.file_size > allowed:
            raise too_large(Message(zh="字节", en="bytes"), self._unpacked, allowed)
        try:
            # zipfile unpacks no more than the size that was just allowed, and compares the checksum.
            return self._archive.read(part)
        except _DAMAGE as error:
            raise damaged(error) from error

    def xml(self, name: str) -> Element:
        """The root element of a part.

        Raises:
            ReadError: As for `read`; or it is no well-formed XML, has a document type, or is beyond a bound.
        """
        return parse_xml(self.read(name), name)


def parse_xml(data: bytes, name: str = "XML") -> Element:
    """The root element of an XML file; `name` is for the message.

    Raises:
        ReadError: It is not well-formed, has a document type, or is beyond a bound.
    """
    if len(data) > MOST_XML:
        raise too_large(Message(zh="字节", en="bytes"), len(data), MOST_XML)
    if (tags := data.count(b"<")) > MOST_TAGS:
        raise too_large(Message(zh="标签", en="tags"), tags, MOST_TAGS)
    if any(mark in data for mark in _DOCUMENT_TYPES):
        why = Message(zh="XML 带有文档类型（DOCTYPE）", en="XML with a document type (DOCTYPE)")
        raise damaged(Message(zh=f"{name}：{why.zh}", en=f"{name}: {why.en}"))
    try:
        root = ElementTree.XML(data)
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise damaged(f"{name}: {error}") from error
    _bound_depth(root)
    return root


def _bound_depth(root: Element) -> None:
    level = [root]
    for _ in range(MOST_DEPTH):
        if not (level := [child for element in level for child in element]):
            return
    raise too_large(Message(zh="嵌套层", en="levels of nesting"), MOST_DEPTH + 1, MOST_DEPTH)
