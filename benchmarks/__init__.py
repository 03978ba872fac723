"""How fast govreport is, beside what one could do without it."""
