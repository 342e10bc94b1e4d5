"""The locks: exact, with hashes, naming no registry, the same versions for running as for testing."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tools.locks import hosts_in, locks_in
from tools.machine import ROOT

PINNED = re.compile(r"^([a-z0-9][\w.-]*)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", locks_in(ROOT), ids=lambda path: path.name)
def test_no_lock_names_a_host(path: Path) -> None:
    assert hosts_in(path) == []


def test_a_host_in_a_lock_is_seen(tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("--index-url https://packages.example/simple\ndjango==5.2\n")
    assert len(hosts_in(lock)) == 1


@pytest.mark.parametrize("name", ["uv", "node", "run", "dev"])
def test_every_package_has_hashes(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_runs_is_what_was_tested() -> None:
    tested = pins("dev")
    assert {name: version for name, version in pins("run").items() if tested.get(name) != version} == {}


def test_every_dependency_is_locked_and_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = pins("dev")
    for requirement in asked:
        name = re.split(r"[\[~=<>]", requirement)[0].lower()
        assert name in locked, f"{requirement} is not in requirements/dev.txt: make lock"
        line = next(line for line in text.splitlines() if f'"{requirement}"' in line)
        assert "#" in line, f"{requirement} has no reason beside it"


def test_npm_lock_has_hashes() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, about in packages.items() if name and "integrity" not in about] == []
    assert not any("resolved" in about for about in packages.values())


def test_built_files_are_not_committed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    built = re.compile(
        r"\.(mo|pyc|woff2|whl)$|/static/ui/vliegwiel\.|THIRD-PARTY-NOTICES|^(node_modules|var|build)/"
    )
    assert [name for name in listed.stdout.splitlines() if built.search(name)] == []
