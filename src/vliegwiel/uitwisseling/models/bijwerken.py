"""Many rows changed at once. An UPDATE each, prepared once: half of what an upsert or a CASE of all of them costs."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from vliegwiel.kern.tenancy import GemeenteModel


def update_rows(rows: Sequence[GemeenteModel], names: Sequence[str]) -> None:
    """Write these fields of these rows, all of one table. Rows of another gemeente are out of reach."""
    if not rows:
        return
    meta, quote = type(rows[0])._meta, connection.ops.quote_name
    fields = [meta.get_field(name) for name in names]
    key = [meta.get_field("gemeente"), meta.get_field("id")]
    change = ", ".join(f"{quote(it.column)} = %s" for it in fields)  # type: ignore[union-attr]
    where = " AND ".join(f"{quote(it.column)} = %s" for it in key)  # type: ignore[union-attr]
    values = [
        [it.get_db_prep_save(getattr(row, it.attname), connection) for it in (*fields, *key)]  # type: ignore[union-attr]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {quote(meta.db_table)} SET {change} WHERE {where}", values)
