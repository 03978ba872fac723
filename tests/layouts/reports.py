"""Random reports, the same for the same seed: both editions, sums that hold or do not, blanks, amounts."""

from random import Random
from typing import Any

import attrs

from govreport import form
from govreport.model import (
    Amount,
    ApplicantCounts,
    Applications,
    DecisionCounts,
    DocumentCounts,
    FeeCounts,
    ProactiveDisclosure,
    ProcurementCounts,
    Remedies,
    RemedyCounts,
    Report,
)
from govreport.model.paths import cell_paths

_PLACES = ("青沙县", "云岭市", "白河区", "松口镇", "临渡县", "石门街道")
_ORGANS = ("人民政府", "司法局", "水务局", "文化和旅游局", "人民政府办公室")


def random_report(rng: Random) -> Report:
    """A report whose sums hold, but for a defect in one of six."""
    edition = rng.choice(("2021", "2021", "2019"))
    year = rng.randint(2021, 2025) if edition == "2021" else rng.randint(2019, 2020)
    agency = rng.choice(_PLACES) + rng.choice(_ORGANS)
    report = Report(
        title=f"{agency}{year}年政府信息公开工作年度报告",
        agency=agency,
        year=year,
        proactive_disclosure=_article20(rng, edition),
        applications=_applications(rng, divided=edition == "2021" and rng.random() < 0.9),
        remedies=_remedies(rng),
    )
    report = _with_blanks(report, rng)
    return _with_defect(report, rng) if rng.random() < 1 / 6 else report


def replaced(instance: Any, path: str, value: object) -> Any:
    """The instance with one attribute of a nested attrs class replaced."""
    name, _, rest = path.partition(".")
    return attrs.evolve(instance, **{name: replaced(getattr(instance, name), rest, value) if rest else value})


def _count(rng: Random, zeros: float) -> int:
    if rng.random() < zeros:
        return 0
    return rng.randint(1, 10 ** rng.choice((1, 1, 1, 2, 2, 3, 4)))


def _amount(rng: Random, unit: str | None) -> Amount:
    value = rng.choice(("0", str(rng.randint(1, 9999)), f"{rng.randint(0, 999)}.{rng.randint(1, 9999):04}"))
    return Amount(value, "万元" if rng.random() < 0.2 else unit)


def _article20(rng: Random, edition: str) -> ProactiveDisclosure:
    def n() -> int:
        return _count(rng, 0.4)

    def change() -> int:
        return rng.choice((0, n(), -n()))

    if edition == "2021":
        return ProactiveDisclosure(
            edition=edition,
            rules=DocumentCounts(issued=n(), repealed=n(), in_force=n()),
            normative_documents=DocumentCounts(issued=n(), repealed=n(), in_force=n()),
            licensing=DecisionCounts(decisions=n()),
            penalties=DecisionCounts(decisions=n()),
            compulsion=DecisionCounts(decisions=n()),
            fees=FeeCounts(amount=_amount(rng, None)),
        )

    def decisions() -> DecisionCounts:
        return DecisionCounts(items_last_year=n(), change=change(), decisions=n())

    return ProactiveDisclosure(
        edition=edition,
        rules=DocumentCounts(made=n(), published=n(), total_published=n()),
        normative_documents=DocumentCounts(made=n(), published=n(), total_published=n()),
        licensing=decisions(),
        other_services=decisions(),
        penalties=decisions(),
        compulsion=decisions(),
        fees=FeeCounts(items_last_year=n(), change=change()),
        procurement=ProcurementCounts(projects=n(), amount=_amount(rng, None)),
    )


def _applications(rng: Random, divided: bool) -> Applications:
    zeros = rng.choice((0.97, 0.8, 0.8, 0.5))
    report = Report()
    rows: dict[str, list[int]] = {}
    skipped = ("undivided",) if divided else ("correction_overdue", "fee_overdue", "other_reasons")
    paths = [r.path for r in form.rows("applications") if r.path.rpartition(".")[2] not in skipped]
    outcomes = [p for p in paths if "." in p.removeprefix("applications.") or p.endswith("granted")]
    for path in outcomes:
        rows[path] = [_count(rng, zeros) for _ in range(6)]
    handled = [sum(rows[p][c] for p in outcomes) for c in range(6)]
    forward = [_count(rng, max(zeros, 0.8)) for _ in range(6)]
    over = [rng.randint(0, min(handled[c] + forward[c], 9)) * (rng.random() > zeros) for c in range(6)]
    rows["applications.total_handled"] = list(handled)
    rows["applications.carried_forward"] = list(forward)
    rows["applications.carried_over"] = list(over)
    rows["applications.received"] = [handled[c] + forward[c] - over[c] for c in range(6)]
    for path, cells in rows.items():
        report = replaced(report, path, ApplicantCounts(**_totalled(ApplicantCounts, cells)))
    return report.applications


def _totalled(counts: type[attrs.AttrsInstance], cells: list[int]) -> dict[str, int]:
    """The cells of a row by name, with their total."""
    return dict(zip((a.name for a in attrs.fields(counts)), [*cells, sum(cells)], strict=True))


def _remedies(rng: Random) -> Remedies:
    zeros = rng.choice((0.97, 0.7, 0.4))
    kinds = []
    for _ in range(3):
        cells = [_count(rng, zeros) % 50 for _ in range(4)]
        kinds.append(RemedyCounts(**_totalled(RemedyCounts, cells)))
    return Remedies(*kinds)


def _with_blanks(report: Report, rng: Random) -> Report:
    """None at all, a few cells, or every zero of one table printed as a blank."""
    kind = rng.random()
    if kind < 0.7:
        return report
    printed = [p for p in cell_paths() if _value(report, p) is not None]
    if kind < 0.85:
        chosen = rng.sample(printed, rng.randint(1, 4))
    else:
        table = rng.choice(("proactive_disclosure", "applications", "remedies"))
        chosen = [p for p in printed if p.startswith(table) and _value(report, p) == 0]
    for path in chosen:
        report = replaced(report, path, None)
    return report


def _with_defect(report: Report, rng: Random) -> Report:
    """One number that breaks the sums."""
    cells = [p for p in cell_paths() if not p.endswith("amount") and isinstance(_value(report, p), int)]
    return replaced(report, rng.choice(cells), rng.randint(0, 99)) if cells else report


def _value(report: Report, path: str) -> object:
    value: Any = report
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
