"""What an installed package must be: light to import, complete, and called as documented."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import govreport
from govreport import form

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def modules_after(statement: str) -> set[str]:
    program = f"import json, sys; {statement}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return set(json.loads(done.stdout))


def test_importing_loads_no_heavy_package() -> None:
    loaded = modules_after("import govreport")
    assert loaded.isdisjoint(
        {"lark", "regex", "cattrs", "rapidfuzz", "hypothesis", "jsonschema", "selectolax"}
    )
    assert "govreport.model" in loaded
    assert "govreport.reading" not in loaded


def test_the_probe_sees_what_is_loaded() -> None:
    assert "lark" in modules_after("import lark")


def test_a_call_once_taken_needs_the_name_of_the_package_no_more() -> None:
    """Programs that wrap the package put something else under its name; what is loaded late must bear it."""
    page = ROOT / "examples" / "example-2024.txt"
    program = (
        "import sys, types, govreport; read, check = govreport.read, govreport.check; "
        f"page = govreport.render(read({str(page)!r}), 'html').encode(); "
        "sys.modules['govreport'] = types.SimpleNamespace(); "
        "print(len(check(read(page))), read(page).to_dict()['year'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("0 2024\n", "")


def test_all_names_exactly_what_there_is() -> None:
    assert sorted(govreport.__all__) == govreport.__all__
    assert [name for name in govreport.__all__ if not hasattr(govreport, name)] == []


def test_every_public_class_and_function_has_a_docstring() -> None:
    public = [getattr(govreport, name) for name in govreport.__all__ if name != "__version__"]
    assert [one.__name__ for one in public if not (one.__doc__ or "").strip()] == []


def test_the_version_is_in_the_changelog() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", govreport.__version__)
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{govreport.__version__}]" in changelog
    assert changelog.index("## [Unreleased]") < changelog.index(f"## [{govreport.__version__}]")


def test_the_type_marker_stands_beside_the_code() -> None:
    assert (Path(govreport.__file__).parent / "py.typed").is_file()


def test_the_grammar_is_found() -> None:
    assert {path.stem for path in form.grammar_directory().glob("*.lark")} >= {
        *form.TABLES,
        "outline",
        "common",
    }


@pytest.mark.parametrize(
    "key", ["description", "readme", "license", "authors", "requires-python", "classifiers"]
)
def test_the_metadata_is_complete_enough_to_publish(key: str) -> None:
    assert PROJECT[key]


def test_the_metadata_makes_no_contact_up() -> None:
    assert PROJECT["authors"] == [{"name": "the govreport contributors"}]
    assert "urls" not in PROJECT


def test_every_dependency_of_the_core_is_imported_by_it() -> None:
    names = {re.split(r"[<>=~! ]", dependency)[0] for dependency in PROJECT["dependencies"]}
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert [
        n for n in sorted(names) if not re.search(rf"^\s*(?:import|from) {n}\b", source, re.MULTILINE)
    ] == []
