"""Sections of prose cut into sentences, and sentences into the stretches around their quantities."""

import re
from collections.abc import Iterator

import attrs

from govreport.claims.vocabulary import found, pattern

_END = re.compile(r"[。！？!?]")
_HINT = re.compile(r"[\d０-９][件条起宗份例次项部个元万%％]|未|没有|无")
_HEADING = 24
_OPENERS = tuple("(（#*>•-")
_SUBHEADING = re.compile(r"[#*>•-]*[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]")
_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {ord("、"): "、", ord("；"): ";", ord("："): ":"}
# Words that say nothing about what is counted.
FILLER = frozenset("共计合总有为了数量件次的达是#*、,")
# How far words reach: a text without a full stop must cost no more than one with.
_NEAR, _FAR = 120, 600
_NESTED = re.compile(r"\([^()]*\)")
_RIGHT_END = re.compile(r"[,;:()、]|和|及|与|并|其中|均|已|全部|占")


@attrs.frozen
class Stretch:
    """The words around one quantity, or after one denial.

    Attributes:
        before: The words from the last break up to the quantity; of a denial the words that follow it.
        after: The words behind it that may still say what is counted.
        lead: What the sentence says before the stretch.
        quantity: The match of QUANTITY, or None of a denial.
    """

    before: str
    after: str
    lead: str
    quantity: "re.Match[str] | None"

    @property
    def words(self) -> str:
        """What the quantity may count."""
        return f"{self.before}#{self.after}"


@attrs.frozen
class Sentence:
    """One sentence, folded and without white space.

    Attributes:
        text: The folded text.
        printed: The text as printed.
        start: Offset in the section.
        end: Offset after it.
        context: The sub-heading that it stands under, and the sentence before it in the same paragraph.
    """

    text: str
    printed: str
    start: int
    end: int
    context: str


def sentences(section: str) -> Iterator[Sentence]:
    """The sentences of a section that may hold a claim."""
    heading = before = ""
    start = 0
    # White space never ends a sentence, so both texts fall into the same pieces.
    squeezed = _END.split("".join(section.split()))
    for raw, text in zip(_END.split(section), squeezed, strict=True):
        if text[:1] in _OPENERS and _SUBHEADING.match(text):
            heading = text[:_HEADING]
        new_line = raw.startswith("\n") or not start
        above = _headings(raw) if new_line and "\n" in raw.strip() else 0
        if above:
            heading = "".join(raw[:above].split())
            text = text[len(heading) :]
        context = heading if new_line else heading + before
        if _HINT.search(text) and (found("SUBJECT_MATTER", text) or found("SUBJECT_MATTER", context)):
            left = start + above + len(raw[above:]) - len(raw[above:].lstrip())
            yield Sentence(text.translate(_WIDE), text, left, start + len(raw.rstrip()), context)
        before = text
        start += len(raw) + 1


def _headings(piece: str) -> int:
    """Where the lines end that are sub-headings above the sentence of a piece; 0 without any."""
    end = 0
    for line in piece.splitlines(keepends=True)[:-1]:
        if line.strip() and pattern("HEADING_LINE").fullmatch("".join(line.split())) is None:
            break
        end += len(line)
    return end if piece[:end].strip() else 0


def stretches(sentence: Sentence) -> Iterator[Stretch]:
    """The quantities and denials of a sentence, in order."""
    text, edge = sentence.text, 0
    for match in sorted((*pattern("QUANTITY").finditer(text), *pattern("DENIAL").finditer(text)), key=_start):
        quantity = match if "counter" in match.re.groupindex else None
        if quantity is None:
            after = re.split(r"[,;:]", text[match.end() : match.end() + _NEAR], maxsplit=1)[0]
            if not re.search(r"\d", after):
                yield Stretch(after, "", _lead(text, match.start()), None)
            continue
        begin = _begin(text, max(edge, match.start() - _FAR), match.start())
        after = _RIGHT_END.split(text[match.end() : match.end() + _NEAR], maxsplit=1)[0]
        following = pattern("QUANTITY").search(after)
        after = after[: following.start()] if following else after
        yield Stretch(text[begin : match.start()], after, _lead(text, begin), quantity)
        # 7件予以公开,2件…: what follows a number that opens its clause is its own.
        edge = match.end() + (len(after) if _opens_clause(text[begin : match.start()]) else 0)


def _lead(text: str, end: int) -> str:
    return text[max(0, end - _FAR) : end]


def _begin(text: str, edge: int, end: int) -> int:
    """Where the stretch before a quantity begins: after the last break that no bracket closes.

    A clause that only says 共计 belongs to the one before it.
    """
    before = _NESTED.sub(lambda m: "*" * len(m[0]), text[edge:end])
    for match in reversed([*pattern("BREAK").finditer(before)]):
        if not FILLER.issuperset(before[match.end() :]):
            return edge + match.end()
    return edge


def _opens_clause(before: str) -> bool:
    """Whether nothing in its clause stands before a quantity."""
    breaks = [match.end() for match in pattern("BREAK").finditer(before)]
    return FILLER.issuperset(before[breaks[-1] if breaks else 0 :])


def _start(match: "re.Match[str]") -> int:
    return match.start()


def is_about_part(sentence: Sentence, agency: str) -> bool:
    """Whether a sentence counts by parts of the organ: some office of it, its departments, its towns."""
    return any(match[0] not in agency for match in pattern("PART_OF_AGENCY").finditer(sentence.text))


def is_of_year(stretch: Stretch, year: int | None) -> bool:
    """Whether a number is one of the report's year, and no difference between years."""
    if found("COMPARISON", stretch.before):
        return False
    words = stretch.lead + stretch.before
    return _ends_in_year(words, year) or _ends_in_year(_NESTED.sub("", words), year)


def _ends_in_year(words: str, year: int | None) -> bool:
    """Whether the last year that the words name is this one, or they name none."""
    years = pattern("OTHER_YEAR").findall(words)
    return not years or year is None or years[-1] == f"{year}年"
