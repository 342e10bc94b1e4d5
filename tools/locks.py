"""Renews the locks: exact versions with hashes, for every Python from 3.11 and every platform, naming no registry."""

import re
from pathlib import Path

from tools import say
from tools.say import Stop
from tools.steps import Setup

FLAGS = (
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--python-version",
    "3.11",
    "--upgrade",
)
HOST = re.compile(r"https?://", re.IGNORECASE)


def renew(setup: Setup) -> None:
    """Writes requirements/*.txt and package-lock.json anew. Raises Stop."""
    compile_lock(setup, "uv", "requirements/uv.in")
    compile_lock(setup, "node", "requirements/node.in")
    compile_lock(setup, "dev", "pyproject.toml", "--extra", "dev")
    # The same versions in both: what the tests saw is what runs.
    compile_lock(setup, "run", "pyproject.toml", "--constraint", "requirements/dev.txt")
    with say.step("package-lock.json"):
        update = ["npm", "update", "--package-lock-only"]
        setup.machine.must(update, "De bouwstenen van de vormgeving vastleggen", setup.node_env())
    refuse_hosts(setup.machine.root)


def compile_lock(setup: Setup, name: str, source: str, *extra: str) -> None:
    target = f"requirements/{name}.txt"
    with say.step(target):
        uv: list[str | Path] = [setup.venv / "bin/uv", "pip", "compile", *FLAGS, "--python", setup.own_python]
        setup.machine.must([*uv, *extra, source, "-o", target], f"{target} vastleggen")


def locks_in(root: Path) -> list[Path]:
    return [*sorted((root / "requirements").glob("*.txt")), root / "package-lock.json", root / ".npmrc"]


def hosts_in(path: Path) -> list[str]:
    """Lines of a lock that name an address, apart from where npm packages ask for donations."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if HOST.search(line) and "github.com/sponsors" not in line]


def refuse_hosts(root: Path) -> None:
    """Raises Stop when a lock names a host: it would send every reader to that one machine."""
    for path in locks_in(root):
        if found := hosts_in(path):
            raise Stop(f"{path.name} noemt een adres: {found[0]}", "haal het weg voor je het bewaart.")
