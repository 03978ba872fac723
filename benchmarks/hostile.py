"""Seconds and peak memory of texts that mean harm, each in a process of its own.

python -m benchmarks.hostile [--megabytes 10] [NAME ...]
"""

import argparse
import resource
import subprocess
import sys
import time

from tests.fuzz.hostile import INPUTS

import govreport

TIMEOUT = 300


def measure(name: str, size: int) -> None:
    """Read one input in this process and print what it took."""
    govreport.parse(
        "二、主动公开政府信息情况\n第二十条第（一）项\n规章\t0\t0\t0\n"
    )  # loads grammars and modules
    text = INPUTS[name](size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    try:
        outcome = f"read, {len(govreport.check(govreport.parse(text)))} diagnostics"
    except govreport.ParseError:
        outcome = "refused"
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak, grown = after / 1024, (after - before) / 1024
    print(f"{name:32}{len(text):12,}{seconds:10.2f}{peak:10.0f}{grown:10.0f}  {outcome}")


def main() -> int:
    """Run from the command line; exit 1 if an input took longer than the time allowed or failed."""
    parser = argparse.ArgumentParser(description="Measure hostile texts.")
    parser.add_argument("--megabytes", type=float, default=10, help="millions of characters")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", help="which inputs; all if none is named")
    given = parser.parse_args()
    names = given.names or list(INPUTS)
    size = int(given.megabytes * 1_000_000)
    if given.here:
        measure(names[0], size)
        return 0
    failed = False
    print(f"{'input':32}{'characters':>12}{'seconds':>10}{'peak MB':>10}{'grown MB':>10}")
    for name in names:
        command = [
            sys.executable,
            "-m",
            "benchmarks.hostile",
            "--here",
            "--megabytes",
            str(given.megabytes),
            name,
        ]
        try:
            done = subprocess.run(command, timeout=TIMEOUT, check=False, capture_output=True, text=True)
        except subprocess.TimeoutExpired:
            print(f"{name:32} more than {TIMEOUT} s")
            failed = True
            continue
        print(done.stdout, end="")
        if done.returncode:
            print(f"{name:32} {done.stderr.strip().splitlines()[-1:]}")
            failed = True
    return failed


if __name__ == "__main__":
    sys.exit(main())
