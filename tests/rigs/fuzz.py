"""Random SQL over the real schema: what somebody writes who got hold of the app role, or a bug does for them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID


@dataclass
class Schema:
    """Tables of a gemeente with their columns and types, who points to whom, and values that occur."""

    columns: dict[str, dict[str, str]]
    keys: list[tuple[str, str, str]]  # table, column, table it points to
    pool: dict[tuple[str, str], list[str]] = field(
        default_factory=dict
    )  # values as SQL text, of all gemeenten
    required: dict[str, set[str]] = field(default_factory=dict)
    gemeenten: tuple[str, ...] = ()


TEXT, NUMBER, MOMENT = (
    ("text", "character varying"),
    ("integer", "smallint", "bigint"),
    ("date", "timestamp with time zone"),
)


@dataclass
class Writer:
    """Writes one statement from one seed: the same seed gives the same statement, on every database."""

    schema: Schema
    chance: random.Random

    # -- parts

    def table(self) -> str:
        return self.chance.choice(sorted(self.schema.columns))

    def column(self, table: str, *kinds: str) -> str:
        found = [name for name, kind in self.schema.columns[table].items() if not kinds or kind in kinds]
        return self.chance.choice(sorted(found)) if found else "gemeente_id"

    def value(self, table: str, column: str) -> str:
        """A value that occurs in this column, in whatever gemeente."""
        return self.chance.choice(self.schema.pool.get((table, column)) or ["NULL"])

    def few(self, table: str, alias: str) -> str:
        names = self.chance.sample(
            sorted(self.schema.columns[table]), k=min(3, len(self.schema.columns[table]))
        )
        return ", ".join(f"{alias}.{name}" for name in names)

    def condition(self, table: str, alias: str, depth: int = 0) -> str:
        options: list[Callable[[], str]] = [
            lambda: self._equals(table, alias),
            lambda: self._equals(table, alias),
            lambda: f"{alias}.{self.column(table)} IS {self.chance.choice(['NULL', 'NOT NULL'])}",
            lambda: f"{alias}.{self.column(table)}::text LIKE '%zq{self.chance.choice('ab')}%'",
            lambda: f"{alias}.gemeente_id = '{self.chance.choice(self.schema.gemeenten)}'",
            lambda: f"{alias}.gemeente_id <> '{self.chance.choice(self.schema.gemeenten)}'",
            lambda: "true",
        ]
        if depth < 2:
            options += [
                lambda: self._exists(table, alias, depth),
                lambda: self._is_in(table, alias, depth),
                lambda: f"NOT ({self.condition(table, alias, depth + 1)})",
                lambda: (
                    f"({self.condition(table, alias, depth + 1)} OR {self.condition(table, alias, depth + 1)})"
                ),
                lambda: (
                    f"({self.condition(table, alias, depth + 1)} AND {self.condition(table, alias, depth + 1)})"
                ),
            ]
        return self.chance.choice(options)()

    def _equals(self, table: str, alias: str) -> str:
        name = self.column(table)
        how = self.chance.choice(["=", "=", "<>", "<=", ">="])
        if self.schema.columns[table][name] in ("jsonb", "boolean"):
            return f"{alias}.{name}::text {how} {self.value(table, name)}::text"
        return f"{alias}.{name} {how} {self.value(table, name)}"

    def _exists(self, table: str, alias: str, depth: int) -> str:
        other, inner = self.table(), f"{alias}e{depth}"
        tie = self.chance.choice(
            [f"{inner}.gemeente_id = {alias}.gemeente_id", f"{inner}.id::text > {alias}.id::text"]
        )
        return f"EXISTS (SELECT 1 FROM {other} {inner} WHERE {tie} AND {self.condition(other, inner, depth + 1)})"

    def _is_in(self, table: str, alias: str, depth: int) -> str:
        other, inner = self.table(), f"{alias}i{depth}"
        word = self.chance.choice(["IN", "NOT IN"])
        return (
            f"{alias}.gemeente_id {word} "
            f"(SELECT {inner}.gemeente_id FROM {other} {inner} WHERE {self.condition(other, inner, depth + 1)})"
        )

    # -- reading

    def plain(self) -> str:
        table = self.table()
        what = self.chance.choice(["t.*", self.few(table, "t"), "to_jsonb(t)", "t::text"])
        end = self.chance.choice(
            ["", " ORDER BY t.id", " ORDER BY t.id LIMIT 3", " ORDER BY t.id DESC OFFSET 1"]
        )
        return f"SELECT {what} FROM {table} t WHERE {self.condition(table, 't')}{end}"

    def join(self) -> str:
        """Along a key, with or without the gemeente, or along nothing at all."""
        one, name, other = self.chance.choice(self.schema.keys)
        how = self.chance.choice(["JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"])
        tie = self.chance.choice([f"a.{name} = b.id", f"a.{name} = b.id AND a.gemeente_id = b.gemeente_id"])
        if self.chance.random() < 0.15:
            how, tie = "JOIN", "a.gemeente_id <> b.gemeente_id"
        return (
            f"SELECT {self.few(one, 'a')}, {self.few(other, 'b')} FROM {one} a {how} {other} b ON {tie} "
            f"WHERE {self.condition(one, 'a')}"
        )

    def aggregate(self) -> str:
        table = self.table()
        name = self.column(table)
        sums = f"count(*), min(t.{name}::text), max(t.{name}::text), count(DISTINCT t.gemeente_id)"
        listing = f"string_agg(t.{name}::text, ',' ORDER BY t.{name}::text)"
        if self.chance.random() < 0.5:
            return f"SELECT {sums}, {listing} FROM {table} t WHERE {self.condition(table, 't')}"
        group = self.column(table, *TEXT, *NUMBER, *MOMENT, "uuid")
        where = self.condition(table, "t")
        return f"SELECT t.{group}, {sums} FROM {table} t WHERE {where} GROUP BY t.{group} HAVING count(*) > 0"

    def with_query(self) -> str:
        table, other = self.table(), self.table()
        return (
            f"WITH x AS (SELECT t.* FROM {table} t WHERE {self.condition(table, 't')}), "
            f"y AS MATERIALIZED (SELECT u.* FROM {other} u WHERE {self.condition(other, 'u')}) "
            f"SELECT x.id, (SELECT count(*) FROM y), (SELECT min(y.gemeente_id::text) FROM y) FROM x"
        )

    def union(self) -> str:
        one, other = self.table(), self.table()
        word = self.chance.choice(["UNION", "UNION ALL", "EXCEPT", "INTERSECT"])
        left = f"SELECT a.id::text, a.gemeente_id::text FROM {one} a WHERE {self.condition(one, 'a')}"
        return f"{left} {word} SELECT b.id::text, b.gemeente_id::text FROM {other} b WHERE {self.condition(other, 'b')}"

    def window(self) -> str:
        table, other = self.table(), self.table()
        if self.chance.random() < 0.5:
            return (
                f"SELECT t.id, row_number() OVER (ORDER BY t.id), count(*) OVER (PARTITION BY t.gemeente_id) "
                f"FROM {table} t WHERE {self.condition(table, 't')}"
            )
        tie = f"u.gemeente_id = t.gemeente_id AND {self.condition(other, 'u')}"
        inner = f"SELECT count(*) AS n FROM {other} u WHERE {tie}"
        return f"SELECT t.id, l.n FROM {table} t, LATERAL ({inner}) l WHERE {self.condition(table, 't')}"

    # -- writing

    def change(self, table: str) -> str:
        name = self.column(table, *TEXT, *NUMBER, *MOMENT)
        if self.chance.random() < 0.04:
            name, value = "gemeente_id", f"'{self.chance.choice(self.schema.gemeenten)}'"
        elif self.schema.columns[table][name] in TEXT:
            value = self.chance.choice([f"{name} || ''", self.value(table, name), "left('x', 1)"])
        else:
            value = name if name == "gemeente_id" else self.chance.choice([name, self.value(table, name)])
        return f"{name} = {value}"

    def narrow(self, table: str, alias: str) -> str:
        """Mostly one row: so that ours last until the next statement."""
        wide = self.chance.random() < 0.25
        return self.condition(table, alias) if wide else f"{alias}.id = {self.value(table, 'id')}"

    def update(self) -> str:
        table = self.table()
        body = f"UPDATE {table} t SET {self.change(table)} WHERE {self.narrow(table, 't')} RETURNING t.*"
        return f"WITH x AS ({body}) SELECT x.* FROM x" if self.chance.random() < 0.2 else body

    def update_from(self) -> str:
        table, name, other = self.chance.choice(self.schema.keys)
        tie = f"t.{name} = u.id AND {self.narrow(other, 'u')}"
        return f"UPDATE {table} t SET {self.change(table)} FROM {other} u WHERE {tie}"

    def delete(self) -> str:
        table, name, other = self.chance.choice(self.schema.keys)
        if self.chance.random() < 0.3:
            tie = f"t.{name} = u.id AND {self.narrow(table, 't')}"
            return f"DELETE FROM {table} t USING {other} u WHERE {tie} RETURNING t.id"
        return f"DELETE FROM {table} t WHERE {self.narrow(table, 't')} RETURNING t.*"

    def insert(self) -> str:
        """A copy of rows that are there, with fresh ids; sometimes into another gemeente."""
        table = self.table()
        names = sorted(self.schema.columns[table])
        taken = {name: f"t.{name}" for name in names}
        fresh = UUID(int=self.chance.getrandbits(128))
        taken["id"] = (
            f"'{fresh}'" if self.schema.columns[table]["id"] == "uuid" else str(self.chance.getrandbits(40))
        )
        if self.chance.random() < 0.15:
            taken["gemeente_id"] = f"'{self.chance.choice(self.schema.gemeenten)}'"
        picked = f"SELECT {', '.join(taken[name] for name in names)} FROM {table} t WHERE {self.narrow(table, 't')}"
        body = f"INSERT INTO {table} ({', '.join(names)}) {picked} ORDER BY t.id LIMIT 1"
        return body + self.chance.choice(
            ["", " RETURNING *", " ON CONFLICT DO NOTHING", " ON CONFLICT DO NOTHING"]
        )

    def statement(self) -> str:
        kinds = {
            self.plain: 20, self.join: 16, self.aggregate: 12, self.with_query: 8, self.union: 8, self.window: 6,
            self.update: 10, self.update_from: 4, self.delete: 8, self.insert: 8,
        }  # fmt: skip
        return self.chance.choices(list(kinds), weights=list(kinds.values()))[0]()
