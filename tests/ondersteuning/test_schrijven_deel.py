"""Writing in a plan: own words, sealing, two writers, goals and looking back, agreeing on a version, closing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import (
    NOW,
    Gezin,
    involve,
    make_afspraak,
    make_deel,
    make_doel,
    make_household,
    represents,
    resident,
)
from tests.samenspel.table import value_of
from vliegwiel.gemeenschap.kijker import find_kijker
from vliegwiel.kern import clock
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.refusals import NotAllowed, Refusal
from vliegwiel.ondersteuning.actions import deel as deel_actions
from vliegwiel.ondersteuning.actions.doel import look_back_on_doel, write_doel
from vliegwiel.ondersteuning.home.schrijven import look_back as cards
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.ondersteuning.queries.voorleggen import agreed
from vliegwiel.privacy.public import Betrokkenheid, Wijziging, collecting
from vliegwiel.samenspel.models import Houding, Tafel, Versie, Voorstel

WORDS = "Ik wil weer eens rustig slapen"


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    found = make_household(cast.here())
    involve(found, cast.medewerkers["samira"], "jeugd")
    involve(found, cast.medewerkers["gijs"], "schulden")
    involve(found, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    involve(found, cast.medewerkers["mila"], "jeugd")  # a partner: never in the content
    return found


def by(cast: Cast, naam: str) -> Any:
    cast.here()
    return cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)


def get(cast: Cast, naam: str, route: str, pk: Any) -> Any:
    answer = cast.client_of(naam).get(reverse(route, args=[HERE, pk]))
    cast.here()
    return answer


def post(cast: Cast, naam: str, route: str, pk: Any, **fields: Any) -> Any:
    client, path = cast.client_of(naam), reverse(route, args=[HERE, pk])
    page = client.get(path).content.decode()
    cast.here()
    answer = client.post(path, {"_sleutel": value_of(page, "_sleutel"), **fields})
    cast.here()
    return answer


def test_own_words_stand_as_a_quote_and_change_only_when_the_person_wishes_it(
    cast: Cast, gezin: Gezin
) -> None:
    fields = {"soort": "wil_ik", "tekst": WORDS, "eigen_woorden": "on", "persoon": str(gezin["Fatma"].pk)}
    assert post(cast, "samira", "deel_nieuw", gezin.dossier.pk, **fields).status_code == 302
    it = Plandeel.objects.get()
    assert "citaat" in get(cast, "samira", "deel", it.pk).content.decode()
    answer = post(cast, "samira", "deel", it.pk, versie=1, tekst="Fatma slaapt slecht")
    assert answer.status_code == 422 and "eigen woorden" in answer.content.decode()
    assert (
        post(cast, "samira", "deel", it.pk, versie=1, tekst="Ik wil slapen", op_wens="on").status_code == 302
    )
    assert Wijziging.objects.filter(object=it.pk, veld="tekst", voor=WORDS, na="Ik wil slapen").exists()
    fields["persoon"] = ""
    answer = post(cast, "samira", "deel_nieuw", gezin.dossier.pk, **fields)
    assert answer.status_code == 422 and "Kies wie dit zei" in answer.content.decode()


def test_two_writers_meet_and_nothing_is_lost(cast: Cast, gezin: Gezin) -> None:
    it = make_deel(gezin)
    post(cast, "samira", "deel", it.pk, versie=1, tekst="De eerste was hier")
    answer = post(cast, "tarik", "deel", it.pk, versie=1, tekst="En ik ook")
    page = answer.content.decode()
    assert answer.status_code == 422 and "De eerste was hier" in page and "En ik ook" in page
    assert value_of(page, "versie") == "2"


@pytest.mark.parametrize(
    ("domein", "readers"), [("", {"samira", "gijs", "tarik"}), ("jeugd", {"samira"}), ("schulden", {"gijs"})]
)
def test_what_one_may_not_read_one_may_not_write_to(
    cast: Cast, gezin: Gezin, domein: str, readers: set[str]
) -> None:
    it = make_deel(gezin, domein=domein)
    for naam in ("samira", "gijs", "tarik", "mila", "wim", "ravi"):
        assert get(cast, naam, "deel", it.pk).status_code == (200 if naam in readers else 404), naam
        if naam not in readers:
            with pytest.raises(NotAllowed):
                deel_actions.edit_deel(by=by(cast, naam), now=NOW, deel=it, versie=1, tekst="x")
    for naam in ("samira", "gijs", "tarik"):
        kijker = by(cast, naam)
        if domein and naam not in readers:
            with pytest.raises(Refusal):
                deel_actions.write_deel(
                    by=kijker, now=NOW, dossier=gezin.dossier, soort="wil_ik", tekst="x", domein=domein
                )


def test_sealed_only_by_and_for_who_wrote_it(cast: Cast, gezin: Gezin) -> None:
    it = make_deel(gezin, WORDS, maker=cast.medewerkers["samira"])
    with pytest.raises(NotAllowed):
        deel_actions.seal_deel(by=by(cast, "tarik"), now=NOW, deel=it)
    post(cast, "samira", "deel_verzegelen", it.pk)
    it.refresh_from_db()
    assert it.verzegeld
    assert get(cast, "samira", "deel", it.pk).status_code == 200
    assert {get(cast, naam, "deel", it.pk).status_code for naam in ("tarik", "gijs", "mila")} == {404}
    post(cast, "samira", "deel_vervallen", it.pk)
    it.refresh_from_db()
    assert it.vervallen_op is not None and Wijziging.objects.filter(object=it.pk, veld="vervallen").exists()


def test_a_draft_is_kept_on_the_server_and_offered_again(cast: Cast, gezin: Gezin) -> None:
    client, path = cast.client_of("samira"), reverse("deel_nieuw", args=[HERE, gezin.dossier.pk])
    page = client.get(path).content.decode()
    assert "data-concept-url" in page and "data-bewaard" in page
    client.post(reverse("concept", args=[HERE]) + "?plek=" + path, {"tekst": WORDS})
    assert WORDS in client.get(path).content.decode()


def test_a_child_of_twelve_to_fifteen_closes_what_is_about_them(cast: Cast, gezin: Gezin) -> None:
    from tests.ondersteuning.gezin import lives, make_person

    aylin = make_person(gezin.gemeente, "Aylin Yilmaz", date(2013, 1, 1))
    lives(gezin, aylin)
    represents(gezin["Fatma"], aylin)
    people = {naam: resident(gezin[naam]) for naam in ("Aylin", "Fatma")}
    it = make_deel(gezin, WORDS, persoon=aylin)
    kijkers = {
        naam: find_kijker(who.account, HERE, Purpose.EIGEN_DOSSIER, clock.today())
        for naam, who in people.items()
    }
    with pytest.raises(NotAllowed):
        deel_actions.close_for_parents(by=kijkers["Fatma"], now=NOW, item=it)
    assert deel_actions.close_for_parents(by=kijkers["Aylin"], now=NOW, item=it).afgesloten
    for item in (make_doel(gezin, persoon=aylin), make_afspraak(gezin, persoon=aylin)):
        assert deel_actions.close_for_parents(by=kijkers["Aylin"], now=NOW, item=item).afgesloten
        assert not deel_actions.open_for_parents(by=kijkers["Aylin"], now=NOW, item=item).afgesloten


def test_a_goal_is_looked_back_on_once_and_asks_for_it_on_its_day(cast: Cast, gezin: Gezin) -> None:
    fields = {"tekst": "Rust in huis", "eerste_stap": "Vaste bedtijd", "domein": "jeugd"}
    answer = post(cast, "samira", "doel_nieuw", gezin.dossier.pk, **fields, verwachting="Ieder slaapt")
    assert answer.status_code == 422 and "Kies de dag" in answer.content.decode()
    fields |= {"verwachting": "Ieder slaapt", "kijken_op": "2026-03-12", "persoon": str(gezin["Emir"].pk)}
    assert post(cast, "samira", "doel_nieuw", gezin.dossier.pk, **fields).status_code == 302
    it = Plandoel.objects.get()
    for day, asked in ((1, set()), (2, {"samira"})):
        with clock.at(NOW + timedelta(days=day)), collecting(route="test"):
            due = {
                naam
                for naam in ("samira", "tarik", "gijs", "mila", "ravi")
                if cards(cast.kijker_of(naam, purpose=Purpose.OVERZICHT), clock.now())
            }
        assert due == asked
    assert (
        "Ieder slaapt" not in get(cast, "tarik", "doel", it.pk).content.decode()
    )  # regie: the goal, not the content
    assert get(cast, "tarik", "terugblik", it.pk).status_code == 404
    answer = post(cast, "samira", "terugblik", it.pk, gebeurd="Het lukt", oordeel="houden")
    assert answer.status_code == 302
    it.refresh_from_db()
    with pytest.raises(Refusal):
        look_back_on_doel(by=by(cast, "samira"), now=NOW, doel=it, gebeurd="x", oordeel="houden")
    answer = post(cast, "samira", "doel_klaar", it.pk, status="losgelaten", woord="")
    assert answer.status_code == 422
    post(cast, "samira", "doel_klaar", it.pk, status="losgelaten", woord="Het is niet meer nodig")
    assert Wijziging.objects.filter(object=it.pk, veld="woord", na="Het is niet meer nodig").exists()


@pytest.mark.parametrize("score", ["11", "-1", "veel"])
def test_a_score_is_offered_and_within_bounds(cast: Cast, gezin: Gezin, score: str) -> None:
    answer = post(cast, "samira", "doel_nieuw", gezin.dossier.pk, tekst=WORDS, score=score)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Kies een cijfer van 0" in page and WORDS in page
    write_doel(by=by(cast, "samira"), now=NOW, dossier=gezin.dossier, tekst=WORDS)


def test_a_version_is_laid_before_the_family_with_general_parts_only(cast: Cast, gezin: Gezin) -> None:
    make_deel(gezin, "Wij willen rust", soort="wil_ik")
    make_deel(gezin, "GEHEIM", soort="wil_ik", domein="jeugd")
    make_deel(gezin, "VERZEGELD", soort="wil_ik", verzegeld=True, maker=cast.medewerkers["samira"])
    make_deel(gezin, "VAN FATMA", soort="wil_ik", persoon=gezin["Fatma"])
    make_doel(gezin, "Op tijd naar bed", eerste_stap="om negen uur")
    make_afspraak(gezin, "Leest voor", wie="netwerk", wie_naam="Oma")
    client, path = cast.client_of("samira"), reverse("plan_voorleggen", args=[HERE, gezin.dossier.pk])
    page = client.get(path).content.decode()
    for words in ("Wij willen rust", "Op tijd naar bed (om negen uur)", "Leest voor (Oma)"):
        assert words in page
    assert not any(words in page for words in ("GEHEIM", "VERZEGELD", "VAN FATMA"))
    cast.here()
    answer = post(cast, "samira", "plan_voorleggen", gezin.dossier.pk, gebaseerd_op=0, tekst="Versie een")
    assert answer.status_code == 302, answer.content.decode()
    gezin.plan.refresh_from_db()
    tafel, voorstel = Tafel.objects.get(), Voorstel.objects.get()
    assert (tafel.dossier, tafel.openheid, gezin.plan.tafel_id) == (gezin.dossier, "besloten", tafel.pk)
    post(cast, "samira", "plan_voorleggen", gezin.dossier.pk, gebaseerd_op=1, tekst="Versie twee")
    assert list(Versie.objects.order_by("nummer").values_list("tekst", flat=True)) == [
        "Versie een",
        "Versie twee",
    ]
    answer = post(cast, "samira", "plan_voorleggen", gezin.dossier.pk, gebaseerd_op=1, tekst="Versie drie")
    assert answer.status_code == 422 and "Versie drie" in answer.content.decode()
    found = agreed(by(cast, "samira"), tafel.pk)
    assert found is not None and (found.nummer, found.open_nummer, found.voorstel) == (None, 2, voorstel.pk)
    voorstel.status, voorstel.aangenomen_op = "aangenomen", NOW
    voorstel.terugkijken_op = date(2026, 9, 1)
    voorstel.save()
    found = agreed(by(cast, "samira"), tafel.pk)
    assert found is not None and (found.nummer, found.op, found.open_nummer) == (2, NOW, None)
    assert not Houding.objects.exists()


def test_closing_looks_back_and_ends_every_involvement_at_once(cast: Cast, gezin: Gezin) -> None:
    running = make_afspraak(gezin)
    fields = {"reden": "Het gaat goed", "verwachting": "rust", "gebeurd": "rust", "oordeel": "stoppen"}
    assert get(cast, "samira", "plan_sluiten", gezin.dossier.pk).status_code == 403
    answer = post(cast, "tarik", "plan_sluiten", gezin.dossier.pk, **fields)
    assert answer.status_code == 422 and "lopen nog afspraken: 1" in answer.content.decode()
    running.status = "gedaan"
    running.save()
    path = reverse("deel_nieuw", args=[HERE, gezin.dossier.pk])
    assert cast.client_of("samira").get(path).status_code == 200
    cast.here()
    answer = post(cast, "tarik", "plan_sluiten", gezin.dossier.pk, **fields)
    assert answer.status_code == 302, answer.content.decode()
    gezin.plan.refresh_from_db()
    gezin.dossier.refresh_from_db()
    assert (
        gezin.plan.gesloten_op == gezin.dossier.gesloten_op == gezin.dossier.klok_vanaf == date(2026, 3, 10)
    )
    assert gezin.plan.terugblik is not None and gezin.plan.terugblik.gebeurd == "rust"
    assert not Betrokkenheid.objects.filter(beeindigd_op__isnull=True).exists()
    assert Wijziging.objects.filter(
        object=gezin.plan.pk, veld="gesloten", na="Het gaat goed", door="Tarik Aydin"
    ).exists()
    assert cast.client_of("samira").get(path).status_code == 404
