"""Storing many rows at once, past the actions: with COPY where the database has it.

PostgreSQL refuses COPY into a table with row-level security, so rows come in by a table of this transaction alone and
go on from there with one INSERT: the policy judges every row, and the role of the app may do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

FEW = 50  # below this the extra table costs more than it brings


def store(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Write these new rows, whose ids are known; past `save` and its signals."""
    fields = [it for it in model._meta.concrete_fields if not isinstance(it, models.AutoField)]
    columns = ", ".join(connection.ops.quote_name(it.column) for it in fields)
    if connection.vendor == "postgresql" and len(rows) >= FEW:
        _copy(model, columns, (_values(row, fields) for row in rows))
        return
    table, places = connection.ops.quote_name(model._meta.db_table), ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})", [_values(row, fields) for row in rows]
        )


def _copy(model: type[models.Model], columns: str, rows: Iterable[list[Any]]) -> None:
    quote = connection.ops.quote_name
    table, waiting = quote(model._meta.db_table), quote(f"wacht_{model._meta.db_table}")
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {waiting} ON COMMIT DROP "
            f"AS SELECT {columns} FROM {table} WITH NO DATA"
        )
        with cursor.copy(f"COPY {waiting} ({columns}) FROM STDIN") as into:
            for row in rows:
                into.write_row(row)
        cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {waiting}")
        cursor.execute(f"TRUNCATE {waiting}")


def _values(row: models.Model, fields: Sequence[models.Field[Any, Any]]) -> list[Any]:
    return [it.get_db_prep_save(getattr(row, it.attname), connection) for it in fields]
