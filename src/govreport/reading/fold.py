"""Folding: many ways of writing one label become one key. Only copies are folded, the text stays."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile(
    "["
    + "".join(
        re.escape(chr(c))
        for c in range(0x10000)
        if unicodedata.category(chr(c)) in ("Cf", "Cc") and chr(c) not in "\t\n\r"
    )
    + "]+"
)
_ALIKE = dict(
    zip(
        "−–—―‐‑‒“”„‟‘’‚‛「」『』【】〔〕［］", "-------" + '"' * 4 + "'" * 4 + '"' * 4 + "()" * 3, strict=True
    )
)
_LOOK_ALIKE = re.compile("[" + "".join(_ALIKE) + "]")
# Traditional and simplified forms, in pairs: all that the words of the form have, and common ones beside.
_PAIRS = (
    "萬万與与業业個个爲为為为舉举鄉乡於于億亿會会體体關关內内決决況况減减擊击辦办務务動动區区單单廳厅縣县發发號号後后員员國国處处復复複复學学審审對对"
    "屬属廢废開开強强當当總总執执掃扫護护報报據据數数無无時时暫暂機机權权條条來来構构沒没瀏浏點点現现確确祕秘穩稳類类糾纠納纳組组織织經经結结統统繼继"
    "續续維维編编繳缴罰罚範范獲获補补規规覽览計计認认議议許许訟讼訪访訴诉詞词詢询請请讀读責责購购費费轉转輯辑過过這这進进採采鉤钩鈎钩鎮镇閉闭問问間间"
    "閱阅閲阅隊队難难頁页項项題题額额館馆佈布僅仅從从將将徵征應应懲惩準准澤泽營营產产眾众種种給给網网聯联臺台舊旧衛卫裝装見见觀观觸触訂订試试該该詳详"
    "調调論论證证變变讓让豐丰貼贴賣卖質质贊赞較较農农連连達达適适選选鄰邻釋释錄录鑒鉴長长門门陽阳階阶際际電电領领頒颁顯显飛飞餘余麗丽黨党係系製制覆复"
)
_SIMPLIFIED = str.maketrans(_PAIRS[::2], _PAIRS[1::2])
_TRADITIONAL = re.compile(f"[{_PAIRS[::2]}]")
_ORDINAL = re.compile(
    r"[\s#*|丨>·•\-]*(?:第[一二三四五六七八九十]{1,3}[部章][、:.\s]*分?[、:.\s]*"
    r"|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、,.:\s]*"
    r"|(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、,.:)]|\s)[、,.:\s]*)"
)
_REMEMBERED = 8192  # labels repeat from row to row and from report to report


def fold(raw: str) -> str:
    """Width, look-alikes and invisible characters folded; words and spaces kept."""
    if raw.isascii() and raw.isprintable():
        return raw
    if _INVISIBLE.search(raw):
        raw = _INVISIBLE.sub("", raw)
    if not unicodedata.is_normalized("NFKC", raw):
        raw = unicodedata.normalize("NFKC", raw)
    return _LOOK_ALIKE.sub(lambda m: _ALIKE[m[0]], raw) if _LOOK_ALIKE.search(raw) else raw


def letters(text: str) -> str:
    """A folded text without white space and punctuation, simplified."""
    return simplified("".join(filter(str.isalnum, text)))


def simplified(text: str) -> str:
    """A text with the simplified forms of its characters, one for one."""
    return text.translate(_SIMPLIFIED) if _TRADITIONAL.search(text) else text


def strip_ordinal(folded: str) -> str:
    """A folded text without the ordinals before it: "三、(一) 予以公开" gives "予以公开"."""
    for _ in range(3):
        match = _ORDINAL.match(folded)
        if match is None:
            break
        folded = folded[match.end() :]
    return folded


@lru_cache(maxsize=_REMEMBERED)
def key(raw: str) -> str:
    """What labels are compared by."""
    return letters(fold(raw))


@lru_cache(maxsize=_REMEMBERED)
def bare_key(raw: str) -> str:
    """The key of a label without its ordinal."""
    return letters(strip_ordinal(fold(raw)))
