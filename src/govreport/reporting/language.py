"""The language of a whole output."""

from collections.abc import Callable
from operator import attrgetter

from govreport.diagnostics import Message, get_language

Say = Callable[[Message], str]
"""Picks a language of a text."""


def speaker() -> Say:
    """Picks the language in force now. To ask for it once is quicker than at every text."""
    return attrgetter(get_language())
