"""Reports with one damage each, what their texts then say, and a judge of what a reader made of them."""

from tests.damage.judge import Outcome, Verdict, judge
from tests.damage.samples import DAMAGES, Sample, sample
from tests.damage.truth import Truth

__all__ = ["DAMAGES", "Outcome", "Sample", "Truth", "Verdict", "judge", "sample"]
