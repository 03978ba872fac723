"""`govreport new`: which file it writes, what it refuses, and what it says of the last report."""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import govreport
from govreport import blank
from tests.cli.conftest import Result
from tests.model.samples import full_report

Run = Callable[..., Result]

AGENCY = "某县"
YEAR = "2025"


@pytest.fixture
def previous(tmp_path: Path) -> Path:
    """The report of 2024, as a Word document."""
    path = tmp_path / "2024.docx"
    path.write_bytes(govreport.render(full_report("2021"), "docx"))
    return path


def test_the_form_is_named_by_its_title(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("new", "--year", YEAR, "--agency", "甲/乙局")
    target = tmp_path / "甲_乙局2025年政府信息公开工作年度报告.docx"
    assert (result.code, result.out) == (0, "")
    assert target.name in result.err
    assert govreport.read(target) == blank(2025, "甲/乙局")


@pytest.mark.parametrize("form", ["docx", "html"])
def test_what_the_last_report_left_is_carried_over(
    run: Run, tmp_path: Path, previous: Path, form: str
) -> None:
    target = tmp_path / "new" / f"form.{form}"
    result = run(
        "new", "--year", YEAR, "--agency", AGENCY, "--previous", previous, "--format", form, "-o", target
    )
    assert result.code == 0
    assert result.err == f"{target}: written\n", "nothing is doubtful"
    over = govreport.read(target).applications.carried_over
    assert over == full_report("2021").applications.carried_forward
    assert None not in attrs.astuple(over)


def test_a_report_of_another_year_or_agency_is_named(run: Run, tmp_path: Path, previous: Path) -> None:
    target = tmp_path / "a.docx"
    result = run("new", "--year", "2026", "--agency", "某局", "--previous", previous, "-o", target)
    assert result.code == 0
    assert "a report on 2024, not on 2025" in result.err
    assert "a report of “某县”, not of “某局”" in result.err
    assert target.is_file()


def test_a_doubt_about_what_is_carried_over_is_told(run: Run, tmp_path: Path) -> None:
    text = govreport.render(full_report("2021"), "text")
    row = next(line for line in text.splitlines() if line.startswith("四、结转下年度继续办理"))
    doubtful = tmp_path / "2024.txt"
    doubtful.write_text(text.replace(row, row.rsplit("\t", 2)[0]), "utf-8")
    result = run("new", "--year", YEAR, "--agency", AGENCY, "--previous", doubtful, "-o", tmp_path / "a.docx")
    assert result.code == 0
    assert "applications.carried_forward" in result.err


def test_an_unreadable_report_of_the_year_before(run: Run, tmp_path: Path) -> None:
    (tmp_path / "2024.txt").write_text("通知。\n", "utf-8")
    for name in ("2024.txt", "nowhere.docx"):
        target = tmp_path / "a.docx"
        result = run("new", "--year", YEAR, "--agency", AGENCY, "--previous", tmp_path / name, "-o", target)
        assert result.code == 2
        assert name in result.err
        assert not target.exists()


def test_a_file_that_is_there_stays_without_force(run: Run, tmp_path: Path, previous: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_text("mine", "utf-8")
    asked = ["new", "--year", YEAR, "--agency", AGENCY, "-o", target]
    refused = run(*asked)
    assert refused.code == 2
    assert "--force" in refused.err
    assert target.read_text("utf-8") == "mine"
    assert run(*asked, "--force").code == 0
    assert govreport.read(target) == blank(2025, AGENCY)
    before = previous.read_bytes()
    own = run("new", "--year", YEAR, "--agency", AGENCY, "--previous", previous, "-o", previous, "--force")
    assert own.code == 2
    assert previous.read_bytes() == before, "what is read is never overwritten"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--year", "2018", "--agency", AGENCY], "2018"),
        (["--year", YEAR, "--agency", " "], "agency"),
        (["--year", YEAR], "--agency"),
        (["--agency", AGENCY], "--year"),
        (["--year", "x", "--agency", AGENCY], "x"),
    ],
)
def test_what_has_no_form(run: Run, tmp_path: Path, arguments: list[str], says: str) -> None:
    target = tmp_path / "a.docx"
    result = run("new", *arguments, "-o", target)
    assert result.code == 2
    assert says in result.err
    assert not target.exists()


def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    result = run("new", "--year", YEAR, "--agency", AGENCY, "-o", tmp_path / "file" / "a.docx")
    assert result.code == 2
    assert "a.docx" in result.err


def test_render_writes_word_documents_to_files_alone(run: Run, tmp_path: Path, previous: Path) -> None:
    target = tmp_path / "again.docx"
    assert run("render", previous, "--format", "docx", "-o", target).code == 0
    assert govreport.read(target) == govreport.read(previous)
    refused = run("render", previous, "--format", "docx")
    assert refused.code == 2
    assert "-o" in refused.err
