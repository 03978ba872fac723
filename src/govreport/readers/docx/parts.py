"""The parts of a Word document that hold text or say how it is numbered and hidden."""

from xml.etree.ElementTree import Element

from govreport.readers.ooxml import OfficePackage


class Parts:
    """The document and the parts that it refers to."""

    def __init__(self, data: bytes) -> None:
        """Open a document.

        Raises:
            ReadError: It is no zip archive.
        """
        self._package = OfficePackage(data)
        self._main = self._package.main("word/document.xml")
        self._related = {related.kind: related.name for related in self._package.related(self._main)}

    def document(self) -> Element:
        """The body and what is around it.

        Raises:
            ReadError: It is missing, damaged or beyond a bound.
        """
        return self._package.xml(self._main)

    def part(self, kind: str) -> Element | None:
        """The part of a kind ("styles", "numbering") that the document refers to, if the package has it."""
        name = self._related.get(kind)
        return self._package.xml(name) if name is not None and name in self._package else None
