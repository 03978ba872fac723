"""What all tests share: a language that no test leaves behind, and Hypothesis without a clock."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

import govreport

# The first parse of a process builds the grammars; no test asserts a time. The same examples are drawn each
# time, so that a change is judged by itself; HYPOTHESIS_PROFILE=search draws others.
_SEARCH = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", _SEARCH)
settings.register_profile("same", _SEARCH, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(autouse=True)
def _no_language_is_left_behind() -> Iterator[None]:
    yield
    govreport.set_language(None)
