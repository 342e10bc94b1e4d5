"""What came of a call: three taps, once, with what follows from it; and whose card it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.forms import key_of, post
from tests.ondersteuning.bel import ending, make_team, noon, open_points, the_point, turn, with_contact
from tests.ondersteuning.gezin import NOW, TODAY, involve, make_address
from vliegwiel.kern import clock
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.kern.registry import toetsvragen
from vliegwiel.koers.models import Begrip
from vliegwiel.ondersteuning.actions.bel_alvast import record_belletje
from vliegwiel.ondersteuning.models import Belletje, Contactmoment
from vliegwiel.ondersteuning.refusals.bel_alvast import AlreadyCalled, NoLongerNeeded, WrongDay
from vliegwiel.privacy.models import Inzage, Inzageregel
from vliegwiel.samenspel.models import Afspraak

LIST = "/lindebeek/bel-alvast/"


def path(point: Any, more: str = "") -> str:
    return f"{LIST}{point.pk}/{more}"


def kijker(cast: Cast, naam: str) -> Any:
    return cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)


def ready(cast: Cast, **fields: Any) -> Any:
    """A card of Samira, the vaste contactpersoon."""
    row = with_contact(cast, **fields)
    turn(cast)
    return row


def record(cast: Cast, naam: str = "samira", point: Any = None, **fields: Any) -> Belletje:
    made: Belletje = record_belletje(
        by=kijker(cast, naam),
        now=clock.now(),
        punt=point or the_point(cast),
        **{"uitkomst": "verlengen", **fields},
    )
    return made


def test_three_taps_on_a_phone(cast: Cast) -> None:
    row, point = ready(cast), None
    row.persoon.telefoon = "06-1234 5678"
    row.persoon.save()
    point, client = the_point(cast), cast.client_of("samira")
    page = client.get(LIST).content.decode()
    assert "Anna de Vries" in page
    assert path(point) in page
    assert "Nu (1)" in page
    card = client.get(path(point)).content.decode()
    assert 'href="tel:0612345678"' in card
    assert "Hulp bij het huishouden" in card
    assert "21 april 2026" in card
    answer = post(client, path(point), {"uitkomst": "verlengen", "vervolg": "ja", "stap_dag": "2026-03-17"})
    assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    cast.here()
    made, step = Belletje.objects.get(), Afspraak.objects.get()
    assert (made.uitkomst, made.over, made.weg, made.medewerker) == (
        "verlengen",
        row.eind,
        "telefoon",
        cast.medewerkers["samira"],
    )
    assert (step.tekst, step.wanneer, step.medewerker, step.domein, step.status) == (
        "Samira Kaya regelt de verlenging van: hulp bij het huishouden.",
        date(2026, 3, 17),
        cast.medewerkers["samira"],
        "wmo",
        "loopt",
    )
    assert made.afspraak == step
    contact = Contactmoment.objects.get()
    assert (contact.uitkomst, contact.domein, contact.persoon) == ("gesproken", "wmo", row.persoon)
    assert made.contact == contact
    point.refresh_from_db()
    assert (point.weg, open_points(cast)) == ("gedaan", [])
    assert Schrijflog.objects.filter(actie="belletje.genoteerd", object=made.pk).exists()
    turn(cast, TODAY + timedelta(days=1))
    assert open_points(cast) == []  # nothing twice


def test_who_looks_is_written_down(cast: Cast) -> None:
    row = ready(cast)
    cast.client_of("samira").get(path(the_point(cast)))
    cast.here()
    assert Inzageregel.objects.filter(persoon=row.persoon.pk, dossier=row.dossier.pk).count() == 1
    assert Inzage.objects.get().soort == "plan"


def test_what_does_not_belong_to_the_outcome_is_not_looked_at(cast: Cast) -> None:
    ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    fields = {"uitkomst": "loopt_goed_af", "weer": "anders", "weer_dag": "gisteren", "vervolg": "ja"}
    assert post(client, path(point), {**fields, "stap_dag": "2020-01-01"}).status_code == 302
    cast.here()
    assert (Afspraak.objects.count(), Belletje.objects.get().weer_op) == (0, None)


def test_the_follow_up_can_be_left_out_or_said_otherwise(cast: Cast) -> None:
    ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    with clock.at(NOW):
        post(client, path(point), {"uitkomst": "andere_hulp", "vervolg": "nee"})
    cast.here()
    assert Afspraak.objects.count() == 0
    fields = {"uitkomst": "andere_hulp", "vervolg": "ja", "stap": "Vraagt de buurtkamer", "stap_dag": ""}
    gezien = {"gezien": str(Belletje.objects.get().pk)}
    involve(with_domain(point), cast.medewerkers["samira"], "wmo")
    assert post(client, path(point), {**fields, **gezien}).status_code == 302
    cast.here()
    assert (Afspraak.objects.get().tekst, Afspraak.objects.get().wanneer) == ("Vraagt de buurtkamer", None)


def with_domain(point: Any) -> Any:
    from types import SimpleNamespace

    return SimpleNamespace(gemeente=point.gemeente, dossier=point.dossier)


def test_not_reached_and_the_same_card_comes_again(cast: Cast) -> None:
    ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    post(client, path(point), {"uitkomst": "niet_bereikt", "weer": "week"})
    assert the_point(cast).pk == point.pk
    assert the_point(cast).uitgesteld_tot == date(2026, 3, 17)
    assert "Later (1)" in client.get(LIST).content.decode()
    assert "Anna" not in client.get(LIST).content.decode()
    assert "Anna" in client.get(LIST + "?wanneer=later").content.decode()
    assert client.get(path(point)).status_code == 200  # they may call back before
    turn(cast, date(2026, 3, 16))
    again = the_point(cast)
    assert (again.pk, again.params["waarom"], again.params["dag_op"]) == (
        point.pk,
        "nog_niet_bereikt",
        "2026-03-10",
    )
    assert again.uitgesteld_tot == date(2026, 3, 17)
    with clock.at(noon(date(2026, 3, 17))):
        page = client.get(LIST).content.decode()
    assert "nog niet bereikt" in page
    assert "Anna" in page


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"weer": "morgen"}, date(2026, 3, 16)),  # Friday: the next working day
        ({"weer": "week"}, date(2026, 3, 20)),
        ({"weer": "anders", "weer_dag": "2026-03-22"}, date(2026, 3, 20)),  # a Sunday: the Friday before
        ({"weer": "anders", "weer_dag": "2026-03-14"}, date(2026, 3, 16)),  # the Friday before is today
        ({}, date(2026, 3, 16)),
    ],
)
def test_when_again(cast: Cast, fields: dict[str, str], day: date) -> None:
    ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    with clock.at(noon(date(2026, 3, 13))):
        assert post(client, path(point), {"uitkomst": "niet_bereikt", **fields}).status_code == 302
        cast.here()
        assert Belletje.objects.get().weer_op == day
        assert the_point(cast).uitgesteld_tot == day


def test_not_past_the_end(cast: Cast) -> None:
    row = ready(cast, eind=TODAY + timedelta(days=3))
    point, client = the_point(cast), cast.client_of("samira")
    page = post(client, path(point), {"uitkomst": "niet_bereikt", "weer": "anders", "weer_dag": "2026-03-18"})
    assert page.status_code == 422
    assert "Kies een dag tot en met 13 maart" in page.content.decode()
    assert post(client, path(point), {"uitkomst": "niet_bereikt", "weer": "anders"}).status_code == 422
    assert post(client, path(point), {"uitkomst": ""}).status_code == 422
    assert Belletje.objects.count() == 0
    with clock.at(noon(row.eind)):  # the last day: the card stays
        assert post(client, path(point), {"uitkomst": "niet_bereikt", "weer": "morgen"}).status_code == 302
    assert (the_point(cast).uitgesteld_tot, Belletje.objects.get().weer_op) == (None, None)
    turn(cast, row.eind + timedelta(days=3))
    assert the_point(cast).pk == point.pk


def test_twice_is_once(cast: Cast) -> None:
    ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    fields = {"uitkomst": "verlengen", "vervolg": "ja", "_sleutel": key_of(client, path(point))}
    for _ in range(2):
        assert client.post(path(point), fields).status_code == 302
    cast.here()
    assert (Belletje.objects.count(), Afspraak.objects.count(), Contactmoment.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("first", ["verlengen", "niet_bereikt"])
def test_two_colleagues_at_once_give_one(cast: Cast, first: str) -> None:
    ending(cast)
    make_team(cast, "Team Oost", "samira", "tarik")
    turn(cast)
    point = the_point(cast)
    clients = {naam: cast.client_of(naam) for naam in ("samira", "tarik")}
    keys = {naam: key_of(client, path(point)) for naam, client in clients.items()}
    fields = {"uitkomst": first, "weer": "week", "vervolg": "nee"}
    assert clients["samira"].post(path(point), {**fields, "_sleutel": keys["samira"]}).status_code == 302
    late = clients["tarik"].post(path(point), {**fields, "_sleutel": keys["tarik"]})
    if first == "verlengen":  # settled: nothing of theirs any more, unless they work there
        assert late.status_code == 404
    else:
        assert late.status_code == 422
        assert "Samira Kaya was je voor op 10 maart" in late.content.decode()
    cast.here()
    assert Belletje.objects.count() == 1
    with pytest.raises(AlreadyCalled):
        record(cast, "tarik", point)
    if first == "niet_bereikt":
        record(cast, "tarik", point, gezien=Belletje.objects.get().pk)
        assert open_points(cast) == []


def test_toch_anders_the_last_outcome_counts(cast: Cast) -> None:
    row = ready(cast)
    point = the_point(cast)
    first = record(cast, uitkomst="loopt_goed_af")
    client = cast.client_of("samira")
    assert "Anna" in client.get(LIST + "?wanneer=gebeld").content.decode()
    page = client.get(path(point)).content.decode()
    assert "Toch anders" in page
    with pytest.raises(AlreadyCalled):
        record(cast, "samira", point, uitkomst="verlengen")
    record(cast, "samira", point, uitkomst="verlengen", gezien=first.pk)
    assert open_points(cast) == []
    last = Belletje.objects.latest("pk")
    with clock.at(NOW + timedelta(minutes=1)):
        record(cast, "samira", point, uitkomst="niet_bereikt", gezien=last.pk)
    turn(cast, TODAY)
    assert the_point(cast).object == row.pk  # comes back
    assert client.get(path(the_point(cast))).status_code == 200


def test_another_end_is_another_matter(cast: Cast) -> None:
    row = ready(cast)
    point = the_point(cast)
    type(row).objects.filter(pk=row.pk).update(eind=row.eind + timedelta(days=7), gewijzigd_op=NOW)
    with pytest.raises(NoLongerNeeded):
        record(cast)
    turn(cast)
    new = the_point(cast)
    assert new.pk != point.pk
    answer = cast.client_of("samira").get(path(point))
    assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    record(cast)
    with clock.at(NOW + timedelta(days=1)):
        type(row).objects.filter(pk=row.pk).update(eind=row.eind, gewijzigd_op=clock.now())
    turn(cast, TODAY + timedelta(days=1))
    assert the_point(cast).params["waarom"] == "nieuw_einde"


def test_without_a_number_a_letter_or_a_visit(cast: Cast) -> None:
    row = ready(cast)
    make_address(row.gezin)
    point, client = the_point(cast), cast.client_of("samira")
    page = client.get(path(point)).content.decode()
    assert "Een brief of een bezoek" in page
    assert "Lindelaan" in page
    letter = client.get(path(point, "brief/")).content.decode()
    assert "Beste Anna de Vries," in letter
    assert "dinsdag 21 april 2026" in letter
    client.post("/taal/", {"taal": "en", "volgende": "/"})
    english = client.get(path(point, "brief/")).content.decode()
    assert "Beste Anna de Vries," in english, "for a resident, in Dutch"
    assert '<html lang="en"' in english, "around it the language of the colleague"
    assert "Print this letter" in english
    client.post("/taal/", {"taal": "nl", "volgende": "/"})
    cast.here()
    assert Inzage.objects.filter(soort="download").count() == 2
    assert (
        post(client, path(point), {"uitkomst": "niet_bereikt", "weg": "brief", "weer": "week"}).status_code
        == 302
    )
    cast.here()
    contact = Contactmoment.objects.get()
    assert (contact.soort, contact.uitkomst) == ("bericht", "bericht_achtergelaten")


def test_about_a_child_the_parents_are_called(cast: Cast) -> None:
    from tests.ondersteuning.gezin import make_household, make_voorziening, represents

    mensen = [
        ("Fatma Yilmaz", date(1985, 3, 2)),
        ("Emir Yilmaz", date(2017, 6, 1)),
        ("Nour Yilmaz", date(2005, 1, 9)),
    ]
    gezin = make_household(cast.here(), "Familie Yilmaz", mensen)
    represents(gezin["Fatma"], gezin["Emir"])
    for wie, nummer in (("Fatma", "010-2345678"), ("Nour", "010-9999999")):
        gezin[wie].telefoon = nummer
        gezin[wie].save()
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    make_voorziening(gezin, gezin["Emir"], wet="jeugd", eind=TODAY + timedelta(weeks=3))
    turn(cast)
    page = cast.client_of("samira").get(path(the_point(cast))).content.decode()
    assert "Over Emir" in page
    assert 'href="tel:0102345678"' in page
    assert "9999999" not in page, "a sister has nothing to say about it"


def test_the_questions_of_the_mensbeeld_stand_beside_it(cast: Cast) -> None:
    ready(cast)
    client, where = cast.client_of("samira"), path(the_point(cast))
    assert "Houd deze vragen ernaast" not in client.get(where).content.decode()
    here = {"gemeente": cast.here(), "aangemaakt_op": NOW}
    word = Begrip.objects.create(**here, woord="Doet dit recht aan wie Anna is?", sleutel="recht")
    toetsvragen.add("proef", lambda kijker, day: Begrip.objects.filter(pk=word.pk).values("woord"))
    try:
        assert "Doet dit recht aan wie Anna is?" in client.get(where).content.decode()
    finally:
        toetsvragen._parts.pop("proef")


def test_days_that_cannot_be(cast: Cast) -> None:
    ready(cast)
    for fields in (
        {"uitkomst": "niet_bereikt", "weer_op": TODAY},
        {"uitkomst": "niet_bereikt", "weer_op": TODAY + timedelta(days=31)},
        {"uitkomst": "verlengen", "stap": "Iets", "stap_dag": TODAY - timedelta(days=1)},
    ):
        with pytest.raises(WrongDay):
            record(cast, **fields)
    assert (Belletje.objects.count(), Contactmoment.objects.count()) == (0, 0)
