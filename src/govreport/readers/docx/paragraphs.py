"""The text of a paragraph as it is printed when all tracked changes are accepted."""

from xml.etree.ElementTree import Element

from govreport.readers.docx.names import (
    ALTERNATE,
    HIDDEN,
    LEFT_OUT,
    MOVED,
    PPR,
    RAISED,
    RPR,
    STRUCK,
    STRUCK_TWICE,
    R,
    T,
    branch,
    is_on,
    value,
    w,
)
from govreport.readers.docx.styles import Styles
from govreport.readers.flow import digits_meet

BOX = w("txbxContent")

_MARKS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FIELD, _SYMBOL = w("fldChar"), w("sym")
_RUN_STYLE = w("rStyle")
_APART = (STRUCK, STRUCK_TWICE, RAISED, MOVED)
_SAYING = {HIDDEN, *_APART, _RUN_STYLE}
_Look = tuple[bool, ...]  # for each of `_APART`, whether it is said of a run; empty if the run is hidden
_PLAIN: _Look = (False,) * len(_APART)


def pieces_of(paragraph: Element, styles: Styles) -> list[str | Element]:
    """The text of a paragraph, and the contents of the text boxes in it, in their order."""
    pieces = _Pieces(styles, value(paragraph.find(PPR), w("pStyle")))
    pieces.walk(paragraph)
    return pieces.found


class _Pieces:
    """Collects the pieces of one paragraph."""

    def __init__(self, styles: Styles, style: str | None) -> None:
        self.found: list[str | Element] = []
        self._styles = styles
        self._style = style
        # The look of runs that say nothing of themselves is that of the style.
        self._usual = _PLAIN if style is None else None
        self._now = self._before = _PLAIN  # the look of what comes next, and of what stands before it
        self._codes: list[bool] = []  # for each open field, whether its code is what stands here

    def walk(self, parent: Element) -> None:
        """Add what an element holds."""
        for child in parent:
            tag = child.tag
            if tag in (T, _MATH_TEXT):
                self._add(child.text or "")
            elif tag in _MARKS:
                self._add(_MARKS[tag])
            elif tag == _SYMBOL:
                self._add(_symbol(child))
            elif tag == _FIELD:
                self._field(child.get(w("fldCharType")))
            elif tag == BOX:
                self.found.append(child)
            elif tag == ALTERNATE:
                if (chosen := branch(child)) is not None:
                    self.walk(chosen)
            elif tag == R:
                self._run(child)
            elif tag not in LEFT_OUT:
                self.walk(child)

    def _run(self, run: Element) -> None:
        """Add a run unless it is hidden; digits that are struck or raised stand apart: 12¹ is not 121."""
        if look := self._look(run.find(RPR)):
            self._now = look
            self.walk(run)
            self._now = _PLAIN

    def _look(self, properties: Element | None) -> _Look:
        """How a run is struck or raised; empty if it is hidden."""
        if properties is not None and not _SAYING.isdisjoint([said.tag for said in properties]):
            return self._look_of(properties)
        if self._usual is None:
            self._usual = self._look_of(None)
        return self._usual

    def _look_of(self, properties: Element | None) -> _Look:
        if self._has(properties, HIDDEN):
            return ()
        return tuple(self._has(properties, name) for name in _APART)

    def _add(self, text: str) -> None:
        if any(self._codes) or not text:
            return
        before = self.found[-1] if self.found else ""
        if self._now != self._before and isinstance(before, str) and digits_meet(before, text):
            self.found.append(" ")
        self.found.append(text)
        self._before = self._now

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _has(self, properties: Element | None, name: str) -> bool:
        """Whether a run has a property: by itself, else by its style, else by that of the paragraph."""
        own = is_on(properties, name)
        if own is not None:
            return own
        style = value(properties, _RUN_STYLE)
        return any(s is not None and self._styles.turn_on(s, name) for s in (style, self._style))


def _symbol(element: Element) -> str:
    """A character of a symbol font: its own number tells that something is printed here."""
    try:
        return chr(int(element.get(w("char"), ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
