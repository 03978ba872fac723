"""The parts of a Word document that hold text or say how it is numbered and hidden."""

import posixpath
from xml.etree.ElementTree import Element

from govreport.readers.archive import Package, parse_xml

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Parts:
    """The parts of a package, found by their relationships; one outside the package is never looked for."""

    def __init__(self, data: bytes) -> None:
        """Open a document.

        Raises:
            ReadError: It is no zip archive.
        """
        self._package = Package(data)
        self._main = self._targets("").get("officeDocument", "word/document.xml")
        self._related = self._targets(self._main)

    def document(self) -> Element:
        """The body and what is around it.

        Raises:
            ReadError: It is missing, damaged or beyond a bound.
        """
        return self._xml(self._main)

    def part(self, kind: str) -> Element | None:
        """The part of a kind ("styles", "numbering") that the document refers to, if the package has it."""
        name = self._related.get(kind)
        return self._xml(name) if name is not None and name in self._package else None

    def _xml(self, name: str) -> Element:
        # A Strict document says the same in another namespace.
        return parse_xml(self._package.read(name).replace(_STRICT, _TRANSITIONAL), name)

    def _targets(self, source: str) -> dict[str, str]:
        """Kind of relationship -> name of the part, of one part or ("") of the whole package."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._package:
            return {}
        return {
            r.get("Type", "").rpartition("/")[2]: posixpath.normpath(
                posixpath.join(folder, r.get("Target", ""))
            ).lstrip("/")
            for r in self._package.xml(relations).iter(_RELATIONSHIP)
            if r.get("TargetMode") != "External"
        }
