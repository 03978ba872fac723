"""Print how fast reports are read. Run from the checkout: python -m benchmarks.speed."""

import json
import os
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import govreport
from benchmarks.rivals import bare_script, from_json, one_pass
from benchmarks.timing import measure, measure_process
from govreport.diagnostics import display_width

ROOT = Path(__file__).parents[1]
CLEAN = ("qingyuan-2022", "xiaodukou-2024", "xihu-2020")

Rows = list[tuple[str, ...]]


def main() -> None:
    """Measure and print every table."""
    texts = dict(corpus())
    show("Reading, beside other ways to get at the numbers", reading(texts))
    show("Growth with the length of the prose", growth(next(iter(texts.values()))))
    show("Start, in a fresh interpreter", start(next(iter(texts.values()))))
    converted = dict(conversions())
    if converted:
        show("Converted texts, beside the same reports in the official form", hard_path(converted))


def corpus() -> Iterator[tuple[str, str]]:
    """The clean texts: real ones where GOVREPORT_REPORTS names their folder, and the bundled example."""
    folder = os.environ.get("GOVREPORT_REPORTS")
    if folder:
        for name in CLEAN:
            yield name, (Path(folder) / name / "report.txt").read_text("utf-8")
    yield "example-2024", (ROOT / "examples" / "example-2024.txt").read_text("utf-8")


def conversions() -> Iterator[tuple[str, str]]:
    """What converters made of documents."""
    folder = os.environ.get("GOVREPORT_REPORTS")
    for path in sorted(Path(folder).glob("*/converted/*.txt")) if folder else ():
        yield f"{path.parts[-3]} {path.stem}", path.read_text("utf-8")


def reading(texts: dict[str, str]) -> Rows:
    """Reading against one pass over the cells, a bare script, and the same report from JSON."""
    rows: Rows = [("text", "parse µs", "pass µs", "parse/pass", "parse/script", "parse/json")]
    for name, text in texts.items():
        document = json.dumps(govreport.parse(text).to_dict())
        seconds = measure(
            {
                "parse": partial(govreport.parse, text),
                "pass": partial(one_pass, text),
                "script": partial(bare_script, text),
                "json": partial(from_json, document),
            }
        )
        ratios = [f"{seconds['parse'] / seconds[rival]:.1f}" for rival in ("pass", "script", "json")]
        rows.append((name, micro(seconds["parse"]), micro(seconds["pass"]), *ratios))
    return rows


def growth(text: str) -> Rows:
    """The same report with its overview 1, 10 and 100 times."""
    rows: Rows = [("prose", "characters", "parse µs", "µs per 1,000 characters")]
    texts = {f"{times}×": lengthen(text, times) for times in (1, 10, 100)}
    seconds = measure({name: partial(govreport.parse, longer) for name, longer in texts.items()})
    for name, longer in texts.items():
        per_thousand = seconds[name] / len(longer) * 1000
        rows.append((name, str(len(longer)), micro(seconds[name]), micro(per_thousand)))
    return rows


def lengthen(text: str, times: int) -> str:
    """Repeat the prose of section 一."""
    report = govreport.parse(text)
    span = report.locate("overview")
    if span is None:
        raise SystemExit("the first text has no section 一 to lengthen")
    more = f"\n{report.overview.text}" * (times - 1)
    return f"{text[: span.end].rstrip()}{more}\n{text[span.end :].lstrip()}"


def start(text: str) -> Rows:
    """Import and first parse, beside the import of the parser generator alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, "utf-8")
        # Lark checks its own grammar with interegular where that is installed, as it is for the tests only.
        plain = "import sys; sys.modules['interegular'] = None"
        load = f"{plain}; text = open({str(path)!r}, encoding='utf-8').read()"
        first = "import govreport; govreport.parse(text)"
        return [
            ("statement", "ms"),
            ("import lark", milli(measure_process("import lark", plain))),
            ("import govreport", milli(measure_process("import govreport", plain))),
            (first, milli(measure_process(first, load))),
        ]


def hard_path(converted: dict[str, str]) -> Rows:
    """Texts of converters, which may have to be mended, against the same report as `render` writes it."""
    rows: Rows = [("converter", "texts", "median ratio", "largest", "parse µs", "at")]
    ratios: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for name, text in converted.items():
        if readable(text):
            ratios[name.split()[-1]].append((*beside_clean(text), name))
    for kind, found in sorted(ratios.items()):
        worst, seconds, name = max(found)
        median = statistics.median(ratio for ratio, _, _ in found)
        rows.append((kind, str(len(found)), f"{median:.1f}", f"{worst:.1f}", micro(seconds), name.split()[0]))
    return rows


def readable(text: str) -> bool:
    """Whether the text is read at all; the score of a refusal is no figure of speed."""
    try:
        govreport.parse(text)
    except govreport.ParseError:
        return False
    return True


def beside_clean(text: str) -> tuple[float, float]:
    """How many times as long as its official form a text takes to read, and how long."""
    clean = govreport.render(govreport.parse(text))
    rivals = {"text": partial(govreport.parse, text), "clean": partial(govreport.parse, clean)}
    seconds = measure(rivals, rounds=5)
    return seconds["text"] / seconds["clean"], seconds["text"]


def show(title: str, rows: Rows) -> None:
    """Print an aligned table, numbers to the right."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    print(f"\n{title}")
    for first, *rest in rows:
        cells = [first + " " * (widths[0] - display_width(first))]
        cells += [
            " " * (width - display_width(text)) + text for text, width in zip(rest, widths[1:], strict=True)
        ]
        print("  " + "  ".join(cells))


def micro(seconds: float) -> str:
    """Seconds as microseconds."""
    return f"{seconds * 1e6:,.0f}"


def milli(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1e3:,.1f}"


if __name__ == "__main__":
    main()
