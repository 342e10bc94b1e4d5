"""How one request talks to the database: its transaction, its gemeente, and what SQLite needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models, transaction

NOBODY = UUID(int=0)


def prepare_sqlite(connection: Any, **kwargs: Any) -> None:
    """Readers do not wait for writers, what is committed survives a power cut, and LOWER knows Ü and Ö too."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("LOWER", 1, _lower, deterministic=True)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA busy_timeout = 10000")


def _lower(text: str | None) -> str | None:
    return None if text is None else str(text).lower()


def _set_local(name: str, value: UUID) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL vliegwiel.{name} = '{UUID(str(value))}'")


def set_gemeente(gemeente_id: UUID) -> None:
    """From here on, in this transaction, PostgreSQL shows rows of this gemeente only."""
    _set_local("gemeente", gemeente_id)


def set_account(account_id: UUID) -> None:
    """Lets an account find its own Medewerker and Inwoner rows before a gemeente is chosen."""
    _set_local("account", account_id)


@contextmanager
def request_transaction(*, writes: bool) -> Iterator[None]:
    """One transaction for one request, with no gemeente chosen yet.

    On SQLite a read starts DEFERRED and takes no write lock; anything else starts IMMEDIATE, so that two
    writers queue at the door instead of failing half-way.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()  # connecting sets the mode back to the default
        connection.transaction_mode = "IMMEDIATE" if writes else "DEFERRED"  # type: ignore[attr-defined]
    with transaction.atomic():
        yield


@contextmanager
def as_gemeente(gemeente_id: UUID, account_id: UUID = NOBODY) -> Iterator[None]:
    """A transaction outside a request (worker, clock, command) for one gemeente."""
    with request_transaction(writes=True):
        set_gemeente(gemeente_id)
        set_account(account_id)
        yield


class _AsJson(models.Subquery):
    """All rows of a sub-query as one value: a list, of values when it has one column and else of lists."""

    output_field = models.JSONField()

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **more: Any) -> Any:
        one, each = _JSON[connection.vendor]
        fields = [self.query.model._meta.get_field(name) for name in self.query.values_select]
        columns = [_column(field, connection) for field in fields]
        row = columns[0] if len(columns) == 1 else f"{one}({', '.join(columns)})"
        template = f"(SELECT {each}({row}) FROM (%(subquery)s) gevraagd)"
        return super().as_sql(compiler, connection, template, **more)  # type: ignore[no-untyped-call]


_JSON = {"sqlite": ("json_array", "json_group_array"), "postgresql": ("jsonb_build_array", "jsonb_agg")}


def _column(field: models.Field[Any, Any], connection: Any) -> str:
    name = f"gevraagd.{connection.ops.quote_name(field.name)}"
    inside = connection.vendor == "sqlite" and isinstance(field, models.JSONField)
    return f"json({name})" if inside else name  # SQLite keeps JSON as text


def rows_as_json(rows: models.QuerySet[Any, Any]) -> models.Subquery:
    """The rows of `values(…)` beside another row, in the same query; None on PostgreSQL when there are none."""
    return _AsJson(rows)


class Among(models.Lookup):  # type: ignore[type-arg]
    """`x__among=ids`: as `x__in`, with the ids in one parameter, so that the question is the same for any number."""

    lookup_name = "among"

    def get_prep_lookup(self) -> Any:
        return [UUID(str(it)) if not isinstance(it, UUID) else it for it in self.rhs]

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if not self.rhs:
            raise EmptyResultSet
        left, params = self.process_lhs(compiler, connection)
        these = "= ANY(%s)" if connection.vendor == "postgresql" else "IN (SELECT value FROM json_each(%s))"
        return f"{left} {these}", (*params, stored(self.rhs))


models.UUIDField.register_lookup(Among)
models.ForeignKey.register_lookup(Among)


def insert_unless_there(row: models.Model) -> bool:
    """Write this new row, unless one with its key is there already; one statement, and no savepoint around it.

    A row that another transaction is still writing is waited for. Says whether this one was written.
    """
    fields = row._meta.concrete_fields
    quote = connection.ops.quote_name
    columns, places = ", ".join(quote(field.column) for field in fields), ", ".join(["%s"] * len(fields))
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(row._meta.db_table)} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING",
            values,
        )
        written: bool = cursor.rowcount == 1
    row._state.adding, row._state.db = not written, connection.alias
    return written


def insert_with_lines(
    head: models.Model,
    line: type[models.Model],
    link: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Write a row of a log and any number of narrow lines below it (of ids), without a model for each line.

    One statement on PostgreSQL, two on SQLite, with as many parameters as for one line.
    """
    quote = connection.ops.quote_name
    fields = [field for field in head._meta.concrete_fields if not field.primary_key]
    given = [field.get_db_prep_save(getattr(head, field.attname), connection) for field in fields]
    gemeente = stored(head.gemeente_id)  # type: ignore[attr-defined]
    write = (
        f"INSERT INTO {quote(head._meta.db_table)} ({', '.join(quote(field.column) for field in fields)}) "
        f"VALUES ({', '.join(['%s'] * len(fields))}) RETURNING {quote('id')}"
    )
    below = (
        f"INSERT INTO {quote(line._meta.db_table)} ({', '.join(map(quote, ('gemeente_id', link, *columns)))})"
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and rows:
            lists = [list(column) for column in zip(*rows, strict=True)]
            many = ", ".join(["%s::uuid[]"] * len(columns))
            lines = f"{below} SELECT %s::uuid, written.id, lines.* FROM written, unnest({many}) AS lines"
            cursor.execute(f"WITH written AS ({write}) {lines}", [*given, gemeente, *lists])
            return
        cursor.execute(write, given)
        written = cursor.fetchone()[0]
        if rows:
            each = ", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(columns)))
            many = json.dumps([[stored(it) for it in row] for row in rows])
            cursor.execute(f"{below} SELECT %s, %s, {each} FROM json_each(%s)", [gemeente, written, many])


def stored(value: Any) -> Any:
    """An id, a moment, a day or a list of ids as the database takes it; the rest as it is."""
    if isinstance(value, list):
        return [*value] if connection.vendor == "postgresql" else json.dumps([it.hex for it in value])
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def is_atomic(act: Any) -> bool:
    """Whether this function is wrapped in `transaction.atomic`: when it raises, nothing it wrote is left."""
    cells = getattr(act, "__closure__", None) or ()
    return any(isinstance(cell.cell_contents, transaction.Atomic) for cell in cells)
