"""What a migration says besides tables: row-level security, text that never changes, search.

Each operation works on both engines and is undone by its reverse. On SQLite a later change of a table
rebuilds it and drops its triggers; a house test finds that, and the migration then repeats the operation.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations.base import Operation

APP_ROLE = "vliegwiel_app"  # see project/rollen.sql
MINE = "gemeente_id = nullif(current_setting('vliegwiel.gemeente', true), '')::uuid"
OWN_ACCOUNT = "account_id = nullif(current_setting('vliegwiel.account', true), '')::uuid"


class _OnTable(Operation):
    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str) -> None:
        self.model = model

    def deconstruct(self) -> Any:
        return type(self).__name__, [self.model], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models do not change; only how the database guards them."""

    def _run(self, schema_editor: Any, statements: list[str]) -> None:
        # PostgreSQL refuses ALTER TABLE while deferred checks wait; run what the editor kept for later first.
        for statement in statements:
            schema_editor.execute(statement, params=None)

    def _table(self, app_label: str, state: Any) -> str:
        return state.apps.get_model(app_label, self.model)._meta.db_table  # type: ignore[no-any-return]


class GuardGemeente(_OnTable):
    """Row-level security, forced: the owner of the table is bound by it as well (PostgreSQL only)."""

    def __init__(self, model: str, own_account: bool = False) -> None:
        super().__init__(model)
        self.own_account = own_account

    def deconstruct(self) -> Any:
        return type(self).__name__, [self.model], {"own_account": True} if self.own_account else {}

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        table = self._table(app_label, to_state)
        statements = [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY gemeente ON {table} USING ({MINE}) WITH CHECK ({MINE})",
        ]
        if self.own_account:
            statements.append(f"CREATE POLICY eigen_account ON {table} FOR SELECT USING ({OWN_ACCOUNT})")
        self._run(schema_editor, statements)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        table = self._table(app_label, from_state)
        self._run(
            schema_editor,
            [
                f"DROP POLICY IF EXISTS eigen_account ON {table}",
                f"DROP POLICY IF EXISTS gemeente ON {table}",
                f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
                f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
            ],
        )

    def describe(self) -> str:
        return f"Guard {self.model} with row-level security"


class NeverChange(_OnTable):
    """Rows that are written once: the database refuses every UPDATE, and on PostgreSQL the app role cannot delete
    them either (destroying is left to retention, under a role of its own)."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = self._table(app_label, to_state)
        if schema_editor.connection.vendor == "postgresql":
            statements = [
                "CREATE OR REPLACE FUNCTION vliegwiel_never_change() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'written once' USING ERRCODE = 'restrict_violation'; END $$",
                f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION vliegwiel_never_change()",
                f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN "
                f"REVOKE DELETE ON {table} FROM {APP_ROLE}; END IF; END $$",
            ]
        else:
            statements = [
                f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'written once'); END"
            ]
        self._run(schema_editor, statements)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = self._table(app_label, from_state)
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        self._run(schema_editor, [f"DROP TRIGGER IF EXISTS {table}_never_change{on_table}"])

    def describe(self) -> str:
        return f"Rows of {self.model} never change"


class SearchIndex(_OnTable):
    """An index over the stems in `zoektekst`: GIN on tsvector('simple'), or FTS5 kept by triggers."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = self._table(app_label, to_state)
        if schema_editor.connection.vendor == "postgresql":
            index = f"CREATE INDEX {table}_zoek ON {table} USING gin (to_tsvector('simple', zoektekst))"
            self._run(schema_editor, [index])
            return
        fts, columns = f"{table}_zoek", "(id, zoektekst)"
        add = f"INSERT INTO {fts} {columns} VALUES (new.id, new.zoektekst);"
        drop = f"DELETE FROM {fts} WHERE id = old.id;"
        self._run(
            schema_editor,
            [
                f"CREATE VIRTUAL TABLE {fts} USING fts5(id UNINDEXED, zoektekst, tokenize='unicode61')",
                f"INSERT INTO {fts} {columns} SELECT id, zoektekst FROM {table}",
                f"CREATE TRIGGER {fts}_add AFTER INSERT ON {table} BEGIN {add} END",
                f"CREATE TRIGGER {fts}_change AFTER UPDATE OF zoektekst ON {table} BEGIN {drop} {add} END",
                f"CREATE TRIGGER {fts}_drop AFTER DELETE ON {table} BEGIN {drop} END",
            ],
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = self._table(app_label, from_state)
        if schema_editor.connection.vendor == "postgresql":
            self._run(schema_editor, [f"DROP INDEX IF EXISTS {table}_zoek"])
            return
        triggers = [f"DROP TRIGGER IF EXISTS {table}_zoek_{kind}" for kind in ("add", "change", "drop")]
        self._run(schema_editor, [*triggers, f"DROP TABLE IF EXISTS {table}_zoek"])

    def describe(self) -> str:
        return f"Index {self.model} for search"


class KeepSearch(_OnTable):
    """Put the triggers of a `SearchIndex` back after SQLite rebuilt the table (PostgreSQL keeps its index)."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            return
        table = self._table(app_label, to_state)
        self._run(schema_editor, [f"DROP TABLE IF EXISTS {table}_zoek"])
        SearchIndex(self.model).database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The rebuild back does the same again; the index itself belongs to an earlier migration."""

    def describe(self) -> str:
        return f"Keep the search index of {self.model}"


class RefuseWhen(_OnTable):
    """The database refuses an INSERT or UPDATE while a condition on the new (and old) row holds.

    For what the rules already refuse and must hold whatever the code does. `condition` is SQL that both engines
    read, with NEW and OLD for the rows.
    """

    def __init__(self, model: str, *, name: str, event: str, condition: str) -> None:
        super().__init__(model)
        self.name = name
        self.event = event
        self.condition = condition

    def deconstruct(self) -> Any:
        return (
            type(self).__name__,
            [self.model],
            {"name": self.name, "event": self.event, "condition": self.condition},
        )

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = self._table(app_label, to_state)
        trigger = f"{table}_{self.name}"
        when = f"CREATE TRIGGER {trigger} BEFORE {self.event} ON {table} FOR EACH ROW"
        if schema_editor.connection.vendor == "postgresql":
            body = (
                f"BEGIN IF {self.condition} THEN RAISE EXCEPTION '{self.name}' USING ERRCODE = 'restrict_violation'; "
                "END IF; RETURN NEW; END"
            )
            function = f"CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
            self._run(schema_editor, [function, f"{when} EXECUTE FUNCTION {trigger}()"])
            return
        body = f"SELECT RAISE(ABORT, '{self.name}')"
        self._run(schema_editor, [f"{when} WHEN {self.condition} BEGIN {body}; END"])

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = self._table(app_label, from_state)
        trigger = f"{table}_{self.name}"
        if schema_editor.connection.vendor == "postgresql":
            self._run(schema_editor, [f"DROP TRIGGER {trigger} ON {table}", f"DROP FUNCTION {trigger}()"])
        else:
            self._run(schema_editor, [f"DROP TRIGGER {trigger}"])

    def describe(self) -> str:
        return f"Refuse {self.event} on {self.model}: {self.name}"
