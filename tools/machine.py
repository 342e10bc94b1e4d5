"""The machine as the set-up sees it. The tests give it another one: no network, no root, a busy port."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.say import Stop

ROOT = Path(__file__).resolve().parent.parent
LOG = "build/klaarzetten.log"

# How pip, uv, npm and apt say that they cannot reach the outside world.
NO_NETWORK = (
    "temporary failure in name resolution",
    "temporary failure resolving",
    "name or service not known",
    "network is unreachable",
    "connection refused",
    "could not connect",
    "could not resolve",
    "failed to establish a new connection",
    "dns error",
    "error sending request",
    "enotfound",
    "eai_again",
    "econnrefused",
    "etimedout",
    "enetunreach",
)


@dataclass(frozen=True)
class Done:
    """How a command ended: its exit code and all it printed."""

    code: int
    output: str


class Machine:
    """Commands, programs, rights and ports of this machine, for the checkout in `root`."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.python = sys.executable

    def run(self, argv: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Done:
        """Runs a command quietly in the checkout; what it prints goes to the log."""
        words = [str(word) for word in argv]
        try:
            ended = subprocess.run(
                words,
                cwd=self.root,
                env={**os.environ, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                check=False,
            )
        except OSError as error:
            return Done(127, str(error))
        self.log(f"$ {' '.join(words)}\n{ended.stdout}")
        return Done(ended.returncode, ended.stdout)

    def must(self, argv: Sequence[str | Path], doing: str, env: Mapping[str, str] | None = None) -> str:
        """Like run, but a failure becomes a sentence that says what was being done. Raises Stop."""
        done = self.run(argv, env)
        if done.code == 0:
            return done.output
        if any(sign in done.output.lower() for sign in NO_NETWORK):
            raise Stop(
                f"{doing} lukt niet: er is geen verbinding met internet.",
                "kijk of het netwerk werkt (en of een proxy nodig is) en probeer het opnieuw.",
                "wat al klaar was, blijft klaar.",
            )
        last = [text for text in done.output.splitlines() if text.strip()][-3:]
        raise Stop("\n    ".join([f"{doing} lukt niet.", *last]), f"lees het hele verslag in {LOG}.")

    def log(self, text: str) -> None:
        path = self.root / LOG
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text.rstrip() + "\n")

    def which(self, name: str) -> str | None:
        return shutil.which(name)

    def is_root(self) -> bool:
        return os.geteuid() == 0

    def port_is_free(self, port: int) -> bool:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                return False
        return True

    def apt(self, packages: Sequence[str], needed_for: str) -> None:
        """Installs Debian packages. Raises Stop when that cannot be done here."""
        command = f"apt-get install {' '.join(packages)}"
        if self.which("apt-get") is None:
            raise Stop(
                f"Voor {needed_for} is nodig: {', '.join(packages)}. Deze machine heeft geen apt-get.",
                "installeer het met het pakketbeheer van deze machine.",
            )
        if not self.is_root():
            raise Stop(
                f"Voor {needed_for} is nodig: {', '.join(packages)}. Alleen de beheerder (root) mag dat installeren.",
                f"vraag de beheerder om: sudo {command}",
                "geef daarna hetzelfde make-commando nog een keer.",
            )
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
        if self.run(install, quiet).code != 0:  # on a new machine the package lists may be missing or old
            self.run(["apt-get", "update"], quiet)
            self.must(install, f"{' en '.join(packages)} installeren met apt-get", quiet)
