"""Runs the rules over a report."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from govreport.diagnostics import Diagnostic, in_text_order
from govreport.model import Report
from govreport.rules.config import Config
from govreport.rules.context import Context
from govreport.rules.registry import registry
from govreport.rules.rule import Rule

_DEFAULT = Config()


@lru_cache(maxsize=16)  # many reports are checked with the same settings
def _wanted(rules: tuple[Rule, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    config = Config(select, ignore)
    return tuple(rule for rule in rules if config.wants(rule.code))


def run(
    report: Report,
    previous: Report | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    config: Config = _DEFAULT,
    failed: Callable[[Rule, Exception], None] | None = None,
) -> tuple[Diagnostic, ...]:
    """The reading diagnostics and the findings of the rules, in the order of the text.

    Args:
        report: The report to check.
        previous: The same organ's report of the year before.
        select: Codes or prefixes to keep, instead of those of `config`.
        ignore: Codes or prefixes to leave out, besides those of `config`.
        config: Settings, as `load_config` reads them.
        failed: Told of a rule that raises, after which the others go on; without it the exception is raised.

    Raises:
        TypeError: `select` or `ignore` is one string; a list of codes is meant.
    """
    if isinstance(select, str) or isinstance(ignore, str):
        raise TypeError('select and ignore take a list of codes, such as ["GR1"]')
    config = config.narrowed(tuple(select), tuple(ignore))
    context = Context(report, previous, config)
    found = [d for d in report.diagnostics if config.wants(d.code)]
    for rule in _wanted(registry(), config.select, config.ignore):
        try:
            if hits := rule.check(context):
                found += [rule.diagnose(hit, context) for hit in hits]
        except Exception as error:  # a rule may be anyone's
            if failed is None:
                raise
            failed(rule, error)
    if config.severity:
        found = [config.graded(d) for d in found]
    return in_text_order(found)
