"""Warme overdracht: who gives holds it until the other says yes; of two at once, one gets it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import SINCE, Cast
from tests.forms import key_of, post
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_household
from tests.ondersteuning.test_vraag_opschrijven import WORDS, ask, kijker, url
from vliegwiel.gemeenschap.models import Team, Teamlid
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Uitgaand
from vliegwiel.ondersteuning.actions import overdracht as actions
from vliegwiel.ondersteuning.actions import vraag as asking
from vliegwiel.ondersteuning.models import Overdracht, Vraag
from vliegwiel.ondersteuning.queries.vraag import vragen, werklijst
from vliegwiel.ondersteuning.refusals.vraag import NotNow, NotYourQuestion, WithoutReason, WrongDay
from vliegwiel.privacy.inzage import collecting
from vliegwiel.privacy.models import Betrokkenheid

WHY = "Zij kent de trapliften"


def make_team(cast: Cast, naam: str, *leden: str) -> Team:
    team = Team.objects.create(gemeente=cast.here(), naam=naam)
    for lid in leden:
        Teamlid.objects.create(
            gemeente=team.gemeente, team=team, medewerker=cast.medewerkers[lid], begindatum=SINCE
        )
    return team


def team_question(cast: Cast, team: Team) -> Vraag:
    by = asking.Buiten(team.gemeente_id)
    return asking.ask_openly(by=by, now=NOW, team=team, woorden=WORDS, naam="mevrouw De Wit")


def offer(cast: Cast, row: Vraag, aan: Any, naam: str = "samira", **fields: Any) -> Overdracht:
    given = {"uitleg": WHY, **fields}
    return actions.offer_question(by=kijker(cast, naam), now=NOW, vraag=row, aan=aan, **given)


def sees(cast: Cast, naam: str, row: Vraag) -> bool:
    return vragen(kijker(cast, naam), NOW).filter(pk=row.pk).exists()


def test_the_giver_holds_it_until_it_is_taken(cast: Cast) -> None:
    row = ask(cast)
    client = cast.client_of("samira")
    path = url("vraag_overdragen", row.pk)
    assert "Mila Verhoeven" in client.get(path + "?q=mil").content.decode(), "a partner organisation too"
    fields = {"wie": str(cast.medewerkers["mila"].pk), "uitleg": WHY, "gesprek_op": "2026-03-12"}
    assert post(client, path + "?q=mil", fields).status_code == 302
    cast.here()
    row.refresh_from_db()
    assert row.houder == cast.medewerkers["samira"]
    assert sees(cast, "mila", row)
    assert sees(cast, "samira", row)
    page = cast.client_of("mila").get(url("vraag", row.pk)).content.decode()
    assert WHY in page
    assert post(cast.client_of("mila"), url("vraag_aannemen", row.pk)).status_code == 302
    cast.here()
    row.refresh_from_db()
    assert row.houder == cast.medewerkers["mila"]
    assert not sees(cast, "samira", row), "handed on is handed on"


def test_the_mail_says_that_something_waits_and_not_what(cast: Cast) -> None:
    row = ask(cast, naam="mevrouw De Wit")
    offer(cast, row, cast.medewerkers["mila"])
    mail = Uitgaand.objects.get(soort="overdracht")
    assert mail.aan == "mila@medewerker.example"
    assert mail.pad == url("vraag", row.pk)
    assert not any(word in str(mail.parameters) for word in (WHY, "De Wit", WORDS))


def test_giving_back_has_a_reason_and_the_giver_reads_it(cast: Cast) -> None:
    row = ask(cast)
    offer(cast, row, cast.medewerkers["mila"])
    client = cast.client_of("mila")
    assert post(client, url("vraag_teruggeven", row.pk), {"reden": " "}).status_code == 422
    cast.here()
    with pytest.raises(WithoutReason):
        actions.give_back(by=kijker(cast, "mila"), now=NOW, vraag=row, reden=" ")
    post(client, url("vraag_teruggeven", row.pk), {"reden": "Mijn agenda zit vol"})
    cast.here()
    row.refresh_from_db()
    assert row.houder == cast.medewerkers["samira"]
    assert not sees(cast, "mila", row)
    assert "Mijn agenda zit vol" in cast.client_of("samira").get(url("vraag", row.pk)).content.decode()


def test_the_giver_may_think_again(cast: Cast) -> None:
    row = ask(cast)
    offer(cast, row, cast.medewerkers["mila"])
    with pytest.raises(NotNow, match="vraag_niet_bij_jou"):
        actions.withdraw(by=kijker(cast, "mila"), now=NOW, vraag=row)
    assert post(cast.client_of("samira"), url("vraag_intrekken", row.pk)).status_code == 302
    cast.here()
    assert not sees(cast, "mila", row)
    with pytest.raises(NotYourQuestion):
        asking.take_over(by=kijker(cast, "mila"), now=NOW, vraag=row)
    offer(cast, row, cast.medewerkers["tarik"])


@pytest.mark.parametrize("act", ["finish", "again"])
def test_what_waits_for_a_yes_is_not_ended_and_not_offered_twice(cast: Cast, act: str) -> None:
    row = ask(cast)
    offer(cast, row, cast.medewerkers["mila"])
    me = kijker(cast, "samira")
    acts = {
        "finish": lambda: asking.finish(by=me, now=NOW, vraag=row, afloop="klaar"),
        "again": lambda: offer(cast, row, cast.medewerkers["tarik"]),
    }
    with pytest.raises(NotNow, match="overdracht_loopt"):
        acts[act]()


def test_only_to_somebody_who_answers_questions(cast: Cast) -> None:
    row = ask(cast)
    for naam in ("wim", "ellen", "joke", "samira"):
        with pytest.raises(NotNow, match="overdracht_aan_niemand"):
            offer(cast, row, cast.medewerkers[naam])
    page = cast.client_of("samira").get(url("vraag_overdragen", row.pk) + "?q=wim").content.decode()
    assert "Wim Terpstra" not in page


def test_the_talk_is_not_in_the_past(cast: Cast) -> None:
    with pytest.raises(WrongDay):
        offer(cast, ask(cast), cast.medewerkers["mila"], gesprek_op=TODAY - timedelta(1))


def test_who_is_kept_out_of_their_dossiers_is_not_found(cast: Cast) -> None:
    ours = make_household(cast.here())
    involve(ours, cast.medewerkers["samira"], "wmo")
    row = ask(cast, persoon=str(ours["Fatma"].pk))
    block(ours["Fatma"], cast.medewerkers["mila"])
    page = cast.client_of("samira").get(url("vraag_overdragen", row.pk) + "?q=mila").content.decode()
    assert "Mila Verhoeven" not in page
    cast.here()
    offer(cast, row, make_team(cast, "Wegwijs", "mila"))
    assert not sees(cast, "mila", row), "not by a team either"


def test_the_second_of_a_team_reads_who_was_first(cast: Cast) -> None:
    team = make_team(cast, "Wegwijs", "samira", "tarik")
    row = team_question(cast, team)
    client = cast.client_of("tarik")
    path = url("vraag_aannemen", row.pk)
    key = key_of(client, path)
    assert post(cast.client_of("samira"), path).status_code == 302
    late = client.post(path, {"_sleutel": key})
    assert late.status_code == 422
    assert "Samira Kaya heeft deze vraag al." in late.content.decode()
    assert WORDS not in late.content.decode()
    assert "De Wit" not in late.content.decode()
    cast.here()
    row.refresh_from_db()
    assert row.houder == cast.medewerkers["samira"]
    assert client.get(url("vraag", row.pk)).status_code == 404
    assert cast.client_of("mila").get(path).status_code == 404, "not of her team"


def test_a_team_takes_over_what_was_offered_to_it(cast: Cast) -> None:
    row = ask(cast)
    team = make_team(cast, "Wegwijs", "mila", "samira")
    offer(cast, row, team)
    with pytest.raises(NotNow, match="overdracht_niet_voor_jou"):
        asking.take_over(by=kijker(cast, "samira"), now=NOW, vraag=row)
    asking.take_over(by=kijker(cast, "mila"), now=NOW, vraag=row)
    row.refresh_from_db()
    assert row.houder == cast.medewerkers["mila"]


def test_my_questions_by_whose_move_it_is(cast: Cast) -> None:
    team = make_team(cast, "Wegwijs", "samira")
    mine, given = ask(cast, woorden="van mij"), ask(cast, woorden="doorgegeven")
    theirs, waiting = ask(cast, "tarik", woorden="aangeboden"), team_question(cast, team)
    offer(cast, given, cast.medewerkers["tarik"])
    offer(cast, theirs, cast.medewerkers["samira"], "tarik")
    with collecting(route="vragen"):
        found = werklijst(kijker(cast, "samira"), NOW)
    assert (found.van_mij, found.doorgegeven) == ([mine], [given])
    assert (found.aangeboden, found.van_team) == ([theirs], [waiting])
    assert cast.client_of("samira").get(url("vragen")).status_code == 200


# -- being vaste contactpersoon of a household


def contact(cast: Cast, naam: str) -> Any:
    return cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)


def current(dossier: Any) -> list[Betrokkenheid]:
    rows = Betrokkenheid.objects.filter(dossier=dossier, soort="vaste_contactpersoon", beeindigd_op=None)
    return list(rows)


def test_being_vaste_contactpersoon_goes_over_at_one_instant(cast: Cast) -> None:
    ours = make_household(cast.here())
    old = involve(ours, cast.medewerkers["samira"], regie="vaste_contactpersoon")
    client = cast.client_of("samira")
    path = url("contactpersoon_overdragen", ours.dossier.pk)
    fields = {"wie": str(cast.medewerkers["tarik"].pk), "uitleg": "Zij verhuizen naar jouw wijk"}
    assert post(client, path + "?q=tar", fields).status_code == 302
    cast.here()
    assert current(ours.dossier) == [old]
    row = Overdracht.objects.get()
    receiver = cast.client_of("tarik")
    page = receiver.get(url("overdracht", row.pk)).content.decode()
    assert "Zij verhuizen naar jouw wijk" in page
    assert "Yilmaz" not in page, "nothing of the household before the yes"
    assert receiver.get(url("plan", ours.dossier.pk)).status_code == 404
    assert post(receiver, url("overdracht_aannemen", row.pk)).status_code == 302
    cast.here()
    assert [it.medewerker for it in current(ours.dossier)] == [cast.medewerkers["tarik"]]
    old.refresh_from_db()
    assert old.beeindigd_op == NOW
    assert receiver.get(url("plan", ours.dossier.pk)).status_code == 200
    assert client.get(url("plan", ours.dossier.pk)).status_code == 404


def test_only_who_is_contact_hands_that_on(cast: Cast) -> None:
    ours = make_household(cast.here())
    involve(ours, cast.medewerkers["samira"], "wmo")
    path = url("contactpersoon_overdragen", ours.dossier.pk)
    assert cast.client_of("samira").get(path).status_code == 403
    assert cast.client_of("tarik").get(path).status_code == 404


def test_given_back_the_giver_stays_contact(cast: Cast) -> None:
    ours = make_household(cast.here())
    old = involve(ours, cast.medewerkers["samira"], regie="vaste_contactpersoon")
    row = actions.offer_household(
        by=contact(cast, "samira"), now=NOW, dossier=ours.dossier, aan=cast.medewerkers["tarik"], uitleg=WHY
    )
    assert cast.client_of("mila").get(url("overdracht", row.pk)).status_code == 404
    post(cast.client_of("tarik"), url("overdracht_teruggeven", row.pk), {"reden": "Ik ga met verlof"})
    cast.here()
    assert current(ours.dossier) == [old]
    page = cast.client_of("samira").get(url("contactpersoon_overdragen", ours.dossier.pk)).content.decode()
    assert "Ik ga met verlof" in page


def test_a_household_is_withdrawn_and_not_taken_after_that(cast: Cast) -> None:
    ours = make_household(cast.here())
    involve(ours, cast.medewerkers["samira"], regie="vaste_contactpersoon")
    row = actions.offer_household(
        by=contact(cast, "samira"), now=NOW, dossier=ours.dossier, aan=cast.medewerkers["tarik"], uitleg=WHY
    )
    with pytest.raises(NotNow, match="overdracht_niet_voor_jou"):
        actions.withdraw_household(by=contact(cast, "tarik"), now=NOW, overdracht=row)
    assert post(cast.client_of("samira"), url("overdracht_intrekken", row.pk)).status_code == 302
    cast.here()
    with pytest.raises(NotNow, match="overdracht_voorbij"):
        actions.accept_household(by=contact(cast, "tarik"), now=NOW, overdracht=row)
