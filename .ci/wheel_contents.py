"""Check that a wheel holds what an installed package reads at run time, and nothing else."""

import sys
import zipfile
from pathlib import Path


def main(wheel: str) -> str | None:
    """What is wrong with the wheel, or None."""
    names = set(zipfile.ZipFile(wheel).namelist())
    needed = {f"govreport/grammars/{path.name}" for path in Path("grammars").glob("*.lark")}
    needed |= {"govreport/py.typed", "govreport/examples/example-2024.txt"}
    needed |= {path.relative_to("src").as_posix() for path in Path("src").rglob("*.py")}
    if lacking := needed - names:
        return f"{wheel} lacks {sorted(lacking)}"
    if foreign := {name for name in names if not name.startswith(("govreport/", "govreport-"))}:
        return f"{wheel} holds {sorted(foreign)}"
    sys.stdout.write(f"{len(names)} files, {len(needed)} of them needed at run time\n")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
