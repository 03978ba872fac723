"""Writes the catalogue of the built-in rules: `python -m govreport.rules.docs [DIRECTORY]`."""

import sys
from pathlib import Path

from govreport.rules.pages import index, page
from govreport.rules.registry import BUILT_IN

LANGUAGES = ("zh", "en")


def catalogue() -> dict[str, str]:
    """Path inside the directory -> text, of every page and both indexes."""
    pages = {}
    for language in LANGUAGES:
        pages[f"{language}/index.md"] = index(BUILT_IN, language)
        pages |= {f"{language}/{rule.code}.md": page(rule, language) for rule in BUILT_IN}
    return pages


def main(directory: Path) -> None:
    """Write the catalogue, and remove pages of rules that are gone."""
    pages = catalogue()
    for name, text in pages.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for language in LANGUAGES:
        for path in (directory / language).glob("*.md"):
            if f"{language}/{path.name}" not in pages:
                path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules"))
