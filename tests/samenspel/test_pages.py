"""The pages: what is wrong stands at its field in Dutch, what was typed stays, and a form does its work once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE
from tests.forms import key_of, post
from tests.samenspel.table import ASKED, WANT, Table, value_of
from vliegwiel.kern.models import Formuliersleutel, Schrijflog, Weigering
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Gesprek, Houding, Tafel, Uitspraak, Versie, Voorstel, Zetel

TYPED = "Dit schreef ik, met moeite: “één” & <twee>."
ESCAPED = "Dit schreef ik, met moeite: “één” &amp; &lt;twee&gt;."


def path(name: str, *args: Any) -> str:
    return reverse(name, args=[HERE, *args])


def text(response: Any) -> str:
    return response.content.decode()  # type: ignore[no-any-return]


def send(table: Table, naam: str, where: str, /, **fields: Any) -> Any:
    answer = post(table.cast.client_of(naam), where, fields)
    table.cast.here()
    return answer


# -- the wrong way


def test_an_empty_form_comes_back_with_a_sentence_at_each_field(table: Table) -> None:
    answer = send(table, "gijs", path("tafel_nieuw"), naam="", bedoeling=TYPED, openheid="besloten")
    assert answer.status_code == 422
    assert ESCAPED in text(answer)
    assert 'aria-invalid="true"' in text(answer)
    assert Tafel.objects.count() == 1


def test_a_nog_niet_without_a_reason_comes_back_at_the_reason(table: Table) -> None:
    voorstel = table.propose()
    answer = send(table, "bakker", path("voorstel", voorstel.pk), versie=1, keuze="nog_niet", want="")
    assert answer.status_code == 422
    assert "Schrijf erbij wat er nog niet goed is." in text(answer)
    assert re.search(r'value="nog_niet" id="houding-nog_niet" checked', text(answer))
    assert not Houding.objects.exists()


def test_no_choice_is_no_answer(table: Table) -> None:
    voorstel = table.propose()
    answer = send(table, "bakker", path("voorstel", voorstel.pk), versie=1, want=TYPED)
    assert answer.status_code == 422
    assert "Kies een van de drie antwoorden." in text(answer)
    assert ESCAPED in text(answer)


def test_an_answer_to_a_text_that_changed_meanwhile_is_asked_again_and_can_then_be_given(
    table: Table,
) -> None:
    """The page that comes back shows the new text, so the next answer is about that one."""
    voorstel = table.propose()
    client = table.cast.client_of("bakker")
    where = path("voorstel", voorstel.pk)
    key = key_of(client, where)
    table.cast.here()
    table.publish("wim", voorstel, 1, "Een heel andere tekst.")
    fields = {"versie": 1, "keuze": "nog_niet", "want": TYPED}
    answer = client.post(where, {**fields, "_sleutel": key})
    assert answer.status_code == 422
    assert "versie 2. Lees die eerst" in text(answer) and "andere" in text(answer) and ESCAPED in text(answer)
    go_on = {name: value_of(text(answer), name) for name in ("versie", "_sleutel")}
    again = client.post(where, {**fields, **go_on})
    assert again.status_code == 302
    table.cast.here()
    assert Houding.objects.get().versie.nummer == 2


def test_a_clash_of_versions_shows_both_and_lets_one_go_on(table: Table) -> None:
    """Nothing typed is lost, nothing of the other is overwritten; who has read the new text can publish the next."""
    voorstel = table.propose()
    client, where = table.cast.client_of("mila"), path("versie_nieuw", voorstel.pk)
    key = key_of(client, where)
    table.cast.here()
    table.publish("joke", voorstel, 1, "Wat Joke intussen schreef.")
    fields = {"gebaseerd_op": 1, "tekst": TYPED, "toelichting": "om te helpen"}
    answer = client.post(where, {**fields, "_sleutel": key})
    assert answer.status_code == 422
    for part in (
        "Er is intussen een nieuwe versie: versie 2.",
        "Wat Joke intussen schreef.",
        ESCAPED,
        "om te helpen",
    ):
        assert part in text(answer)
    table.cast.here()
    assert Versie.objects.count() == 2
    go_on = {name: value_of(text(answer), name) for name in ("gebaseerd_op", "_sleutel")}
    again = client.post(where, {**fields, **go_on})
    assert again.status_code == 302
    table.cast.here()
    assert [it.nummer for it in Versie.objects.order_by("nummer")] == [1, 2, 3]


def test_a_version_that_says_the_same_comes_back_at_the_text(table: Table) -> None:
    voorstel = table.propose(tekst="Dit is de tekst.")
    answer = send(table, "mila", path("versie_nieuw", voorstel.pk), gebaseerd_op=1, tekst="Dit is  de tekst.")
    assert answer.status_code == 422
    assert "Deze tekst is hetzelfde als de vorige versie." in text(answer)


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("voorstel_intrekken", {"reden": " "}, "Schrijf erbij waarom."),
        ("nog_niet_terug", {}, "Er staat geen nog niet meer open."),
        ("voorstel_aannemen", {"terugkijken_op": "2026-12-01"}, "Nog niet iedereen heeft geantwoord (5)."),
        ("voorstel_aannemen", {"terugkijken_op": "volgend jaar"}, "terugkijken_op"),
        ("voorstel_houden", {"terugkijken_op": "2026-12-01"}, "Deze tekst is nog niet aangenomen."),
    ],
)
def test_what_the_rules_refuse_comes_back_as_a_page(
    table: Table, name: str, fields: dict[str, str], sentence: str
) -> None:
    voorstel = table.propose()
    answer = send(table, "wim", path(name, voorstel.pk), **fields)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert Voorstel.objects.get().status == "open"


def test_who_may_read_but_not_do_this_is_told_so_and_it_is_written_down(table: Table) -> None:
    answer = send(table, "mila", path("tafel_afronden", table.tafel.pk))
    assert answer.status_code == 422
    assert "Dit doet wie de tafel begeleidt." in text(answer)
    assert Weigering.objects.get().reden == "niet_begeleider"
    assert not Schrijflog.objects.filter(actie="tafel.afgerond").exists()


def test_an_invitation_for_nobody_stays_on_the_page(table: Table) -> None:
    answer = invite(table, "samira", wie="", groep="buurtgenoten")
    assert answer.status_code == 422
    assert "buurtgenoten" in text(answer)
    assert "Mila Verhoeven zit al aan deze tafel." in text(invite(table, "mila"))
    assert invite(table, "samira").status_code == 302


def invite(table: Table, naam: str, /, zoek: str = "", **fields: Any) -> Any:
    """Look for somebody, then choose them."""
    person = table.cast.medewerkers.get(naam) or table.cast.inwoners[naam]
    client, where = table.cast.client_of("wim"), path("tafel_uitnodigen", table.tafel.pk)
    question = zoek or person.naam
    key = key_of(client, f"{where}?q={question}")
    table.cast.here()
    answer = client.post(where, {"wie": person.pk, "zoek": question, **fields, "_sleutel": key})
    table.cast.here()
    return answer


def test_nobody_gets_a_list_of_residents(table: Table) -> None:
    """A colleague is found by a part of the name, a resident only by the whole name or e-mail address."""
    client, where = table.cast.client_of("wim"), path("tafel_uitnodigen", table.tafel.pk)
    ton = str(table.cast.inwoners["ton"].pk)
    samira = str(table.cast.medewerkers["samira"].pk)
    assert samira in text(client.get(where, {"q": "amir"}))
    assert ton in text(client.get(where, {"q": "ton"}))
    assert ton in text(client.get(where, {"q": "ton@inwoner.example"}))
    for question in ("", "to", "%", "_", "bakk"):
        page = text(client.get(where, {"q": question}))
        assert ton not in page and str(table.cast.inwoners["bakker"].pk) not in page
    table.cast.here()
    table.zetels["ton"] = table.seat("ton", groep="Buurt")


def test_somebody_of_the_other_gemeente_cannot_be_invited(table: Table) -> None:
    client, where = table.cast.client_of("wim"), path("tafel_uitnodigen", table.tafel.pk)
    assert str(table.cast.medewerkers["piet"].pk) not in text(client.get(where, {"q": "Piet Waterman"}))
    table.cast.here()
    answer = invite(table, "samira", wie=table.cast.medewerkers["piet"].pk)
    assert answer.status_code == 422
    assert Zetel.objects.count() == 6


def test_a_form_rests_only_on_words_of_its_own_table(table: Table) -> None:
    other = table.does("gijs", actions.start_tafel, naam="Elders", bedoeling="x")
    talk = table.does("gijs", actions.start_gesprek, tafel=other, titel="x")
    secret = table.does("gijs", actions.say, gesprek=talk, tekst="dit is niet voor jou")
    fields = {"titel": "woord", "tekst": TYPED, "gevraagd": [table.zetels["mila"].pk], "rust_op": [secret.pk]}
    answer = send(table, "wim", path("voorstel_nieuw", table.tafel.pk), **fields)
    assert answer.status_code == 422
    assert "niet voor jou" not in text(answer)


# -- once


def test_the_same_form_sent_twice_does_its_work_once_and_leads_to_the_same_place(table: Table) -> None:
    client, where = table.cast.client_of("wim"), path("gesprek_nieuw", table.tafel.pk)
    fields = {"titel": "Wat bedoelen we?", "_sleutel": key_of(client, where)}
    first, second = client.post(where, fields), client.post(where, fields)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    table.cast.here()
    assert Gesprek.objects.count() == 1
    assert Schrijflog.objects.filter(actie="gesprek.begonnen").count() == 1


def test_a_form_that_was_refused_can_be_sent_again_with_the_same_key(table: Table) -> None:
    client, where = table.cast.client_of("wim"), path("gesprek_nieuw", table.tafel.pk)
    key = key_of(client, where)
    assert client.post(where, {"titel": "", "_sleutel": key}).status_code == 422
    table.cast.here()
    assert not Formuliersleutel.objects.exists()
    assert client.post(where, {"titel": "Wat bedoelen we?", "_sleutel": key}).status_code == 302


@pytest.mark.parametrize("key", ["", "verzonnen", "other"])
def test_without_a_key_of_ours_nothing_happens_and_nothing_is_lost(table: Table, key: str) -> None:
    where = path("gesprek", table.gesprek().pk)
    if key == "other":
        key = key_of(table.cast.client_of("mila"), where)
    answer = table.cast.client_of("wim").post(
        where, {"tekst": TYPED, "vorm": "uitspraak", "delen": "tafel", "_sleutel": key}
    )
    assert answer.status_code == 422
    assert ESCAPED in text(answer)
    assert "Deze pagina was te oud om te versturen." in text(answer)
    table.cast.here()
    assert not Uitspraak.objects.exists()


# -- the right way, by the resident


def test_a_resident_speaks_answers_and_is_addressed_politely(table: Table) -> None:
    talk, voorstel = table.gesprek(), table.propose()
    said = send(table, "bakker", path("gesprek", talk.pk), tekst=TYPED, vorm="zo_wel", delen="partij")
    assert said.status_code == 302
    assert Uitspraak.objects.get().tekst == TYPED
    page = text(table.cast.client_of("bakker").get(path("voorstel", voorstel.pk)))
    assert "Hoe staat u hierin?" in page and "U spreekt voor Ervaringsdeskundigen." in page
    table.cast.here()
    answered = send(table, "bakker", path("voorstel", voorstel.pk), versie=1, keuze="nog_niet", want=WANT)
    assert answered["Location"] == path("voorstel", voorstel.pk)
    assert Houding.objects.get().want == WANT


def test_a_text_is_adopted_from_the_page_by_who_has_mandaat(table: Table) -> None:
    voorstel = table.propose()
    for naam in ASKED:
        table.answer(naam, voorstel)
    where = path("voorstel", voorstel.pk)
    assert "Neem de tekst aan" in text(table.cast.client_of("wim").get(where))
    assert "Neem de tekst aan" not in text(table.cast.client_of("mila").get(where))
    answer = send(table, "wim", path("voorstel_aannemen", voorstel.pk), terugkijken_op="2026-12-01")
    assert answer.status_code == 302
    assert Voorstel.objects.get().status == "aangenomen"


# -- methods


PAGES = ("tafels", "tafel", "gesprekken")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_to_read_is_not_posted_to(table: Table, name: str) -> None:
    where = path(name) if name == "tafels" else path(name, table.tafel.pk)
    client = table.cast.client_of("wim")
    assert client.post(where).status_code == 405
    assert client.head(where).status_code == 200


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_do_nothing_anywhere(table: Table, method: str) -> None:
    voorstel, talk = table.propose(), table.gesprek()
    client = table.cast.client_of("wim")
    for where in (
        path("voorstel", voorstel.pk),
        path("gesprek", talk.pk),
        path("tafel_nieuw"),
        path("tafels"),
    ):
        assert getattr(client, method)(where).status_code == 405, where
