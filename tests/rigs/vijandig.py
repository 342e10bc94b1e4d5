"""The child of the rig of hostile files: reads each, and tells what it found, how long it took and what it touched.

    python -m tests.rigs.vijandig FOLDER [SCHEMAS]

Everything is loaded and every file is open before the watch begins: what is opened after that was asked by a file.
Between `BEGIN` and `EIND` on stderr a system call tracer sees what libxml2 does.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

WATCHED = (
    "open",
    "socket",
    "os.",
    "subprocess",
    "urllib",
    "http",
    "ftplib",
    "ctypes",
    "import",
    "shutil",
    "glob",
)


def peak() -> int:
    """The most memory this process held, in KB. VmHWM starts anew at exec; ru_maxrss remembers whoever forked us."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return found[0] if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(folder: Path, schemas: Path | None) -> None:
    import django

    django.setup()
    from tests.uitwisseling.berichten import CODES, bericht, geldig
    from vliegwiel.uitwisseling import xml
    from vliegwiel.uitwisseling.iwmo import naslag, read_message

    bij = naslag(None, schemas)
    for soort in CODES:
        read_message(geldig(soort), bij), read_message(bericht(soort, Bsn="x", Dagtekening="x"), bij)
    files = [(path.name, path.open("rb")) for path in sorted(folder.iterdir()) if path.is_file()]
    touched: list[str] = []
    told = []
    sys.addaudithook(lambda event, args: touched.append(f"{event} {args!r}"[:200]) if watch(event) else None)
    os.write(2, b"BEGIN\n")
    WATCHING.append(True)
    for name, stream in files:
        begin = time.perf_counter()
        found = read_message(xml.read_limited(stream), bij)
        told.append((name, found, time.perf_counter() - begin))
    WATCHING.clear()
    os.write(2, b"EIND\n")
    report(told, touched)


WATCHING: list[bool] = []


def watch(event: str) -> bool:
    return bool(WATCHING) and event.startswith(WATCHED)


def report(told: list[tuple[str, object, float]], touched: list[str]) -> None:
    from vliegwiel.uitwisseling.iwmo import Uitslag
    from vliegwiel.uitwisseling.sentences import SENTENCES

    rows = []
    for name, found, seconds in told:
        assert isinstance(found, Uitslag)
        sentences = [str(SENTENCES[it.code]) % it.params for it in found.vondsten]
        codes = [it.code for it in found.vondsten]
        rows.append({"name": name, "codes": codes, "sentences": sentences, "seconds": seconds,
                     "whole": found.bericht is not None, "said": repr(found)})  # fmt: skip
    print(json.dumps({"rows": rows, "touched": touched, "peak": peak()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
