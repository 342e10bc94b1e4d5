"""One card by link: the task and nothing else, for as long as it counts; answers and a worry reach a colleague."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import Cast
from tests.forms import key_of, post
from tests.ondersteuning import gezin as g
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Kaart, Vraag

pytestmark = pytest.mark.django_db
FIELDS = {
    "wie": "Henk",
    "taak": "Dinsdag om 10.00 uur de post doornemen",
    "voor": "mevrouw B.",
    "geldig_tot": "2026-03-31",
}


class Wereld:
    def __init__(self, cast: Cast) -> None:
        here = cast.here()
        self.cast = cast
        self.huis = g.make_household(
            here, "zqkanariehuisnaam", [("zqkanarievoornaam zqkanarieachternaam", date(1950, 1, 1))]
        )
        self.maker = cast.medewerkers["samira"]
        self.rol = g.involve(self.huis, self.maker, "welzijn")
        self.afspraak = g.make_afspraak(
            self.huis,
            "zqkanarieafspraak",
            wie="vrijwilliger",
            wie_naam="Henk zqkanarieachter",
            domein="welzijn",
        )
        g.make_deel(self.huis, "zqkanariedeel", domein="welzijn")
        self.pad = f"/lindebeek/afspraken/{self.afspraak.pk}/kaart/"

    def link(self, **fields: Any) -> str:
        answer = post(self.cast.client_of("samira"), self.pad, {**FIELDS, **fields})
        found = re.search(r">(https?://[^<]*/kaart/[^<]+)<", answer.content.decode())
        assert found, answer.status_code
        return "/" + unescape(found.group(1)).split("/", 3)[3]


@pytest.fixture
def wereld(cast: Cast) -> Wereld:
    cache.clear()
    return Wereld(cast)


def answer(path: str, antwoord: str) -> Any:
    return post(Client(), path, {"antwoord": antwoord})


def test_the_link_shows_the_task_and_nothing_else(wereld: Wereld) -> None:
    shown = Client().get(wereld.link())
    text = shown.content.decode()
    assert shown.status_code == 200
    assert "de post doornemen" in text and "mevrouw B." in text
    assert "zqkanarie" not in text  # long: a random token holds any two letters now and then
    assert "Lindebeek" not in text and "/lindebeek/" not in text.replace(shown.wsgi_request.path, "")
    assert shown["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert "noindex" in shown["X-Robots-Tag"]


def test_the_link_is_shown_once_and_kept_nowhere(wereld: Wereld) -> None:
    from django.apps import apps

    path = wereld.link()
    sleutel = path.rstrip("/").rsplit("/", 1)[1]
    assert len(sleutel) >= 43  # 256 bits
    assert sleutel not in wereld.cast.client_of("samira").get(wereld.pad).content.decode()
    answer(path, "lukt")
    post(Client(), path, {"woorden": "Ik maak me zorgen"})
    Client().get(path[:-3] + "xx/")
    for model in apps.get_models():
        for row in model._default_manager.all().values():
            assert sleutel not in str(row), model


def test_two_taps_and_what_was_reached(wereld: Wereld) -> None:
    path = wereld.link()
    assert answer(path, "lukt")["Location"] == path
    assert answer(path, "gedaan").status_code == 302
    assert "Dit hebt u bereikt" in Client().get(path).content.decode()
    assert Kaart.objects.get().antwoord == "gedaan"


def test_wrong_expired_withdrawn_closed_and_off_look_alike(wereld: Wereld) -> None:
    wrong = Client().get("/lindebeek/kaart/helemaal-niet/")
    expired, withdrawn = wereld.link(geldig_tot="2026-03-11"), wereld.link()
    card = Kaart.objects.order_by("-gemaakt_op").exclude(geldig_tot=date(2026, 3, 11)).get()
    assert (
        post(
            wereld.cast.client_of("samira"),
            wereld.pad.replace(wereld.pad, f"/lindebeek/kaarten/{card.pk}/intrekken/"),
        ).status_code
        == 302
    )
    here = Client().get(withdrawn)
    elsewhere = Client().get(expired.replace("lindebeek", "waterrade"))
    nowhere = Client().get(expired.replace("lindebeek", "bestaat-niet"))
    assert Client().get(expired).status_code == 200
    with clock.at(g.NOW + timedelta(days=2)):
        late = Client().get(expired)
    wereld.huis.dossier.gesloten_op = g.TODAY
    wereld.huis.dossier.save()
    closed = Client().get(expired)
    for other in (here, elsewhere, nowhere, late, closed):
        assert (other.status_code, _plain(other)) == (wrong.status_code, _plain(wrong))
    assert wrong.status_code == 404


def _plain(shown: Any) -> str:
    return re.sub(r'nonce="[^"]*"|value="[^"]*"', "", shown.content.decode())


def test_an_expired_card_takes_no_answer(wereld: Wereld) -> None:
    path = wereld.link(geldig_tot="2026-03-11")
    client = Client()
    key = key_of(client, path)
    with clock.at(g.NOW + timedelta(days=2)):
        assert client.post(path, {"antwoord": "gedaan", "_sleutel": key}).status_code == 404
    assert Kaart.objects.get().antwoord == ""


def test_the_key_of_one_card_does_nothing_on_another(wereld: Wereld) -> None:
    one, other = wereld.link(), wereld.link()
    client = Client()
    assert client.post(other, {"antwoord": "gedaan", "_sleutel": key_of(client, one)}).status_code == 422
    assert set(Kaart.objects.values_list("antwoord", flat=True)) == {""}


def test_a_worry_gets_a_holder(wereld: Wereld) -> None:
    path = wereld.link()
    assert post(Client(), path, {"woorden": "Ze eet slecht"}).status_code == 302
    vraag = Vraag.objects.get()
    assert (vraag.soort, vraag.kanaal, vraag.namens) == ("zorg", "kaart", "vrijwilliger")
    assert vraag.houder == wereld.maker and vraag.woorden == "Ze eet slecht"
    assert "Ze eet slecht" not in Client().get(path).content.decode()


def test_a_worry_finds_somebody_when_the_maker_left(wereld: Wereld) -> None:
    path = wereld.link()
    g.involve(wereld.huis, wereld.cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    wereld.maker.einddatum = date(2026, 3, 1)
    wereld.maker.save()
    assert post(Client(), path, {"woorden": "Ze eet slecht"}).status_code == 302
    assert Vraag.objects.get().houder == wereld.cast.medewerkers["tarik"]


def test_the_end_of_the_makers_involvement_does_not_end_the_card(wereld: Wereld) -> None:
    path = wereld.link()
    wereld.rol.beeindigd_op = g.NOW
    wereld.rol.save()
    assert Client().get(path).status_code == 200
    assert wereld.cast.client_of("samira").get(wereld.pad).status_code == 404


def test_only_who_reads_the_afspraak_makes_a_card(wereld: Wereld) -> None:
    for naam in ("tarik", "mila", "ravi", "wim"):
        assert wereld.cast.client_of(naam).get(wereld.pad).status_code == 404
    eigen = g.make_afspraak(wereld.huis, "zelf", wie="inwoner", domein="welzijn")
    assert wereld.cast.client_of("samira").get(f"/lindebeek/afspraken/{eigen.pk}/kaart/").status_code == 404


def test_a_card_lives_at_most_ninety_days(wereld: Wereld) -> None:
    client = wereld.cast.client_of("samira")
    assert post(client, wereld.pad, {**FIELDS, "geldig_tot": "2026-06-30"}).status_code == 422
    assert post(client, wereld.pad, {**FIELDS, "geldig_tot": "2026-03-09"}).status_code == 422
    assert not Kaart.objects.exists()


def test_the_answer_is_on_vandaag_without_names_and_done_in_one_tap(wereld: Wereld) -> None:
    answer(wereld.link(), "gedaan")
    client = wereld.cast.client_of("samira")
    today = client.get("/lindebeek/").content.decode()
    assert "Een taak op een kaart is gedaan" in today and "mevrouw B." not in today
    assert post(client, wereld.pad + "gedaan/").status_code == 302
    wereld.afspraak.refresh_from_db()
    assert wereld.afspraak.status == "gedaan"
    assert "Een taak op een kaart is gedaan" not in client.get("/lindebeek/").content.decode()


def test_who_keeps_guessing_waits(wereld: Wereld) -> None:
    path = wereld.link()
    seen = [Client().get(f"/lindebeek/kaart/gok-{i}/").status_code for i in range(25)]
    assert seen == [404] * 20 + [429] * 5
    assert Client(REMOTE_ADDR="198.51.100.7").get(path).status_code == 200


def test_a_practice_that_is_off_opens_nothing(wereld: Wereld) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    path = wereld.link()
    Instelling.objects.create(
        gemeente=wereld.huis.gemeente, code="kaart", waarde=False, vanaf=date(2026, 1, 1)
    )
    assert Client().get(path).status_code == 404
