"""Web pages: what a browser would show of the report, and what the page around it says."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import chain

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from govreport.document import Document
from govreport.readers.flow import Flow
from govreport.readers.html.absent import absence
from govreport.readers.html.archive import is_archive, page_of
from govreport.readers.html.article import Article, article_of
from govreport.readers.html.boxes import Box, Line
from govreport.readers.html.charset import decode
from govreport.readers.html.metadata import named_titles, record_of
from govreport.readers.html.scan import scanned
from govreport.readers.html.straight import read_straight
from govreport.readers.html.style import Styles, styles_of
from govreport.readers.html.tree import parsed
from govreport.readers.html.words import best_title

_LINKED = 0.8  # of the characters of a page; one of links alone is no report either
_SHOWN = 10  # cells with values; a page that shows fewer may keep its text hidden until it is clicked


def read(data: bytes, name: str | None = None) -> Document:
    """The report on a page, without the menus and lists around it.

    Raises:
        ReadError: The page is in no known encoding, beyond all bounds, or holds its text in scripts.
    """
    data, declared = page_of(data) if is_archive(data) else (data, None)
    page, shown = _opened(data, declared)
    if shown is None:
        return Document("", record_of(page, name, ()))
    article = article_of(shown)
    if error := absence(page, shown, chain(_titles(article, page), (line.text for line in article.head))):
        raise error
    record = record_of(page, name, (*article.before, *article.behind))
    flow = Flow()
    if not article.is_titled and (title := best_title(_titles(article, page))):
        flow.paragraph(title)
    _write(article, flow)
    return flow.document(record)


def _opened(data: bytes, declared: str | None) -> tuple[LexborHTMLParser, Box | None]:
    """The head of a page, and what it shows."""
    try:
        straight = _opened_straight(data.removeprefix(BOM_UTF8))
    except UnicodeDecodeError:
        text = decode(data, declared)
        return _opened_straight(text.encode()) or _opened_tree(text)
    return straight or _opened_tree(decode(data, declared))


def _opened_straight(data: bytes) -> tuple[LexborHTMLParser, Box] | None:
    """The head of a page and what it shows, where that is told without its tree."""
    found = read_straight(data)
    if found is None or found[1].values < _SHOWN or found[1].linked > _LINKED * found[1].chars:
        return None
    return found


def _opened_tree(text: str) -> tuple[LexborHTMLParser, Box | None]:
    """The tree of a page, and what it shows."""
    page = parsed(text)
    root = page.body or page.root
    return page, None if root is None else _shown(root, styles_of(page, text))


def _shown(root: LexborNode, styles: Styles) -> Box:
    """What a page shows, and what it hides where that is its tables."""
    shown = scanned(root, styles)
    if styles.hidden and shown.values < _SHOWN:
        whole = scanned(root, attrs.evolve(styles, hidden=frozenset()))
        shown = whole if whole.values > shown.values + _SHOWN else shown
    if shown.linked > _LINKED * shown.chars:  # a link that is never closed goes on to the end of the page
        shown = scanned(root, styles, links=False)
    return shown


def _titles(article: Article, page: LexborHTMLParser) -> Iterator[str]:
    """What may be the title of a report: lines before it, headings and the nearest first, and its head."""
    lines = [x for x in reversed(article.before) if isinstance(x, Line) and not x.is_link]
    yield from (line.text for line in sorted(lines, key=lambda line: not line.is_heading))
    yield from named_titles(page)


def _write(article: Article, flow: Flow) -> None:
    for item in article.items:
        if isinstance(item, Line):
            flow.paragraph(item.text)
        else:
            flow.grid(item.rows)
