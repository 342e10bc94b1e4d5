"""Reads captured SQL and says which table of a gemeente is touched without naming that gemeente.

A table is bound when its `gemeente_id` is compared, in a condition that must hold, with a value; or with the
`gemeente_id` of a table that is bound; or with the id of a gemeente that is itself looked up by value. On Citus a
statement that is not bound asks every shard; without row-level security it reads every gemeente.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlglot
from django.db import connection
from sqlglot import exp

from tests.huis.house import tenant_tables

DIALECT = {"sqlite": "sqlite", "postgresql": "postgres"}
Node = tuple[int, str]  # the statement an alias belongs to, and the alias

# What may be read without naming a gemeente, and why.
ALLOWED = {
    "account_id": "somebody finds their own rows, before a gemeente is chosen: the first look-up of every request",
}


@dataclass
class Groups:
    """Which gemeente_id's are known to be equal, and which of them are tied to a value."""

    parent: dict[Node, Node]
    tied: set[Node]

    def find(self, node: Node) -> Node:
        while self.parent.setdefault(node, node) != node:
            node = self.parent[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        one, other = self.find(one), self.find(other)
        self.parent[one] = other
        if one in self.tied:
            self.tied.add(other)

    def tie(self, node: Node) -> None:
        self.tied.add(self.find(node))

    def is_tied(self, node: Node) -> bool:
        return self.find(node) in {self.find(tied) for tied in self.tied}


def unbound(statement: str, dialect: str = "sqlite", tables: frozenset[str] | None = None) -> list[str]:
    """The tables of a gemeente that this statement touches without naming it; empty when all is well."""
    tables = tenant_tables() if tables is None else tables
    # Django puts the parameters in later; any value will do.
    tree = sqlglot.parse_one(statement.replace("%s", "'?'"), dialect=dialect)
    if isinstance(tree, exp.Insert):
        return _insert(tree, tables)
    groups = Groups({}, set())
    scopes = list(
        tree.find_all(exp.Select, exp.Update, exp.Delete)
    )  # an outer one comes before what stands in it
    for scope in scopes:
        for condition in _conditions(scope):
            _learn(condition, scope, groups)
    wrong = []
    for scope in scopes:
        for alias, table in _tables(scope).items():
            if table in tables and not groups.is_tied((id(scope), alias)) and not _is_allowed(scope, alias):
                wrong.append(table)
    return wrong


def _insert(tree: exp.Insert, tables: frozenset[str]) -> list[str]:
    schema = tree.this
    table = schema.find(exp.Table).name
    columns = {column.name for column in schema.expressions}
    return [table] if table in tables and "gemeente_id" not in columns else []


def _tables(scope: exp.Expression) -> dict[str, str]:
    """alias → table, of this SELECT, UPDATE or DELETE itself."""
    found = [scope.this] if isinstance(scope, exp.Update | exp.Delete) else []
    source = scope.args.get("from_") or scope.args.get("from")
    found += [source.this] if source else []
    found += [join.this for join in scope.args.get("joins") or []]
    return {table.alias_or_name: table.name for table in found if isinstance(table, exp.Table)}


def _conditions(scope: exp.Expression) -> Iterator[exp.Expression]:
    """Whatever must hold: the parts of WHERE and of each ON that stand beside AND."""
    where = scope.args.get("where")
    heads = [where.this] if where else []
    heads += [join.args["on"] for join in scope.args.get("joins") or [] if join.args.get("on")]
    for head in heads:
        yield from _parts(head)


def _parts(head: exp.Expression) -> Iterator[exp.Expression]:
    head = head.unnest()
    if isinstance(head, exp.And):
        yield from _parts(head.left)
        yield from _parts(head.right)
    else:
        yield head


def _home(column: exp.Column, scope: exp.Expression) -> Node:
    """The statement whose table this column is of: this one, or one it stands in."""
    alias, here = column.table, scope
    while alias and alias not in _tables(here):
        outer = here.find_ancestor(exp.Select, exp.Update, exp.Delete)
        if outer is None:
            break
        here = outer
    return id(here), alias or next(iter(_tables(scope)), "")


def _is_gemeente(column: exp.Expression, scope: exp.Expression) -> bool:
    if not isinstance(column, exp.Column):
        return False
    if column.name == "gemeente_id":
        return True
    return column.name in ("id", "slug") and _tables(scope).get(column.table) == "kern_gemeente"


def _learn(condition: exp.Expression, scope: exp.Expression, groups: Groups) -> None:
    """What one condition says about the tables of this statement; it never says anything about an outer one."""
    if isinstance(condition, exp.In) and _is_gemeente(condition.this, scope) and condition.expressions:
        groups.tie(_home(condition.this, scope))
    if not isinstance(condition, exp.EQ):
        return
    sides = [condition.left.unnest(), condition.right.unnest()]
    own = [_home(side, scope) for side in sides if _is_gemeente(side, scope) and _is_own(side, scope)]  # type: ignore[arg-type]
    if len(own) == 2:
        groups.join(own[0], own[1])
    elif own:
        other = next(side for side in sides if not (_is_gemeente(side, scope) and _is_own(side, scope)))  # type: ignore[arg-type]
        from_outside = (
            isinstance(other, exp.Column)
            and other.name == "gemeente_id"
            and groups.is_tied(_home(other, scope))
        )
        if from_outside or not isinstance(other, exp.Column):
            groups.tie(own[0])


def _is_own(column: exp.Column, scope: exp.Expression) -> bool:
    return _home(column, scope)[0] == id(scope)


def _is_allowed(scope: exp.Expression, alias: str) -> bool:
    if not isinstance(scope, exp.Select):
        return False
    for condition in _conditions(scope):
        if isinstance(condition, exp.EQ) and isinstance(condition.left, exp.Column):
            column = condition.left
            value = not isinstance(condition.right.unnest(), exp.Column)
            if column.name in ALLOWED and column.table == alias and value:
                return True
    return False


@contextmanager
def watched() -> Iterator[list[str]]:
    """Every statement that is executed inside the block, as Django sent it."""
    found: list[str] = []

    def note(execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        found.append(statement)
        return execute(statement, params, many, context)

    with connection.execute_wrapper(note):
        yield found


READS_AND_WRITES = ("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")


def judged(statements: list[str]) -> dict[str, list[str]]:
    """statement → the tables it touches unbound, for every statement that does."""
    dialect = DIALECT[connection.vendor]
    distinct = {text for text in statements if text.lstrip().upper().startswith(READS_AND_WRITES)}
    return {text: wrong for text in sorted(distinct) if (wrong := unbound(text, dialect))}
