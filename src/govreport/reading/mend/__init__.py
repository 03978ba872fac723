"""Mending: a table that the grammar refuses is laid out, aligned with the form and settled by its sums."""
