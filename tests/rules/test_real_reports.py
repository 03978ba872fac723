"""Real reports with known truth: every printed mistake is found, and nothing else is called one.

Needs the reports themselves, which are other people's texts: GOVREPORT_REPORTS names their folder.
"""

import json
import os
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport import Diagnostic, Severity
from govreport.claims import SHARE, Claim, read_claims
from govreport.model import CellState

FOLDER = os.environ.get("GOVREPORT_REPORTS")
pytestmark = pytest.mark.skipif(not FOLDER, reason="GOVREPORT_REPORTS is not set")
SUMS = ("GR101", "GR102", "GR103", "GR104")
DOUBTED = (CellState.REPAIRED, CellState.INFERRED)
CULPRITS = "GR11"


def texts() -> Iterator[Any]:
    for truth in sorted(Path(FOLDER or "").glob("*/truth.json")):
        for file in sorted([*truth.parent.glob("report.txt"), *truth.parent.glob("converted/*.txt")]):
            yield pytest.param(file, id=f"{truth.parent.name}/{file.name}")


def truth_of(file: Path) -> dict[str, Any]:
    folder = file.parent.parent if file.parent.name == "converted" else file.parent
    return json.loads((folder / "truth.json").read_text("utf-8"))  # type: ignore[no-any-return]


@cache
def checked(file: Path) -> tuple[govreport.Report, tuple[Diagnostic, ...]]:
    report = govreport.parse(file.read_bytes().decode("utf-8"))
    return report, govreport.check(report, ignore=["GR0"])


def cells(path: str) -> set[str]:
    """The cells that a path of the truth adds up; the group for "… (sum of totals)"."""
    return {part.removesuffix(" (sum of totals)") for part in path.split(" + ")}


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def means(claim: Claim, wanted: dict[str, Any]) -> bool:
    about = {claim.path} == cells(wanted["path"]) or set(claim.readings[0]) == cells(wanted["path"])
    return about and claim.kind != SHARE and claim.value == wanted["claimed"]


every_text = pytest.mark.parametrize("file", list(texts()) if FOLDER else [])


@every_text
def test_exactly_the_broken_sums_are_found(file: Path) -> None:
    wanted = {(d["path"]) for d in truth_of(file).get("defects", ())}
    report, found = checked(file)
    broken = [d for d in found if d.code in SUMS]
    assert {d.path for d in broken} == wanted
    certain = [d for d in broken if not any(report.cell(p).state in DOUBTED for p in (d.path, *d.related))]
    assert [d for d in found if d.severity is Severity.ERROR] == certain


@every_text
def test_the_culprits_are_named(file: Path) -> None:
    found = [d for d in checked(file)[1] if d.code.startswith(CULPRITS)]
    assert {d.path for d in found if d.code in ("GR110", "GR111")} == set(truth_of(file).get("culprits", ()))


@every_text
def test_exactly_the_implausible_cells_are_found(file: Path) -> None:
    found = {d.path for d in checked(file)[1] if d.code.startswith("GR2") and d.severity is not Severity.INFO}
    assert found == set(truth_of(file).get("form_findings", ()))


@every_text
def test_exactly_the_wrong_claims_are_found(file: Path) -> None:
    found = {(d.path, d.found, d.expected) for d in checked(file)[1] if d.code.startswith("GR3")}
    assert found == {(c["path"], c["claimed"], c["table"]) for c in truth_of(file).get("claims_wrong", ())}


@every_text
def test_every_claim_is_read_and_no_other(file: Path) -> None:
    truth = truth_of(file)
    claims = read_claims(checked(file)[0])
    for wanted in truth.get("claims", ()):
        assert any(means(claim, wanted) for claim in claims), wanted
        if "percent" in wanted:
            assert any(claim.kind == SHARE and claim.value == Decimal(wanted["percent"]) for claim in claims)
    for sentence in truth.get("not_claims", ()):
        assert not any(plain(sentence) in plain(claim.quote) for claim in claims)


@every_text
def test_every_finding_has_a_place_in_the_text(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    for diagnostic in checked(file)[1]:
        assert diagnostic.span is not None
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        if diagnostic.code.startswith("GR3"):
            sentence = text[diagnostic.span.start : diagnostic.span.end]
            number = str(diagnostic.found)
            assert number in sentence.translate(dict(zip(range(0xFF10, 0xFF1A), "0123456789", strict=True)))
