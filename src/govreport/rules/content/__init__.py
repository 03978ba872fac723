"""GR5xx: what the report says beside its tables."""

from govreport.rules.content.sections import COPIED, EMPTY, FEE
from govreport.rules.content.wording import AGENCIES, LEFTOVERS
from govreport.rules.content.years import YEARS

RULES = (EMPTY, YEARS, AGENCIES, LEFTOVERS, FEE, COPIED)
