"""Vandaag with every kind of card on it: a dozen questions to the database, and nothing lost by asking together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import (
    NOW,
    TODAY,
    Gezin,
    involve,
    make_afspraak,
    make_contact,
    make_doel,
    make_household,
    make_terugblik,
)
from tests.ondersteuning.test_vraag_opschrijven import ask
from tests.ondersteuning.test_vraag_overdracht import make_team, offer, team_question
from vliegwiel.kern import clock, registry
from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.models import Correctieverzoek, Kaart, Vraag
from vliegwiel.privacy.models import Spoedtoegang
from vliegwiel.privacy.public import collecting
from vliegwiel.samenspel.actions import bring_up_to_date
from vliegwiel.samenspel.models import Afspraak, Gevraagde, Partij, Tafel, Versie, Voorstel, Zetel

MOST = 12
OTHER = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SET LOCAL", "PRAGMA")
EVERY = {
    "spoed_nakijken",
    "afspraak_voorbij",
    "afspraak_vraagt",
    "vraag_aangeboden",
    "vraag_van_team",
    "vraag_verloopt",
    "correctie_vraagt",
    "kaart_gedaan",
    "doel_terugkijken",
    "teruggezegd",
}


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def full(cast: Cast) -> Cast:
    """Something of every kind for Samira."""
    samira, tarik = cast.medewerkers["samira"], cast.medewerkers["tarik"]
    team = make_team(cast, "Wegwijs", "samira")
    gezin = make_household(cast.here())
    involve(gezin, samira, "jeugd")
    involve(gezin, tarik, "jeugd")
    emir = {"persoon": gezin["Emir"]}
    past = make_afspraak(gezin, medewerker=samira, wanneer=TODAY - timedelta(days=2), **emir)
    make_afspraak(gezin, medewerker=samira, status="gevraagd", gever=tarik, **emir)
    make_contact(gezin, van_inwoner=True, uitkomst="nog_te_lezen", domein="jeugd")
    make_doel(
        gezin, domein="jeugd", terugblik=make_terugblik(gezin, kijken_op=TODAY - timedelta(days=1)), **emir
    )
    offer(cast, ask(cast, "tarik"), samira, "tarik")
    team_question(cast, team)
    _questions(cast, gezin)
    Kaart.objects.create(
        gemeente=cast.here(),
        afspraak=past,
        sleutel="x",
        wie="Oma",
        taak="bellen",
        voor="mevrouw Y.",
        gemaakt_door=samira,
        gemaakt_op=NOW,
        geldig_tot=TODAY,
        antwoord="gedaan",
        antwoord_op=NOW,
    )
    Spoedtoegang.objects.create(
        gemeente=cast.here(),
        dossier=gezin.dossier,
        medewerker=tarik,
        domein="wmo",
        reden="nood",
        begonnen_op=NOW - timedelta(days=1),
        tot=NOW - timedelta(hours=23),
        gemeld_aan=samira,
        nakijken_voor=TODAY + timedelta(days=3),
    )
    bring_up_to_date(cast.here().pk, NOW)
    return cast


def _questions(cast: Cast, gezin: Gezin) -> None:
    soon, correction = ask(cast), ask(cast)
    Vraag.objects.filter(pk=soon.pk).update(verloopt_op=TODAY + timedelta(days=3))
    Vraag.objects.filter(pk=correction.pk).update(
        soort="correctie", dossier=gezin.dossier, uiterlijk=TODAY + timedelta(days=20)
    )
    Correctieverzoek.objects.create(
        gemeente=cast.here(),
        vraag=correction,
        dossier=gezin.dossier,
        persoon=gezin["Fatma"],
        woorden="klopt niet",
        gevraagd_op=NOW,
    )


def cards(cast: Cast, **remembers: Any) -> list[Any]:
    who = replace(cast.kijker_of("samira", purpose=Purpose.OVERZICHT), **remembers)
    with collecting(route="test"):
        found = [card for part in registry.aandacht for card in part(who, NOW)]
    return sorted(found, key=lambda card: (card.code, card.href))


def test_every_kind_in_a_dozen_questions(full: Cast) -> None:
    client, path = full.client_of("samira"), reverse("vandaag", args=[HERE])
    client.get(path)  # questions that are built once are built
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path).content.decode()
    found = [it["sql"] for it in asked.captured_queries if not it["sql"].upper().startswith(OTHER)]
    assert len(found) <= MOST, [sql[:90] for sql in found]
    full.here()
    assert {card.code for card in cards(full)} == EVERY
    assert all(card.href in page for card in cards(full))


def test_asked_together_or_one_by_one_is_the_same(full: Cast) -> None:
    assert cards(full, onthoudt={}) == cards(full, onthoudt=None)


def test_for_whom_there_is_nothing_there_is_nothing(cast: Cast) -> None:
    assert cards(cast, onthoudt={}) == cards(cast, onthoudt=None) == []


def test_who_also_sits_at_a_table_where_texts_wait_is_asked_no_more(full: Cast) -> None:
    _sits(full)
    client, path = full.client_of("samira"), reverse("vandaag", args=[HERE])
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path).content.decode()
    found = [it["sql"] for it in asked.captured_queries if not it["sql"].upper().startswith(OTHER)]
    assert len(found) <= MOST, [sql[:90] for sql in found]
    full.here()
    at_the_table = {"voorstel_vraagt", "terugkijken", "tafelafspraak_vraagt"}
    assert at_the_table <= {card.code for card in cards(full, onthoudt={})}
    assert all(words in page for words in ("Zqvraagt", "Zqterug", "Zqstap", "Zqtafel"))
    assert cards(full, onthoudt={}) == cards(full, onthoudt=None)


def _sits(cast: Cast) -> None:
    """Samira at a table with a text that asks her, one whose day to look back has come, and a step asked of her."""
    here, samira, tarik = {"gemeente": cast.here()}, cast.medewerkers["samira"], cast.medewerkers["tarik"]
    tafel = Tafel.objects.create(**here, naam="Zqtafel", bedoeling="x", openheid="besloten", begindatum=TODAY)
    partij = Partij.objects.create(**here, tafel=tafel, naam="Wijkteam", niveaus=["uitvoering"])
    seat = {"tafel": tafel, "partij": partij, "niveau": "uitvoering", "begindatum": TODAY}
    zetel = Zetel.objects.create(**here, **seat, medewerker=samira)
    asks, again = (
        Voorstel.objects.create(**here, tafel=tafel, titel=titel) for titel in ("Zqvraagt", "Zqterug")
    )
    for voorstel in (asks, again):
        Versie.objects.create(**here, voorstel=voorstel, nummer=1, tekst="x", moment=NOW, zetel=zetel)
    Voorstel.objects.filter(pk=again.pk).update(
        status="aangenomen", aangenomen_op=NOW, terugkijken_op=TODAY - timedelta(days=1)
    )
    Gevraagde.objects.create(**here, voorstel=asks, zetel=zetel, moment=NOW)
    step = {"tekst": "Zqstap", "status": "gevraagd", "medewerker": samira, "gever": tarik}
    Afspraak.objects.create(**here, **step, gemaakt_op=NOW)
    bring_up_to_date(cast.here().pk, NOW)
