"""`make fuzz` in its small size: nothing the table denies leaves, nothing it allows is kept from its page."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest
from django.conf import settings

from tests.toegang.fuzz import LEAST, Fuzz
from tests.toegang.kanaries import fill
from tests.toegang.wereld import make_world
from vliegwiel.kern.clock import at

pytestmark = [pytest.mark.django_db, pytest.mark.rig]
SIZE, SEED = int(os.environ.get("AANTAL", "8000")), int(os.environ.get("SEED", "1"))
PARTS = 2  # each in a world of its own; two at once where tests run beside each other


@pytest.mark.parametrize("part", range(PARTS))
def test_what_leaves_is_what_the_table_says(part: int) -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    world = make_world(SEED + part, size=4, rows=8)
    with at(world.now):
        fuzz = Fuzz(fill(world), SEED + part)
        report = fuzz.run(SIZE // PARTS, say=lambda line: print(line, flush=True))
    print("\n" + "\n".join(report.lines()))
    kinds = Counter((it.kind, f"{it.what.split(' (')[0]} {_route(it.address)}") for it in report.found)
    for (kind, what), number in kinds.most_common(60):
        print(f"  {number:5} {kind} {what}")
    for one in report.found[:40]:
        print("  ", one)
    assert report.found == []
    if SIZE >= 8_000:  # enough for every address
        assert min(report.hits.values()) >= LEAST / PARTS
        assert report.with_person >= 0.3 * report.answers


def _route(address: str) -> str:
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", address.split("?")[0]).split("/", 2)[-1]
