"""The rules: what does not add up in a report, and why. One family a package; `registry` lists them all."""

from govreport.rules.config import Config, ConfigError, find_config, load_config
from govreport.rules.context import Context
from govreport.rules.engine import run
from govreport.rules.plugins import PluginWarning
from govreport.rules.registry import find, loaded_plugins, registry
from govreport.rules.rule import Finding, Rule, Status

__all__ = [
    "Config",
    "ConfigError",
    "Context",
    "Finding",
    "PluginWarning",
    "Rule",
    "Status",
    "find",
    "find_config",
    "load_config",
    "loaded_plugins",
    "registry",
    "run",
]
