"""`govreport parse --explain`: the lines of each table, and what every piece of them was taken for."""

from govreport.cli.account.view import to_account

__all__ = ["to_account"]
