"""`vliegwiel serveer` as somebody runs it: it comes up, mends itself, and one Ctrl+C ends all of it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.rig
PROGRAM = [sys.executable, "-m", "vliegwiel.project.cli"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children_of(pid: int) -> dict[int, str]:
    """The direct children of a process with their command lines (Linux)."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if parent == pid:
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except (OSError, IndexError):
            continue
    return found


def wait_for(what: Callable[[], object], seconds: float = 30) -> object:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := what():
            return answer
        time.sleep(0.2)
    raise AssertionError("it did not happen")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at /proc")
def test_it_comes_up_mends_itself_and_ends_whole(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("VLIEGWIEL_")}
    environment = {**plain, "VLIEGWIEL_MODUS": "demo", "VLIEGWIEL_DATA": str(tmp_path)}
    subprocess.run([*PROGRAM, "migrate", "-v0"], env=environment, check=True, timeout=60)
    port = free_port()
    log = (tmp_path / "log").open("w+")
    served = subprocess.Popen(
        [*PROGRAM, "serveer", "--poort", str(port)], env=environment, stdout=log, stderr=log
    )

    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/leeft/", timeout=2) as answer:
                return bool(answer.read() == b"ok")
        except OSError:
            return False

    def worker() -> int | None:
        return next((pid for pid, said in children_of(served.pid).items() if "db_worker" in said), None)

    try:
        wait_for(answers)
        first = worker()
        assert first is not None
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: worker() not in (None, first))
        own = children_of(served.pid)
        served.send_signal(signal.SIGINT)
        assert served.wait(timeout=30) == 0
        assert not [pid for pid in own if Path(f"/proc/{pid}").exists()]
        assert not answers()
    finally:
        if served.poll() is None:
            served.kill()
        log.close()
    said = (tmp_path / "log").read_text()
    assert f"Vliegwiel draait: http://127.0.0.1:{port}" in said
    assert "Het werk op de achtergrond stopte onverwacht en start opnieuw." in said
    assert "Traceback" not in said
