"""GR2xx: what a value, a row and a table of the form may be."""
