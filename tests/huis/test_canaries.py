"""Nobody reads what is not theirs, on any page: two gemeenten full of canaries, and everyone asks for everything.

The canaries come from the classification, the addresses from the URL map and the rows from the models, so a page or
a table that is added tomorrow is judged tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from tests.huis.filler import Canary
from tests.huis.town import AT_THE_TABLE, COLLEAGUES, RESIDENTS, World, addresses, ask, browser, build_world

pytestmark = pytest.mark.django_db

ASKERS = ("bezoeker", "buitenstaander", "van_de_ander", *COLLEAGUES, *RESIDENTS)


@pytest.fixture
def world() -> World:
    return build_world()


def account_of(world: World, asker: str) -> Any:
    special = {"bezoeker": None, "buitenstaander": world.outsider, "van_de_ander": world.there.people["zit"]}
    return special[asker] if asker in special else world.here.people[asker]


def forbidden(world: World, asker: str) -> list[Canary]:
    """What this asker may never read: the other gemeente, secrets, and words of a table where they have no seat."""
    account = account_of(world, asker)
    found = []
    for town in world.towns:
        own = account in town.people.values()
        at_the_table = any(town.people[seat] == account for seat in AT_THE_TABLE)
        for canary in town.filler.canaries:
            words_of_the_table = canary.kind == "woorden" and canary.phase == "besloten"
            closed = words_of_the_table and not at_the_table
            if not own or canary.kind == "geheim" or closed:
                found.append(canary)
    return found


def leaks(text: str, canaries: Iterable[Canary]) -> list[str]:
    return [
        f"{canary.field} ({canary.kind}, {canary.phase or 'open'})"
        for canary in canaries
        if canary.word in text
    ]


@pytest.mark.parametrize("asker", ASKERS)
def test_nobody_reads_what_is_not_theirs(world: World, asker: str) -> None:
    client = browser(account_of(world, asker))
    canaries = forbidden(world, asker)
    wrong, shown = {}, 0
    for address in addresses(world):
        response = ask(client, address)
        text = (
            str(dict(response.headers)) + b"".join(response).decode() if response.status_code != 304 else ""
        )
        shown += response.status_code == 200
        if found := leaks(text, canaries):
            wrong[address] = found
    print(f"\n{asker}: {len(addresses(world))} addresses, {shown} pages, {len(canaries)} canaries")
    assert wrong == {}


def test_the_canaries_sing(world: World) -> None:
    """They can be heard: who has a seat does read the words of the table; else this test proves nothing."""
    client = browser(world.here.people["zit"])
    words = [
        canary
        for canary in world.here.filler.canaries
        if canary.phase == "besloten" and canary.kind == "woorden"
    ]
    heard = set()
    for address in addresses(world):
        if (response := ask(client, address)).status_code == 200:
            heard |= {canary.field for canary in words if canary.word in b"".join(response).decode()}
    print(f"\nheard: {sorted(heard)}\nplaced: {sorted({canary.field for canary in words})}")
    assert {"samenspel_tafel.naam", "samenspel_uitspraak.tekst", "samenspel_versie.tekst"} <= heard


@pytest.mark.parametrize("asker", ASKERS)
def test_no_page_breaks(world: World, asker: str) -> None:
    """Whatever is asked, the answer is a page, a redirect or a refusal."""
    client = browser(account_of(world, asker))
    broken = [address for address in addresses(world) if ask(client, address).status_code >= 500]
    assert broken == []


def test_an_address_of_the_other_gemeente_looks_like_none(world: World) -> None:
    """Somebody else's gemeente answers as one that does not exist: 404, for every page inside it."""
    client = browser(world.here.people["beheerder"])
    answers = {
        address: ask(client, address).status_code
        for address in addresses(world)
        if address.startswith(f"/{world.there.slug}/")
    }
    assert {address: status for address, status in answers.items() if status not in (404, 405)} == {}
    assert ask(client, "/bestaat-niet/").status_code == 404
