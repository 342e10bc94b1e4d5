"""An afspraak of a household: from the form to the page, who has the ball, and who sees it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, Gezin, involve, make_afspraak, make_doel, make_household
from tests.samenspel.table import value_of
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Uitgaand
from vliegwiel.ondersteuning.models import Doelafspraak
from vliegwiel.privacy.public import Wijziging, collecting
from vliegwiel.samenspel import actions, home
from vliegwiel.samenspel.actions import bring_up_to_date
from vliegwiel.samenspel.home import aandacht
from vliegwiel.samenspel.models import Afspraak

WORDS = "Belt dinsdag de school over de pauzes"


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    """Samira works with them in jeugd, Tarik is the vaste contactpersoon."""
    found = make_household(cast.here())
    involve(found, cast.medewerkers["samira"], "jeugd")
    involve(found, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    return found


def new(cast: Cast, gezin: Gezin, naam: str = "samira", **fields: Any) -> Any:
    client = cast.client_of(naam)
    path = reverse("afspraak_nieuw", args=[HERE, gezin.dossier.pk])
    page = client.get(path)
    cast.here()
    if page.status_code != 200:
        return page
    data = {"tekst": WORDS, "wie": "inwoner", "doet": str(gezin["Fatma"].pk), **fields}
    answer = client.post(path, {"_sleutel": value_of(page.content.decode(), "_sleutel"), **data})
    cast.here()
    return answer


def show(cast: Cast, naam: str, it: Afspraak, route: str = "afspraak") -> Any:
    answer = cast.client_of(naam).get(reverse(route, args=[HERE, it.pk]))
    cast.here()
    return answer


def post(cast: Cast, naam: str, route: str, it: Afspraak, **fields: Any) -> Any:
    client, path = cast.client_of(naam), reverse(route, args=[HERE, it.pk])
    page = client.get(path).content.decode()
    cast.here()
    answer = client.post(path, {"_sleutel": value_of(page, "_sleutel"), **fields})
    cast.here()
    return answer


def test_from_the_form_to_the_page(cast: Cast, gezin: Gezin) -> None:
    doel = make_doel(gezin)
    answer = new(
        cast, gezin, persoon=str(gezin["Emir"].pk), wanneer="2026-03-17", hoe_laat="10:30", doel=str(doel.pk)
    )
    assert answer.status_code == 302, answer.content.decode()
    it = Afspraak.objects.get()
    assert (it.status, it.domein, it.gever, it.doet) == (
        "loopt",
        "",
        cast.medewerkers["samira"],
        gezin["Fatma"],
    )
    assert Doelafspraak.objects.get().afspraak == it
    page = show(cast, "tarik", it).content.decode()
    assert WORDS in page and "10.30" in page and "Fatma Yilmaz" in page
    assert "Samira Kaya heeft de bal" in page  # Fatma takes nothing: who wrote it keeps an eye
    assert Wijziging.objects.filter(object=it.pk, veld="tekst", na=WORDS).exists()


def test_a_partner_is_asked_says_yes_and_sees_nothing_else(cast: Cast, gezin: Gezin) -> None:
    other = make_afspraak(gezin, "Iets heel anders", gever=cast.medewerkers["samira"])
    new(cast, gezin, wie="professional", doet="", collega="verhoev", persoon=str(gezin["Emir"].pk))
    it = Afspraak.objects.get(tekst=WORDS)
    assert (it.status, it.medewerker, it.wie) == ("gevraagd", cast.medewerkers["mila"], "professional")
    mail = Uitgaand.objects.get(soort="afspraak_gevraagd")
    assert WORDS not in str(mail.parameters) and "Emir" not in str(mail.parameters)
    page = show(cast, "mila", it).content.decode()
    assert WORDS in page and "Tarik Aydin" in page and "Samira Kaya houdt de bal" in page
    assert show(cast, "mila", other).status_code == 404
    post(cast, "mila", "afspraak", it)
    it.refresh_from_db()
    assert it.status == "loopt"
    post(cast, "mila", "afspraak_klaar", it, uitkomst="Het lukte")
    it.refresh_from_db()
    assert (it.status, it.uitkomst) == ("gedaan", "Het lukte")
    assert show(cast, "mila", it).status_code == 404  # what is done is no longer theirs to read


def test_giving_back_needs_a_reason_and_comes_back_to_the_giver(cast: Cast, gezin: Gezin) -> None:
    new(cast, gezin, wie="professional", doet="", collega="Mila")
    it = Afspraak.objects.get()
    assert post(cast, "mila", "afspraak_teruggeven", it, reden=" ").status_code == 422
    post(cast, "mila", "afspraak_teruggeven", it, reden="Ik ben er dan niet")
    it.refresh_from_db()
    assert (it.status, it.reden) == ("teruggegeven", "Ik ben er dan niet")
    page = show(cast, "samira", it).content.decode()
    assert "Jij hebt de bal" in page and "Ik ben er dan niet" in page


def test_more_colleagues_with_a_name_are_offered_and_nothing_is_lost(cast: Cast, gezin: Gezin) -> None:
    answer = new(cast, gezin, wie="gemeente", doet="", collega="ar")
    page = answer.content.decode()
    assert answer.status_code == 422 and WORDS in page and "Tarik Aydin" in page
    assert new(cast, gezin, wie="gemeente", doet="", collega="zzz").status_code == 422
    answer = new(
        cast, gezin, wie="gemeente", doet="", collega="ar", medewerker=str(cast.medewerkers["tarik"].pk)
    )
    assert answer.status_code == 302 and Afspraak.objects.get().medewerker == cast.medewerkers["tarik"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"doet": ""}, "Kies wie van het huishouden dit doet"),
        ({"wie": "vrijwilliger"}, "Schrijf de naam op van wie dit doet"),
        ({"wie": "gemeente", "collega": ""}, "Zoek de collega"),
        ({"hoe_laat": "10:00"}, "Kies ook de dag"),
        ({"wie": ""}, "Kies wie het doet"),
        ({"domein": "schulden"}, "Kies een domein waarin je"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    cast: Cast, gezin: Gezin, fields: dict[str, str], words: str
) -> None:
    answer = new(cast, gezin, **fields)
    assert answer.status_code == 422 and words in answer.content.decode() and WORDS in answer.content.decode()
    assert not Afspraak.objects.exists()


@pytest.mark.parametrize(
    ("naam", "status"),
    [
        ("samira", 200),
        ("tarik", 200),
        ("gijs", 404),
        ("mila", 404),
        ("wim", 404),
        ("ravi", 404),
        ("ellen", 404),
        ("piet", 404),
    ],
)
def test_who_may_make_one(cast: Cast, gezin: Gezin, naam: str, status: int) -> None:
    answer = cast.client_of(naam).get(reverse("afspraak_nieuw", args=[HERE, gezin.dossier.pk]))
    assert answer.status_code == status


def test_a_domain_is_offered_only_to_who_works_in_it_and_the_action_refuses_it_too(
    cast: Cast, gezin: Gezin
) -> None:
    from vliegwiel.ondersteuning.actions.afspraak import agree
    from vliegwiel.ondersteuning.refusals.schrijven import CannotKeepDeel

    path = reverse("afspraak_nieuw", args=[HERE, gezin.dossier.pk])
    pages = {naam: cast.client_of(naam).get(path).content.decode() for naam in ("samira", "tarik")}
    cast.here()
    assert 'value="jeugd"' in pages["samira"] and "schulden" not in pages["samira"]
    assert "jeugd" not in pages["tarik"].lower()
    by = cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN)
    with pytest.raises(CannotKeepDeel):
        agree(
            by=by, now=NOW, dossier=gezin.dossier, tekst="x", wie="netwerk", wie_naam="Oma", domein="schulden"
        )


def test_changed_by_agreement_is_asked_again_and_two_writers_meet(cast: Cast, gezin: Gezin) -> None:
    new(cast, gezin, wie="professional", doet="", collega="Mila")
    it = Afspraak.objects.get()
    post(cast, "mila", "afspraak", it)
    answer = post(
        cast, "samira", "afspraak_anders", it, nummer=1, tekst="Belt woensdag", wanneer="", hoe_laat=""
    )
    it.refresh_from_db()
    assert answer.status_code == 302 and (it.status, it.nummer, it.tekst) == ("gevraagd", 2, "Belt woensdag")
    answer = post(
        cast, "mila", "afspraak_anders", it, nummer=1, tekst="Belt donderdag", wanneer="", hoe_laat=""
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and "Belt woensdag" in page and "Belt donderdag" in page
    post(cast, "mila", "afspraak", it)
    post(cast, "mila", "afspraak_anders", it, nummer=2, tekst="Belt donderdag", wanneer="", hoe_laat="")
    it.refresh_from_db()
    assert (it.status, it.nummer) == ("loopt", 3)  # who does it has agreed by changing it


def test_vandaag_says_for_whom_and_never_what(cast: Cast, gezin: Gezin) -> None:
    emir = gezin["Emir"]
    samira, mila = cast.medewerkers["samira"], cast.medewerkers["mila"]
    make_afspraak(
        gezin, WORDS, wie="professional", medewerker=mila, gever=samira, status="gevraagd", persoon=emir
    )
    make_afspraak(
        gezin, WORDS, status="teruggegeven", wie="professional", medewerker=mila, gever=samira, persoon=emir
    )
    make_afspraak(gezin, WORDS, gever=samira, wanneer="2026-03-01", persoon=emir)
    bring_up_to_date(gezin.dossier.gemeente_id, NOW)
    asked = {"mila": ["afspraak_vraagt"], "samira": ["afspraak_terug", "afspraak_voorbij"], "wim": []}
    for naam, codes in asked.items():
        with collecting(route="test"):
            who = cast.kijker_of(naam, purpose=Purpose.OVERZICHT)
            cards = [*home.afspraken_ask(who, NOW), *aandacht.asks(who, NOW)]
        assert sorted(card.code for card in cards) == codes, naam
        assert all(card.params["voor"] == "Emir" for card in cards)
        assert WORDS not in str(cards) and "Yilmaz" not in str(cards)
        page = cast.client_of(naam).get(reverse("vandaag", args=[HERE])).content.decode()
        cast.here()
        assert all(card.href in page for card in cards)


def test_a_leaver_hands_over_or_gives_back(cast: Cast, gezin: Gezin) -> None:
    samira, mila, lotte = (cast.medewerkers[it] for it in ("samira", "mila", "lotte"))
    does = make_afspraak(gezin, wie="professional", medewerker=mila, gever=samira)
    gave = make_afspraak(gezin, wie="netwerk", wie_naam="Oma", gever=mila)
    beheer = cast.kijker_of("ravi")
    work = home.afspraken_of(beheer, mila)
    assert work is not None and work.aantal == 2
    actions.hand_over_afspraken(by=beheer, now=NOW, medewerker_id=mila.pk, to=lotte)
    for row in (does, gave):
        row.refresh_from_db()
    assert (does.status, does.medewerker, gave.gever) == ("gevraagd", lotte, lotte)
    actions.hand_over_afspraken(by=beheer, now=NOW, medewerker_id=lotte.pk, to=None)
    for row in (does, gave):
        row.refresh_from_db()
    assert (does.status, gave.gever) == ("teruggegeven", cast.medewerkers["tarik"])
    assert home.afspraken_of(beheer, samira) is not None
