"""The import contracts hold, none of them is weakened, and no door is forgotten in them."""

from __future__ import annotations

import ast
import configparser
import subprocess
import sys
from pathlib import Path

import pytest

from tests.huis.house import ROOT, SOURCE, depth, imports_of, module_name, rooms, sources, tree_of

TOUR = (ROOT / ".importlinter").read_text(encoding="utf-8")
OPEN_ROOMS = ("ui", "kern")
WITH_A_DOOR = [room for room in rooms() if room not in ("project", *OPEN_ROOMS)]


def contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read_string(TOUR)
    return parser


def listed(contract: str, key: str) -> list[str]:
    lines = contracts()[f"importlinter:contract:{contract}"][key].splitlines()
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def test_the_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    broken = done.stdout.partition("Broken contracts")[2] or done.stdout
    assert done.returncode == 0, " ".join(broken.split())


def test_there_is_no_list_of_exceptions() -> None:
    options = {key for section in contracts().values() for key in section}
    assert not options & {"ignore_imports", "exhaustive_ignores", "unmatched_ignore_imports_alerting"}


def test_every_room_is_a_step_of_the_stairs() -> None:
    assert listed("stairs", "layers") == rooms()


@pytest.mark.parametrize("room", WITH_A_DOOR)
def test_every_module_of_a_room_is_behind_its_door(room: str) -> None:
    inside = {module_name(path).split(".")[2] for path in sources(room) if module_name(path).count(".") > 1}
    quiet = {"public", "migrations", "jinja2"}
    behind = {name.rsplit(".", 1)[1] for name in listed(f"door-of-{room}", "protected_modules")}
    assert inside - quiet - behind == set(), f"add to door-of-{room} in .importlinter"


@pytest.mark.parametrize("room", WITH_A_DOOR)
def test_the_front_door_says_what_it_offers(room: str) -> None:
    path = SOURCE / room / "public.py"
    if not path.exists():
        return
    names = [
        target.id for node in tree_of(path).body if isinstance(node, ast.Assign) for target in node.targets
    ]  # type: ignore[attr-defined]
    assert "__all__" in names


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_nothing_comes_in_through_a_window(path: Path) -> None:
    """The same as the contracts, read straight from the text: imports inside functions and type-only ones too."""
    here = path.relative_to(SOURCE).parts[0]
    if here not in rooms() or here == "project":
        return
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] != "vliegwiel" or len(parts) < 2 or parts[1] == here or parts[1] not in rooms():
            continue
        assert depth(here) < depth(parts[1]), f"{module_name(path)} looks up: {name}"
        if parts[1] not in OPEN_ROOMS and len(parts) > 2:
            assert parts[2] == "public", f"{module_name(path)} goes past the front door: {name}"
