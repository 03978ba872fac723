"""The parts of an OFD file: from OFD.xml to its pages, each with the templates that lie under it."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from xml.etree.ElementTree import Element

import attrs

from govreport.diagnostics import Message
from govreport.readers.archive import Package
from govreport.readers.refusals import damaged, refuse, too_large

MOST_PAGES = 500
POINT = 72 / 25.4  # points of a millimetre, the unit of the format
LARGEST = 15_000.0  # points on a side
_BODY = 1
_ORDER = {"Background": 0, "Body": _BODY, "Foreground": 2}
_A4 = (210 * POINT, 297 * POINT)


@attrs.frozen
class Source:
    """A page of a package.

    Attributes:
        size: Its width and height in points.
        layers: Its templates, itself and its notes, from below.
        package: What it stands in.
        pictures: Identifier of a picture -> the part that holds it.
    """

    size: tuple[float, float]
    layers: Sequence[Element]
    package: Package
    pictures: Mapping[str, str]


def sources(package: Package) -> Iterator[Source]:
    """The pages of the documents in a package.

    Raises:
        ReadError: A part is missing, damaged or encrypted, or there are too many pages.
    """
    if any(name.endswith("Encryptions.xml") for name in package.names):
        raise refuse("GR044")
    count = 0
    for root in named(package.xml("OFD.xml"), "DocRoot"):
        path = _resolved("OFD.xml", root.text)
        document = package.xml(path)
        templates = {
            element.get("ID", ""): _resolved(path, element.get("BaseLoc"))
            for element in named(document, "TemplatePage")
        }
        notes = _notes(package, document, path)
        pictures = _pictures(package, document, path)
        parsed: dict[str, Element] = {}
        size = _size(document) or _A4
        for listed in (page for pages in named(document, "Pages") for page in named(pages, "Page")):
            count += 1
            if count > MOST_PAGES:
                raise too_large(Message(zh="页", en="pages"), count, MOST_PAGES)
            page = package.xml(_resolved(path, listed.get("BaseLoc")))
            layers = [page]
            for template in sorted(named(page, "Template"), key=order):
                where = templates.get(template.get("TemplateID", ""))
                if where and where not in parsed:
                    parsed[where] = package.xml(where)
                if where:
                    at = len(layers) if order(template) > _BODY else layers.index(page)
                    layers.insert(at, parsed[where])
            layers += [package.xml(part) for part in notes.get(listed.get("ID", ""), ())]
            yield Source(_size(page) or size, layers, package, pictures)


def named(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name within another, whatever their namespace."""
    return (found for found in element.iter() if kind(found) == name)


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of a name, whatever their namespace."""
    return (found for found in element if kind(found) == name)


def child(element: Element, name: str) -> Element | None:
    """The first child of a name, if there is one."""
    return next(children(element, name), None)


def kind(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def order(element: Element) -> int:
    """Where a layer or template lies: under the body of its page, in it, or over it."""
    usual = "Background" if kind(element) == "Template" else "Body"
    return _ORDER.get(element.get("ZOrder") or element.get("Type") or usual, _BODY)


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute.

    Raises:
        ReadError: It holds something else.
    """
    try:
        found = [float(number) for number in (text or "").split()]
    except ValueError as error:
        raise damaged(error) from error
    if not all(map(isfinite, found)):
        raise damaged(f"no number: {(text or '')[:40]}")
    return found


def _notes(package: Package, document: Element, path: str) -> dict[str, list[str]]:
    """The parts that hold what was put onto the pages of a document later, by the pages' identifiers."""
    listed = child(document, "Annotations")
    where = None if listed is None else _resolved(path, listed.text)
    found: dict[str, list[str]] = {}
    if where is not None and where in package:
        for page in named(package.xml(where), "Page"):
            places = (_resolved(where, place.text) for place in named(page, "FileLoc"))
            found.setdefault(page.get("PageID", ""), []).extend(p for p in places if p in package)
    return found


def _pictures(package: Package, document: Element, path: str) -> dict[str, str]:
    """Identifier -> part of the pictures that the resources of a document name."""
    found = {}
    for listed in (each for name in ("PublicRes", "DocumentRes") for each in named(document, name)):
        if (where := _resolved(path, listed.text)) in package:
            resources = package.xml(where)
            base = posixpath.join(posixpath.dirname(where), resources.get("BaseLoc", ""), "")
            for media in named(resources, "MultiMedia"):
                for file in named(media, "MediaFile"):
                    found[media.get("ID", "")] = _resolved(base, file.text)
    return found


def _size(element: Element) -> tuple[float, float] | None:
    """The size of paper that a document or page names."""
    for box in named(element, "PhysicalBox"):
        values = numbers(box.text)
        if len(values) == 4 and values[2] > 0 and values[3] > 0:
            size = values[2] * POINT, values[3] * POINT
            if max(size) > LARGEST:
                side = Message(zh="页面边长点", en="points on a side of a page")
                raise too_large(side, int(min(max(size), 1e15)), int(LARGEST))
            return size
    return None


def _resolved(base: str, location: str | None) -> str:
    """The name of a part that another names: from the root, or from beside it."""
    if not location or not location.strip():
        raise damaged(f"{base}: no location")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), location.strip())).lstrip("/")
