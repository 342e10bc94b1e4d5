"""A question that is always put in the same words becomes SQL once; after that only its values are filled in.

Django needs more time to build a large question than the database to answer it. `ask` has it built with marks in
the place of its values, keeps the SQL, and puts the values where the marks were. It builds twice, with different
marks: whatever else changes between the two was made of a value and would be kept by mistake, so that is refused.

Trap: `build` may know nothing but what it is given. So it is a plain function of a module, not a closure, and asks
the database nothing. What changes the words of the question (which parts, which domains) goes into `shape`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import QuerySet

from vliegwiel.kern.database import stored

Value = UUID | datetime | date | str | list[UUID] | None  # a list is for `among`: one parameter, however long

MOST = 300  # questions kept per connection; the oldest makes room
_KEPT = "vliegwiel_prepared"


class NotTheSame(Exception):
    """The question itself depends on a value that was to be filled in."""


@dataclass
class _Question:
    """A question in SQL, and in which of its parameters which value goes."""

    rows: QuerySet[Any, Any]
    compiler: Any
    sql: str
    params: list[Any]
    places: list[tuple[int, str]]

    def answer(self, values: dict[str, Value]) -> list[Any]:
        params = list(self.params)
        for at, name in self.places:
            params[at] = stored(values[name])
        self.compiler.as_sql = lambda *args, **kwargs: (self.sql, tuple(params))
        return list(self.rows._iterable_class(self.rows))  # type: ignore[attr-defined]


def ask(build: Callable[..., QuerySet[Any, Any]], *shape: Hashable, **values: Value) -> list[Any]:
    """The rows of `build(*shape, **values)`."""
    assert build.__closure__ is None, "build knows more than it is given"
    kept = _kept()
    key = (build, shape, tuple((name, type(value), value == []) for name, value in values.items()))
    if key not in kept:
        if len(kept) >= MOST:
            del kept[next(iter(kept))]
        kept[key] = _learn(build, shape, values)
    question = kept[key]
    return question.answer(values) if question else []


def _kept() -> dict[Any, _Question | None]:
    """Of this thread's own connection: `connection` itself is one object for all threads."""
    kept: dict[Any, _Question | None] = connections[connection.alias].__dict__.setdefault(_KEPT, {})
    return kept


def _learn(build: Any, shape: tuple[Any, ...], values: dict[str, Value]) -> _Question | None:
    """None when there can be no rows, whatever the values."""
    with connection.execute_wrapper(_no_asking):
        try:
            first, second = (_built(build, shape, values, start) for start in (1, 500))
        except EmptyResultSet:
            return None
    if first.sql != second.sql or first.places != second.places:
        raise NotTheSame(build.__qualname__)
    filled = {at for at, _ in first.places}
    if any(one != other for at, (one, other) in _params(first, second) if at not in filled):
        raise NotTheSame(build.__qualname__)
    return first


def _params(first: _Question, second: _Question) -> list[tuple[int, tuple[Any, Any]]]:
    return list(enumerate(zip(first.params, second.params, strict=True)))


def _built(build: Any, shape: tuple[Any, ...], values: dict[str, Value], start: int) -> _Question:
    marked = {name: _mark(value, start + turn) for turn, (name, value) in enumerate(values.items())}
    places = {_hashable(stored(mark)): name for name, mark in marked.items() if mark not in (None, [])}
    rows = build(*shape, **marked)
    compiler = rows.query.get_compiler(rows.db)
    sql, params = compiler.as_sql()
    rows.query.get_compiler = lambda *args, **kwargs: compiler
    found = [(at, places[it]) for at, it in enumerate(map(_hashable, params)) if it in places]
    return _Question(rows, compiler, sql, list(params), found)


def _hashable(param: Any) -> Hashable:
    if isinstance(param, list):
        return tuple(param)
    return param if isinstance(param, Hashable) else None


def _mark(value: Any, number: int) -> Any:
    """Something of the same kind that stands nowhere else."""
    if isinstance(value, UUID):
        return UUID(int=(0xFFFF << 112) + number)
    if isinstance(value, datetime):
        return datetime(7000, 1, 1, tzinfo=UTC) + timedelta(days=number)
    if isinstance(value, date):
        return date(8000, 1, 1) + timedelta(days=number)
    if isinstance(value, list):
        return [_mark(value[0], number)] if value else []
    return None if value is None else f"\ue000{number}\ue000"


def _no_asking(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    raise NotTheSame(f"asks the database while it is built: {sql[:80]}")
