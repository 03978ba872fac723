"""What a sentence states: stretch by stretch, each leaning on those before it; the doubtful is left out."""

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from govreport.claims.claim import DISCLOSURE, FLOW, OUTCOME, REMEDY, SHARE, Claim
from govreport.claims.sentences import (
    Sentence,
    Stretch,
    is_about_part,
    is_of_year,
    sentences,
    stretches,
)
from govreport.claims.subjects import (
    FEES,
    TOTAL,
    Columns,
    Subject,
    cells_of,
    columns_named,
    decision,
    documents,
    flow,
    groups_of,
    remedy,
)
from govreport.claims.vocabulary import (
    CARRIED,
    DECISIONS,
    DOCUMENT_COLUMNS,
    DOCUMENTS,
    FLOWS,
    GROUPS,
    OUTSIDE_APPLICATIONS,
    REMEDIES,
    RESULTS,
    found,
    outcome_rows,
    outcomes,
)

_COUNTERS = frozenset(("件", "件次", "条", "起", "宗", "份", "例", "次", "项", "部", "个"))
# 行政许可15项 are kinds of licences, not decisions.
_DECISION_COUNTERS = _COUNTERS - {"项", "部", "个"}
_RECEIVED = "applications.received"
_YUAN = {"元": 1, "万元": 10_000}


def read_section(section: str, text: str, year: int | None, agency: str | None) -> Iterator[Claim]:
    """The claims of one section of prose.

    Args:
        section: Its name in a report.
        text: Its text as printed.
        year: The year of the report, None where unknown; numbers of other years are no claims.
        agency: The reporting organ; numbers of a part of it are no claims.
    """
    for sentence in sentences(text):
        reader = _Reader(sentence, section, year)
        claims = [claim for stretch in stretches(sentence) for claim in reader.read(stretch)]
        if claims and not is_about_part(sentence, agency or ""):
            yield from claims


