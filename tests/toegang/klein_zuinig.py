"""What the policy asks the database in the small world: no more than it promises, and within one gemeente.

The answers are the same either way, so this is a second floor: that a request which only reads reads once, and that no
list depends on keys and row level security alone to stay within its gemeente.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.sql.where import AND, WhereNode

from tests.toegang.klein_basis import TODAY
from tests.toegang.klein_vragers import Vrager
from vliegwiel.kern.codes import Purpose

STANDS = ("betrokkenheid", "blokkade", "teamlid", "deling", "spoedtoegang")


def asked_in(do: Callable[[], Any]) -> list[str]:
    """The queries that this asks."""
    seen: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        do()
    return seen


def looks_for_doubles(queries: list[str]) -> bool:
    return any(re.search(r"\bUNION (?!ALL\b)", sql) for sql in queries)


def colleague_spares(asker: Vrager, everywhere: list[UUID], now: datetime) -> Iterator[str]:
    """A request that only reads remembers nothing until everything is asked for, and then asks no more."""
    from vliegwiel.privacy import beleid

    kijker, kept = asker.kijker, asker.kijker.onthoudt
    kept.clear()
    first = asked_in(lambda: beleid.zicht_op(kijker, everywhere[::2], now))
    first += asked_in(lambda: list(beleid.dossiers(kijker, now)))
    never = beleid.Onderdeel.KADER if kijker.purpose == Purpose.SAMEN_BEPALEN else beleid.Onderdeel.TAFEL
    if asked_in(lambda: beleid.dossier_ids(kijker, now, never)):
        yield "asked what this page gives to nobody"
    if kept:
        yield "remembered before all was asked for"
    if not asker.lists:
        return
    part = beleid.Onderdeel(min(asker.lists))
    first += asked_in(lambda: beleid.dossier_ids(kijker, now, part))
    if looks_for_doubles(first):
        yield "a union that looks for doubles"
    before = dict(kept)
    if len(before) != 2 or not isinstance(beleid.dossier_ids(kijker, now, part), list):
        yield "did not remember"

    def again() -> None:
        beleid.zicht_op(kijker, everywhere, now)
        for ask in (beleid.closed_persons, beleid.closed_dossiers, beleid.team_ids):
            list(ask(kijker, now))
        list(beleid.dossiers(kijker, now, part))

    if any(name in sql for sql in asked_in(again) for name in STANDS):
        yield "asked again what was remembered"
    if any(kept[key] is not value for key, value in before.items()):
        yield "worked out again what was remembered"


def resident_spares(asker: Vrager, now: datetime, parent: bool) -> Iterator[str]:
    """One query for who lives where, and one for what is shared if they are or were a parent."""
    from vliegwiel.privacy import beleid

    queries = asked_in(lambda: beleid.resident_sight(asker.kijker, now))
    if len(queries) > (2 if parent else 1):
        yield "asked more than needed"
    if looks_for_doubles(queries):
        yield "a union that looks for doubles"


def outside(asker: Vrager, now: datetime) -> Iterator[str]:
    """Lists that do not say themselves of which gemeente they are."""
    from vliegwiel.privacy import beleid, relaties

    kijker = asker.kijker
    lists = [beleid.dossiers(kijker, now), beleid.personen(kijker, now)]
    if asker.resident:
        lists += [relaties.represents(kijker, TODAY), relaties.homes_of(kijker, TODAY)]
        lists += [relaties.shared_to(kijker, [], TODAY), beleid._known_to(kijker, now)]
    else:
        asks = (
            relaties.my_teams, relaties.betrokkenheden, relaties.delingen, relaties.blocked_persons, relaties.blocked,
        )  # fmt: skip
        lists += [ask(kijker, TODAY) for ask in asks] + [relaties.spoed(kijker, now)]
        lists += [own(kijker, TODAY) for own in relaties.eigen_werk]
    for rows in lists:
        if not says_gemeente(rows.query.where, rows.model._meta.db_table):
            yield f"no gemeente in a list of {rows.model.__name__}"


def says_gemeente(node: Any, table: str) -> bool:
    if isinstance(node, WhereNode):
        return (
            node.connector == AND
            and not node.negated
            and any(says_gemeente(it, table) for it in node.children)
        )
    column = getattr(node, "lhs", None)
    target = getattr(column, "target", None)
    return getattr(target, "name", "") == "gemeente" and column.alias == table and node.lookup_name == "exact"
