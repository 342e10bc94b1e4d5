"""The policy answers as docs/huis/toegang.md does, in worlds nobody thought of: no leak, no wrongful denial.

More worlds: VLIEGWIEL_WERELDEN=40.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.toegang.vergelijk import Proef
from tests.toegang.wereld import make_world
from vliegwiel.kern.clock import at
from vliegwiel.kern.codes import Purpose

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
