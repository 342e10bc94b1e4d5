"""A PostgreSQL of our own for the tests: made in a temporary folder, always stopped and thrown away.

`python -m tools.postgres run -- CMD…` runs CMD with these set:
VLIEGWIEL_TEST_PG_DSN (libpq key=value text, as the superuser), VLIEGWIEL_TEST_PG_HOST (the socket's folder),
VLIEGWIEL_TEST_PG_PORT and VLIEGWIEL_TEST_PG_SUPERUSER. It listens on no network address.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.say import Stop, stop

OLDEST = 15
SUPERUSER = "postgres"
PORT = "5432"  # names the socket file only


def version_of(folder: Path) -> int:
    """The major version of a Debian folder like /usr/lib/postgresql/15/bin; 0 for anything else."""
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


def newest_bin(base: Path = Path("/usr/lib/postgresql")) -> Path | None:
    """The folder with the newest server programs of at least version 15, or None."""
    folders = [path.parent for path in base.glob("*/bin/initdb")]
    new_enough = [folder for folder in folders if version_of(folder) >= OLDEST]
    return max(new_enough, key=version_of, default=None)


def as_owner(argv: Sequence[str | Path]) -> list[str]:
    """PostgreSQL refuses to run as root: then as Debian's own user for it."""
    words = [str(word) for word in argv]
    return ["runuser", "-u", SUPERUSER, "--", *words] if os.geteuid() == 0 else words


def command(argv: Sequence[str | Path], doing: str, cwd: Path) -> None:
    done = subprocess.run(
        as_owner(argv), cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        raise Stop(
            f"{doing} lukt niet:\n    {done.stdout.strip()}",
            "kijk of er ruimte is in de tijdelijke map (df -h /tmp).",
        )


def options(folder: Path, *, durable: bool) -> str:
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": folder,
        "port": PORT,
        "fsync": "on" if durable else "off",
        "max_connections": 60,
        "timezone": "UTC",
        "lock_timeout": "30s",  # two connections of one test that wait for each other: an error, not a night
    }
    return " ".join(f"-c {key}={value}" for key, value in settings.items())


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[dict[str, str]]:
    """A running cluster; yields the environment that says where it is. `durable` keeps fsync, for kill tests.

    Raises Stop when there is no server to start or it does not come up.
    """
    programs = newest_bin()
    if programs is None:
        raise Stop("Er is geen PostgreSQL 15 of nieuwer gevonden.", "apt-get install postgresql")
    # Not TMPDIR: that may be a folder the postgres user cannot reach; and a socket's path must stay under 108 bytes.
    folder = Path(tempfile.mkdtemp(prefix="vliegwiel-pg-", dir="/tmp"))
    data, log = folder / "data", folder / "log"
    control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w"]
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, SUPERUSER)
        init: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-A",
            "trust",
            "--no-sync",
            "-U",
            SUPERUSER,
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        command(init, "Een PostgreSQL voor de tests maken", folder)
        command(
            [*control, "-l", log, "-o", options(folder, durable=durable), "start"],
            "PostgreSQL starten",
            folder,
        )
        try:
            yield environment(folder)
        finally:
            subprocess.run(
                as_owner([*control, "-m", "immediate", "stop"]),
                cwd="/",
                stdout=subprocess.DEVNULL,
                check=False,
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def environment(folder: Path) -> dict[str, str]:
    return {
        "VLIEGWIEL_TEST_PG_DSN": f"host={folder} port={PORT} user={SUPERUSER} dbname=postgres",
        "VLIEGWIEL_TEST_PG_HOST": str(folder),
        "VLIEGWIEL_TEST_PG_PORT": PORT,
        "VLIEGWIEL_TEST_PG_SUPERUSER": SUPERUSER,
    }


def run(argv: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Runs a command beside a fresh cluster; returns its exit code."""
    with cluster() as where:
        return subprocess.run(argv, env={**os.environ, **(extra or {}), **where}, check=False).returncode


def main(argv: Sequence[str]) -> int:
    if len(argv) < 3 or list(argv[:2]) != ["run", "--"]:
        return stop(Stop("Gebruik: python -m tools.postgres run -- OPDRACHT"))
    try:
        return run(argv[2:])
    except Stop as reason:
        return stop(reason)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
