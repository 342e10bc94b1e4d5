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
    return holding(rows, words) if (words := search_words(question)) else rows.none()


def search_words(question: str) -> str:
    """A question as the index of this engine takes it; empty when it has no words."""
    words = [word for word in stem_text(question).split() if word.isalnum()]
    if not words:
        return ""
    if connection.vendor == "postgresql":
        return " & ".join([*words[:-1], f"{words[-1]}:*"])
    return " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])


def holding(rows: models.QuerySet[Row], words: str) -> models.QuerySet[Row]:
    """The rows that hold what `search_words` made of a question."""
    table = rows.model._meta.db_table
    if connection.vendor == "postgresql":
        found: Any = RawSQL(
            f"to_tsvector('simple', {table}.zoektekst) @@ to_tsquery('simple', %s)",
            (words,),
            output_field=models.BooleanField(),
        )
        return rows.filter(found)
    ids = RawSQL(f"SELECT id FROM {table}_zoek WHERE {table}_zoek MATCH %s", (words,))
    return rows.filter(pk__in=ids)
