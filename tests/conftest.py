"""What all tests share: a language that no test leaves behind, and Hypothesis without a clock."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

import govreport

# The first parse of a process builds the grammars; no test asserts a time.
settings.register_profile("govreport", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("govreport")


@pytest.fixture(autouse=True)
def _no_language_is_left_behind() -> Iterator[None]:
    yield
    govreport.set_language(None)
