"""Somebody asks: the words, a holder, first advice, done."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.forms import post
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_household
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Concept, Schrijflog
from vliegwiel.ondersteuning.actions import vraag as actions
from vliegwiel.ondersteuning.models import Vraag
from vliegwiel.ondersteuning.refusals.vraag import (
    CannotAnswerQuestions,
    NothingSaid,
    PersonUnknown,
)
from vliegwiel.privacy.models import Inzageregel

WORDS = "Mijn moeder komt de trap niet meer op"


def url(name: str, *args: Any) -> str:
    return reverse(name, args=[HERE, *args])


def kijker(cast: Cast, naam: str) -> Any:
    return cast.kijker_of(naam, purpose=Purpose.VRAAG)


def ask(cast: Cast, wie: str = "samira", **fields: Any) -> Vraag:
    return actions.take_question(by=kijker(cast, wie), now=NOW, **{"woorden": WORDS, **fields})


def test_only_the_words_are_needed_and_who_takes_it_holds_it(cast: Cast) -> None:
    client = cast.client_of("samira")
    answer = post(
        client,
        url("vraag_nieuw"),
        {
            "woorden": WORDS,
            "kanaal": "telefoon",
            "soort": "vraag",
            "namens": "zelf",
            "daarna": "houden",
        },
    )
    row = Vraag.objects.get()
    assert answer.headers["Location"] == url("vraag", row.pk)
    assert (row.houder, row.houder_team, row.status) == (cast.medewerkers["samira"], None, "open")
    assert (row.verloopt_op - TODAY).days == 28
    assert WORDS in client.get(url("vraag", row.pk)).content.decode()
    assert WORDS in client.get(url("vragen")).content.decode()


def test_without_words_the_page_comes_back(cast: Cast) -> None:
    client = cast.client_of("samira")
    answer = post(client, url("vraag_nieuw"), {"woorden": " ", "naam": "mevrouw De Wit"})
    assert answer.status_code == 422
    assert "mevrouw De Wit" in answer.content.decode()
    assert not Vraag.objects.exists()
    with pytest.raises(NothingSaid):
        ask(cast, woorden=" ")


def test_first_advice_on_the_same_page_can_be_the_end_of_it(cast: Cast) -> None:
    client = cast.client_of("samira")
    fields = {"woorden": WORDS, "kanaal": "balie", "soort": "vraag", "namens": "familie", "daarna": "klaar"}
    assert post(client, url("vraag_nieuw"), fields).status_code == 422  # done, with what?
    post(client, url("vraag_nieuw"), {**fields, "eerste_advies": "Vraag een traplift aan bij het Wmo-loket"})
    row = Vraag.objects.get()
    assert (row.status, row.advies_op, row.klaar_op) == ("afgerond", NOW, NOW)


def test_handed_on_at_once_leads_to_whom(cast: Cast) -> None:
    client = cast.client_of("samira")
    fields = {"woorden": WORDS, "kanaal": "balie", "soort": "zorg", "namens": "buur", "daarna": "doorgeven"}
    answer = post(client, url("vraag_nieuw"), fields)
    row = Vraag.objects.get()
    assert answer.headers["Location"] == url("vraag_overdragen", row.pk)
    assert row.houder == cast.medewerkers["samira"], "held until the other says yes"


@pytest.mark.parametrize("naam", ["samira", "tarik", "lotte", "gijs", "mila"])
def test_who_answers_questions(cast: Cast, naam: str) -> None:
    assert cast.client_of(naam).get(url("vragen")).status_code == 200
    assert ask(cast, naam).houder == cast.medewerkers[naam]


@pytest.mark.parametrize(
    "naam", ["joke", "fatima", "wim", "hanneke", "marijke", "bas", "ravi", "ellen", "bakker", "oscar", "piet"]
)
def test_who_does_not(cast: Cast, naam: str) -> None:
    row = ask(cast)
    client = cast.client_of(naam)
    for path in (url("vragen"), url("vraag_nieuw"), url("vraag", row.pk), url("vraag_advies", row.pk)):
        assert client.get(path).status_code == 404, path
    cast.here()
    if naam in cast.medewerkers and naam != "piet":
        with pytest.raises(CannotAnswerQuestions):
            ask(cast, naam)


def test_a_colleague_who_holds_it_not_sees_nothing(cast: Cast) -> None:
    row = ask(cast)
    client = cast.client_of("tarik")
    names = ["vraag", "vraag_advies", "vraag_overdragen", "vraag_plan", "vraag_afronden", "vraag_aannemen"]
    for name in [*names, "vraag_teruggeven", "vraag_intrekken", "vraag_persoon", "vraag_bij_huishouden"]:
        assert client.get(url(name, row.pk)).status_code == 404, name
    assert WORDS not in client.get(url("vragen")).content.decode()


def test_advice_is_written_later_too(cast: Cast) -> None:
    row = ask(cast)
    post(cast.client_of("samira"), url("vraag_advies", row.pk), {"eerste_advies": "Bel de buurvrouw"})
    row.refresh_from_db()
    assert (row.eerste_advies, row.advies_op) == ("Bel de buurvrouw", NOW)


def test_done_without_a_plan_keeps_what_came_of_it(cast: Cast) -> None:
    row = ask(cast, eerste_advies="Bel de buurvrouw")
    path = url("vraag_afronden", row.pk)
    assert post(cast.client_of("samira"), path, {"afloop": ""}).status_code == 422
    post(cast.client_of("samira"), path, {"afloop": "De buurvrouw komt elke week"})
    row.refresh_from_db()
    assert (row.status, row.dossier_id) == ("afgerond", None)
    assert row.eerste_advies == "Bel de buurvrouw\n\nDe buurvrouw komt elke week"
    again = post(cast.client_of("samira"), path, {"afloop": "Nog eens"})
    assert again.status_code == 422


def test_somebody_we_know_is_offered_and_only_from_who_may_know(cast: Cast) -> None:
    ours = make_household(cast.here())
    involve(ours, cast.medewerkers["samira"], "wmo")
    make_household(cast.here(), "Familie Smit", ("Fatma Smit",))
    row = ask(cast)
    client = cast.client_of("samira")
    page = client.get(url("vraag_persoon", row.pk) + "?q=fatma").content.decode()
    assert "Fatma Yilmaz" in page
    assert "Fatma Smit" not in page
    post(client, url("vraag_persoon", row.pk) + "?q=fatma", {"persoon": str(ours["Fatma"].pk)})
    row.refresh_from_db()
    assert row.persoon == ours["Fatma"]
    cast.here()
    with pytest.raises(PersonUnknown):
        ask(cast, "tarik", persoon=str(ours["Fatma"].pk))
    assert "Fatma Yilmaz" in client.get(url("vraag", row.pk)).content.decode()
    cast.here()
    assert Inzageregel.objects.filter(persoon=ours["Fatma"].pk).exists(), "who looked is written"


def test_a_question_about_somebody_i_am_kept_out_of_is_not_mine(cast: Cast) -> None:
    ours = make_household(cast.here())
    involve(ours, cast.medewerkers["samira"], "wmo")
    row = ask(cast, persoon=str(ours["Fatma"].pk))
    block(ours["Fatma"], cast.medewerkers["samira"])
    assert cast.client_of("samira").get(url("vraag", row.pk)).status_code == 404


def test_no_words_in_the_log(cast: Cast) -> None:
    ask(cast, naam="mevrouw De Wit", eerste_advies="Bel de buurvrouw")
    said = str(list(Schrijflog.objects.values_list("parameters", flat=True)))
    assert not any(word in said for word in (WORDS, "De Wit", "buurvrouw"))


def test_what_is_typed_is_kept_until_it_is_sent(cast: Cast) -> None:
    client = cast.client_of("samira")
    client.post(url("concept") + "?plek=" + url("vraag_nieuw"), {"woorden": "half een ver"})
    assert "half een ver" in client.get(url("vraag_nieuw")).content.decode()
    cast.here()
    assert Concept.objects.count() == 1
    fields = {"woorden": WORDS, "kanaal": "telefoon", "soort": "vraag", "namens": "zelf", "daarna": "houden"}
    post(client, url("vraag_nieuw"), fields)
    cast.here()
    assert Concept.objects.count() == 0


def test_sent_twice_is_asked_once(cast: Cast) -> None:
    from tests.forms import key_of

    client = cast.client_of("samira")
    fields = {"woorden": WORDS, "kanaal": "telefoon", "soort": "vraag", "namens": "zelf", "daarna": "houden"}
    fields["_sleutel"] = key_of(client, url("vraag_nieuw"))
    first, second = (client.post(url("vraag_nieuw"), fields) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    cast.here()
    assert Vraag.objects.count() == 1
