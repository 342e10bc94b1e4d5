"""The policy answers as docs/huis/toegang.md does, in worlds nobody thought of: no leak, no wrongful denial.

More worlds: VLIEGWIEL_WERELDEN=40.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.toegang.kanaries import Volle, fill
from tests.toegang.orakel import Ding
from tests.toegang.vergelijk import Proef
from tests.toegang.wereld import make_world
from vliegwiel.gemeenschap.kijker import find_kijker
from vliegwiel.kern.clock import at
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.opdracht.public import opdrachten

pytestmark = pytest.mark.django_db
WORLDS = int(os.environ.get("VLIEGWIEL_WERELDEN", "2"))


@pytest.mark.parametrize("seed", range(WORLDS))
def test_the_policy_and_the_table_never_differ(seed: int) -> None:
    world = make_world(seed)
    with at(world.now):
        proef = Proef(world, Purpose, share=1, of=4)
        found = list(proef.differences())
    asked, yes = proef.questions
    print(
        f"\nworld {seed}: {len(proef.askers)} kijkers, {asked} questions, {yes} times yes, {len(found)} differences"
    )
    for one in found[:25]:
        print("  ", one)
    assert yes > 2_000, "a world in which hardly anything may be seen proves nothing"
    assert Counter((one.door, one.lek) for one in found) == {}


def test_who_reads_which_opdracht_is_as_the_table_says() -> None:
    """Every colleague and resident, in every gemeente they may enter, of every opdracht: read or not, both ways."""
    world = make_world(3, size=4, rows=8)
    with at(world.now):
        full = fill(world)
        found = dict(reading_of(full))
    concept = sum(len(may) for _, may, _ in found.values())
    assert concept > 300, "a world in which hardly a draft may be read proves nothing"
    assert {
        name: (sorted(shown ^ right)) for name, (shown, _, right) in found.items() if shown != right
    } == {}


def reading_of(full: Volle) -> Iterator[tuple[str, tuple[set[Any], set[Any], set[Any]]]]:
    """Of everybody: the opdrachten they are given; the drafts they may read by the table; and all they may."""
    for gemeente in full.world.gemeenten:
        for account in full.world.accounts[gemeente.pk]:
            set_gemeente(gemeente.pk)
            kijker = find_kijker(account, gemeente.slug, Purpose.SAMEN_BEPALEN, full.orakel.today)
            who = full.orakel.who(account.pk, gemeente.pk)
            if kijker is None:
                continue
            right: dict[str, set[Any]] = {"concept": set(), "opdracht": set()}
            for row in full.orakel.rows.opdracht:
                wat = "opdracht" if row.open_op is not None else "concept"
                if full.orakel.mag(
                    who, Purpose.SAMEN_BEPALEN, Ding(wat, row.gemeente_id, None, opdracht=row.id)
                ):
                    right[wat].add(row.id)
            shown = set(opdrachten(kijker, full.orakel.today).values_list("pk", flat=True))
            yield (
                f"{account.naam} in {gemeente.slug}",
                (shown, right["concept"], right["concept"] | right["opdracht"]),
            )
