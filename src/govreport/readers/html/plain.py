"""Elements that hold nothing but words: their text is taken at once, without a walk through their runs."""

from selectolax.lexbor import LexborNode

from govreport.readers.html.markup import RUNS
from govreport.readers.html.style import Styles
from govreport.readers.html.walk import CELLS

_RUNS = [name.replace(":", r"\:") for name in RUNS]
_PLAIN = ", ".join((*_RUNS, "p", "td", "th", "tr", "tbody"))
_LINES_IN_RUNS = ", ".join(f"{name} > p" for name in _RUNS)


class PlainElements:
    """Tells the elements of a page that hold nothing but words from those that must be walked through."""

    def __init__(self, root: LexborNode, styles: Styles) -> None:
        self._others: set[int] = set()
        for node in (*root.css(f":not({_PLAIN})"), *root.css(_LINES_IN_RUNS), *styles.elements):
            self._mark(node)

    def paragraph(self, node: LexborNode) -> str | None:
        """The words of a paragraph, or None where more than words stand in it."""
        return None if node.mem_id in self._others else node.text_lexbor()

    def row(self, node: LexborNode) -> list[str] | None:
        """The words of the cells of a row, where each has one paragraph at most, or None."""
        if node.mem_id in self._others:
            return None
        found = []
        for cell in node.iter():
            if cell.tag in CELLS:
                text = _words(cell)
                if text is None:
                    return None
                found.append(text)
        return found

    def _mark(self, node: LexborNode) -> None:
        """Mark an element and those around it, up to one that is marked already."""
        at: LexborNode | None = node
        while at is not None and at.mem_id not in self._others:
            self._others.add(at.mem_id)
            at = at.parent


def _words(cell: LexborNode) -> str | None:
    """The words of a cell that stand in one paragraph, or None."""
    first = cell.child
    if first is None:
        return ""
    if first.next is None:
        text = first.text_content  # of words alone, as in most cells
        return cell.text_lexbor() if text is None else text
    return cell.text_lexbor() if _is_one_line(first) else None


def _is_one_line(first: LexborNode) -> bool:
    """Whether an element and those beside it are one paragraph with blanks around it, or words alone."""
    paragraphs, words = 0, False
    node: LexborNode | None = first
    while node is not None:
        tag = node.tag
        if tag == "p":
            paragraphs += 1
        elif tag != "-text" or not (node.text_content or "").isspace():
            words = True
        node = node.next
    return paragraphs + words < 2