class _Reader:
    """Reads the stretches of one sentence in order; a stretch may lean on the one before it."""

    def __init__(self, sentence: Sentence, section: str, year: int | None) -> None:
        self.sentence, self.section, self.year = sentence, section, year
        # Rare, and else to be looked for before every number.
        self.has_other_applications = found("OTHER_APPLICATION", sentence.text)
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
        if not is_of_year(stretch, self.year) or _is_part(words):
            return
        remedies = REMEDIES.named(words)
        if remedies:
            if self._is_about("ABOUT_DISCLOSURE", words, stretch):
                for terminal in remedies:
                    yield self._none(remedy((terminal,)), TOTAL)
        elif found("CARRIED_FORWARD", words):
            yield self._none(flow(("CARRIED_FORWARD",)), TOTAL)
        elif found("DENIED_APPLICATION", words) and not found("OTHER_MATTER", words):
            yield self._none(flow(("RECEIVED",)), columns_named(words))

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
        counters = _DECISION_COUNTERS if subject.path.endswith(".decisions") else _COUNTERS
        if quantity["counter"] not in counters or quantity["decimals"]:
            return None
        return self._claim(subject, number, self._column(subject, stretch.words))

    def _subject(self, stretch: Stretch) -> Subject | None:
        """What the stretch counts, by the most specific word in it; else what the sentence is speaking of."""
        words = stretch.words
        if _is_part(words):
            return None
        subject = None
        if OUTSIDE_APPLICATIONS.any.search(words):
            subject = self._remedies(stretch) or self._disclosure(stretch)
        return subject or self._outcomes(stretch) or self._flows(stretch) or self._inherited(words)

    def _remedies(self, stretch: Stretch) -> Subject | None:
        terminals = REMEDIES.named(stretch.words)
        if not terminals:
            return None
        about = self._is_about("ABOUT_DISCLOSURE", stretch.words, stretch)
        return _doubted(remedy(terminals), doubtful=not about or found("OTHER_MATTER", stretch.words))

    def _disclosure(self, stretch: Stretch) -> Subject | None:
        words = stretch.words
        if "信息" in stretch.before.rpartition("、")[2] or "事项" in words:
            return None
        other = found("OTHER_MATTER", words)
        if decisions := DECISIONS.named(words):
            decided = found("DECIDED", words) or self._is_listing_decisions()
            return decision(decisions[0], disclosed=found("DISCLOSED", words), stated=decided and not other)
        if found("FEES", words):
            return Subject(DISCLOSURE, FEES, ((FEES,),), stated=not found("FEES_NOT_TAKEN", words))
        rows = DOCUMENTS.named(words)
        if not rows and self.subject is not None and DOCUMENT_COLUMNS.any.search(words):
            last = self.subject.path.split(".")[1].upper()
            rows = (last,) if last in DOCUMENTS.terminals else ()
        return documents(rows[0], words, stated=len(rows) == 1 and not other) if rows else None

    def _is_listing_decisions(self) -> bool:
        """Whether the stretch before counted decisions: 办理行政许可 3 件、行政处罚 2 件."""
        return self.subject is not None and self.subject.stated and self.subject.path.endswith(".decisions")

    def _outcomes(self, stretch: Stretch) -> Subject | None:
        words = stretch.words
        terminals = outcomes().named(words)
        if not terminals:
            return None
        rows = tuple(outcome_rows()[t] for t in terminals if t not in GROUPS)
        groups = tuple(t for t in terminals if t in GROUPS)
        stated = self._is_about_applications(stretch) and not found("INCLUDING", words)
        if found("CLASSIFIED", stretch.lead) and not FLOWS.any.search(stretch.lead):
            stated = False
        if rows:
            return Subject(OUTCOME, rows[0], (rows,), stated=stated)
        return Subject(OUTCOME, f"applications.{groups[0].lower()}", groups_of(groups), stated=stated)

    def _flows(self, stretch: Stretch) -> Subject | None:
        # Behind a number only 结转 counts it: 收到7件,5件按期办结 leaves open who answered the others.
        terminals = FLOWS.named(stretch.before) or CARRIED.named(stretch.after)
        if not terminals:
            return None
        subject = flow(terminals)
        about = self._is_about_applications(stretch) and not found("OTHER_MATTER", stretch.words)
        if subject.path == _RECEIVED and found("HANDLED_OF_WHICH", stretch.lead):
            subject = attrs.evolve(subject, at_most=True)
        return _doubted(subject, doubtful=not about)

    def _inherited(self, words: str) -> Subject | None:
        """The row of the stretch before, where this one names only a kind of applicant or a result."""
        if self.subject is None or found("OTHER_MATTER", words):
            return None
        return self.subject if self._column(self.subject, words) not in (None, TOTAL) else None

    def _column(self, subject: Subject, words: str) -> Columns | None:
        if subject.kind == REMEDY:
            results = RESULTS.named(words)
            return (results[0].lower(),) if results else TOTAL
        return columns_named(words) if subject.kind in (FLOW, OUTCOME) else None

    def _is_about_applications(self, stretch: Stretch) -> bool:
        """Whether applications are meant, and those for information."""
        if self.has_other_applications and found("OTHER_APPLICATION", f"{stretch.lead}{stretch.words}"):
            return False
        return self._is_about("ABOUT_APPLICATIONS", stretch.words, stretch)

    def _is_about(self, terminal: str, words: str, stretch: Stretch) -> bool:
        """Whether the sentence so far, or what stands before it, speaks of our matter."""
        return (
            found(terminal, words) or found(terminal, stretch.lead) or found(terminal, self.sentence.context)
        )

    def _claim(self, subject: Subject, value: Decimal, columns: Columns | None) -> Claim:
        readings = cells_of(subject.rows, columns) if columns else subject.rows
        is_group = len(readings[0]) > 1 and all(cell.startswith(f"{subject.path}.") for cell in readings[0])
        return Claim(
            kind=subject.kind,
            path=subject.path if is_group else readings[0][0],
            value=value,
            readings=readings,
            section=self.section,
            start=self.sentence.start,
            end=self.sentence.end,
            quote=self.sentence.printed,
            at_most=subject.at_most,
        )


def _is_part(words: str) -> bool:
    """Whether only a part of a matter is counted."""
    return found("PART_OF_MATTER", words) or found("PART_OF_APPLICATIONS", words)


def _doubted(subject: Subject, *, doubtful: bool) -> Subject:
    """The subject, or where it is doubtful one that only lends its row."""
    return attrs.evolve(subject, stated=False) if doubtful else subject


def _number(quantity: "re.Match[str]") -> Decimal:
    return Decimal(quantity["number"].replace(",", "") + (quantity["decimals"] or ""))
