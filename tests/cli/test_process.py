"""The command as a process: streams, encodings, signals, without a terminal's help."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govreport import __version__

COMMAND = [sys.executable, "-m", "govreport"]


def environment(**extra: str) -> dict[str, str]:
    return {**os.environ, "GOVREPORT_LANG": "en", **extra}


@pytest.mark.parametrize("command", [COMMAND, [str(Path(sys.executable).with_name("govreport"))]])
def test_both_ways_to_call_it(command: list[str]) -> None:
    if not Path(command[0]).exists():
        pytest.skip("the package is not installed in this environment")
    done = subprocess.run([*command, "--version"], capture_output=True, check=True)
    assert done.stdout.decode().strip() == f"govreport {__version__}"


def test_output_is_utf8_in_every_locale() -> None:
    done = subprocess.run(
        [*COMMAND, "parse", "--example", "--table"],
        capture_output=True,
        check=True,
        env=environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C"),
    )
    assert done.stdout.decode("utf-8").startswith("云汀区水务局2024年政府信息公开工作年度报告\n")
    assert done.stderr == b""


def test_standard_input_in_gb18030() -> None:
    text = (Path(__file__).parents[2] / "examples" / "example-2019.txt").read_text("utf-8")
    done = subprocess.run(
        [*COMMAND, "parse", "-", "--table"], input=text.encode("gb18030"), capture_output=True, check=True
    )
    assert "松砚县农业农村局" in done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPIPE to imitate")
def test_a_closed_pipe_ends_quietly() -> None:
    process = subprocess.Popen(
        [*COMMAND, "parse", "--example"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.wait(timeout=30) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_an_interrupt_ends_quietly() -> None:
    # It waits for standard input; the second line is only reached after the first was complained about.
    process = subprocess.Popen(
        [*COMMAND, "parse", "no-such-file", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    assert process.stderr
    assert b"no-such-file" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
