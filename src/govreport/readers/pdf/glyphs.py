"""What a character code of a PDF stands for: radicals and ligatures as the letters that people write."""

import unicodedata

# Radicals that Unicode does not lead back to the character that they look like.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
_FOLDED = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFB06))  # radicals, compatibility, ligatures
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))
UNKNOWN = "\ufffd"


def letter(code: int) -> str:
    """The character of a code; what stands for none is U+FFFD, so that it never looks blank."""
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNKNOWN
    character = chr(code)
    if code < 0x2E80 or not _within(code, _FOLDED):
        return character
    return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)


def is_unknown(character: str) -> bool:
    """Whether a character says nothing of what is printed: the font has no map to Unicode."""
    return character == UNKNOWN or _within(ord(character[0]), _PRIVATE)


def _within(code: int, blocks: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in blocks)
