"""Baselines: the findings that are known already, so that a check shows only what is new."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from govreport.diagnostics import Message
from govreport.reporting.checked import Checked

# The key says which fingerprints these are.
_KEY = "govreport/v1"
# A file name may be no valid text.
_ERRORS = "surrogateescape"


class BaselineError(ValueError):
    """The file is no baseline; the message names it."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)

    def __str__(self) -> str:
        return str(self.message)


@attrs.frozen
class Baseline:
    """The fingerprints of the known findings by file.

    Attributes:
        folder: The folder of the baseline; files are named from there.
        files: Name of a file -> fingerprints.
    """

    folder: Path
    files: Mapping[str, frozenset[str]]

    def without_known(self, checked: Checked) -> Checked:
        """The same input with the new findings only. Unreadable ones stay as they are."""
        known = self.files.get(_key(self.folder, checked.name), frozenset())
        if checked.report is None or not known:
            return checked
        new = tuple(each for each in checked.findings if each.fingerprint not in known)
        return attrs.evolve(checked, findings=new, known=len(checked.findings) - len(new))


def read_baseline(path: Path) -> Baseline:
    """Read what `write_baseline` wrote.

    Raises:
        OSError: The file cannot be opened.
        BaselineError: It is no baseline.
    """
    try:
        data = json.loads(path.read_text("utf-8", _ERRORS))
        files = {name: frozenset(map(str, marks)) for name, marks in data[_KEY].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BaselineError(
            Message(zh=f"{path}：不是 --write-baseline 写出的文件", en=f"{path}: no file of --write-baseline")
        ) from error
    return Baseline(path.resolve().parent, files)


def write_baseline(path: Path, reports: Iterable[Checked]) -> Baseline:
    """Record every finding of the readable inputs.

    Raises:
        OSError: The file cannot be written.
    """
    folder = path.resolve().parent
    files = {
        _key(folder, each.name): [f.fingerprint for f in each.findings] for each in reports if each.report
    }
    data = {_KEY: {name: files[name] for name in sorted(files) if files[name]}}
    written = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    path.write_text(written, encoding="utf-8", errors=_ERRORS, newline="\n")
    return Baseline(folder, {name: frozenset(marks) for name, marks in files.items()})


def _key(folder: Path, name: str) -> str:
    """The name of a file from the baseline's folder, the same on every system."""
    try:
        return Path(os.path.relpath(Path(name).resolve(), folder)).as_posix()
    except ValueError:  # on another drive
        return Path(name).resolve().as_posix()
