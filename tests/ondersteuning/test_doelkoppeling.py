"""A goal of a plan contributes to a Doel of the gemeente: offered and never demanded, read by who reads the goal.

What others get is a number of households: `test_plannen_tellen`.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.huis.test_queries import counted
from tests.huis.town import ask, browser
from tests.ondersteuning.gezin import (
    NOW,
    TODAY,
    Gezin,
    client_of,
    involve,
    make_doel,
    make_household,
    represents,
    resident,
)
from tests.samenspel.table import value_of
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.refusals import NotAllowed, Refusal
from vliegwiel.koers.models import Doel
from vliegwiel.ondersteuning.actions.koppeling import link_doel, unlink_doel
from vliegwiel.ondersteuning.models import Doelkoppeling, Plandoel
from vliegwiel.ondersteuning.queries.koppeling import koppelingen, to_choose
from vliegwiel.privacy.public import Wijziging, zicht_op

pytestmark = pytest.mark.django_db
NAAM = "Kinderen groeien zqrustig op"


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    found = make_household(cast.here())
    involve(found, cast.medewerkers["samira"], "jeugd")
    involve(found, cast.medewerkers["gijs"], "schulden")
    involve(found, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    involve(found, cast.medewerkers["mila"], "jeugd")  # a partner: never in the content
    return found


@pytest.fixture
def doel(cast: Cast) -> Doel:
    return make_gemeentedoel(cast)


def make_gemeentedoel(cast: Cast, naam: str = NAAM, slug: str = HERE, **fields: Any) -> Doel:
    fields = {"soort": "effect", "aangemaakt_op": NOW, **fields}
    return Doel.objects.create(gemeente=cast.here(slug), naam=naam, **fields)


def by(cast: Cast, naam: str, purpose: Purpose = Purpose.ONDERSTEUNEN) -> Any:
    cast.here()
    return cast.kijker_of(naam, purpose=purpose)


def link(goal: Plandoel, doel: Doel) -> Doelkoppeling:
    """Straight in the database."""
    return Doelkoppeling.objects.create(
        gemeente_id=goal.gemeente_id, plandoel=goal, doel=doel, dossier_id=goal.dossier_id, moment=NOW
    )


def get(cast: Cast, naam: str, route: str, *args: Any) -> Any:
    answer = cast.client_of(naam).get(reverse(route, args=[HERE, *args]))
    cast.here()
    return answer


def post(cast: Cast, naam: str, route: str, *args: Any, **fields: Any) -> Any:
    client, path = cast.client_of(naam), reverse(route, args=[HERE, *args])
    page = client.get(path).content.decode()
    cast.here()
    answer = client.post(path, {"_sleutel": value_of(page, "_sleutel"), **fields})
    cast.here()
    return answer


def _plan(gezin: Gezin) -> str:
    return reverse("eigen_plan", args=[HERE, gezin.dossier.pk])


# -- saying it and taking it back


def test_a_colleague_says_it_and_it_stands_on_the_plan(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    goal = make_doel(gezin, domein="jeugd")
    assert post(cast, "samira", "doel_koppelen", goal.pk, doel=str(doel.pk)).status_code == 302
    made = Doelkoppeling.objects.get()
    assert (made.plandoel, made.doel, made.dossier) == (goal, doel, gezin.dossier)
    assert made.medewerker == cast.medewerkers["samira"]
    for route, pk in (("plan", gezin.dossier.pk), ("doel", goal.pk)):
        assert NAAM in get(cast, "samira", route, pk).content.decode()
    assert NAAM in get(cast, "samira", "plan_kopie", gezin.dossier.pk).content.decode()
    row = Wijziging.objects.get(object=goal.pk)
    assert (row.veld, row.voor, row.na, row.domein) == ("draagt_bij_aan", "", NAAM, "jeugd")


def test_it_is_never_asked_for(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    goal = make_doel(gezin)
    page = get(cast, "samira", "doel", goal.pk).content.decode()
    assert reverse("doel_koppelen", args=[HERE, goal.pk]) in page  # offered
    assert 'name="doel"' not in page
    assert 'name="doel"' not in get(cast, "samira", "doel_nieuw", gezin.dossier.pk).content.decode()


def test_said_twice_is_said_once(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    goal, samira = make_doel(gezin, domein="jeugd"), by(cast, "samira")
    for _ in range(2):
        link_doel(by=samira, now=NOW, plandoel=goal, doel=doel)
    assert Doelkoppeling.objects.count() == Wijziging.objects.count() == 1


def test_it_is_taken_back_and_the_history_keeps_it(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    goal = make_doel(gezin, domein="jeugd")
    made = link(goal, doel)
    assert post(cast, "samira", "doel_loskoppelen", goal.pk, made.doel_id).status_code == 302
    assert not Doelkoppeling.objects.exists()
    assert Wijziging.objects.get(object=goal.pk).voor == NAAM
    assert NAAM not in get(cast, "samira", "plan", gezin.dossier.pk).content.decode()
    assert NAAM in get(cast, "samira", "doel", goal.pk).content.decode()  # the history


def test_taking_it_back_of_another_goal_is_no_such_page(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    mine, other = make_doel(gezin, domein="jeugd"), make_doel(gezin, domein="jeugd")
    made = link(other, doel)
    assert get(cast, "samira", "doel_loskoppelen", mine.pk, made.doel_id).status_code == 404


def test_a_doel_that_was_let_go_or_of_elsewhere_cannot_be_chosen(
    cast: Cast, gezin: Gezin, doel: Doel
) -> None:
    there = make_gemeentedoel(cast, "Elders", "waterrade")
    past = make_gemeentedoel(cast, "Vroeger", einddatum=TODAY)
    goal, samira = make_doel(gezin, domein="jeugd"), by(cast, "samira")
    assert to_choose(samira, TODAY) == [doel]
    for wrong in (there, past):
        with pytest.raises(Refusal, match="doel_onbekend"):
            link_doel(by=samira, now=NOW, plandoel=goal, doel=wrong)
        assert post(cast, "samira", "doel_koppelen", goal.pk, doel=str(wrong.pk)).status_code == 422
    cast.here()
    assert not Doelkoppeling.objects.exists()


def test_a_closed_plan_takes_nothing_more(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    goal = make_doel(gezin, domein="jeugd")
    gezin.plan.gesloten_op = TODAY
    gezin.plan.save()
    with pytest.raises(Refusal, match="plan_gesloten"):
        link_doel(by=by(cast, "samira"), now=NOW, plandoel=goal, doel=doel)
    assert get(cast, "samira", "doel_koppelen", goal.pk).status_code == 403


def test_without_the_koers_there_is_nothing_of_it(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    goal = make_doel(gezin, domein="jeugd")
    made = link(goal, doel)
    Instelling.objects.create(gemeente=gezin.gemeente, code="praktijk.koers", waarde=False, vanaf=TODAY)
    assert get(cast, "samira", "doel_koppelen", goal.pk).status_code == 404
    assert get(cast, "samira", "doel_loskoppelen", goal.pk, made.doel_id).status_code == 404
    for route, pk in (("plan", gezin.dossier.pk), ("doel", goal.pk), ("plan_kopie", gezin.dossier.pk)):
        page = get(cast, "samira", route, pk).content.decode()
        assert NAAM not in page and "past-bij" not in page
    fatma = client_of(resident(gezin["Fatma"]))
    assert NAAM not in fatma.get(_plan(gezin)).content.decode()


# -- who may

WHO_READS = {"samira": {"", "jeugd"}, "gijs": {"", "schulden"}, "tarik": {"", "jeugd", "schulden"}}
NOBODY = ("mila", "lotte", "joke", "fatima", "wim", "hanneke", "marijke", "bas", "ravi", "ellen")


def _goals(gezin: Gezin, doel: Doel) -> dict[str, Plandoel]:
    goals = {domein: make_doel(gezin, domein=domein) for domein in ("", "jeugd", "schulden")}
    for goal in goals.values():
        link(goal, doel)
    return goals


@pytest.mark.parametrize("naam", [*WHO_READS, *NOBODY])
@pytest.mark.parametrize("purpose", [Purpose.ONDERSTEUNEN, Purpose.SAMEN_BEPALEN, Purpose.OVERZICHT])
def test_a_link_is_read_by_who_reads_its_goal(
    cast: Cast, gezin: Gezin, doel: Doel, naam: str, purpose: Purpose
) -> None:
    _goals(gezin, doel)
    kijker = by(cast, naam, purpose)
    found = koppelingen(kijker, zicht_op(kijker, [gezin.dossier.pk], NOW))
    expected = WHO_READS.get(naam, set()) if purpose == Purpose.ONDERSTEUNEN else set()
    assert {it.plandoel.domein for it in found} == expected


@pytest.mark.parametrize("naam", [*WHO_READS, *NOBODY])
def test_only_who_changes_the_goal_says_it_or_takes_it_back(
    cast: Cast, gezin: Gezin, doel: Doel, naam: str
) -> None:
    goals = _goals(gezin, doel)
    other = make_gemeentedoel(cast, "Een ander doel")
    kijker = by(cast, naam)
    for domein, goal in goals.items():
        may = domein in WHO_READS.get(naam, set())
        status = get(cast, naam, "doel_koppelen", goal.pk).status_code
        assert (status == 200) is may, (domein, status)
        made = Doelkoppeling.objects.get(plandoel=goal)
        if may:
            link_doel(by=kijker, now=NOW, plandoel=goal, doel=other)
            unlink_doel(by=kijker, now=NOW, koppeling=made)
            continue
        for act in (
            lambda goal=goal: link_doel(by=kijker, now=NOW, plandoel=goal, doel=other),
            lambda made=made: unlink_doel(by=kijker, now=NOW, koppeling=made),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_the_plan_shows_no_link_of_a_goal_that_is_not_shown(cast: Cast, gezin: Gezin) -> None:
    for domein in ("jeugd", "schulden"):
        link(make_doel(gezin, domein=domein), make_gemeentedoel(cast, f"zq{domein}"))
    for naam, seen, hidden in (("samira", "zqjeugd", "zqschulden"), ("gijs", "zqschulden", "zqjeugd")):
        page = get(cast, naam, "plan", gezin.dossier.pk).content.decode()
        assert seen in page and hidden not in page
        copy = get(cast, naam, "plan_kopie", gezin.dossier.pk).content.decode()
        assert seen in copy and hidden not in copy


# -- residents


def test_a_resident_reads_it_at_their_own_goal_in_plain_words(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    link(make_doel(gezin), doel)
    link(make_doel(gezin, persoon=gezin["Emir"], domein="jeugd"), make_gemeentedoel(cast, "zqvankind"))
    represents(gezin["Fatma"], gezin["Emir"])
    fatma = client_of(resident(gezin["Fatma"]))
    page = fatma.get(_plan(gezin)).content.decode()
    assert "Past bij wat de gemeente wil:" in page and NAAM in page and "zqvankind" in page
    assert "koers/doelen" not in page  # what it fits, nothing else
    alles = fatma.get(f"/{HERE}/wie-doet-wat/alles.json").json()
    assert [it["past_bij"] for it in alles["doelen"] if "past_bij" in it] == [
        [NAAM]
    ]  # of the child: not about her


def test_a_housemate_and_another_household_do_not(cast: Cast, gezin: Gezin, doel: Doel) -> None:
    link(make_doel(gezin, persoon=gezin["Emir"], domein="jeugd"), doel)
    fatma = client_of(resident(gezin["Fatma"]))  # no gezag
    other = make_household(cast.here(), "Familie Bos", ["Anna Bos"])
    anna = client_of(resident(other["Anna"]))
    for client in (fatma, anna):
        for home in (gezin, other):
            answer = client.get(_plan(home))
            assert NAAM not in answer.content.decode()
        assert NAAM not in client.get(f"/{HERE}/wie-doet-wat/alles.json").content.decode()


@pytest.mark.parametrize("naam", ["bakker", "ton"])
def test_a_resident_has_no_page_to_say_it(cast: Cast, gezin: Gezin, naam: str) -> None:
    goal = make_doel(gezin)
    assert get(cast, naam, "doel_koppelen", goal.pk).status_code == 404


# -- what the pages cost


@pytest.mark.parametrize("links", [0, 1, 8])
def test_what_a_goal_contributes_to_costs_no_question_more(
    cast: Cast, gezin: Gezin, doel: Doel, links: int
) -> None:
    goal = make_doel(gezin, domein="jeugd")
    made = [link(goal, make_gemeentedoel(cast, f"Doel {number}")) for number in range(links)]
    me, fatma = cast.medewerkers["samira"].account, resident(gezin["Fatma"]).account
    pages = [("doel", goal.pk), ("doel_koppelen", goal.pk), ("plan", gezin.dossier.pk)]
    pages += [("doel_loskoppelen", goal.pk, it.doel_id) for it in made[:1]]
    asked = [(reverse(route, args=[HERE, *rest]), me) for route, *rest in pages]
    cost = {}
    for address, who in [*asked, (_plan(gezin), fatma)]:
        client = browser(who)
        assert ask(client, address).status_code == 200
        with counted() as found:
            ask(client, address)
        cost[address] = found.queries
    most = {reverse("doel", args=[HERE, goal.pk]): 13}  # as before there were links
    assert {address: it for address, it in cost.items() if it > most.get(address, 12)} == {}
