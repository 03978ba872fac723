"""The public calls, by what they need; `govreport` loads the one that is asked for."""
