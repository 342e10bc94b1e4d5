"""Only down, also where the import linter cannot look: fields, migrations, signals; each key holds its gemeente."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.models.fields.related import RelatedField

from tests.huis.house import (
    SOURCE,
    depth,
    gemeente_models,
    has_gemeente,
    imports_of,
    module_name,
    our_models,
    room_of,
    rooms,
    sources,
    tree_of,
)
from vliegwiel.kern.tenancy import GemeenteKey, SameGemeente, TenantForeignKey

FORBIDDEN = (
    "django.contrib.admin",
    "django.contrib.contenttypes.fields",
    "django.views.debug",
    "simple_history",
    "ortools",
    "rest_framework",
)


def references() -> list[RelatedField]:
    return [
        field
        for model in our_models()
        for field in model._meta.get_fields()
        if isinstance(field, RelatedField)
    ]


@pytest.mark.parametrize("field", references(), ids=str)
def test_a_reference_points_down_and_leaves_no_trace_there(field: RelatedField) -> None:
    here, there = room_of(field.model), room_of(field.related_model)
    if there is None or here == there:
        return
    assert here is not None
    assert depth(here) < depth(there), f"{field} points up, to {there}"
    assert field.remote_field.related_name == "+", f'{field} crosses rooms: related_name must be "+"'


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_no_automatic_many_to_many_and_no_generic_key(model: type[models.Model]) -> None:
    assert [field.name for field in model._meta.local_many_to_many] == [], (
        "a link table is a model of its own"
    )
    assert [field.name for field in model._meta.private_fields] == [], "no GenericForeignKey"
    assert not model._meta.auto_created


@pytest.mark.parametrize("model", gemeente_models(), ids=lambda model: model._meta.label)
def test_a_reference_inside_a_gemeente_holds_the_gemeente(model: type[models.Model]) -> None:
    guarded = {c.column for c in model._meta.constraints if isinstance(c, SameGemeente)}
    for field in model._meta.local_fields:
        if not isinstance(field, RelatedField) or isinstance(field, GemeenteKey):
            continue
        if has_gemeente(field.related_model):
            assert isinstance(field, TenantForeignKey), f"{field} must be a TenantForeignKey"
            assert field.column in guarded, f"{field} has no SameGemeente constraint"
            target = next(
                c.target for c in model._meta.constraints if getattr(c, "column", None) == field.column
            )
            assert target == field.related_model._meta.db_table, f"{field} is guarded against the wrong table"
        else:
            assert not isinstance(field, TenantForeignKey), f"{field} points to a table without gemeente"


def test_no_name_of_a_constraint_is_cut_into_another() -> None:
    names = [constraint.name for model in our_models() for constraint in model._meta.constraints]
    assert len(names) == len(set(names))
    assert [name for name in names if len(name) > 63] == [], "PostgreSQL cuts names at 63"


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_key_column_that_names_a_row_of_ours_is_a_reference(model: type[models.Model]) -> None:
    """A bare UUIDField called like a model escapes every guard; only technical tables and logs may."""
    if room_of(model) == "kern" or model.__module__ == "vliegwiel.privacy.models.log":
        return
    names = {other._meta.model_name for other in our_models()}
    loose = [
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.UUIDField) and field.name.removesuffix("_id") in names
    ]
    assert loose == []


def our_migrations() -> list[tuple[str, str]]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return sorted(key for key in loader.disk_migrations if key[0] in rooms())  # read from disk: a set


@pytest.mark.parametrize("key", our_migrations(), ids="-".join)
def test_a_migration_depends_on_what_lies_below(key: tuple[str, str]) -> None:
    migration = MigrationLoader(None, ignore_no_migrations=True).disk_migrations[key]
    upward = [
        dependency
        for dependency in (*migration.dependencies, *migration.run_before)
        if dependency[0] in rooms() and dependency[0] != key[0] and depth(dependency[0]) < depth(key[0])
    ]
    assert upward == []


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_no_module_uses_what_the_house_does_without(path: Path) -> None:
    names = set(imports_of(path))
    wrong = sorted(name for name in names for bad in FORBIDDEN if name == bad or name.startswith(f"{bad}."))
    assert wrong == []


def test_nothing_forbidden_is_installed() -> None:
    assert [app for app in settings.INSTALLED_APPS if app.startswith(FORBIDDEN)] == []


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_no_signals(path: Path) -> None:
    """Rooms talk down by calls and up by registries. Only kern hears one signal: a connection was opened."""
    if path == SOURCE / "kern/apps.py":
        return
    names = set(imports_of(path))
    signals = sorted(name for name in names if ".signals" in name or name.startswith("django.dispatch"))
    assert signals == []
    receivers = [
        node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Name) and node.id == "receiver"
    ]
    assert receivers == []
