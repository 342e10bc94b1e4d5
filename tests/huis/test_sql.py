"""Every statement names its gemeente: captured from a sweep over all addresses and parsed, not guessed."""

from __future__ import annotations

import pytest

from tests.huis.sql import unbound
from tests.huis.sweep import ASKERS, sweep

T = frozenset({"a", "b"})
GOOD = [
    "SELECT x FROM a WHERE a.gemeente_id = %s",
    "SELECT x FROM a WHERE (a.id = 1 AND a.gemeente_id = %s)",
    "SELECT x FROM a INNER JOIN b ON (a.b_id = b.id AND a.gemeente_id = b.gemeente_id) WHERE b.gemeente_id = %s",
    "SELECT x FROM a INNER JOIN kern_gemeente g ON (a.gemeente_id = g.id) WHERE g.slug = %s",
    "SELECT x FROM a WHERE a.gemeente_id IN (%s, %s)",
    "SELECT x FROM a WHERE a.gemeente_id = %s AND EXISTS(SELECT 1 FROM b U0 WHERE U0.gemeente_id = (a.gemeente_id))",
    "SELECT x FROM a WHERE a.account_id = %s",
    "UPDATE a SET x = 1 WHERE a.gemeente_id = %s",
    "DELETE FROM a WHERE a.gemeente_id = %s AND a.id IN (%s)",
    "INSERT INTO a (id, gemeente_id) VALUES (%s, %s)",
    "SELECT x FROM elsewhere",
]
BAD = [
    "SELECT x FROM a",
    "SELECT x FROM a WHERE a.id = %s",
    "SELECT x FROM a WHERE (a.gemeente_id = %s OR a.id = %s)",
    "SELECT x FROM a INNER JOIN b ON (a.b_id = b.id) WHERE a.gemeente_id = %s",
    "SELECT x FROM a INNER JOIN b ON (a.b_id = b.id AND a.gemeente_id = b.gemeente_id)",
    "SELECT x FROM a INNER JOIN kern_gemeente g ON (a.gemeente_id = g.id)",
    "SELECT x FROM a WHERE a.gemeente_id = %s AND a.id IN (SELECT U0.a_id FROM b U0 WHERE U0.x = 1)",
    "UPDATE a SET gemeente_id = %s WHERE a.id = %s",
    "DELETE FROM a WHERE a.id IN (%s)",
    "INSERT INTO a (id) VALUES (%s)",
    "SELECT x FROM a WHERE NOT (a.gemeente_id = %s)",
    "SELECT x FROM a WHERE EXISTS(SELECT 1 FROM b U0 WHERE U0.gemeente_id = (a.gemeente_id) AND U0.gemeente_id = %s)",
    "SELECT x FROM a WHERE a.id IN (SELECT b.a_id FROM b WHERE b.gemeente_id = %s)",
]


@pytest.mark.parametrize("statement", GOOD)
def test_a_statement_that_names_its_gemeente_passes(statement: str) -> None:
    assert unbound(statement, tables=T) == []


@pytest.mark.parametrize("statement", BAD)
def test_a_statement_that_does_not_is_seen(statement: str) -> None:
    assert unbound(statement, tables=T) != []


@pytest.mark.django_db
@pytest.mark.parametrize("asker", ASKERS)
def test_every_statement_of_every_page_names_its_gemeente(asker: str) -> None:
    met = sweep(asker)
    print(f"\n{asker}: {met.statements} statements")
    assert met.unbound == {}
