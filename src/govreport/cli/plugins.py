"""Plug-ins that give no rules, said once a run on standard error."""

import warnings

from govreport.cli.console import complain


def name_broken_plugins() -> None:
    """Load the rules of others, and complain about those that cannot be."""
    from govreport.rules import PluginWarning, loaded_plugins

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        failures = loaded_plugins().failures
    for failure in failures:
        complain("govreport", failure)
