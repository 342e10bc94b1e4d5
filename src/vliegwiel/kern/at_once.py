"""Several small questions in one statement: each is asked as it would be alone, and its rows come back as a list.

A page that shows a little of many rooms asks each of them a few rows; the way to the database and back then costs more
than the answers. What has no rows by itself (`none()`) is not put at all.
"""

from __future__ import annotations

import json
from collections import namedtuple
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

_JSON = {"sqlite": ("json_array", "json_group_array"), "postgresql": ("jsonb_build_array", "jsonb_agg")}


class _Question:
    """One of the questions: its SQL as one value, and how its rows are read back."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        compiler = rows.query.get_compiler(connection=connection)
        inside, self.params = compiler.as_sql(with_col_aliases=True)
        one, each = _JSON[connection.vendor]
        columns = ", ".join(connection.ops.quote_name(alias) for *_, alias in compiler.select)
        self.sql = f"(SELECT {each}({one}({columns})) FROM ({inside}) gevraagd)"
        self.row = _row_of(rows._fields)  # type: ignore[attr-defined]
        self.readers = [self._reader(compiler, place) for place in range(len(compiler.select))]

    @staticmethod
    def _reader(compiler: Any, place: int) -> Any:
        """SQLite's own converters read text; PostgreSQL has none, and its JSON holds what a form would send."""
        expression = compiler.select[place][0]
        if connection.vendor == "postgresql":
            return expression.output_field.to_python
        converters, _ = compiler.get_converters([expression]).get(0, ([], None))

        def read(value: Any) -> Any:
            for convert in converters:
                value = convert(value, expression, connection)
            return value

        return read

    def read(self, answer: str | None) -> list[Any]:
        rows = json.loads(answer) if answer else []
        return [
            self.row(*(read(value) for read, value in zip(self.readers, row, strict=True))) for row in rows
        ]


@lru_cache
def _row_of(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)  # the names are only known here


def at_once(*asked: QuerySet[Any, Any]) -> list[list[Any]]:
    """The rows of each `values_list(…)` as named tuples, in the order of the questions; one statement for all."""
    questions = [_question(rows) for rows in asked]
    put = [it for it in questions if it is not None]
    if not put:
        return [[] for _ in asked]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(it.sql for it in put)}", [value for it in put for value in it.params]
        )
        answers = iter(cursor.fetchone())
    return [it.read(next(answers)) if it else [] for it in questions]


def _question(rows: QuerySet[Any, Any]) -> _Question | None:
    try:
        return _Question(rows)
    except EmptyResultSet:
        return None
