"""GR2xx: what a value, a row and a table of the form may be."""

from govreport.rules.form import tables, values

RULES = (*values.RULES, *tables.RULES)
