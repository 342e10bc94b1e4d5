"""The page of the FG: what stands out, in numbers the code computed. No residents, no content; itself written down."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.cast import COLLEAGUES, RESIDENTS, Cast
from tests.privacy.conftest import START
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.kern import clock
from vliegwiel.kern.marks import Purpose
from vliegwiel.privacy.actions.toezicht import record_nazicht
from vliegwiel.privacy.models import Besluit, Inzage, Inzageregel, Nazicht, Persoon
from vliegwiel.privacy.queries import toezicht as queries
from vliegwiel.privacy.refusals import AlreadyReviewed, NotForFg, SayWhatToAsk

DAY = timedelta(days=1)


@pytest.fixture
def ellen(cast: Cast) -> Any:
    return cast.kijker_of("ellen", purpose=Purpose.TOEZICHT)


def looked(cast: Cast, who: str, persons: list[Any], *, soort: str = "plan", at: Any = START) -> Inzage:
    gemeente, medewerker = cast.here(), cast.medewerkers[who]
    event = Inzage.objects.create(
        gemeente=gemeente, moment=at, spoor=uuid4(), account=medewerker.account_id, medewerker=medewerker.pk,
        route="plan", doel="ondersteunen", soort=soort,
    )  # fmt: skip
    for persoon in persons:
        Inzageregel.objects.create(gemeente=gemeente, inzage=event, persoon=persoon)
    return event


def found(cast: Cast, ellen: Any) -> set[tuple[str, str, int]]:
    from vliegwiel.privacy.public import collecting

    with collecting(route="proef"):
        return {(it.code, it.naam, it.aantal) for it in queries.patterns(ellen, START)}


def test_who_looked_outside_working_hours(cast: Cast, ellen: Any) -> None:
    looked(
        cast, "samira", [uuid4()], at=START.replace(hour=19, minute=30)
    )  # half past eight in the evening here
    looked(cast, "samira", [uuid4()], at=START - 3 * DAY)  # a Saturday
    looked(cast, "tarik", [uuid4()])
    assert found(cast, ellen) == {("buiten_werktijd", "Samira Kaya", 2)}


def test_who_saw_people_with_their_own_surname(cast: Cast, ellen: Any) -> None:
    kaya = [Persoon.objects.create(gemeente=cast.here(), voornaam=n, achternaam="Kaya").pk for n in "ab"]
    looked(cast, "samira", kaya)
    looked(cast, "samira", kaya[:1])  # again: the same person
    looked(cast, "tarik", kaya)
    assert found(cast, ellen) == {("eigen_naam", "Samira Kaya", 2)}


@pytest.mark.parametrize(
    ("achternaam", "same"),
    [
        ("KAYA", True),
        ("de Kaya ", True),
        ("Kayalar", False),
        ("Akkaya", False),
        ("Kaya-Smit", False),
        ("", False),
    ],
)
def test_a_surname_is_the_last_word(cast: Cast, ellen: Any, achternaam: str, same: bool) -> None:
    seen = Persoon.objects.create(gemeente=cast.here(), voornaam="a", achternaam=achternaam)
    looked(cast, "samira", [seen.pk])
    assert found(cast, ellen) == ({("eigen_naam", "Samira Kaya", 1)} if same else set())


def test_a_surname_in_capitals_is_the_same_surname(cast: Cast, ellen: Any) -> None:
    """Also outside ASCII, on both engines: what a register writes as GÜNAY is a colleague's Günay."""
    Medewerker.objects.filter(pk=cast.medewerkers["samira"].pk).update(naam="Samira Günay")
    seen = Persoon.objects.create(gemeente=cast.here(), voornaam="a", achternaam="GÜNAY")
    looked(cast, "samira", [seen.pk])
    assert found(cast, ellen) == {("eigen_naam", "Samira Günay", 1)}


def test_who_searches_and_opens_nothing(cast: Cast, ellen: Any) -> None:
    for _ in range(20):
        looked(cast, "samira", [uuid4()], soort="zoeken")
    assert found(cast, ellen) == {("zoekt", "Samira Kaya", 20)}


def test_who_was_refused_often(cast: Cast, ellen: Any) -> None:
    for _ in range(5):
        Besluit.objects.create(
            gemeente=cast.here(), moment=START, spoor=uuid4(), account=cast.accounts["samira"].pk, route="plan",
            uitkomst="mag_niet", reden="niet_leesbaar", beleid="proef",
        )  # fmt: skip
    assert found(cast, ellen) == {("geweigerd", "Samira Kaya", 5)}


def test_older_than_thirty_days_is_not_counted(cast: Cast, ellen: Any) -> None:
    looked(cast, "samira", [uuid4()], at=START - 31 * DAY)
    assert found(cast, ellen) == set()


@pytest.mark.parametrize("who", [name for name in (*COLLEAGUES, *RESIDENTS) if name != "ellen"])
def test_nobody_else_gets_in(cast: Cast, who: str) -> None:
    looked(cast, "samira", [uuid4()])
    for page in ("toezicht/", "toezicht/steekproef/", "toezicht/steekproef/1/"):
        assert cast.client_of(who).get(f"/lindebeek/{page}").status_code == 404
    kijker = cast.kijker_of(who, purpose=Purpose.TOEZICHT)
    assert not queries.events(kijker).exists() and queries.patterns(kijker, START) == []


def test_the_pages_show_no_resident_and_are_written_down_themselves(cast: Cast) -> None:
    persoon = Persoon.objects.create(gemeente=cast.here(), voornaam="Rosa", achternaam="Kaya")
    event = looked(cast, "samira", [persoon.pk], at=START - 20 * DAY)
    client = cast.client_of("ellen")
    for page in ("toezicht/", "toezicht/steekproef/?maand=2026-10", f"toezicht/steekproef/{event.pk}/"):
        response = client.get(f"/lindebeek/{page}")
        body = response.content.decode()
        assert response.status_code == 200, page
        assert "Rosa" not in body and str(persoon.pk) not in body, page
        assert "Samira Kaya" in body, page
    cast.here()
    own = Inzage.objects.filter(doel="toezicht")
    assert own.count() == 3 and not Inzageregel.objects.filter(inzage__in=own).exists()


def test_the_fg_writes_down_once_what_they_think(cast: Cast, ellen: Any) -> None:
    event = looked(cast, "samira", [uuid4()])
    with pytest.raises(SayWhatToAsk):
        record_nazicht(inzage=event, oordeel="navraag", by=ellen, now=START)
    record_nazicht(inzage=event, oordeel="navraag", woorden="Waarom zo laat?", by=ellen, now=START)
    with pytest.raises(AlreadyReviewed):
        record_nazicht(inzage=event, oordeel="gezien", by=ellen, now=START)
    with pytest.raises(NotForFg):
        record_nazicht(
            inzage=event, oordeel="gezien", by=cast.kijker_of("ravi", purpose=Purpose.TOEZICHT), now=START
        )
    assert Nazicht.objects.get().door == "Ellen Brouwers"


def test_the_sample_of_a_month_stays_the_same(cast: Cast) -> None:
    for n in range(40):
        looked(cast, "samira", [uuid4()], at=START - 20 * DAY - n * timedelta(hours=5))
    with clock.at(START):
        pages = [
            cast.client_of("ellen").get("/lindebeek/toezicht/steekproef/").content.decode() for _ in "ab"
        ]
    links = [
        sorted({part.split('"')[0] for part in body.split("toezicht/steekproef/")[1:]}) for body in pages
    ]
    assert links[0] == links[1] and len([it for it in links[0] if it.rstrip("/").isdigit()]) == 25
