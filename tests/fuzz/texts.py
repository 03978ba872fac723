"""Texts for the fuzzer: whole reports pulled to pieces, mixed with anything."""

from pathlib import Path
from random import Random

from hypothesis import strategies as st

from govreport import form
from tests.damage import sample
from tests.layouts import LAYOUTS, random_report

CORPUS = Path(__file__).parent / "corpus"

_SIGNS = (
    "\n\n\n\t\t  |||-+:.,，。、（）()<>/\\&*#_~`'\"0123456789０１９一二三四五六七"
    "\r\f\v\0\u200b\u3000\xa0\ufeff\ud800│┌─"
)
_WORDS = [
    *(word for table in (*form.TABLES, "outline") for known in form.labels(table).values() for word in known),
    "<table>", "<tr><td colspan=9>", "</td>", "|---|", "| | |", "- 3 -", "1,234", "万元", "−5", "\t0\t0\t0",
]  # fmt: skip


def corpus() -> list[Path]:
    """The texts that are kept: one of every kind of layout, and what once made trouble."""
    return sorted(CORPUS.glob("*.txt"))


def _pieces(draw: st.DrawFn) -> list[str]:
    """A text of a report in lines."""
    rng = Random(draw(st.integers(0, 10_000)))
    if draw(st.booleans()):
        return sample(rng.getrandbits(32)).text.split("\n")
    name = draw(st.sampled_from(list(LAYOUTS)))
    return LAYOUTS[name](random_report(rng), rng).split("\n")


_anything = st.text() | st.text(alphabet=_SIGNS) | st.lists(st.sampled_from(_WORDS)).map("\n".join)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A report with lines lost, repeated, exchanged, cut and put in."""
    lines = _pieces(draw)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        to = min(len(lines), at + draw(st.integers(0, 12)))
        match draw(st.sampled_from(("lose", "repeat", "insert", "cut", "glue", "reverse"))):
            case "lose":
                del lines[at:to]
            case "repeat":
                lines[at:at] = lines[at:to] * draw(st.integers(1, 5))
            case "insert":
                lines[at:at] = [draw(_anything)]
            case "cut":
                lines[at:to] = [line[draw(st.integers(0, 9)) :] for line in lines[at:to]]
            case "glue":
                lines[at:to] = [draw(st.sampled_from(("", " ", "\t", "|"))).join(lines[at:to])]
            case _:
                lines[at:to] = lines[at:to][::-1]
    return "\n".join(lines)


def texts() -> st.SearchStrategy[str]:
    """Anything at all, or what is left of a report."""
    return _anything | mangled()
