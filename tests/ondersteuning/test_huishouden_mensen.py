"""Who lives in a household changes in time: wrong turns are closed, and only who works with them writes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.forms import post as post_form
from tests.ondersteuning.gezin import (
    NOW,
    SINCE,
    TODAY,
    block,
    involve,
    lives,
    make_address,
    make_afspraak,
    make_deel,
    make_household,
    make_person,
    represents,
)
from vliegwiel.kern.codes import Purpose


def _by(cast: Any, naam: str = "samira") -> Any:
    return cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)


def _home(cast: Any, naam: str = "samira", domein: str = "jeugd", regie: str = "") -> Any:
    gezin = make_household(cast.here())
    involve(gezin, cast.medewerkers[naam], domein, regie=regie)
    return gezin


def _stay(gezin: Any, voornaam: str) -> Any:
    from vliegwiel.privacy.models import Betrokkene

    return Betrokkene.objects.get(dossier=gezin.dossier, persoon=gezin[voornaam])


def _refused(code: str) -> Any:
    from vliegwiel.ondersteuning.refusals.huishouden import WrongTurn

    return pytest.raises(WrongTurn, match=code)


def test_a_child_gets_a_second_home_and_stays_one_person(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import add_bewoner
    from vliegwiel.privacy.models import Betrokkene, Persoon

    mother = _home(cast)
    father = make_household(cast.here(), "Familie Demir", ["Kemal Demir"])
    involve(father, cast.medewerkers["samira"], "jeugd")
    before = Persoon.objects.count()
    add_bewoner(by=_by(cast), now=NOW, dossier_id=father.dossier.pk, persoon=mother["Emir"], begindatum=TODAY)
    assert Persoon.objects.count() == before
    homes = Betrokkene.objects.filter(persoon=mother["Emir"], einddatum__isnull=True)
    assert {row.dossier_id for row in homes} == {mother.dossier.pk, father.dossier.pk}


def test_nobody_lives_in_the_same_place_twice_at_once(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import add_bewoner

    gezin = _home(cast)
    with _refused("woont_er_al"):
        add_bewoner(
            by=_by(cast), now=NOW, dossier_id=gezin.dossier.pk, persoon=gezin["Emir"], begindatum=TODAY
        )


def test_only_somebody_they_may_know_can_be_chosen(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import add_bewoner

    gezin = _home(cast)
    stranger = make_household(cast.here(), "Familie Demir", ["Kemal Demir"])
    blocked = make_person(gezin.gemeente, "Ali Yilmaz")
    block(blocked, cast.medewerkers["samira"])
    for persoon in (stranger["Kemal"], blocked):
        with _refused("persoon_onbekend"):
            add_bewoner(by=_by(cast), now=NOW, dossier_id=gezin.dossier.pk, persoon=persoon, begindatum=TODAY)


def test_a_stay_ends_on_its_last_day_and_not_before_it_began(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import end_stay
    from vliegwiel.privacy.models import Wijziging

    gezin = _home(cast)
    stay = _stay(gezin, "Emir")
    where = {"dossier_id": gezin.dossier.pk, "betrokkene_id": stay.pk}
    with _refused("dag_voor_begin"):
        end_stay(by=_by(cast), now=NOW, **where, einddatum=SINCE - timedelta(days=1))
    end_stay(by=_by(cast), now=NOW, **where, einddatum=TODAY - timedelta(days=1))
    with _refused("al_vertrokken"):
        end_stay(by=_by(cast), now=NOW, **where, einddatum=TODAY)
    assert Wijziging.objects.get(object=stay.pk).na == str(TODAY - timedelta(days=1))


def test_who_died_lives_nowhere_any_more(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import record_death
    from vliegwiel.privacy.models import Betrokkene

    gezin = _home(cast)
    other = make_household(cast.here(), "Familie Demir", ["Kemal Demir"])
    lives(other, gezin["Emir"])
    where = {"dossier_id": gezin.dossier.pk, "betrokkene_id": _stay(gezin, "Emir").pk}
    with _refused("dag_in_de_toekomst"):
        record_death(by=_by(cast), now=NOW, **where, overleden_op=TODAY + timedelta(days=1))
    record_death(by=_by(cast), now=NOW, **where, overleden_op=TODAY)
    ends = Betrokkene.objects.filter(persoon=gezin["Emir"]).values_list("einddatum", flat=True)
    assert set(ends) == {TODAY}


def test_a_new_name_is_found_by_the_new_name(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import change_persoon

    gezin = _home(cast)
    where = {"dossier_id": gezin.dossier.pk, "betrokkene_id": _stay(gezin, "Fatma").pk}
    changed = change_persoon(by=_by(cast), now=NOW, **where, achternaam="Demir", telefoon="06 1")
    changed.refresh_from_db()
    assert (changed.zoektekst, changed.telefoon) == ("fatma demir", "06 1")


def test_a_secret_address_leaves_the_search_index_at_once(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import set_secret

    gezin = _home(cast)
    adres = make_address(gezin)
    assert adres.zoektekst
    set_secret(by=_by(cast), now=NOW, dossier_id=gezin.dossier.pk, adres_id=adres.pk, geheim=True)
    adres.refresh_from_db()
    assert (adres.geheim, adres.zoektekst) == (True, "")


def test_who_may_not_know_a_secret_address_cannot_open_it_up_or_end_it(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import move, set_secret
    from vliegwiel.ondersteuning.refusals.huishouden import CannotChange

    gezin = _home(cast)
    adres = make_address(gezin, geheim=True)
    where = {"by": _by(cast), "now": NOW, "dossier_id": gezin.dossier.pk}
    with pytest.raises(CannotChange):
        set_secret(**where, adres_id=adres.pk, geheim=False)
    with _refused("adres_geheim_blijft"):
        move(**where, straat="Elders", begindatum=TODAY)
    text = cast.client_of("samira").get(f"/lindebeek/huishoudens/{gezin.dossier.pk}/mensen/").content.decode()
    assert "Lindelaan" not in text
    assert "geheim" in text


def test_a_move_ends_the_address_before_it(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import move

    gezin = _home(cast)
    before = make_address(gezin)
    made = move(
        by=_by(cast),
        now=NOW,
        dossier_id=gezin.dossier.pk,
        straat="Beukstraat",
        begindatum=TODAY,
        postcode="1234ab",
    )
    before.refresh_from_db()
    assert before.einddatum == TODAY - timedelta(days=1)
    assert (before.zoektekst, made.postcode, bool(made.zoektekst)) == ("", "1234AB", True)


def test_somebody_speaks_for_another_and_never_for_themselves(cast: Any) -> None:
    from vliegwiel.kern.periode import EindeVoorBegin
    from vliegwiel.ondersteuning.actions.huishouden_mensen import add_band, end_band

    gezin = _home(cast)
    where = {"by": _by(cast), "now": NOW, "dossier_id": gezin.dossier.pk}
    gezag = {**where, "persoon": gezin["Emir"], "soort": "gezag", "begindatum": TODAY}
    with _refused("zichzelf"):
        add_band(**gezag, vertegenwoordiger=gezin["Emir"])
    with pytest.raises(EindeVoorBegin):
        add_band(**gezag, vertegenwoordiger=gezin["Fatma"], einddatum=SINCE)
    band = add_band(**gezag, vertegenwoordiger=gezin["Fatma"])
    with _refused("band_is_er_al"):
        add_band(**gezag, vertegenwoordiger=gezin["Fatma"])
    with _refused("dag_voor_begin"):
        end_band(**where, band_id=band.pk, einddatum=SINCE)
    assert end_band(**where, band_id=band.pk, einddatum=TODAY).einddatum == TODAY


def test_a_mentor_may_be_somebody_new(cast: Any) -> None:
    from vliegwiel.ondersteuning.actions.huishouden_mensen import add_band

    gezin = _home(cast)
    band = add_band(
        by=_by(cast),
        now=NOW,
        dossier_id=gezin.dossier.pk,
        persoon=gezin["Fatma"],
        soort="mentor",
        begindatum=TODAY,
        voornaam="Rob",
        achternaam="Smit",
    )
    assert band.vertegenwoordiger.naam == "Rob Smit"


@pytest.mark.parametrize("naam", ["lotte", "mila", "gijs"])
def test_who_does_not_work_with_them_changes_nothing(cast: Any, naam: str) -> None:
    """A team leader of the domain, somebody with one task, and a coordinator of nobody here."""
    from vliegwiel.ondersteuning.actions.huishouden_mensen import add_bewoner
    from vliegwiel.ondersteuning.refusals.huishouden import CannotChange

    gezin = _home(cast, "lotte")
    make_afspraak(gezin, medewerker=cast.medewerkers["mila"], wie="professional")
    href = f"/lindebeek/huishoudens/{gezin.dossier.pk}/mensen/"
    assert cast.client_of(naam).get(href).status_code == 404
    cast.here()
    with pytest.raises(CannotChange):
        add_bewoner(by=_by(cast, naam), now=NOW, dossier_id=gezin.dossier.pk, voornaam="X", begindatum=TODAY)


def test_every_page_of_people_opens_and_its_form_works(cast: Any) -> None:
    from vliegwiel.privacy.models import Betrokkene

    gezin = _home(cast)
    band = represents(gezin["Fatma"], gezin["Emir"])
    adres = make_address(gezin)
    client, stay = cast.client_of("samira"), _stay(gezin, "Emir")
    base = f"/lindebeek/huishoudens/{gezin.dossier.pk}/"
    routes = [
        "mensen/",
        "mensen/erbij/",
        f"mensen/{stay.pk}/",
        f"mensen/{stay.pk}/vertrekt/",
        f"mensen/{stay.pk}/overleden/",
        "adres/",
        f"adressen/{adres.pk}/geheim/",
        "banden/nieuw/?q=Fatma",
        f"banden/{band.pk}/stopt/",
        "familieplan/",
        "familieplan/tafel/",
        f"geschiedenis/persoon/{gezin['Emir'].pk}/",
    ]
    for route in routes:
        assert client.get(base + route).status_code == 200, route
    fields = {"voornaam": "Noor", "begindatum": "2026-03-10"}
    answer = post_form(client, base + "mensen/erbij/", fields)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    cast.here()
    assert Betrokkene.objects.filter(dossier=gezin.dossier, persoon__voornaam="Noor").exists()


def test_the_familys_own_plan_is_asked_first_and_yes_gives_them_a_table(cast: Any) -> None:
    gezin = _home(cast)
    client = cast.client_of("samira")
    base = f"/lindebeek/huishoudens/{gezin.dossier.pk}/"
    assert "Nog te vragen" in client.get(base).content.decode()
    answer = post_form(client, base + "familieplan/", {"antwoord": "ja"})
    assert answer["Location"].endswith("familieplan/tafel/")
    answer = post_form(client, base + "familieplan/tafel/", {})
    assert answer.status_code == 302
    cast.here()
    gezin.plan.refresh_from_db()
    assert gezin.plan.familieplan == "ja"
    assert gezin.plan.tafel.dossier_id == gezin.dossier.pk
    assert "Nog te vragen" not in client.get(base).content.decode()


def test_people_of_the_same_name_and_birth_date_are_shown_and_never_merged(cast: Any) -> None:
    from vliegwiel.privacy.models import Dossier, Persoon

    gezin = _home(cast)
    hidden = make_household(cast.here(), "Andere", [("Fatma Yilmaz", date(1988, 4, 2))])
    fields = {
        "naam": "Familie Yilmaz",
        "voornaam_1": "fatma",
        "achternaam_1": "Yilmaz",
        "geboren_1": "1988-04-02",
        "domeinen": ["jeugd"],
    }
    fields["voornaam_1"] = "Fatma"
    client = cast.client_of("samira")
    answer = post_form(client, "/lindebeek/huishoudens/nieuw/", fields)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert gezin.dossier.nummer in text
    assert hidden.dossier.nummer not in text
    answer = post_form(client, "/lindebeek/huishoudens/nieuw/", {**fields, "toch": "on"})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    cast.here()
    assert Persoon.objects.filter(voornaam="Fatma", achternaam="Yilmaz").count() == 3
    assert Dossier.objects.filter(nummer__startswith="L-2026-").count() == 1


def test_history_is_reached_only_through_the_thing_itself(cast: Any) -> None:
    from vliegwiel.privacy.models import Wijziging

    gezin = _home(cast)
    samira, tarik = cast.medewerkers["samira"], cast.medewerkers["tarik"]
    involve(gezin, tarik, "jeugd")
    mine = make_deel(gezin, "x", domein="jeugd", verzegeld=True, maker=samira)
    other = make_deel(gezin, "y", domein="schulden")
    for deel, voor in ((mine, "eerst-verzegeld"), (other, "eerst-schulden")):
        Wijziging.objects.create(
            gemeente=gezin.gemeente,
            dossier=gezin.dossier,
            domein=deel.domein,
            soort="plandeel",
            object=deel.pk,
            veld="tekst",
            voor=voor,
            na="later",
            door="Samira Kaya",
            moment=NOW,
            spoor=gezin.dossier.pk,
        )
    base = f"/lindebeek/huishoudens/{gezin.dossier.pk}/geschiedenis/plandeel/"
    answer = cast.client_of("samira").get(f"{base}{mine.pk}/")
    assert "eerst-verzegeld" in answer.content.decode()
    assert cast.client_of("samira").get(f"{base}{other.pk}/").status_code == 404
    assert cast.client_of("tarik").get(f"{base}{mine.pk}/").status_code == 404
