"""All formats are tested in English; what both languages share is said where it is."""

from collections.abc import Iterator

import pytest

from govreport.diagnostics import set_language


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)
