"""The bench runs and counts. How fast a page is, is never asserted: that says more about the machine."""

from __future__ import annotations

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
