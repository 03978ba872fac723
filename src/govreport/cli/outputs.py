"""Files that a command writes."""

from pathlib import Path

from govreport.cli.console import complain
from govreport.cli.inputs import explain_os_error


def write(target: Path, rendered: str | bytes) -> bool:
    """Write a file, and the folders that it is in; False after a complaint where that cannot be done."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(rendered.encode() if isinstance(rendered, str) else rendered)
    except OSError as error:
        complain(str(target), explain_os_error(error))
        return False
    return True
