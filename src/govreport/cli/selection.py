"""The settings of a check: a file, what the command line adds to it, and whether the codes exist."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.inputs import explain_os_error
from govreport.diagnostics import Message

if TYPE_CHECKING:
    from govreport.rules import Config


def config_of(options: argparse.Namespace) -> "Config":
    """The settings that hold for this run; where something in them is wrong, the run ends and says what."""
    from govreport.rules import Config, ConfigError, find_config, load_config

    path: Path | None = options.config
    try:
        path = path or find_config(Path.cwd())
        config = load_config(path) if path else Config()
    except ConfigError as error:
        options.usage_error(error.message)
    except OSError as error:
        options.usage_error(f"{error.filename}: {explain_os_error(error)}")
    if unknown := _unknown((*config.select, *config.ignore, *config.severity)):
        options.usage_error(f"{path}: {_no_such(unknown)}")
    if unknown := _unknown((*options.select, *options.ignore)):
        options.usage_error(_no_such(unknown))
    return config.narrowed(tuple(options.select), tuple(options.ignore))


def _unknown(selectors: Iterable[str]) -> list[str]:
    from govreport.reporting.codes import codes

    known = [code.code for code in codes()]
    return [one for one in selectors if not any(code.startswith(one) for code in known)]


def _no_such(selectors: list[str]) -> Message:
    listed = ", ".join(selectors)
    return Message(
        zh=f"没有代码是 {listed} 或以其开头；`govreport rules` 列出全部代码",
        en=f"no code is or begins with {listed}; `govreport rules` lists them all",
    )
