"""The bench runs and counts. How fast a page is, is never asserted: that says more about the machine."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tools.bench import measure, report
from tools.bench.pages import pages

pytestmark = pytest.mark.rig


def test_the_bench_counts_every_main_page_and_makes_the_table(tmp_path: Path) -> None:
    env = measure.clean_environment(tmp_path)
    plan = measure.prepare(env, 1_000, 22)
    asked = pages(plan["ids"])
    with measure.server(env, tmp_path / "log") as port:
        found = measure.measure(port, plan["sessies"], asked, 1)
    assert [(page.naam, page.fout) for page in found if page.fout] == []
    empty, *rest = found
    assert empty.rijen == 0
    assert all(page.rijen >= 25 for page in rest if page.is_vloer)
    assert all(page.sql > empty.sql for page in rest)
    assert all(page.cpu and (page.bytes > 1000 or page.velden) for page in rest)
    assert all(page.db == [0] for page in rest)  # SQLite works inside the server's own process
    lines = report.table({("SQLite", 1_000): found})
    assert len(lines) == len(found) + 2
    assert not any("antwoordt" in line for line in lines)


def test_only_begin_commit_and_set_local_are_free() -> None:
    from tools.bench.app import Counts

    counts = Counts()
    for sql in ("BEGIN", "BEGIN DEFERRED", "COMMIT", "SET LOCAL vliegwiel.gemeente = 'x'"):
        counts.asked(sql)
    assert counts.sql == []
    for sql in ("SELECT 1", "SAVEPOINT s1", "PRAGMA synchronous = FULL", "SET TIME ZONE 'UTC'"):
        counts.asked(sql)
    assert len(counts.sql) == 4


def test_the_klok_is_measured_on_a_gemeente_filled_in_sql(tmp_path: Path) -> None:
    from tools.bench import klok

    env = measure.clean_environment(tmp_path)
    measure.run(env, "-m", "vliegwiel.project.cli", "migrate", "-v0")
    plan = json.loads(measure.run(env, "-m", "tools.bench.klok_vullen", "1200").splitlines()[-1])
    found = json.loads(measure.run(env, "-m", "tools.bench.klok", "--hier", plan["collega"]).splitlines()[-1])
    first, morning, changed, nothing = found["beurten"]
    assert first["nieuw"] > 50  # two months of ends, and a fifth of the month before
    assert morning["nieuw"] and morning["weg"] and changed["nieuw"]
    assert [nothing[name] for name in ("vinden", "nieuw", "anders", "weg")] == [0, 0, 0, 0]
    with measure.server(env, tmp_path / "log") as port:
        found["paginas"] = measure.measure(port, plan["sessies"], klok.pages(found["kaart"]), 1)
    assert [page for page in found["paginas"] if page.fout] == []
    text = klok.page({"x": {1200: found}}, command="", load=0, day=date(2026, 1, 1), times=1)
    assert text.count("| ochtend |") == 1
