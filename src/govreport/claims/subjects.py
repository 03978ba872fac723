"""What a number counts: the words of a stretch put together to rows and columns of the form."""

from functools import cache, lru_cache

import attrs

from govreport.claims.claim import DISCLOSURE, FLOW, REMEDY
from govreport.claims.vocabulary import (
    APPLICANTS,
    DOCUMENT_COLUMNS,
    ORGANIZATION_COLUMNS,
    group_rows,
)

Columns = tuple[str, ...]
Rows = tuple[tuple[str, ...], ...]
TOTAL: Columns = ("total",)
FEES = "proactive_disclosure.fees.amount"


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
    rows: Rows
    at_most: bool = False
    stated: bool = True


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


@cache
def groups_of(groups: tuple[str, ...]) -> Rows:
    """The rows of several groups; of (六)其他处理 the one undivided row, or the three."""
    readings: Rows = ((),)
    for group in groups:
        rows = group_rows(group)
        parts = (rows[:1], rows[1:]) if group == "OTHER_HANDLING" else (rows,)
        readings = tuple((*reading, *part) for reading in readings for part in parts)
    return readings


@cache
def flow(terminals: tuple[str, ...]) -> Subject:
    """收到, 办结 and 结转; 收到并办结 may mean either. The direction of a 结转 makes it one."""
    if "CARRIED_OVER" in terminals or "CARRIED_FORWARD" in terminals:
        terminals = tuple(t for t in terminals if t in ("CARRIED_OVER", "CARRIED_FORWARD"))
    elif "CARRIED" in terminals:
        terminals = ("CARRIED",)
    rows = tuple(dict.fromkeys(rows for t in terminals for rows in _FLOW_READINGS[t]))
    return Subject(FLOW, _ROW[terminals[0]], rows, at_most="ANSWERED" in terminals)


@cache
def remedy(terminals: tuple[str, ...]) -> Subject:
    """复议 and 诉讼; 诉讼 alone may mean either kind or both, 复议、诉讼 all three."""
    direct, after = "remedies.litigation_direct", "remedies.litigation_after_reconsideration"
    readings: dict[str, Rows] = {
        "RECONSIDERATION": (("remedies.reconsideration",),),
        "LITIGATION": ((direct, after), (direct,), (after,)),
        "LITIGATION_DIRECT": ((direct,),),
        "LITIGATION_AFTER_RECONSIDERATION": ((after,),),
    }
    if {"LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION"} & set(terminals):
        terminals = tuple(t for t in terminals if t != "LITIGATION")
    first, *others = (readings[t] for t in terminals)
    for more in others:
        first = tuple(dict.fromkeys((*a, *(row for row in b if row not in a)) for a in first for b in more))
    return Subject(REMEDY, first[0][0], first)


def decision(terminal: str, *, disclosed: bool, stated: bool) -> Subject:
    """Decisions made; those made public may be fewer."""
    path = f"proactive_disclosure.{terminal.lower()}.decisions"
    return Subject(DISCLOSURE, path, ((path,),), at_most=disclosed, stated=stated)


def documents(terminal: str, words: str, *, stated: bool) -> Subject:
    """Documents issued, repealed or in force; of the form of 2019 those made or published."""
    row = f"proactive_disclosure.{terminal.lower()}"
    columns = DOCUMENT_COLUMNS.named(words)
    if len(columns) != 1 or not stated:
        return Subject(DISCLOSURE, row, (), stated=False)
    names = ("issued", "made", "published") if columns == ("ISSUED",) else (columns[0].lower(),)
    return Subject(DISCLOSURE, row, tuple((f"{row}.{name}",) for name in names))


@lru_cache(maxsize=256)  # most reports state the same few numbers
def cells_of(readings: Rows, columns: Columns) -> Rows:
    """The cells of each reading's rows."""
    return tuple(tuple(f"{row}.{column}" for row in rows for column in columns) for rows in readings)


def columns_named(words: str) -> Columns:
    """The kinds of applicants that the words name; 总计 where they name none or all."""
    return _columns(APPLICANTS.named(words))


@cache
def _columns(terminals: tuple[str, ...]) -> Columns:
    columns = [t.lower() for t in terminals if t != "ORGANIZATIONS"]
    if "ORGANIZATIONS" in terminals:
        columns += ORGANIZATION_COLUMNS
    distinct = tuple(dict.fromkeys(columns))
    return distinct if 0 < len(distinct) < len(ORGANIZATION_COLUMNS) + 1 else TOTAL
