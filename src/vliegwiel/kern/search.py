"""Search in Dutch on both engines: every searchable row keeps its `dutch_porter` stems in `zoektekst`."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import connection, models
from django.db.models.expressions import RawSQL

from vliegwiel.kern.taal import stem_text

Row = TypeVar("Row", bound=models.Model)


def stems_of(*texts: str) -> str:
    """What to keep in `zoektekst`: the stems of these texts, in order."""
    return " ".join(filter(None, (stem_text(text) for text in texts)))


def matching(rows: models.QuerySet[Row], question: str) -> models.QuerySet[Row]:
    """The rows that hold every word of the question (the last word may be the start of one).

    Starts from rows the kijker may see; it only narrows. An empty question finds nothing.
    """
    words = [word for word in stem_text(question).split() if word.isalnum()]
    if not words:
        return rows.none()
    table = rows.model._meta.db_table
    if connection.vendor == "postgresql":
        query = " & ".join([*words[:-1], f"{words[-1]}:*"])
        found: Any = RawSQL(
            f"to_tsvector('simple', {table}.zoektekst) @@ to_tsquery('simple', %s)",
            (query,),
            output_field=models.BooleanField(),
        )
        return rows.filter(found)
    query = " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
    ids = RawSQL(f"SELECT id FROM {table}_zoek WHERE {table}_zoek MATCH %s", (query,))
    return rows.filter(pk__in=ids)
