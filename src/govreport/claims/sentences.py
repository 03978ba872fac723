"""Sections of prose cut into sentences, and sentences into the stretches around their quantities."""

import re
from collections.abc import Iterable, Iterator

import attrs

from govreport.claims.vocabulary import expression, found, pattern

_END = "。"
_OTHER_ENDS = "！？!?"
# Without a match of either a sentence holds no claim.
_COUNT = re.compile(r"\d[件条起宗份例次项部个元万%％]")
_NOTHING = re.compile("未|没有|无")
_HEADING = 24
_OPENERS = tuple("(（#*>•-")
_SUBHEADING = re.compile(r"[#*>•-]*[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]")
_WIDE = re.compile("[！-～]")
_TO_NARROW = ord("！") - ord("!")
# Nearly all wide characters of a text are these.
_PUNCTUATION = tuple(zip("，；：（）", ",;:()", strict=True))
# Words that say nothing about what is counted.
FILLER = "共计合总有为了数量件次的达是#*、,"
# How far words reach: a text without a full stop must cost no more than one with.
_NEAR, _FAR = 120, 600
_NESTED = re.compile(r"\([^()]*\)")
_RIGHT_END = re.compile(r",|;|:|\(|\)|、|和|及|与|并|其中|均|已|全部|占")
_CLAUSE_END = re.compile(r"[,;:]")
_DIGIT = re.compile(r"\d")
_LAST_BREAK = re.compile(f".*(?:{expression('BREAK')})")
# A clause that only says 共计 belongs to the one before it.
_LAST_BEFORE_WORDS = re.compile(f"{_LAST_BREAK.pattern}(?=[{FILLER}]*[^{FILLER}])")


@attrs.define
class Stretch:
    """The words around one quantity, or after one denial. Not frozen: one is made for each number.

    Attributes:
        before: The words from the last break up to the quantity; of a denial the words that follow it.
        words: What the quantity may count: `before`, "#" and the words behind it, which `after` holds.
        after: The words behind it that may still say what is counted.
        lead: What the sentence says before the stretch.
        quantity: The match of QUANTITY, or None of a denial.
    """

    before: str
    words: str
    after: str
    lead: str
    quantity: "re.Match[str] | None"


@attrs.define
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
    for raw, text in zip(_pieces(section), _pieces("".join(section.split())), strict=True):
        if text[:1] in _OPENERS and _SUBHEADING.match(text):
            heading = text[:_HEADING]
        new_line = raw.startswith("\n") or not start
        above = _headings(raw) if new_line and "\n" in raw.strip() else 0
        if above:
            heading = "".join(raw[:above].split())
            text = text[len(heading) :]
        if _COUNT.search(text) or _NOTHING.search(text):
            context = heading if new_line else heading + before
            if found("SUBJECT_MATTER", text) or found("SUBJECT_MATTER", context):
                left = start + above + len(raw[above:]) - len(raw[above:].lstrip())
                yield Sentence(_narrow(text), text, left, start + len(raw.rstrip()), context)
        before = text
        start += len(raw) + 1


def _pieces(text: str) -> list[str]:
    """What stands between the ends of sentences."""
    for end in _OTHER_ENDS:
        text = text.replace(end, _END)
    return text.split(_END)


def _narrow(text: str) -> str:
    """The text with narrow letters, digits and punctuation."""
    for wide, narrow in _PUNCTUATION:
        text = text.replace(wide, narrow)
    return _WIDE.sub(lambda match: chr(ord(match[0]) - _TO_NARROW), text)


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
    for match in _marks(text):
        start, end = match.span()
        if match.lastgroup is None:
            after = _until(_CLAUSE_END, text, end)
            if not _DIGIT.search(after):
                yield Stretch(after, f"{after}#", "", _lead(text, start), None)
            continue
        begin = _begin(text, max(edge, start - _FAR), start)
        before, after = text[begin:start], _until(_RIGHT_END, text, end)
        if after:
            after = _until(pattern("QUANTITY"), after, 0)
        yield Stretch(before, f"{before}#{after}", after, _lead(text, begin), match)
        # 7件予以公开,2件…: what follows a number that opens its clause is its own.
        edge = end + len(after) if after and _opens_clause(before) else end


def _marks(text: str) -> "Iterable[re.Match[str]]":
    """The quantities, which have groups, and the denials of a text, in order."""
    quantities = pattern("QUANTITY").finditer(text)
    denials = [*pattern("DENIAL").finditer(text)]
    return sorted((*quantities, *denials), key=_start) if denials else quantities


def _start(match: "re.Match[str]") -> int:
    return match.start()


def _until(stop: "re.Pattern[str]", text: str, start: int) -> str:
    """The words from an offset on, as far as they reach."""
    match = stop.search(text, start, start + _NEAR)
    return text[start : match.start() if match else start + _NEAR]


def _lead(text: str, end: int) -> str:
    return text[max(0, end - _FAR) : end]


def _begin(text: str, edge: int, end: int) -> int:
    """Where the stretch before a quantity begins: after the last break that no bracket closes."""
    before = text[edge:end]
    if ")" in before:
        before = _NESTED.sub(lambda match: "*" * len(match[0]), before)
    last = _LAST_BEFORE_WORDS.match(before)
    return edge + last.end() if last else edge


def _opens_clause(before: str) -> bool:
    """Whether nothing in its clause stands before a quantity."""
    last = _LAST_BREAK.match(before)
    return not before[last.end() if last else 0 :].strip(FILLER)


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
