"""Zip packages made for tests."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
