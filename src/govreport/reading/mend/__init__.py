"""Mending: a table that the grammar refuses is laid out, aligned with the form and settled by its sums."""

from govreport.reading.mend.table import Mended, mend

__all__ = ["Mended", "mend"]
