"""GR1xx: what the form adds up. `sums` says which, `ledger` finds those that do not hold, `localise` why."""
