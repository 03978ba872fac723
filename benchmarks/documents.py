"""Print how fast files are read, beside what else reads them: python -m benchmarks.documents [FILE...]."""

import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

import govreport
from benchmarks.speed import ROOT, Rows, show
from benchmarks.timing import measure
from govreport.readers import read_document

Call = Callable[[], object]
SUFFIXES = (".html", ".docx", ".pdf")
SLOW = ("docling",)  # measured in fewer rounds


def main() -> None:
    """Measure and print a table for each kind of file."""
    found = dict(files(sys.argv[1:]))
    for suffix in sorted({Path(name).suffix for name in found}):
        own = {name: data for name, data in found.items() if Path(name).suffix == suffix}
        show(f"Files ({suffix})", reading(own, suffix))


def files(named: list[str]) -> Iterator[tuple[str, bytes]]:
    """The files given; else those of the folder that GOVREPORT_REPORTS names, and the bundled example."""
    if named:
        yield from ((name, Path(name).read_bytes()) for name in named)
        return
    if folder := os.environ.get("GOVREPORT_REPORTS"):
        for path in sorted(Path(folder).glob("*/*.*")):
            if path.suffix in SUFFIXES:
                yield f"{path.parent.name}/{path.name}", path.read_bytes()
    text = (ROOT / "examples" / "example-2024.txt").read_text("utf-8")
    yield "example-2024.html", govreport.render(govreport.parse(text), "html").encode()


def reading(documents: dict[str, bytes], suffix: str) -> Rows:
    """Milliseconds of each file, and how many times as long each rival takes as it and as its first part."""
    others = able(installed(rivals(suffix)), next(iter(documents.values())))
    names = list(others)
    rows: Rows = [
        (
            "file",
            "kB",
            "read ms",
            "of it file to text",
            *(f"{n} / {part}" for part in ("read", "text") for n in names),
        )
    ]
    for document, data in documents.items():
        calls: dict[str, Call] = {
            "read": partial(govreport.read, data),
            "text": partial(read_document, data),
            **{name: partial(others[name], data) for name in names},
        }
        seconds = measure(calls, rounds=5 if set(names) & set(SLOW) else 15)
        rows.append(
            (
                document,
                f"{len(data) / 1000:.0f}",
                f"{seconds['read'] * 1000:.2f}",
                f"{seconds['text'] * 1000:.2f}",
                *(f"{seconds[n] / seconds[part]:.2f}" for part in ("read", "text") for n in names),
            )
        )
    return rows


def rivals(suffix: str) -> dict[str, Callable[[bytes], object]]:
    """What else opens a kind of file: the library that the reader is built on, and converters."""
    openers: dict[str, dict[str, Callable[[bytes], object]]] = {
        ".html": {"selectolax": selectolax, "pandas": pandas},
        ".docx": {"zipfile": unpacked},
        ".pdf": {"pypdfium2": pypdfium2},
    }
    return openers[suffix] | {"markitdown": partial(markitdown, suffix), "docling": partial(docling, suffix)}


def installed(calls: dict[str, Callable[[bytes], object]]) -> dict[str, Callable[[bytes], object]]:
    """The rivals that can be imported."""
    found = {}
    for name, call in calls.items():
        try:
            import_module(name)
        except ImportError:
            print(f"({name} is not installed and was left out)")
        else:
            found[name] = call
    return found


def able(calls: dict[str, Callable[[bytes], object]], data: bytes) -> dict[str, Callable[[bytes], object]]:
    """The rivals that read a file at all: docling reads PDF with models only, which it fetches."""
    found = {}
    for name, call in calls.items():
        try:
            call(data)
        except Exception as error:  # whatever a rival raises, the others are measured
            print(f"({name} failed and was left out: {type(error).__name__})")
        else:
            found[name] = call
    return found


def selectolax(data: bytes) -> Any:
    """The tree of a page."""
    return import_module("selectolax.lexbor").LexborHTMLParser(data.decode("utf-8", "replace"))


def pandas(data: bytes) -> Any:
    """The tables of a page as data frames, values repeated where cells span."""
    return import_module("pandas").read_html(io.BytesIO(data))


def unpacked(data: bytes) -> Any:
    """The parts of a Word document as trees."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    tree = import_module("xml.etree.ElementTree")
    return [tree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]


def pypdfium2(data: bytes) -> Any:
    """The text of the pages of a PDF, without tables."""
    document = import_module("pypdfium2").PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def markitdown(suffix: str, data: bytes) -> Any:
    """The file as Markdown."""
    return import_module("markitdown").MarkItDown().convert_stream(io.BytesIO(data), file_extension=suffix)


def docling(suffix: str, data: bytes) -> Any:
    """The file as a document of docling."""
    stream = import_module("docling.datamodel.base_models").DocumentStream
    return _docling_converter().convert(stream(name=f"report{suffix}", stream=io.BytesIO(data)))


@cache
def _docling_converter() -> Any:
    return import_module("docling.document_converter").DocumentConverter()


if __name__ == "__main__":
    main()
