"""Fuzz for as long as wanted: with atheris if it can be imported, else with Hypothesis alone.

python -m tests.fuzz [examples]          (with atheris: its own arguments)
"""

import importlib
import importlib.util
import sys
from typing import Any, cast

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.target import withstand
from tests.fuzz.texts import texts


@given(texts())
def target(text: str) -> None:
    """One text."""
    withstand(text)


if importlib.util.find_spec("atheris"):
    atheris = importlib.import_module("atheris")
    atheris.instrument_all()
    atheris.Setup(sys.argv, cast("Any", target).hypothesis.fuzz_one_input)
    atheris.Fuzz()
else:
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.target, Phase.shrink),
    )(target)()
