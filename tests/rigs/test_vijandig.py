"""Hostile files, read by a child: nothing opened, nothing asked of the network, little memory, a sentence for each.

Three watches, because none sees everything: Python's audit events, inotify on a file that the hostile files name (what
libxml2 opens passes no audit event), and a server that must hear nothing. Where strace is installed it looks too.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.huis.house import ROOT
from tests.rigs.vijandige_bestanden import MB, all_files
from tests.uitwisseling.gedeeld import DATA, needs_data

pytestmark = pytest.mark.rig

SECRET = "KANARIE-7f3a"
MOST_KB, MOST_SECONDS, HUGE = 256 * 1024, 10.0, "200_mb"
LEAVES = ("Zeegers", "Truus", "111222333", "1948", "Lindelaan", SECRET)


class Watch:
    """Linux tells when a file is opened or read. Elsewhere it tells nothing, and the rig says so."""

    OPENED = 0x20 | 0x01  # IN_OPEN, IN_ACCESS

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self.works = hasattr(libc, "inotify_init1")
        if self.works:
            self.number = libc.inotify_init1(os.O_NONBLOCK)
            self.works = libc.inotify_add_watch(self.number, os.fsencode(path), self.OPENED) >= 0

    def seen(self) -> bool:
        try:
            return bool(os.read(self.number, 4096)) if self.works else False
        except BlockingIOError:
            return False


@dataclass
class Rig:
    folder: Path
    canary: Path
    server: socket.socket
    watch: Watch
    wanted: dict[str, str] = field(default_factory=dict)

    def asked(self) -> bool:
        """Whether anybody called."""
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def run(self, *words: str, before: tuple[str, ...] = ()) -> tuple[dict[str, Any], str]:
        done = subprocess.run(
            [*before, sys.executable, "-m", "tests.rigs.vijandig", str(self.folder), *words],
            cwd=ROOT, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1]), done.stderr


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    place = tmp_path_factory.mktemp("vijandig")
    canary = place / "kanarie.txt"
    canary.write_text(SECRET)
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    made = Rig(place / "bestanden", canary, server, Watch(canary))
    made.folder.mkdir()
    for name, data, code in all_files(canary, server.getsockname()[1]):
        (made.folder / name).write_bytes(data)
        made.wanted[name] = code
    with (made.folder / HUGE).open("wb") as stream:
        stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<a>')
        stream.truncate(200 * MB)
    made.wanted[HUGE] = "bestand_te_groot"
    yield made
    server.close()
    shutil.rmtree(place)


def test_the_watches_see(rig: Rig) -> None:
    """A watch that never sees anything proves nothing."""
    if rig.watch.works:
        rig.watch.seen()
        rig.canary.read_text()
        assert rig.watch.seen() and not rig.watch.seen()
    socket.create_connection(rig.server.getsockname()).close()
    assert rig.asked() and not rig.asked()


def judge(rig: Rig, told: dict[str, Any]) -> None:
    rows = {row["name"]: row for row in told["rows"]}
    assert set(rows) == set(rig.wanted)
    wrong = {name: row["codes"][:3] for name, row in rows.items() if rig.wanted[name] not in row["codes"]}
    assert wrong == {}
    assert not [name for name, row in rows.items() if row["whole"]], "none of these is used"
    assert all(sentence.endswith(".") for row in rows.values() for sentence in row["sentences"])
    spoken = {
        name: [one for one in LEAVES if one in row["said"] + "".join(row["sentences"])]
        for name, row in rows.items()
    }
    assert {name: leaves for name, leaves in spoken.items() if leaves} == {}
    slow = {name: row["seconds"] for name, row in rows.items() if row["seconds"] > MOST_SECONDS}
    assert slow == {}
    assert told["touched"] == []
    assert not rig.watch.seen() and not rig.asked()
    assert told["peak"] <= MOST_KB, f"{told['peak'] // 1024} MB"
    slowest = max(rows.values(), key=lambda row: row["seconds"])
    print(
        f"\n{len(rows)} files, peak {told['peak'] // 1024} MB, slowest {slowest['name']} {slowest['seconds']:.2f} s"
    )


def test_nothing_gets_through(rig: Rig) -> None:
    judge(rig, rig.run()[0])


@needs_data
def test_nothing_gets_through_with_schemas(rig: Rig) -> None:
    judge(rig, rig.run(str(DATA))[0])


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_system_call_opens_or_asks(rig: Rig) -> None:
    calls = "open,openat,openat2,creat,socket,connect,execve,fork,vfork"
    _, traced = rig.run(before=("strace", "-f", "-e", f"trace={calls},write", "-s", "64"))
    watched = traced.partition('write(2, "BEGIN')[2].partition('write(2, "EIND')[0]
    assert watched, "the marks of the child were not seen"
    assert re.findall(rf"^.*\b(?:{calls.replace(',', '|')})\(.*$", watched, re.MULTILINE) == []
