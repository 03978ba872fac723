"""What a stretch of prose states: its words looked up, the row and column put together, the doubtful left "
"out."""

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from govreport.claims.claim import DISCLOSURE, FLOW, OUTCOME, REMEDY, SHARE, Claim, Reading
from govreport.claims.sentences import (
    Sentence,
    Stretch,
    is_about_part,
    is_of_year,
    sentences,
    stretches,
)
from govreport.claims.vocabulary import (
    APPLICANTS,
    DECISIONS,
    DOCUMENTS,
    FLOWS,
    GROUPS,
    ORGANIZATION_COLUMNS,
    REMEDIES,
    RESULTS,
    found,
    group_rows,
    named,
    outcome_rows,
)

Columns = tuple[str, ...]
TOTAL: Columns = ("total",)
_COUNTERS = frozenset(("件", "件次", "条", "起", "宗", "份", "例", "次", "项", "部", "个"))
_YUAN = {"元": 1, "万元": 10_000}


@attrs.frozen
class Subject:
    """What a stretch counts, before the kind of applicant or result is added.

    Attributes:
        kind: As of the claim.
        path: As of the claim, without the column.
        rows: The readings, each as the rows it adds up.
        at_most: As of the claim.
        stated: Whether the words suffice for a claim; otherwise they only lend their row to what follows.
    """

    kind: str
    path: str
    rows: tuple[tuple[str, ...], ...]
    at_most: bool = False
    stated: bool = True


def read_section(section: str, text: str, year: int | None, agency: str | None) -> Iterator[Claim]:
    """The claims of one section of prose.

    Args:
        section: Its name in a report.
        text: Its text as printed.
        year: The year of the report, None where unknown; numbers of other years are no claims.
        agency: The reporting organ; numbers of a part of it are no claims.
    """
    for sentence in sentences(text):
        if not is_about_part(sentence, agency or ""):
            reader = _Reader(sentence, section, year)
            for stretch in stretches(sentence):
                yield from reader.read(stretch)


