"""A table of a household: always besloten, and a colleague reads only while the policy lets them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import Gezin, block, client_of, involve, make_household, resident
from tests.samenspel.table import START
from vliegwiel.kern import clock
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.refusals import NotAllowed
from vliegwiel.samenspel import actions, queries
from vliegwiel.samenspel.models import Tafel, Zetel

PEOPLE = (
    ("Fatma Yilmaz", date(1988, 4, 2)),
    ("Aylin Yilmaz", date(2013, 5, 1)),
    ("Emir Yilmaz", date(2017, 9, 1)),
)


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    found = make_household(cast.here(), personen=PEOPLE)
    for person in found.personen.values():
        resident(person)
    involve(found, cast.medewerkers["samira"], "jeugd")
    involve(found, cast.medewerkers["mila"], "welzijn")
    return found


@pytest.fixture
def tafel(cast: Cast, gezin: Gezin) -> Tafel:
    """Samira's table with the family; Mila and Wim have a seat too. Something was said, and a text lies there."""
    by = cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN)
    table = actions.start_family_tafel(
        by=by, now=START, dossier=gezin.dossier, naam="Familie Yilmaz", bedoeling="ons plan"
    )
    seat(cast, table, "mila")
    seat(cast, table, "wim")
    talk = actions.start_gesprek(by=by, now=START, tafel=table, titel="Wat willen we")
    actions.say(by=by, now=START, gesprek=talk, tekst="rust in huis")
    actions.open_voorstel(by=by, now=START, tafel=table, titel="ons plan", tekst="rust")
    return table


def seat(cast: Cast, table: Tafel, naam: str) -> Zetel:
    who = cast.medewerkers[naam]
    by = cast.kijker_of("samira")
    return actions.seat(by=by, now=START, tafel=table, wie=who, deelname=who.deelname)


def reads(kijker: Any) -> set[bool]:
    """Tables, talks, words and proposals: all or nothing."""
    day = day_of(clock.now())
    kinds = (queries.tafels, queries.gesprekken, queries.uitspraken, queries.voorstellen)
    return {kind(kijker, day).exists() for kind in kinds}


def test_the_family_sits_at_its_table_and_a_child_under_12_does_not(gezin: Gezin, tafel: Tafel) -> None:
    seated = set(
        Zetel.objects.filter(tafel=tafel, inwoner__isnull=False).values_list("inwoner_id", flat=True)
    )
    assert seated == {gezin["Fatma"].inwoner_id, gezin["Aylin"].inwoner_id}


@pytest.mark.parametrize(
    ("naam", "may"), [("samira", True), ("mila", True), ("wim", False), ("tarik", False), ("ravi", False)]
)
def test_a_seat_reads_only_with_involvement(cast: Cast, tafel: Tafel, naam: str, may: bool) -> None:
    assert reads(cast.kijker_of(naam)) == {may}
    page = cast.client_of(naam).get(reverse("tafel", args=[HERE, tafel.pk]))
    assert page.status_code == (200 if may else 404)
    cast.here()
    found = cast.client_of(naam).get(reverse("zoeken", args=[HERE]), {"q": "yilmaz"}).content.decode()
    assert (str(tafel.pk) in found) is may
    cast.here()
    today = cast.client_of(naam).get(reverse("vandaag", args=[HERE])).content.decode()
    assert (str(tafel.pk) in today) is may


def test_when_the_involvement_ends_the_next_request_is_refused(
    cast: Cast, gezin: Gezin, tafel: Tafel
) -> None:
    path = reverse("tafel", args=[HERE, tafel.pk])
    assert cast.client_of("samira").get(path).status_code == 200
    cast.here()
    gezin.dossier.betrokkenheden.filter(medewerker=cast.medewerkers["samira"]).update(beeindigd_op=START)
    assert cast.client_of("samira").get(path).status_code == 404
    cast.here()
    assert not queries.asks_me(cast.kijker_of("samira"), day_of(START)).exists()


def test_who_is_kept_out_by_name_reads_nothing(cast: Cast, gezin: Gezin, tafel: Tafel) -> None:
    block(gezin["Fatma"], cast.medewerkers["mila"])
    assert reads(cast.kijker_of("mila")) == {False}


def test_residents_read_from_twelve(cast: Cast, gezin: Gezin, tafel: Tafel) -> None:
    path = reverse("tafel", args=[HERE, tafel.pk])
    assert client_of(gezin["Aylin"].inwoner).get(path).status_code == 200
    cast.here()
    young = Zetel.objects.create(
        gemeente=gezin.gemeente,
        tafel=tafel,
        inwoner=gezin["Emir"].inwoner,
        is_begeleider=True,
        begindatum=day_of(START),
    )
    assert young.pk and client_of(gezin["Emir"].inwoner).get(path).status_code == 404


def test_on_the_day_of_twelve_a_child_reads(cast: Cast, gezin: Gezin, tafel: Tafel) -> None:
    Zetel.objects.create(
        gemeente=gezin.gemeente,
        tafel=tafel,
        inwoner=gezin["Emir"].inwoner,
        is_begeleider=True,
        begindatum=day_of(START),
    )
    from vliegwiel.gemeenschap.kijker import find_kijker

    for day, may in ((31, False), (32, True)):  # born on 1 September 2017
        with clock.at(START.replace(year=2029, month=8, day=1) + timedelta(days=day - 1)):
            cast.here()
            kijker = find_kijker(gezin["Emir"].inwoner.account, HERE, Purpose.SAMEN_BEPALEN, clock.today())
            assert queries.tafels(kijker, clock.today()).exists() is may


def test_it_can_never_become_open(tafel: Tafel) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Tafel.objects.filter(pk=tafel.pk).update(openheid="open")


def test_only_who_works_with_the_household_starts_one(cast: Cast, gezin: Gezin) -> None:
    for naam in ("tarik", "wim", "ravi"):
        by = cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)
        with pytest.raises(NotAllowed):
            actions.start_family_tafel(by=by, now=START, dossier=gezin.dossier, naam="x", bedoeling="x")


def test_it_costs_nothing_for_who_never_works_with_households(
    cast: Cast, tafel: Tafel, django_assert_num_queries: Any
) -> None:
    strateeg, consulent = cast.kijker_of("wim"), cast.kijker_of("tarik")
    day = day_of(START)
    with django_assert_num_queries(1):
        list(queries.tafels(strateeg, day))
    with django_assert_num_queries(4):  # one look-up, kept for the request
        for kind in (queries.tafels, queries.gesprekken, queries.voorstellen):
            list(kind(consulent, day))
