"""Reports written the way converters write them: `LAYOUTS[name](report, rng)` is the text."""

from tests.layouts.layouts import LAYOUTS, Layout
from tests.layouts.reports import random_report

__all__ = ["LAYOUTS", "Layout", "random_report"]
