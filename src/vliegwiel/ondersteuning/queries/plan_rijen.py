"""Rows of several small tables in one question to the database: a page about one household asks little, often.

Each branch gives the same columns, by letter; what a table does not have is empty. A branch holds only what the
kijker may see: the filter of the policy is in the branch, never after it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    Field,
    IntegerField,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast


class Rij(NamedTuple):
    """One row: what it is, its id, five texts, three ids, a number, two days, two moments, three yes-or-no."""

    wat: str
    id: Any
    a: str
    b: str
    c: str
    d: str
    e: str
    p: Any
    q: Any
    r: Any
    n: int | None
    van: Any
    tot: Any
    op: Any
    klaar: Any
    ja: bool
    ook: bool
    eigen: bool


def _nothing(kind: Field[Any, Any]) -> Cast:
    """An empty value that knows its type: PostgreSQL wants every branch to say so."""
    return Cast(Value(None), kind)


_EMPTY: dict[str, Any] = {
    **{name: Value("", output_field=TextField()) for name in "abcde"},
    **{name: _nothing(UUIDField()) for name in "pqr"},
    "n": _nothing(IntegerField()),
    **{name: _nothing(DateField()) for name in ("van", "tot")},
    **{name: _nothing(DateTimeField()) for name in ("op", "klaar")},
    **{name: Value(False, output_field=BooleanField()) for name in ("ja", "ook", "eigen")},
}


def branch(rows: QuerySet[Any], wat: str, **fields: Any) -> QuerySet[Any]:
    """The rows of one table, under the common columns."""
    columns = [fields.get(name, empty) for name, empty in _EMPTY.items()]
    return rows.order_by().values_list(Value(wat, output_field=TextField()), "pk", *columns)
