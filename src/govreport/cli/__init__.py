"""The command `govreport`: the only part of the package that prints."""

from govreport.cli.app import main

__all__ = ["main"]
