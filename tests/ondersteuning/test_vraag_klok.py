"""A question that became no plan is destroyed on its day; a week before that its holder hears it; nobody's is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.forms import post
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_household
from tests.ondersteuning.test_vraag_opschrijven import WORDS, ask, kijker, url
from tests.ondersteuning.test_vraag_overdracht import make_team, offer, team_question
from vliegwiel.kern import clock, draft
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Concept, Schrijflog
from vliegwiel.ondersteuning.actions import overdracht as handing
from vliegwiel.ondersteuning.actions import vraag as asking
from vliegwiel.ondersteuning.actions.vraag_klok import destroy_expired
from vliegwiel.ondersteuning.home import vraag as home
from vliegwiel.ondersteuning.models import Correctieverzoek, Overdracht, Vraag
from vliegwiel.ondersteuning.refusals.vraag import NotYourQuestion
from vliegwiel.samenspel.actions import bring_up_to_date
from vliegwiel.samenspel.home import aandacht

FULL = {
    "naam": "mevrouw De Wit",
    "contact": "06 12345678",
    "namens": "buur",
    "namens_naam": "Jansen van hiernaast",
    "organisaties": "Woonstichting Thuis",
    "eerste_advies": "Bel de traplift",
}
DAY = NOW + timedelta(days=28)


def content_of(row: Vraag) -> str:
    row.refresh_from_db()
    offers = Overdracht.objects.filter(vraag=row).values_list("uitleg", "reden")
    names = ("naam", "contact", "namens_naam", "organisaties", "eerste_advies", "woorden")
    return "".join([*(getattr(row, name) for name in names), *(part for pair in offers for part in pair)])


def test_on_its_day_every_word_is_gone(cast: Cast) -> None:
    row = ask(cast, **FULL)
    offer(cast, row, cast.medewerkers["tarik"])
    handing.give_back(by=kijker(cast, "tarik"), now=NOW, vraag=row, reden="Geen tijd")
    offer(cast, row, cast.medewerkers["mila"])
    draft.keep(
        by=kijker(cast, "samira"), plek=url("vraag_advies", row.pk), fields={"x": "mevrouw De Wit"}, now=NOW
    )
    draft.keep(by=kijker(cast, "samira"), plek=url("vraag_nieuw"), fields={"x": "iets anders"}, now=NOW)
    assert destroy_expired(row.gemeente_id, DAY - timedelta(days=1)) == 0
    assert destroy_expired(row.gemeente_id, DAY) == 1
    assert content_of(row) == ""
    assert (row.status, row.persoon) == ("vernietigd", None)
    assert [it.plek for it in Concept.objects.all()] == [url("vraag_nieuw")]
    assert Schrijflog.objects.filter(actie="vraag.vernietigd", object=row.pk, account=None).exists()
    assert destroy_expired(row.gemeente_id, DAY) == 0
    for naam in ("samira", "mila"):
        assert cast.client_of(naam).get(url("vraag", row.pk)).status_code == 404


def test_done_without_a_plan_too_and_a_plan_never(cast: Cast) -> None:
    done, plan = ask(cast, **FULL), ask(cast, **FULL)
    asking.finish(by=kijker(cast, "samira"), now=NOW, vraag=done, afloop="klaar")
    ours = make_household(cast.here())
    involve(ours, cast.medewerkers["samira"], "wmo")
    asking.join_plan(by=kijker(cast, "samira"), now=NOW, vraag=plan, dossier=ours.dossier)
    assert destroy_expired(done.gemeente_id, DAY) == 1
    assert content_of(done) == ""
    assert WORDS in content_of(plan)


@pytest.mark.parametrize("answered", [False, True])
def test_a_correction_waits_for_its_answer(cast: Cast, answered: bool) -> None:
    ours = make_household(cast.here())
    row = ask(cast, **FULL)
    Vraag.objects.update(soort="correctie", status="afgerond" if answered else "open")
    Correctieverzoek.objects.create(
        gemeente=row.gemeente,
        vraag=row,
        dossier=ours.dossier,
        persoon=ours["Fatma"],
        woorden="klopt niet",
        gevraagd_op=NOW,
        beantwoord_op=NOW if answered else None,
    )
    assert destroy_expired(row.gemeente_id, DAY) == int(answered)


def cards(cast: Cast, naam: str, moment: Any = NOW) -> list[str]:
    who = cast.kijker_of(naam, purpose=Purpose.OVERZICHT)
    bring_up_to_date(who.gemeente_id, moment)
    found = [*aandacht.asks(who, moment), *home.offered(who, moment), *home.waits(who, moment)]
    return [card.code for card in found]


def test_a_week_before_its_holder_hears_it(cast: Cast) -> None:
    ask(cast)
    assert cards(cast, "samira", NOW + timedelta(days=20)) == []
    assert cards(cast, "samira", NOW + timedelta(days=21)) == ["vraag_verloopt"]
    assert cards(cast, "tarik", NOW + timedelta(days=21)) == []


def test_not_about_somebody_who_keeps_the_holder_out(cast: Cast) -> None:
    row, ours = ask(cast), make_household(cast.here())
    Vraag.objects.filter(pk=row.pk).update(persoon=ours["Fatma"])
    assert cards(cast, "samira", NOW + timedelta(days=21)) == ["vraag_verloopt"]
    block(ours["Fatma"], cast.medewerkers["samira"])
    assert cards(cast, "samira", NOW + timedelta(days=21)) == []


def test_whoever_is_done_with_it_hears_it_no_more(cast: Cast) -> None:
    row = ask(cast)
    week_before = NOW + timedelta(days=21)
    assert cards(cast, "samira", week_before) == ["vraag_verloopt"]
    asking.finish(by=kijker(cast, "samira"), now=week_before, vraag=row, afloop="klaar")
    who = cast.kijker_of("samira", purpose=Purpose.OVERZICHT)
    assert aandacht.asks(who, week_before) == []  # before the klok comes by


def test_vandaag_says_what_waits_and_never_the_words(cast: Cast) -> None:
    team = make_team(cast, "Wegwijs", "tarik")
    row = ask(cast, **FULL)
    offer(cast, row, cast.medewerkers["tarik"])
    team_question(cast, team)
    team_question(cast, team)
    assert cards(cast, "tarik") == ["vraag_aangeboden", "vraag_van_team"]
    assert cards(cast, "samira") == []
    with clock.at(NOW):
        page = cast.client_of("tarik").get(url("vandaag")).content.decode()
    assert "Samira Kaya vraagt of jij een vraag overneemt" in page
    assert "Wachtend: 2" in page
    assert not any(word in page for word in (WORDS, "De Wit"))


def test_a_colleague_who_leaves_leaves_no_question_behind(cast: Cast) -> None:
    make_team(cast, "Wegwijs")
    row, asked = ask(cast), ask(cast, "tarik")
    offer(cast, asked, cast.medewerkers["samira"], "tarik")
    beheerder = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    leaver = cast.medewerkers["samira"]
    work = home.held_by(beheerder, leaver)
    assert work is not None
    assert work.aantal == 2
    home.hand_over(medewerker=leaver, to=cast.medewerkers["mila"], by=beheerder, now=NOW)
    row.refresh_from_db()
    asked.refresh_from_db()
    assert row.houder == cast.medewerkers["mila"]
    assert asked.houder == cast.medewerkers["tarik"]
    assert home.held_by(beheerder, leaver) is None


def test_a_successor_who_answers_no_questions_passes_them_to_the_team(cast: Cast) -> None:
    team, row = make_team(cast, "Wegwijs"), ask(cast)
    beheerder = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    home.hand_over(medewerker=cast.medewerkers["samira"], to=cast.medewerkers["wim"], by=beheerder, now=NOW)
    row.refresh_from_db()
    assert (row.houder, row.houder_team) == (None, team)


def test_a_question_becomes_a_plan_and_its_words_stay(cast: Cast) -> None:
    row = ask(cast, naam="Anna De Wit")
    client = cast.client_of("samira")
    page = client.get(url("vraag_plan", row.pk)).content.decode()
    assert 'value="Anna"' in page
    fields = {"naam": "Familie De Wit", "voornaam_1": "Anna", "achternaam_1": "De Wit", "domeinen": ["wmo"]}
    nobody = post(client, url("vraag_plan", row.pk), {**fields, "domeinen": []})
    assert nobody.status_code == 422
    sent = post(
        client,
        url("vraag_plan", row.pk),
        {**fields, "voornaam_2": "Bram", "geboortedatum_2": "2016-02-01", "vaste_contactpersoon": "on"},
    )
    cast.here()
    row.refresh_from_db()
    assert row.status == "plan"
    assert sent.headers["Location"] == url("plan", row.dossier_id)
    assert row.woorden == WORDS
    assert client.get(url("vraag", row.pk)).status_code == 200
    cast.here()
    assert row.dossier.betrokkenen.count() == 2
    assert (row.dossier.betrokkenen.get(volgorde=1).persoon.geboortedatum or TODAY).year == 2016


def test_a_question_joins_only_a_household_the_holder_may_see(cast: Cast) -> None:
    ours, other = make_household(cast.here()), make_household(cast.here(), "Familie Smit", ("Els Smit",))
    involve(ours, cast.medewerkers["samira"], "wmo")
    row = ask(cast)
    client = cast.client_of("samira")
    path = url("vraag_bij_huishouden", row.pk)
    assert "Familie Yilmaz" in client.get(path + "?q=yilmaz").content.decode()
    assert "Familie Smit" not in client.get(path + "?q=smit").content.decode()
    cast.here()
    with pytest.raises(NotYourQuestion):
        asking.join_plan(by=kijker(cast, "samira"), now=NOW, vraag=row, dossier=other.dossier)
    post(client, path + "?q=yilmaz", {"huishouden": str(ours.huishouden.pk)})
    cast.here()
    row.refresh_from_db()
    assert row.dossier == ours.dossier
