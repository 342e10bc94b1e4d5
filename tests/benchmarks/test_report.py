"""The table of `make bench`, from numbers that were made up here; nothing is measured."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from tools.bench import __main__ as bench
from tools.bench import report
from tools.bench.measure import FLOOR, Page, floors
from tools.bench.pages import PAGES, PEOPLE_PAGES, pages

SMALL, LARGE, LITE = ("PostgreSQL 15", 20_000), ("PostgreSQL 15", 1_000_000), ("SQLite 3.40.1", 200_000)


def _page(naam: str, pad: str, wie: str, cpu: float, **more: int) -> Page:
    numbers = {"sql": 5, "rijen": 30} | more
    return Page(naam, pad, wie, 0 if pad == FLOOR else 2.0, cpu=[cpu] * 3, db=[1.5] * 3, **numbers)


def _found(strateeg: float, inwoner: float, **more: int) -> list[Page]:
    """The floors of two people, and a page that both ask."""
    return [
        _page("leeg", "/bench/leeg/", "", 1),
        _page("vloer", FLOOR, "strateeg", 10),
        _page("vloer", FLOOR, "inwoner", 20),
        _page("Vandaag", "/", "strateeg", strateeg, **more),
        _page("Vandaag", "/", "inwoner", inwoner, **more),
    ]


def _cells(line: str) -> list[str]:
    return [it.strip() for it in line.strip("|").split("|")]


def test_one_table_holds_every_engine_and_size() -> None:
    head, rule, *rows = report.table({SMALL: _found(15, 15), LARGE: _found(15, 15), LITE: _found(15, 15)})
    assert _cells(head)[2:7] == [
        f"PostgreSQL 20.000: {it}" for it in ("queries", "rijen", "CPU ms", "db", "× vloer")
    ]
    assert "SQLite 200.000: db" not in head  # SQLite works inside the server's own process
    assert [_cells(it)[:2] for it in rows[-2:]] == [["Vandaag", "strateeg"], ["Vandaag", "inwoner"]]
    assert len({len(_cells(it)) for it in (head, rule, *rows)}) == 1
    assert _cells(rows[3])[2:7] == ["5", "30", "15,0", "1,5", "1,50"]


def test_a_page_is_held_against_the_floor_of_who_asks() -> None:
    rows = report.table({LITE: _found(15, 15)})[2:]
    assert [_cells(it)[5] for it in rows[3:5]] == ["1,50", "0,75"]


@pytest.mark.parametrize(
    ("small", "large", "said"),
    [
        (_found(20, 20), _found(20, 20), ""),
        (_found(20, 20, sql=12), _found(20, 20, sql=13), "queries"),
        (_found(20, 20), _found(21, 21), "CPU"),
        (_found(10, 10), _found(13, 13), "groei"),
        (_found(10, 10), _found(12, 12), ""),
        (_found(10, 10), _found(10, 10, rijen=31), "rijen"),
        (_found(10, 10), _found(10, 10, fout=500), "antwoordt niet"),
    ],
)
def test_the_last_column_says_what_is_above_the_aim(small: list[Page], large: list[Page], said: str) -> None:
    assert report.above(3, {SMALL: small, LARGE: large}) == said


def test_a_page_that_does_not_answer_is_in_the_table_and_breaks_nothing() -> None:
    row = _cells(report.table({SMALL: _found(10, 10, fout=404), LARGE: _found(10, 10)})[5])
    assert row[2:7] == ["antwoordt 404", "", "", "", ""]
    assert row[-2:] == ["", "antwoordt niet"]


def test_the_page_says_how_it_was_measured() -> None:
    text = report.page(
        {LITE: _found(10, 10)},
        command="make bench",
        times=7,
        tables="200",
        loads={LITE: 0.4},
        day=date(2026, 11, 22),
    )
    for it in ("of 7 warm requests", "op 2026-11-22 met `make bench`", "SQLite 3.40.1 200.000: 0,4"):
        assert it in text
    assert text.count("|---|---|") == 1
    assert all(len(it) <= 120 for it in text.splitlines() if not it.startswith("|"))


def test_without_words_every_engine_has_sizes_of_its_own_and_the_largest_comes_last() -> None:
    assert bench.wanted(None, None) == [("postgres", 20_000), ("sqlite", 200_000), ("postgres", 1_000_000)]
    assert bench.wanted(["sqlite"], None) == [("sqlite", 200_000)]
    assert bench.wanted(None, [1_000]) == [("postgres", 1_000), ("sqlite", 1_000)]
    assert [bench.tables_of(it) for it in (1_000, 200_000, 1_000_000)] == [200, 400, 2_000]


def test_every_page_has_a_name_for_each_who_asks_and_a_floor() -> None:
    found = pages(defaultdict(str))
    assert len({(it.naam, it.wie) for it in found}) == len(found) == len(PAGES) + len(PEOPLE_PAGES)
    asked = {it.wie for it in found}
    assert {it.wie for it in floors(page.wie for page in found) if it.is_vloer} == asked
    assert asked == {"strateeg", "consulent", "inwoner", "beheerder", "fg"}


def test_the_command_writes_the_page_once_everything_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measured(engine: str, size: int, tables: int, times: int) -> tuple[report.Size, float, list[Page]]:
        return (engine, size), 0.5, _found(10, 10, fout=500 if engine == "sqlite" else 0)

    monkeypatch.setattr(bench, "ROOT", tmp_path)
    monkeypatch.setattr(bench, "measured", measured)
    written = tmp_path / bench.PAGE
    written.parent.mkdir(parents=True)
    assert bench.main(["--engine", "postgres", "--niet-schrijven"]) == 0
    assert not written.exists()
    assert bench.main([]) == 1  # a page that does not answer is told, and the table is there
    assert "Vandaag" in capsys.readouterr().err
    head = next(it for it in written.read_text().splitlines() if it.startswith("| pagina"))
    columns = ("postgres 20.000: CPU ms", "postgres 1.000.000: CPU ms", "sqlite 200.000: CPU ms")
    assert [head.index(it) for it in columns] == sorted(head.index(it) for it in columns)
