"""The package of Office documents (docx, xlsx): parts that refer to each other."""

import posixpath
import re
from xml.etree.ElementTree import Element

import attrs

from govreport.readers.archive import Package, parse_xml

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Documents of the strict kind say the same under other names.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w{1,30})/(\w{1,30})")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"


@attrs.frozen
class Related:
    """A part that another refers to: under which identifier, as what, and its name."""

    identifier: str
    kind: str
    name: str


class OfficePackage(Package):
    """A package whose parts are found by their relationships; what is outside of it is never looked for."""

    def xml(self, name: str) -> Element:
        """The root element of a part, in the names of the usual kind of documents."""
        return parse_xml(_STRICT.sub(_USUAL, self.read(name)), name)

    def related(self, source: str = "") -> list[Related]:
        """The parts that a part refers to, or the package as a whole."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self:
            return []
        return [
            Related(
                r.get("Id", ""), r.get("Type", "").rpartition("/")[2], _joined(folder, r.get("Target", ""))
            )
            for r in self.xml(relations).iter(_RELATIONSHIP)
            if r.get("TargetMode") != "External"
        ]

    def main(self, usual: str) -> str:
        """The name of the main part: that which the package names as such, else the usual one."""
        return next((r.name for r in self.related() if r.kind == "officeDocument"), usual)


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
