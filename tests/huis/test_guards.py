"""What the database itself refuses, on both engines: other gemeenten, and changes of what was written once.

Read from the catalogue after all migrations, so a table, a trigger or a policy that a later migration forgets or
drops is found here.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from tests.huis.filler import Filler, fill_the_rest
from tests.huis.house import gemeente_models, our_models, tenant_models
from tests.huis.town import Town, build_town
from tests.omgeving import ENGINE
from vliegwiel.kern.database import as_gemeente, set_gemeente
from vliegwiel.kern.tenancy import TenantForeignKey
from vliegwiel.samenspel.models import Houding, Versie, Voorstel

pytestmark = pytest.mark.django_db
only_postgres = pytest.mark.skipif(
    ENGINE != "postgres", reason="SQLite has no roles and no row-level security"
)
only_sqlite = pytest.mark.skipif(ENGINE == "postgres", reason="the triggers of SQLite")

# Rows that are written once. The log tables and the words a stance was based on.
WRITTEN_ONCE = (
    "Schrijflog",
    "Weigering",
    "Versie",
    "Houding",
    "Onderbouwing",
    "Inzage",
    "Inzageregel",
    "Besluit",
)
WRITTEN_ONCE += ("Wijziging", "Zegel", "Nazicht", "Voorzieningfeit", "Belletje", "Belwijzer", "Bevinding")
WRITTEN_ONCE += ("BeoogdEffect", "Publicatie", "Cel", "Kwartaalbeeld")  # what was agreed and what was shown
# What the database refuses once a proposal is decided: another version, a stance, a change of the proposal itself.
DECIDED = ("samenspel_versie", "samenspel_houding", "samenspel_voorstel")


def label(model: type[models.Model]) -> str:
    return model._meta.label


def written_once() -> list[type[models.Model]]:
    return [model for model in our_models() if model.__name__ in WRITTEN_ONCE]


def searchable() -> list[str]:
    return [
        m._meta.db_table for m in our_models() if any(f.name == "zoektekst" for f in m._meta.local_fields)
    ]


def rows(statement: str, *params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params or None)
        return cursor.fetchall()  # type: ignore[no-any-return]


# -- row-level security


@only_postgres
def test_the_tests_run_as_the_app_role() -> None:
    statement = """SELECT current_user, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
        FROM pg_roles WHERE rolname = current_user"""
    assert rows(statement) == [("vliegwiel_app", False, False, False, False)]


@only_postgres
def test_the_app_role_owns_nothing_and_makes_nothing() -> None:
    owned = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user"
    assert rows(owned) == []
    assert rows("SELECT has_schema_privilege('public', 'CREATE')") == [(False,)]
    members = """SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
        JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = current_user"""
    assert rows(members) == []
    truncate = """SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND has_table_privilege(oid, 'TRUNCATE')"""
    assert rows(truncate) == []


@only_postgres
@pytest.mark.parametrize("model", tenant_models(), ids=label)
def test_a_table_of_a_gemeente_is_guarded(model: type[models.Model]) -> None:
    table = model._meta.db_table
    assert rows(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", table
    ) == [(True, True)]
    found = rows(
        "SELECT policyname, permissive, roles::text, cmd, qual, with_check FROM pg_policies WHERE tablename = %s",
        table,
    )
    by_name = {row[0]: row[1:] for row in found}
    permissive, roles, cmd, reads, writes = by_name.pop("gemeente")
    assert (permissive, roles, cmd) == ("PERMISSIVE", "{public}", "ALL")
    assert reads == writes
    assert "gemeente_id = " in reads
    assert "vliegwiel.gemeente" in reads
    for name, (_, _, cmd, reads, _) in by_name.items():
        assert (name, cmd) == ("eigen_account", "SELECT"), (
            "the only other policy: an account finds its own rows"
        )
        assert "account_id = " in reads


@only_postgres
@pytest.mark.parametrize("model", tenant_models(), ids=label)
def test_without_a_gemeente_nothing_is_seen(model: type[models.Model]) -> None:
    build_town("vink", "b")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL vliegwiel.gemeente = ''")
        cursor.execute("SET LOCAL vliegwiel.account = ''")
    assert model.objects.count() == 0  # type: ignore[attr-defined]


@only_postgres
def test_no_view_or_function_looks_past_the_policies() -> None:
    """A view runs with its owner's rights unless told otherwise; a SECURITY DEFINER function always does."""
    views = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')"
    )
    assert rows(views) == []
    definers = "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
    assert rows(definers) == []


# -- written once


