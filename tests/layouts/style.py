"""The hand of one office: which of the many ways of writing labels, ordinals and numbers it has."""

import re
from random import Random

import attrs

from govreport import form
from govreport.model import Amount

_ORDINAL = re.compile(r"^(?:[一二三四五六]、|（[一二三四五六七]）|\d\.)")
_FULL_WIDTH = str.maketrans("0123456789,.-+", "０１２３４５６７８９，．－＋")
_TRADITIONAL = str.maketrans(
    "规万总计项请数结转类务复维纠开关属国业机构举报诉执区补费许处罚强动审产释决现内",
    "規萬總計項請數結轉類務復維糾開關屬國業機構舉報訴執區補費許處罰強動審產釋決現內",
)
_BREAKS = {4: 2, 6: 4}  # header words are broken in the middle: 商业 企业


@attrs.frozen
class Style:
    """One way of writing; `plain` is that of the form."""

    section_ordinal: str = "{han}、"
    brackets: str = "（）"
    item: str = "{n}."
    quotes: str = "“”"
    comma: str = "，"
    header_break: str = ""
    upright: bool = False
    variants: float = 0.0
    full_width: bool = False
    thousands: str = ""
    counter: str = ""
    blank: str = ""
    minus: str = "-"
    amount_unit: str = ""
    traditional: bool = False
    one_table: bool = True
    remedies_apart: bool = False
    seed: int = 0

    def number(self, value: int | Amount | None) -> str:
        """A value as this office prints it."""
        if value is None:
            return self.blank
        if isinstance(value, Amount):
            text = value.value + (value.unit or "")
        elif value < 0:
            text = f"{self.minus}{-value}"
        else:
            text = (
                f"{value:,}".replace(",", self.thousands) if self.thousands else str(value)
            ) + self.counter
        return text.translate(_FULL_WIDTH) if self.full_width else text

    def words(self, table: str, terminal: str) -> str:
        """A label of the form, perhaps one of its variants, with this office's punctuation."""
        known = form.labels(table)[terminal]
        chance = Random(f"{self.seed} {terminal}")
        ordinal = _ORDINAL.match(known[0])
        text = known[0]
        if len(known) > 1 and chance.random() < self.variants:
            text = (ordinal[0] if ordinal else "") + _ORDINAL.sub("", chance.choice(known[1:]))
        text = self.punctuated(text)
        return text.translate(_TRADITIONAL) if self.traditional else text

    def punctuated(self, text: str) -> str:
        """The text with this office's brackets, ordinals, quotes and commas."""
        text = re.sub(r"^(\d)\.", lambda m: self.item.format(n=m[1]), text)
        for old, new in zip("（）“”，", self.brackets + self.quotes + self.comma, strict=True):
            text = text.replace(old, new)
        return text

    def column(self, table: str, terminal: str) -> str:
        """A header word, perhaps broken in the middle or printed from top to bottom."""
        text = self.words(table, terminal)
        if self.upright:
            return "\n".join(text)
        at = _BREAKS.get(len(text))
        return text[:at] + self.header_break + text[at:] if at and text.isalpha() else text

    def heading(self, number: int, terminal: str) -> str:
        """The heading of a section."""
        name = _ORDINAL.sub("", form.labels("outline")[terminal][0])
        return self.section_ordinal.format(han="一二三四五六"[number - 1], n=number) + name


def draw_style(rng: Random) -> Style:
    """A random hand; most traits are those of the form."""

    def rarely(usual: str, *others: str, chance: float = 0.3) -> str:
        return rng.choice(others) if rng.random() < chance else usual

    return Style(
        section_ordinal=rarely(
            "{han}、", "{han}.", "{han}．", "{n}、", "{n}、 ", "第{han}部分 ", "（{han}）", ""
        ),
        brackets=rarely("（）", "()"),
        item=rarely("{n}.", "{n}、", "{n}. ", "{n}．"),
        quotes=rarely("“”", '""', "‘’", "「」"),
        comma=rarely("，", ",", "、"),
        header_break=rarely("", "\n", chance=0.5),
        variants=rng.choice([0.0, 0.0, 0.3]),
        full_width=rng.random() < 0.05,
        thousands=rarely("", ",", "，", chance=0.1),
        counter=rarely("", "件", chance=0.05),
        blank=rarely("", "-", "—", "/", "无", "／", chance=0.5),
        minus=rarely("-", "－", "减少", "↓", "−"),
        traditional=rng.random() < 0.04,
        upright=rng.random() < 0.05,
        one_table=rng.random() < 0.6,
        remedies_apart=rng.random() < 0.1,
        seed=rng.getrandbits(32),
    )
