"""The settings of a check, from `govreport.toml` or from `[tool.govreport]` in `pyproject.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from govreport.diagnostics import Diagnostic, Message, Severity


class ConfigError(ValueError):
    """A setting that is unknown or of the wrong type; the message names the file and the key."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)

    def __str__(self) -> str:
        return str(self.message)


@attrs.frozen
class Config:
    """What is checked, and how.

    Attributes:
        select: Codes or prefixes to keep; empty keeps all.
        ignore: Codes or prefixes to leave out; wins over `select`.
        severity: Code or prefix -> the severity that its findings get; the longest that fits decides.
        change_factor: From which factor on a change against last year is named (GR405); None names none.
        copied_share: From which share of unchanged sentences on a section counts as copied (GR506).
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = attrs.field(factory=dict)
    change_factor: float | None = None
    copied_share: float = 0.8

    def narrowed(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> "Config":
        """The settings with a call's own selection: `select` replaces, `ignore` is added."""
        if not select and not ignore:
            return self
        select, ignore = select or self.select, self.ignore + ignore
        return Config(select, ignore, self.severity, self.change_factor, self.copied_share)

    def wants(self, code: str) -> bool:
        """Whether findings of this code are kept."""
        return code.startswith(self.select or "") and not (self.ignore and code.startswith(self.ignore))

    def graded(self, diagnostic: Diagnostic) -> Diagnostic:
        """The diagnostic with the severity that the settings give its code."""
        fitting = [prefix for prefix in self.severity if diagnostic.code.startswith(prefix)]
        if not fitting:
            return diagnostic
        return attrs.evolve(diagnostic, severity=self.severity[max(fitting, key=len)])


def find_config(start: Path) -> Path | None:
    """The nearest `govreport.toml`, or `pyproject.toml` with `[tool.govreport]`, in a folder or above it."""
    for folder in (start, *start.parents):
        if (own := folder / "govreport.toml").is_file():
            return own
        shared = folder / "pyproject.toml"
        if shared.is_file() and "govreport" in _load(shared).get("tool", {}):
            return shared
    return None


def load_config(path: Path) -> Config:
    """Read the settings from a file.

    Raises:
        ConfigError: The file is no TOML, or a key is unknown or of the wrong type.
    """
    data = _load(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("govreport", {})
    settings = {}
    for key, value in data.items():
        read = _READERS.get(key)
        if read is None:
            known = ", ".join(_READERS)
            raise _error(path, key, f"没有这一项；可用：{known}", f"no such setting; there are: {known}")
        try:
            settings[key.replace("-", "_")] = read(value)
        except (TypeError, ValueError) as error:
            raise _error(path, key, f"值不对：{value!r}", f"wrong value: {value!r}") from error
    return Config(**settings)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _error(path, "", f"不是有效的 TOML：{error}", f"is no valid TOML: {error}") from error


def _error(path: Path, key: str, zh: str, en: str) -> ConfigError:
    place = f"{path}: {key}" if key else str(path)
    return ConfigError(Message(zh=f"{place}：{zh}", en=f"{place}: {en}"))


def _codes(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise TypeError(value)
    return tuple(v.upper() for v in value)


def _severities(value: object) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return {code.upper(): Severity(severity) for code, severity in value.items()}


def _factor(value: object) -> float:
    return _number(value, above=1)


def _share(value: object) -> float:
    share = _number(value, above=0)
    if share > 1:
        raise ValueError(value)
    return share


def _number(value: object, above: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= above:
        raise ValueError(value)
    return float(value)


_READERS: dict[str, Any] = {
    "select": _codes,
    "ignore": _codes,
    "severity": _severities,
    "change-factor": _factor,
    "copied-share": _share,
}
