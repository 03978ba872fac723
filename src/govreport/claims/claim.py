"""What prose states about a cell of the tables."""

from decimal import Decimal

import attrs

FLOW = "flow"  # what section 三 receives, handles and carries
OUTCOME = "outcome"  # a row or group of outcomes
SHARE = "share"  # a group of outcomes as a percentage
REMEDY = "remedy"  # section 四
DISCLOSURE = "disclosure"  # section 二

Reading = tuple[str, ...]
"""Cells whose sum a claim may mean."""


@attrs.define
class Claim:
    """A number in prose that the tables also hold. Not frozen: one is made for each such number.

    Attributes:
        kind: FLOW, OUTCOME, SHARE, REMEDY or DISCLOSURE.
        path: The cell, row or group that it is about in the first place.
        value: The number stated; of an amount in yuan.
        readings: What it may legitimately mean, the likeliest first.
        section: "overview", "problems" or "other_matters"; "preamble" where the first has lost its heading.
        start: Offset of the sentence in the section's text.
        end: Offset after it.
        quote: The sentence as printed, without its white space.
        at_most: Whether it may count only a part of what the table counts.
    """

    kind: str
    path: str
    value: Decimal
    readings: tuple[Reading, ...]
    section: str
    start: int
    end: int
    quote: str
    at_most: bool = False