class _Reader:
    """Reads the stretches of one sentence in order; a stretch may lean on the one before it."""

    def __init__(self, sentence: Sentence, section: str, year: int | None) -> None:
        self.sentence, self.section, self.year = sentence, section, year
        self.subject: Subject | None = None
        self.shared: Claim | None = None

    def read(self, stretch: Stretch) -> Iterator[Claim]:
        """The claims of a stretch."""
        if stretch.quantity is None:
            yield from self._denied(stretch)
        elif stretch.quantity["counter"] == "%":
            yield from self._share(stretch, stretch.quantity)
        else:
            self.shared = self._counted(stretch, stretch.quantity)
            if self.shared is not None:
                yield self.shared

    def _denied(self, stretch: Stretch) -> Iterator[Claim]:
        """未收到, 未发生, 无: nothing of each row that is named."""
        words = stretch.before
        if not is_of_year(stretch, self.year) or found("PART_OF_MATTER", words):
            return
        remedies = named(REMEDIES, words)
        if remedies:
            if self._is_about("ABOUT_DISCLOSURE", words, stretch):
                for terminal in remedies:
                    yield self._none(_remedy([terminal]), TOTAL)
        elif found("CARRIED_FORWARD", words):
            yield self._none(_flow(["CARRIED_FORWARD"]), TOTAL)
        elif found("DENIED_APPLICATION", words) and not found("OTHER_MATTER", words):
            yield self._none(_flow(["RECEIVED"]), _columns(words))

    def _none(self, subject: Subject, columns: Columns) -> Claim:
        """Nothing at all, in the first and widest meaning."""
        return self._claim(attrs.evolve(subject, rows=subject.rows[:1]), Decimal(0), columns)

    def _share(self, stretch: Stretch, quantity: "re.Match[str]") -> Iterator[Claim]:
        """占 N%: of the outcome named directly before."""
        claim = self.shared
        if claim is None or claim.kind != OUTCOME or not stretch.before.lstrip(",、").startswith("占"):
            return
        yield attrs.evolve(claim, kind=SHARE, value=_number(quantity))
        self.shared = None

    def _counted(self, stretch: Stretch, quantity: "re.Match[str]") -> Claim | None:
        if found("DENIAL", stretch.before):
            return None
        subject = self._subject(stretch)
        if subject is None:
            return None
        self.subject = subject
        if not subject.stated or not is_of_year(stretch, self.year):
            return None
        number = _number(quantity)
        if subject.path.endswith(".amount"):
            factor = _YUAN.get(quantity["counter"])
            return self._claim(subject, number * factor, None) if factor else None
        if quantity["counter"] not in _COUNTERS or quantity["decimals"]:
            return None
        return self._claim(subject, number, self._column(subject, stretch.words))

    def _subject(self, stretch: Stretch) -> Subject | None:
        """What the stretch counts, by the most specific word in it; else what the sentence is speaking of."""
        words = stretch.words
        if found("PART_OF_MATTER", words):
            return None
        return (
            self._remedies(stretch)
            or self._disclosure(stretch)
            or self._outcomes(stretch)
            or self._flows(stretch)
            or self._inherited(words)
        )

    def _remedies(self, stretch: Stretch) -> Subject | None:
        terminals = named(REMEDIES, stretch.words)
        if not terminals:
            return None
        about = self._is_about("ABOUT_DISCLOSURE", stretch.words, stretch)
        return attrs.evolve(_remedy(terminals), stated=about and not found("OTHER_MATTER", stretch.words))

    def _disclosure(self, stretch: Stretch) -> Subject | None:
        words = stretch.words
        if "信息" in stretch.before.rpartition("、")[2] or "事项" in words:
            return None
        for terminal in named(DECISIONS, words):
            decided = found("DECIDED", words) or (
                self.subject is not None and self._is_decision(self.subject)
            )
            return _decision(
                terminal, found("DISCLOSED", words), decided and not found("OTHER_MATTER", words)
            )
        if found("FEES", words):
            path = "proactive_disclosure.fees.amount"
            return Subject(DISCLOSURE, path, ((path,),))
        documents = named(DOCUMENTS, words)
        if documents:
            return _documents(documents[0], words, stated=len(documents) == 1)
        if self.subject is not None and self.subject.path.rpartition(".")[2].upper() in DOCUMENTS:
            return _documents(self.subject.path.rpartition(".")[2].upper(), words, stated=True)
        return None

    @staticmethod
    def _is_decision(subject: Subject) -> bool:
        return subject.path.rpartition(".")[2] == "decisions" and subject.stated

    def _outcomes(self, stretch: Stretch) -> Subject | None:
        words = stretch.words
        rows = tuple(outcome_rows()[terminal] for terminal in named(tuple(outcome_rows()), words))
        groups = named(GROUPS, words)
        if not rows and not groups:
            return None
        stated = self._is_about("ABOUT_APPLICATIONS", words, stretch) and not found("INCLUDING", words)
        if rows:
            return Subject(OUTCOME, rows[0], (rows,), stated=stated)
        return Subject(OUTCOME, f"applications.{groups[0].lower()}", _added(groups), stated=stated)

    def _flows(self, stretch: Stretch) -> Subject | None:
        words = stretch.words
        terminals = named(FLOWS, words)
        if not terminals:
            return None
        about = self._is_about("ABOUT_APPLICATIONS", words, stretch)
        return attrs.evolve(_flow(terminals), stated=about and not found("OTHER_MATTER", words))

    def _inherited(self, words: str) -> Subject | None:
        """The row of the stretch before, where this one names only a kind of applicant or a result."""
        if self.subject is None or found("OTHER_MATTER", words):
            return None
        return self.subject if self._column(self.subject, words) not in (None, TOTAL) else None

    def _column(self, subject: Subject, words: str) -> Columns | None:
        if subject.kind == REMEDY:
            results = named(RESULTS, words)
            return (results[0].lower(),) if results else TOTAL
        return _columns(words) if subject.kind in (FLOW, OUTCOME) else None

    def _is_about(self, terminal: str, words: str, stretch: Stretch) -> bool:
        """Whether the sentence so far, or what stands before it, speaks of our matter."""
        return found(terminal, f"{stretch.lead}{words}") or found(terminal, self.sentence.context)

    def _claim(self, subject: Subject, value: Decimal, columns: Columns | None) -> Claim:
        readings: tuple[Reading, ...] = subject.rows
        if columns:
            readings = tuple(tuple(f"{row}.{c}" for row in rows for c in columns) for rows in subject.rows)
        is_group = len(readings[0]) > 1 and all(cell.startswith(f"{subject.path}.") for cell in readings[0])
        return Claim(
            kind=subject.kind,
            path=subject.path if is_group else readings[0][0],
            value=value,
            readings=readings,
            section=self.section,
            start=self.sentence.start,
            end=self.sentence.end,
            quote=self.sentence.text,
            at_most=subject.at_most,
        )


