"""Fingerprints: the same defect has the same one tomorrow, wherever its line has moved to."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

from govreport.diagnostics import Diagnostic
from govreport.reporting.checked import Listed

_DIGITS = 16


def listed(diagnostics: Iterable[Diagnostic]) -> tuple[Listed, ...]:
    """The findings of one file, each with its fingerprint.

    A fingerprint is the start of a SHA-256 over the code, the path, the related paths, what was found and
    what was expected (width-folded, without white space), and the number of the finding among those that
    are the same in all of this. Lines, wording, language, severity and the file's name are no part of it.
    """
    seen: Counter[str] = Counter()
    found = []
    for diagnostic in diagnostics:
        key = _key(diagnostic)
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()
        found.append(Listed(diagnostic, digest[:_DIGITS]))
    return tuple(found)


def _key(diagnostic: Diagnostic) -> str:
    related = sorted(diagnostic.related)
    values = (_normal(diagnostic.found), _normal(diagnostic.expected))
    return "\0".join((diagnostic.code, diagnostic.path, *related, *values))


def _normal(value: str | int | None) -> str:
    return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split())
