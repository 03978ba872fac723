"""Numbers as lists print them: 1, 一, 壹, ①, a, iv."""

from collections.abc import Callable

_MOST = 9999  # what is written in Chinese, letters or circles; greater numbers are written in digits
_COUNTING = "〇一二三四五六七八九", "十百千"
_LEGAL = "零壹贰叁肆伍陆柒捌玖", "拾佰仟"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(n: int, form: str) -> str:
    """A number in a form of numbering (`w:numFmt`); in digits where the form is not known or has none."""
    write = _FORMS.get(form)
    if form == "none":
        return ""
    return write(n) if write is not None and 0 < n <= _MOST else str(n)


def _chinese(n: int, digits: str, units: str, *, legal: bool = False) -> str:
    text = ""
    for power, digit in zip(range(len(str(n)) - 1, -1, -1), str(n), strict=True):
        if digit == "0":
            text += "" if text.endswith("零") else "零"
        else:
            text += digits[int(digit)] + (units[power - 1] if power else "")
    text = text.rstrip("零")
    return text[1:] if 10 <= n < 20 and not legal else text


def _in_order(symbols: str) -> Callable[[int], str]:
    """A sequence of symbols, then digits."""
    return lambda n: symbols[n - 1] if n <= len(symbols) else str(n)


def _letters(n: int) -> str:
    """a to z, then aa to zz: the letter that is repeated."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _roman(n: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (n // worth)
        n %= worth
    return text


def _from(first: str, count: int) -> Callable[[int], str]:
    return _in_order("".join(chr(ord(first) + i) for i in range(count)))


def _counting(n: int) -> str:
    return _chinese(n, *_COUNTING)


_CIRCLES = _in_order("".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260)))))
_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "ideographDigital": lambda n: "".join(_COUNTING[0][int(d)] for d in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_COUNTING[0][int(d)] for d in str(n)),
    "taiwaneseDigital": lambda n: "".join(_COUNTING[0][int(d)] for d in str(n)),
    "chineseLegalSimplified": lambda n: _chinese(n, *_LEGAL, legal=True),
    "ideographTraditional": _in_order("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _in_order("子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda n: str(n).translate({ord("0") + i: ord("０") + i for i in range(10)}),
    "decimalFullWidth2": lambda n: str(n).translate({ord("0") + i: ord("０") + i for i in range(10)}),
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
}