def triggers() -> set[tuple[str, str]]:
    """(table, trigger) as the database has them now."""
    if ENGINE == "postgres":
        found = "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
    else:
        found = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
    return {(table, name) for table, name in rows(found)}


def test_every_trigger_is_there_after_all_migrations() -> None:
    wanted = {(m._meta.db_table, f"{m._meta.db_table}_never_change") for m in written_once()}
    wanted |= {(table, f"{table}_besloten") for table in DECIDED}
    assert wanted - triggers() == set()


def test_every_table_that_a_migration_says_never_changes_is_known_here() -> None:
    found = {table for table, name in triggers() if name.endswith("_never_change")}
    assert found == {model._meta.db_table for model in written_once()}


@only_sqlite
@pytest.mark.parametrize("table", searchable())
def test_search_is_kept_up_by_triggers(table: str) -> None:
    assert {(table, f"{table}_zoek_{kind}") for kind in ("add", "change", "drop")} - triggers() == set()


@only_postgres
@pytest.mark.parametrize("table", searchable())
def test_search_has_its_index(table: str) -> None:
    assert rows(
        "SELECT indexname FROM pg_indexes WHERE tablename = %s AND indexname = %s", table, f"{table}_zoek"
    )


@pytest.fixture
def town() -> Town:
    return build_town("kanarie", "a")


@pytest.mark.parametrize("model", written_once(), ids=label)
def test_what_was_written_once_is_not_changed(town: Town, model: type[models.Model]) -> None:
    with as_gemeente(town.filler.gemeente.pk):  # type: ignore[union-attr]
        first = model.objects.order_by("pk").first()  # type: ignore[attr-defined]
        assert first is not None
        column = next(f for f in model._meta.local_fields if not f.primary_key and f.name != "gemeente")
        with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
            model.objects.filter(pk=first.pk).update(**{column.attname: getattr(first, column.attname)})  # type: ignore[attr-defined]


# -- a reference to another gemeente


def references() -> list[tuple[type[models.Model], TenantForeignKey]]:
    return [
        (model, field)
        for model in gemeente_models()
        for field in model._meta.local_fields
        if isinstance(field, TenantForeignKey)
    ]


def _check_now() -> None:
    if ENGINE == "postgres":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    else:
        connection.check_constraints()


def test_a_reference_to_another_gemeente_is_refused() -> None:
    """Their row, by a good id, in our row: the composite key refuses it, whatever the code does. Every reference."""
    here, there = build_town("kanarie", "a"), build_town("vink", "b")
    assert here.filler.gemeente is not None
    accepted = []
    for model, field in references():
        set_gemeente(here.filler.gemeente.pk)
        here.filler.last.clear()  # all else about this row is fresh and right
        theirs = there.filler.last[field.related_model]
        try:
            _store_and_check(here.filler, model, **{field.attname: theirs.pk})
        except IntegrityError as refusal:
            if "foreign key" not in str(refusal).lower():
                accepted.append(f"{field} is refused for another reason: {refusal}")
        else:
            accepted.append(f"{field} is accepted")
    print(f"\n{len(references())} references tried")
    assert accepted == []


def _store_and_check(filler: Filler, model: type[models.Model], **given: Any) -> None:
    with transaction.atomic():
        filler.create(model, **given)
        _check_now()


def test_nothing_is_added_to_what_was_decided(town: Town) -> None:
    filler = town.filler
    assert filler.gemeente is not None
    set_gemeente(filler.gemeente.pk)
    filler.last.clear()
    versie = filler.create(Versie)
    Voorstel.objects.filter(gemeente=filler.gemeente, pk=versie.voorstel_id).update(status="aangenomen")
    for model, given in ((Versie, {"voorstel": versie.voorstel, "nummer": 2}), (Houding, {"versie": versie})):
        with pytest.raises(DatabaseError, match="besloten"):
            _store_and_check(filler, model, **given)
    with pytest.raises(DatabaseError, match="besloten"), transaction.atomic():
        Voorstel.objects.filter(gemeente=filler.gemeente, pk=versie.voorstel_id).update(status="open")


def test_the_same_row_within_one_gemeente_is_accepted(town: Town) -> None:
    """The other side of the coin: the refusals above come from the gemeente, not from a row that could never be."""
    filler = town.filler
    assert filler.gemeente is not None
    with transaction.atomic():
        set_gemeente(filler.gemeente.pk)
        filler.last.clear()
        fill_the_rest(filler)
        _check_now()
        assert set(gemeente_models()) <= set(filler.last)
