"""The text of style sheets to rules: those that hold on a screen, and say something of interest."""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

_LONGEST_SELECTOR = 200
# Selectors of what is there from the start; others speak of states, of what is made, or take counting.
_LASTING = {"first-child", "last-child", "only-child", "not", "is", "where", "root", "empty"}
_WIDTH = 1_200  # of a window on a desk, in pixels

_APART = re.compile(
    r"""/\*.*?(?:\*/|\Z)|<!--|-->|"(?:[^"\\\n]|\\(?:.|\Z))*+(?:"|\n|\Z)|'(?:[^'\\\n]|\\(?:.|\Z))*+(?:'|\n|\Z)""",
    re.DOTALL,
)
_GROUP = re.compile(r"@(?:supports|layer|(?P<media>media))(?![\w-])", re.IGNORECASE)  # whose rules hold
_STATEMENTS = re.compile(r"\A(?:\s*+@[^;]*+;)*+")
_BRACE = re.compile(r"([{}])")
_IMPORTANT = re.compile(r"\s*!\s*important\Z")
_SELECTOR = re.compile(r"(?:[^,(\[]|\((?:[^()]|\([^()]*+\))*+\)|\[[^\]]*+\])++")
_BRACKETS = re.compile(r"\[[^\]]*+\]")
_PSEUDO = re.compile(r"(?<!\\):+([\w-]*+)")
_NAME = re.compile(r"(?:\A|(?<=[\s>+~(]))[a-z]", re.IGNORECASE)
_MEDIA = re.compile(
    r"(?:only\s+)?(?:all|screen)?(?:(?:\A|\s+and\s+)\(\s*min-width\s*:\s*(?P<width>\d{1,4})px\s*\))?"
)

# Property -> whether it is important, and its value in small letters.
Declared = Mapping[str, tuple[bool, str]]


@attrs.frozen
class Rule:
    """What is declared for the elements of one selector.

    Attributes:
        selector: As it is written.
        weight: How many ids, classes and names it has: heavier ones win.
        declared: What it says.
    """

    selector: str
    weight: tuple[int, int, int]
    declared: Declared


@attrs.define
class _Block:
    """What stands before a brace that is open, and right within it."""

    prelude: str
    holds: bool  # whether a rule in its place holds
    body: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it holds rules, and is none itself."""
        return self.prelude.startswith("@")


def declarations(names: Iterable[str]) -> re.Pattern[str]:
    """The expression of a declaration of a property with one of some names."""
    return re.compile(rf"(?:\A|;)\s*+({'|'.join(names)})\s*+:([^;]*+)", re.IGNORECASE)


def rules_of(sheet: str, wanted: re.Pattern[str]) -> Iterator[Rule]:
    """The rules of a style sheet that hold on a screen and have declarations of interest, in their order."""
    for block in _blocks(sheet):
        said = declared(block.body, wanted)
        for selector in map(str.strip, _SELECTOR.findall(block.prelude) if said else ()):
            plain = _BRACKETS.sub("[]", selector)
            states = _PSEUDO.findall(plain)
            if len(selector) <= _LONGEST_SELECTOR and _LASTING.issuperset(states):
                classes = plain.count(".") + plain.count("[") + len(states)
                weight = (plain.count("#"), classes, len(_NAME.findall(plain)))
                yield Rule(selector, weight, said)


def declared(style: str, wanted: re.Pattern[str]) -> Declared:
    """What a style says in declarations of interest: of two of a property the later, or the important one."""
    found: dict[str, tuple[bool, str]] = {}
    for name, said in wanted.findall(style):
        name = name.lower()
        value, important = _IMPORTANT.subn("", said.strip().lower())
        if important or not found.get(name, (False,))[0]:
            found[name] = (important > 0, value)
    return found


def is_for_screen(media: str) -> bool:
    """Whether a list of media has a wide screen in it."""
    found = [_MEDIA.fullmatch(query.strip().lower()) for query in media.split(",")]
    return any(match and int(match["width"] or 0) <= _WIDTH for match in found)


def _blocks(sheet: str) -> Iterator[_Block]:
    """The rules of a sheet that hold, as they are closed."""
    text = _APART.sub(_simple, sheet)
    opened: list[_Block] = []
    before = ""
    pieces = _BRACE.split(text)
    for words, brace in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if brace == "{":
            prelude = _STATEMENTS.sub("", before + words).strip()
            opened.append(_Block(prelude, _holds(prelude, opened)))
            before = ""
        elif opened:
            block = opened.pop()
            block.body += words
            if block.holds and not block.is_group:
                yield block
        else:
            before = words + brace  # a brace too many spoils what follows
    yield from (block for block in reversed(opened) if block.holds and not block.is_group)


def _simple(match: re.Match[str]) -> str:
    """A string as it is, if nothing in it looks like more than words; nothing for a comment."""
    if match[0][0] not in "\"'":
        return ""
    return '""' if set(match[0]) & set("{};") else match[0]


def _holds(prelude: str, opened: list[_Block]) -> bool:
    """Whether what stands in a block within others holds."""
    if opened and not (opened[-1].holds and opened[-1].is_group):
        return False
    group = _GROUP.match(prelude)
    if group is None:
        return not prelude.startswith("@")
    return not group["media"] or is_for_screen(prelude[group.end() :])
