"""What the house tests know about the house: its rooms, its tables, and where things stand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import models

from vliegwiel.kern.tenancy import GemeenteKey, GemeenteModel

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/vliegwiel"
DOCS = ROOT / "docs/huis"

# From top to bottom; huis.md names the rooms that are still to come.
STAIRS = (
    "project",
    "uitwisseling",
    "effect",
    "ondersteuning",
    "opdracht",
    "koers",
    "sociale_kaart",
    "samenspel",
    "privacy",
    "gemeenschap",
    "ui",
    "kern",
)


def rooms() -> list[str]:
    """The rooms that are built, from top to bottom."""
    return [room for room in STAIRS if (SOURCE / room / "__init__.py").exists()]


def depth(room: str) -> int:
    """How far down the stairs a room lies (0 is the top)."""
    return STAIRS.index(room)


def room_of(model: type[models.Model]) -> str | None:
    """The room a model lives in; None for a library's model."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "vliegwiel" else None


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if room_of(model)]


def all_models() -> list[type[models.Model]]:
    """Ours and those of the libraries we installed: whatever has a table."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def has_gemeente(model: type[models.Model]) -> bool:
    """Whether its rows belong to one gemeente (log tables included, which are no GemeenteModel)."""
    return any(isinstance(field, GemeenteKey) for field in model._meta.local_fields)


def tenant_models() -> list[type[models.Model]]:
    return [model for model in our_models() if has_gemeente(model)]


def gemeente_models() -> list[type[GemeenteModel]]:
    return [model for model in our_models() if issubclass(model, GemeenteModel)]


def tenant_tables() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in tenant_models())


def sources(room: str = "") -> list[Path]:
    """Every module of ours, or of one room."""
    return sorted((SOURCE / room).rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[str]:
    """Every module this one names in an import, also inside a function; `from a import b` gives a and a.b."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
