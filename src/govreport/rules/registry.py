"""Every rule, in the order of the codes: ours as a literal list, those of others by entry points."""

import warnings
from functools import cache

from govreport.rules import content, prose, years
from govreport.rules.arithmetic import explanations, totals
from govreport.rules.form import tables, values
from govreport.rules.plugins import Plugins, PluginWarning, load_plugins
from govreport.rules.rule import Rule

BUILT_IN: tuple[Rule, ...] = (
    *totals.RULES,
    *explanations.RULES,
    *values.RULES,
    *tables.RULES,
    *prose.RULES,
    *years.RULES,
    *content.RULES,
)


def registry() -> tuple[Rule, ...]:
    """All rules: the built-in ones, then those that installed packages register.

    An entry point of the group `govreport.rules` names a `Rule` or a sequence of them. Their codes have
    letters of their own and three digits; GR is ours. One that cannot be loaded is left out with a
    `PluginWarning`, once.
    """
    return BUILT_IN + loaded_plugins().rules


@cache
def loaded_plugins() -> Plugins:
    """What installed packages register, and what of it could not be loaded."""
    found = load_plugins(rule.code for rule in BUILT_IN)
    for failure in found.failures:
        warnings.warn(str(failure), PluginWarning, stacklevel=2)
    return found


def find(code: str) -> Rule:
    """The rule of a code or a name.

    Raises:
        KeyError: There is none.
    """
    for rule in registry():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise KeyError(code)
