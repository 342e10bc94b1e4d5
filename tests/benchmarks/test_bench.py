"""The bench runs and counts. How fast a page is, is never asserted: that says more about the machine."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tools.bench import measure, report

pytestmark = pytest.mark.rig


def test_the_bench_counts_every_main_page(tmp_path: Path) -> None:
    env = measure.clean_environment(tmp_path)
    plan = measure.prepare(env, 22)
    with measure.server(env, tmp_path / "log") as port:
        pages = measure.measure(port, plan, 1)
    assert [page for page in pages if page.fout] == []
    empty, three, *rest = pages
    assert empty.rijen == 0
    assert three.rijen >= 25
    assert all(page.sql > empty.sql for page in rest)
    assert all(page.cpu and page.bytes > 1000 for page in rest)
    assert len(report.table(pages)) == len(pages) + len(report.HEAD)


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
        found["paginas"] = measure.measure(port, plan | found, 1, klok.pages)
    assert [page for page in found["paginas"] if page.fout] == []
    text = klok.page({"x": {1200: found}}, command="", load=0, day=date(2026, 1, 1), times=1)
    assert text.count("| ochtend |") == 1
