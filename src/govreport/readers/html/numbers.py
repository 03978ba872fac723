"""The numbers that a browser writes before the items of a list."""

from selectolax.lexbor import LexborNode

_DIGITS = "〇一二三四五六七八九"
_CHINESE = ("cjk-ideographic", "simp-chinese", "trad-chinese", "chinese")


class Numbering:
    """The lists that are open, each with the number of its next item."""

    def __init__(self) -> None:
        self._lists: list[_List] = []

    def begin(self, node: LexborNode, tag: str) -> None:
        """A list begins."""
        if tag in ("ol", "ul"):
            self._lists.append(_List(node, ordered=tag == "ol"))

    def end(self, tag: str) -> None:
        """A list ends."""
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def next(self, item: LexborNode) -> str:
        """What stands before an item: a number, or "" in a list without numbers."""
        if not self._lists or not self._lists[-1].ordered:
            return ""
        return self._lists[-1].next(item)


class _List:
    """A list that is open."""

    def __init__(self, node: LexborNode, *, ordered: bool) -> None:
        kind, style = node.attrs.sget("type", ""), node.attrs.sget("style", "")
        self.ordered = ordered and "none" not in style
        self._chinese = any(name in style for name in _CHINESE)
        self._kind = kind
        self._number = _integer(node.attrs.sget("start", ""), 1)
        self._step = -1 if "reversed" in node.attrs else 1

    def next(self, item: LexborNode) -> str:
        """What stands before its next item."""
        number = _integer(item.attrs.sget("value", ""), self._number)
        self._number = number + self._step
        if self._chinese and 0 < number < 100:
            return f"{_chinese(number)}、"
        if self._kind in ("a", "A") and 0 < number <= 26:
            return f"{chr(ord(self._kind) + number - 1)}. "
        if self._kind in ("i", "I") and 0 < number < 40:
            roman = _roman(number)
            return f"{roman if self._kind == 'I' else roman.lower()}. "
        return f"{number}. "


def _roman(number: int) -> str:
    """A number below forty in Roman letters."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _integer(text: str, default: int) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else default


def _chinese(number: int) -> str:
    """A number below a hundred in Chinese: 十二."""
    tens, ones = divmod(number, 10)
    before = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return before + (_DIGITS[ones] if ones else "")