def _number(quantity: "re.Match[str]") -> Decimal:
    return Decimal(quantity["number"].replace(",", "") + (quantity["decimals"] or ""))


_ROW = {
    "RECEIVED": "applications.received",
    "HANDLED": "applications.total_handled",
    "ANSWERED": "applications.total_handled",
    "CARRIED_OVER": "applications.carried_over",
    "CARRIED_FORWARD": "applications.carried_forward",
    "CARRIED": "applications.carried_forward",
}
_IN = ("applications.received",)
_ALL = ("applications.received", "applications.carried_over")
_DONE = ("applications.total_handled",)
_FLOW_READINGS = {
    "RECEIVED": (_IN, _ALL),
    "HANDLED": (_DONE, _IN, _ALL),
    "ANSWERED": (_DONE, _IN, _ALL),
    "CARRIED_OVER": (("applications.carried_over",),),
    "CARRIED_FORWARD": (("applications.carried_forward",),),
    "CARRIED": (("applications.carried_forward",), ("applications.carried_over",)),
}


def _added(groups: list[str]) -> tuple[tuple[str, ...], ...]:
    """The rows of several groups; of (六)其他处理 the one undivided row, or the three."""
    readings: tuple[tuple[str, ...], ...] = ((),)
    for group in groups:
        rows = group_rows(group)
        parts = (rows[:1], rows[1:]) if group == "OTHER_HANDLING" else (rows,)
        readings = tuple((*reading, *part) for reading in readings for part in parts)
    return readings


def _flow(terminals: list[str]) -> Subject:
    """收到, 办结 and 结转; 收到并办结 may mean either. The direction of a 结转 makes it one."""
    if "CARRIED_OVER" in terminals or "CARRIED_FORWARD" in terminals:
        terminals = [t for t in terminals if t in ("CARRIED_OVER", "CARRIED_FORWARD")]
    elif "CARRIED" in terminals:
        terminals = ["CARRIED"]
    rows = tuple(dict.fromkeys(rows for t in terminals for rows in _FLOW_READINGS[t]))
    return Subject(FLOW, _ROW[terminals[0]], rows, at_most="ANSWERED" in terminals)


def _remedy(terminals: list[str]) -> Subject:
    """复议 and 诉讼; 诉讼 alone may mean either kind or both, 复议、诉讼 all three."""
    direct, after = "remedies.litigation_direct", "remedies.litigation_after_reconsideration"
    readings: dict[str, tuple[tuple[str, ...], ...]] = {
        "RECONSIDERATION": (("remedies.reconsideration",),),
        "LITIGATION": ((direct, after), (direct,), (after,)),
        "LITIGATION_DIRECT": ((direct,),),
        "LITIGATION_AFTER_RECONSIDERATION": ((after,),),
    }
    if {"LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION"} & set(terminals):
        terminals = [t for t in terminals if t != "LITIGATION"]
    first, *others = (readings[t] for t in terminals)
    for more in others:
        first = tuple(dict.fromkeys((*a, *(row for row in b if row not in a)) for a in first for b in more))
    return Subject(REMEDY, first[0][0], first)


def _decision(terminal: str, disclosed: bool, stated: bool) -> Subject:
    """Decisions made; those made public may be fewer."""
    path = f"proactive_disclosure.{terminal.lower()}.decisions"
    return Subject(DISCLOSURE, path, ((path,),), at_most=disclosed, stated=stated)


def _documents(terminal: str, words: str, *, stated: bool) -> Subject:
    row = f"proactive_disclosure.{terminal.lower()}"
    columns = named(("ISSUED", "REPEALED", "IN_FORCE"), words)
    if len(columns) != 1 or not stated or found("OTHER_MATTER", words):
        return Subject(DISCLOSURE, row, (), stated=False)
    if columns == ["ISSUED"]:
        readings = tuple((f"{row}.{c}",) for c in ("issued", "made", "published"))
    else:
        readings = ((f"{row}.{columns[0].lower()}",),)
    return Subject(DISCLOSURE, row, readings)


def _columns(words: str) -> Columns:
    """The kinds of applicants that the words name; 总计 where they name none or all."""
    columns = [t.lower() for t in named(APPLICANTS, words)]
    if found("ORGANIZATIONS", words):
        columns += ORGANIZATION_COLUMNS
    distinct = tuple(dict.fromkeys(columns))
    return distinct if 0 < len(distinct) < len(ORGANIZATION_COLUMNS) + 1 else TOTAL
