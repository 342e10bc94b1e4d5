"""No module over 400 lines; functions mostly under 15, modules mostly under 150."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.huis.house import ROOT, module_name, sources, tree_of

MOST, MOSTLY, FUNCTION = 400, 150, 15
TESTS = [path for folder in ("tests", "tools") for path in sorted((ROOT / folder).rglob("*.py"))]


def written(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def by_hand() -> list[Path]:
    """What a person wrote; a migration is written by Django and read by nobody."""
    return [path for path in sources() if path.parent.name != "migrations"]


@pytest.mark.parametrize("path", [*by_hand(), *TESTS], ids=lambda path: "/".join(path.parts[-3:]))
def test_no_module_is_longer_than_anyone_reads(path: Path) -> None:
    assert written(path) <= MOST, f"{path.name} has {written(path)} lines"


def test_modules_are_mostly_short() -> None:
    long = {module_name(path): written(path) for path in by_hand() if written(path) > MOSTLY}
    print(f"\nover {MOSTLY} lines: {long}")
    assert len(long) <= len(by_hand()) / 5


def bodies() -> list[tuple[str, int]]:
    """Every function and how many lines its body takes, docstring apart."""
    found = []
    for path in by_hand():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                start = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
                found.append((f"{module_name(path)}.{node.name}", (node.end_lineno or 0) - start.lineno + 1))
    return found


def test_functions_are_mostly_short() -> None:
    found = bodies()
    long = {name: lines for name, lines in found if lines > FUNCTION}
    print(f"\nover {FUNCTION} lines: {len(long)} of {len(found)}: {long}")
    assert len(long) <= len(found) / 10


def test_a_package_when_there_are_over_eight_models() -> None:
    for path in by_hand():
        if path.name == "models.py":
            nouns = [
                node.name
                for node in tree_of(path).body
                if isinstance(node, ast.ClassDef) and any("Model" in ast.unparse(base) for base in node.bases)
            ]
            assert len(nouns) <= 8, f"{module_name(path)}: one file per noun"
