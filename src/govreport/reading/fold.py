"""Folding: many ways of writing one label become one key. Only copies are folded; offsets stay those of the text."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    code for code in range(0x10000) if unicodedata.category(chr(code)) in ("Cf", "Cc") and chr(code) not in "\t\n\r"
)
_ALIKE = str.maketrans("−–—―‐‑‒“”„‟‘’‚‛「」『』【】〔〕［］", "-------" + '"' * 4 + "'" * 4 + '"' * 4 + "()" * 3)
# Traditional and simplified forms, in pairs, of the characters that the labels use.
_PAIRS = (
    "體体況况動动開开務务報报給给請请數数總总計计結结轉转續续辦办繼继過过權权類类屬属於于國国機机關关規规"
    "許许廢废現现徵征應应對对單单業业組组織织會会訴诉訟讼復复複复議议維维糾纠審审項项費费額额採采購购"
    "條条與与違违無无從从將将個个為为問问題题進进執执懲惩強强萬万億亿確确認认導导當当選选變变產产償偿"
    "決决處处鈎钩鉤钩勾勾稽稽係系繫系連连絡络價价優优據据證证書书當当補补內内詢询舉举訪访複复"
    "圖图館馆發发佈布網网頁页調调課课責责紀纪終终編编統统覽览點点擊击瀏浏號号陽阳黨党區区縣县鎮镇鄉乡廳厅"
)
_SIMPLIFIED = str.maketrans(_PAIRS[::2], _PAIRS[1::2])
_ORDINAL = re.compile(
    r"[\s#*|丨>·•\-]*(?:第[一二三四五六七八九十]{1,3}[部章][、:.\s]*分?[、:.\s]*"
    r"|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、,.:\s]*"
    r"|(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、,.:)]|\s)[、,.:\s]*)"
)


def fold(raw: str) -> str:
    """Width, look-alikes and invisible characters folded; words and spaces kept."""
    if raw.isascii() and raw.isprintable():
        return raw
    return unicodedata.normalize("NFKC", raw.translate(_INVISIBLE)).translate(_ALIKE)


def letters(text: str) -> str:
    """A folded text without white space and punctuation, simplified."""
    return "".join(filter(str.isalnum, text)).translate(_SIMPLIFIED)


def strip_ordinal(folded: str) -> str:
    """A folded text without the ordinals before it: "三、(一) 予以公开" gives "予以公开"."""
    for _ in range(3):
        match = _ORDINAL.match(folded)
        if match is None:
            break
        folded = folded[match.end() :]
    return folded


def key(raw: str) -> str:
    """What labels are compared by."""
    return letters(fold(raw))


def bare_key(raw: str) -> str:
    """The key of a label without its ordinal."""
    return letters(strip_ordinal(fold(raw)))
