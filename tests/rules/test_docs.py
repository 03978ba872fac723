"""The catalogue in docs/rules is what the registry says, in both languages."""

from pathlib import Path

from govreport.rules import registry
from govreport.rules.docs import catalogue, main

DOCS = Path(__file__).parents[2] / "docs" / "rules"


def written(directory: Path) -> dict[str, str]:
    return {p.relative_to(directory).as_posix(): p.read_text("utf-8") for p in directory.rglob("*.md")}


def test_the_committed_catalogue_is_current() -> None:
    assert written(DOCS) == catalogue(), "run: python -m govreport.rules.docs"


def test_every_rule_has_a_page_and_is_listed_in_both_languages() -> None:
    for language in ("zh", "en"):
        index = catalogue()[f"{language}/index.md"]
        for rule in registry():
            assert f"[{rule.code}]({rule.code}.md) | {rule.name} |" in index
            page = catalogue()[f"{language}/{rule.code}.md"]
            assert page.startswith(f"# {rule.code} {rule.name}\n")
            assert getattr(rule.what, language) in page
            assert rule.breaks in page


def test_pages_of_rules_that_are_gone_are_removed(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "GR999.md").write_text("old", "utf-8")
    main(tmp_path)
    assert written(tmp_path) == catalogue()
