"""Timing: rivals are measured in turn within one run, so that a slow moment of the machine hits them all.

It is the processor's time that counts, and the best of the rounds: what other programs took is not counted.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

# Long enough for the clock, short enough for many rounds.
_SECONDS_A_SAMPLE = 0.02


def measure(rivals: Mapping[str, Callable[[], object]], rounds: int = 15) -> dict[str, float]:
    """Seconds of one call of each, the best of the rounds, in each of which all take their turn."""
    loops = {name: _loops(call) for name, call in rivals.items()}
    samples: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, call in rivals.items():
            samples[name].append(_sample(call, loops[name]))
    return {name: min(times) for name, times in samples.items()}


def measure_process(statement: str, setup: str = "", rounds: int = 9) -> float:
    """Median seconds that a statement takes in a fresh interpreter, without the interpreter's own start."""
    program = (
        f"import time\n{setup}\nstart = time.perf_counter()\n{statement}\nprint(time.perf_counter() - start)"
    )
    times = [
        float(
            subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
        )
        for _ in range(rounds)
    ]
    return statistics.median(times)


def _loops(call: Callable[[], object]) -> int:
    call()  # the first call builds grammars and fills caches
    return max(1, round(_SECONDS_A_SAMPLE / max(_sample(call, 1), 1e-7)))


def _sample(call: Callable[[], object], loops: int) -> float:
    start = time.process_time()
    for _ in range(loops):
        call()
    return (time.process_time() - start) / loops
