"""Journeys in a real browser: PostgreSQL as the app role, gunicorn, Debian's chromium.

`VLIEGWIEL_TEST_DB=postgres python -m tools.postgres run -- pytest tests/reizen`, or `make test`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.omgeving import ENGINE, WORKER
from tests.reizen.speler import Speler
from tests.reizen.stad import TEMPLATE, Stad, make_template

CHROMIUM = os.environ.get("VLIEGWIEL_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a journey; on SQLite there are none (huis.md: once, on PostgreSQL)."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.reis)
            if ENGINE != "postgres":
                item.add_marker(
                    pytest.mark.skip(reason="journeys run on PostgreSQL: see tests/reizen/conftest.py")
                )


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The loaded demo, ready to be copied; the folder for the servers' logs."""
    data = tmp_path_factory.mktemp("reizen")
    make_template(data)
    return data


@pytest.fixture(scope="module")
def stad(sjabloon: Path, request: pytest.FixtureRequest) -> Iterator[Stad]:
    """A fresh demo for the journeys of one module."""
    from tests.postgres import make_database

    name = f"reizen_{request.module.__name__.rpartition('.')[2].removeprefix('test_')}_{WORKER}"
    make_database(name, TEMPLATE)
    town = Stad(name, sjabloon, settings=dict(getattr(request.module, "INSTELLINGEN", {})))
    try:
        yield town.open()
    finally:
        town.close()
    assert "Traceback" not in town.log.read_text(), town.log.read_text()[-6000:]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all journeys; each person gets a context of their own."""
    if not Path(CHROMIUM).exists():
        pytest.exit(f"{CHROMIUM} is not there: apt-get install chromium (or set VLIEGWIEL_CHROMIUM).", 2)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


Binnen = Callable[..., Speler]


@pytest.fixture
def binnen(stad: Stad, chromium: Any) -> Iterator[Binnen]:
    """`binnen("Samira Kaya")`: somebody of the demo, logged in. Options are the browser's (a phone, no script).

    `binnen("Jeroen Baas", inlog=(email, wachtwoord))` comes by the ordinary form; `inlog=()` stays outside.
    """
    here: list[Speler] = []

    def comes_in(naam: str, *, inlog: tuple[str, ...] | None = None, **options: Any) -> Speler:
        here.append(Speler(chromium, stad.url, naam, **options))
        if inlog is None:
            return here[-1].komt_binnen()
        return here[-1].logt_in(*inlog) if inlog else here[-1]

    yield comes_in
    complaints = [f"{speler.naam}: {klacht}" for speler in here for klacht in speler.klachten]
    for speler in here:
        speler.gaat_weg()
    assert complaints == []
