"""Sentences as data: what each states about the tables, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from govreport import Report
from govreport.claims import SHARE, read_claims
from govreport.model import Section

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text("utf-8"))
TABLES = ("proactive_disclosure", "remedies")


def claimed(case: dict[str, Any]) -> dict[str, str]:
    report = Report(overview=Section(case["text"]), year=2023, agency=case.get("agency"))
    return {c.path + "%" * (c.kind == SHARE): f"{c.value.normalize():f}" for c in read_claims(report)}


def wanted(case: dict[str, Any]) -> dict[str, str]:
    claims = case.get("claims", {}).items()
    return {p if p.startswith(TABLES) else f"applications.{p}": str(n) for p, n in claims}


@pytest.mark.parametrize("case", SENTENCES["states"], ids=lambda case: case["text"])
def test_a_sentence_states_what_a_reader_would_compare(case: dict[str, Any]) -> None:
    assert claimed(case) == wanted(case)


@pytest.mark.parametrize("case", SENTENCES["nothing"], ids=lambda case: case["text"])
def test_a_sentence_about_something_else_states_nothing(case: dict[str, Any]) -> None:
    assert claimed(case) == {}
