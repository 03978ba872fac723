"""What is seen in a cell beside its text: pictures, objects, and fields whose result Word works out."""

from xml.etree.ElementTree import Element

from govreport.readers.docx.names import HIDDEN, LEFT_OUT, RPR, R, T, is_on, w

_SHOWN = frozenset(map(w, ("drawing", "object", "pict", "ddList")))
_FIELD, _KIND = w("fldChar"), w("fldCharType")
_SIGNS = _SHOWN | {_FIELD}


def may_show_more(body: Element) -> bool:
    """Whether a cell of a document can show more than its text: few do, and the others cost nothing."""
    return not _SIGNS.isdisjoint([element.tag for element in body.iter()])


def shows_more(cell: Element) -> bool:
    """Whether a cell shows something that is not among its text."""
    without_result = 0
    waiting = [cell]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _SHOWN:
            if next(element.iter(T), None) is None:
                return True
        elif tag == _FIELD:
            kind = element.get(_KIND)
            without_result += (kind == "begin") - (kind == "separate")
            waiting += element
        elif tag not in LEFT_OUT and not (tag == R and is_on(element.find(RPR), HIDDEN)):
            waiting += element
    return without_result > 0
