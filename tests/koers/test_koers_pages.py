"""The pages of our course and of doelen: who opens them, what stands there, forms, what is off."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import COLLEAGUES, HERE, RESIDENTS, THERE
from tests.forms import key_of, post
from tests.koers.net import Net, adopted, chain, propose
from tests.koers.test_pages import bare, page, path
from tests.koers.test_words import adopt, bring, give
from tests.samenspel.table import Table, value_of
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern import registry
from vliegwiel.koers.models import Doel, Doelbegrip, Doelverband, Koerszin

READS = ("de_koers", "mensbeeld", "doelen")
WITHOUT = ("ravi", "ellen", "bas")
CIRCLE = "Zo ontstaat een kring"


@pytest.fixture
def net(table: Table) -> Net:
    return chain(table)


def one(net: Net, name: str, kort: str = "rond") -> str:
    return path(name, net.doelen[kort].pk)


# -- who opens what


@pytest.mark.parametrize("naam", [*COLLEAGUES, *RESIDENTS])
def test_whoever_takes_part_in_the_content_reads_all_of_it(net: Net, naam: str) -> None:
    client = net.table.cast.client_of(naam)
    for where in (*map(path, READS), one(net, "koersdoel"), path("koerszin_tafel", "ambitie")):
        assert client.get(where).status_code == (403 if naam in WITHOUT else 200), where
        assert client.post(where).status_code in (403, 405), where


@pytest.mark.parametrize("naam", ["piet", "oscar"])
def test_and_nobody_of_elsewhere(net: Net, naam: str) -> None:
    client = net.table.cast.client_of(naam)
    for where in (*map(path, READS), one(net, "koersdoel"), one(net, "koersdoel_bewerken")):
        assert client.get(where).status_code == 404, where
    assert client.get(path("koersdoel", net.doelen["rond"].pk, slug=THERE)).status_code == 404


@pytest.mark.parametrize("naam", ["samira", "mila", "joke", "bakker", "ravi"])
def test_the_forms_of_a_doel_are_for_who_makes_policy(net: Net, naam: str) -> None:
    client = net.table.cast.client_of(naam)
    tie = Doelverband.objects.filter(van=net.doelen["rond"], soort="draagt_bij").get()
    names = ["koersdoel_bewerken", "koersdoel_verbinden", "koersdoel_stoppen"]
    wheres = [path("koersdoel_nieuw"), *(one(net, it) for it in names)]
    for where in (*wheres, path("koersdoel_los", net.doelen["rond"].pk, tie.pk)):
        assert client.get(where).status_code == 403, where
        assert client.post(where, {"naam": "x"}).status_code == 403, where
    net.table.cast.here()
    if naam not in WITHOUT:
        assert "/bewerken/" not in page(net.table, naam, one(net, "koersdoel"))


def test_every_page_asks_the_same_few_questions(net: Net) -> None:
    """Also with twice as much on it."""
    client = net.table.cast.client_of("wim")
    adopted(net.table, "ambitie")
    adopted(net.table)
    adopt(net.table, give(net.table, bring(net.table)))
    wheres = [
        *map(path, READS),
        one(net, "koersdoel"),
        one(net, "koersdoel_bewerken"),
        one(net, "koersdoel_verbinden"),
    ]
    before = [_asked(net, client, where) for where in wheres]
    for n in range(4):
        net.add(f"extra{n}", "effect")
        net.tie("tijd", f"extra{n}")
        adopted(net.table, "ambitie", tekst=f"Nog een zin {n}.")
        adopted(net.table, tekst=f"Nog een mens {n}.")
    assert [_asked(net, client, where) for where in wheres] == before
    assert max(before) <= 12, dict(zip(wheres, before, strict=True))


def _asked(net: Net, client: Any, where: str) -> int:
    client.get(where)  # what is remembered of a gemeente is remembered now
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(where).status_code == 200
    net.table.cast.here()
    sql = [it["sql"] for it in asked.captured_queries]
    return len(
        [it for it in sql if not re.match(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE|SELECT set_config|SET )", it)]
    )


# -- De Koers


def test_the_koers_stands_on_one_page(net: Net) -> None:
    table = net.table
    adopted(table, "ambitie", tekst="Niemand staat er alleen voor.")
    adopted(table, "wat_niet", tekst="Wij openen geen nieuwe loketten.")
    adopt(table, give(table, bring(table)))
    shown = bare(page(table, "ton", path("de_koers")))
    for text in (
        "De Koers van Lindebeek", "Niemand staat er alleen voor.", "Wij openen geen nieuwe loketten.",
        "Iedereen leeft hier prettig", "Minder mensen hebben zorgen over geld", "1 resultaat, 1 inspanning",
        "Gewoon meedoen.", "Door de jaren heen", "Dit spraken we af:",
    ):  # fmt: skip
        assert text in shown, text
    assert "Laat een zin los" not in shown
    assert "Laat een zin los" in bare(page(table, "fatima", path("de_koers")))


def test_what_is_still_talked_about_is_shown_to_its_table_only(table: Table) -> None:
    propose(table, "ambitie", tekst="Een zin die nog niemand kent.")
    propose(table, "mensbeeld", tekst="Een mens die nog niemand kent.")
    for where, text in (("de_koers", "Een zin die nog"), ("mensbeeld", "Een mens die nog")):
        assert text in page(table, "bakker", path(where))
        for naam in ("samira", "ton", "gijs"):
            shown = page(table, naam, path(where))
            assert text not in shown and "Samen doen" not in shown, naam


def test_empty_pages_say_what_they_are_for(table: Table) -> None:
    assert "Er is nog geen ambitie vastgesteld." in page(table, "ton", path("de_koers"))
    assert "Er staat nog geen zin." in page(table, "ton", path("mensbeeld"))
    assert "Er staat nog geen doel." in page(table, "ton", path("doelen"))
    assert path("koersdoel_nieuw") not in page(table, "ton", path("doelen"))
    assert path("koersdoel_nieuw") in page(table, "fatima", path("doelen"))


def test_a_sentence_of_the_mensbeeld_is_laid_on_a_table_from_its_page(table: Table) -> None:
    client = table.cast.client_of("bakker")
    assert "Samen doen" in page(table, "bakker", path("koerszin_tafel", "mensbeeld"))
    where = path("koerszin_nieuw", "mensbeeld", table.tafel.pk)
    fields = {"tekst": "Iedereen <kan> iets.", "gevraagd": [str(table.zetels["wim"].pk)]}
    again = post(client, where, fields)
    assert again.status_code == 422 and "Iedereen &lt;kan&gt; iets." in again.content.decode()
    table.cast.here()
    made = post(client, where, {**fields, "toetsvraag": "Wat kan deze mens?"})
    table.cast.here()
    zin = Koerszin.objects.get()
    assert made["Location"] == path("voorstel", zin.voorstel_id) and zin.toetsvraag == "Wat kan deze mens?"
    kijker = table.by("bakker")
    about = [it.href for part in registry.over for it in part(kijker, zin.voorstel)]
    assert about == [path("mensbeeld")]
    page(table, "bakker", path("voorstel", zin.voorstel_id))


def test_an_unknown_kind_of_sentence_is_not_there(table: Table) -> None:
    client = table.cast.client_of("wim")
    assert client.get(path("koerszin_tafel", "anders")).status_code == 404
    assert client.get(path("koerszin_nieuw", "anders", table.tafel.pk)).status_code == 404


@pytest.mark.parametrize("naam", ["samira", "ton", "gijs"])
def test_a_table_one_does_not_read_takes_no_sentence(table: Table, naam: str) -> None:
    where = path("koerszin_nieuw", "ambitie", table.tafel.pk)
    client = table.cast.client_of(naam)
    assert client.get(where).status_code == 404
    assert client.post(where, {"tekst": "x"}).status_code == 404


def test_a_sentence_is_let_go_from_its_page(table: Table) -> None:
    zin = adopted(table)
    where = path("koerszin_loslaten", zin.pk)
    assert table.cast.client_of("samira").get(where).status_code == 403
    answer = post(table.cast.client_of("fatima"), where)
    assert answer["Location"] == path("mensbeeld")
    assert "Er staat nog geen zin." in page(table, "ton", path("mensbeeld"))
    assert table.cast.client_of("fatima").get(where).status_code == 404


# -- doelen


def test_outline_drawing_and_table_say_the_same(net: Net) -> None:
    shown = page(net.table, "ton", path("doelen"))
    outline, rest = shown.split("koers-tekening", 1)
    drawing, table = rest.split('id="tabel"', 1)
    for it in net.doelen.values():
        for part, name in ((outline, "outline"), (table, "table")):
            assert it.naam in part, name
        assert path("koersdoel", it.pk) in drawing
    assert drawing.count('marker-end="') == 5 and drawing.count("koers-tekening__lijn--botst") == 1
    assert 'aria-hidden="true"' in drawing and drawing.count('tabindex="-1"') == len(net.doelen)


def test_what_stands_out_is_said_in_words_with_links(net: Net) -> None:
    net.add("los", "resultaat", "Alles staat <online>")
    shown = page(net.table, "ton", path("doelen"))
    assert "Alles staat &lt;online&gt;</a> hangt los" in shown
    assert "Minder mensen hebben zorgen over geld" in shown and "en die twee botsen." in shown
    assert "waaraan we het zien." in bare(shown)


def test_a_network_without_remarks_says_so(table: Table) -> None:
    net = Net(table)
    net.add("l", "leven")
    net.add("i", "inspanning")
    net.tie("i", "l")
    assert "Alles hangt samen" in page(table, "ton", path("doelen"))


def test_the_page_of_a_doel(net: Net) -> None:
    shown = bare(page(net.table, "fatima", one(net, "koersdoel")))
    told = ["Effect in de samenleving", "huishoudens met schulden", "Dit botst met", "We geven minder uit"]
    assert [it for it in (*told, "Verander dit doel") if it not in shown] == []


def test_a_doel_that_was_stopped_is_read_and_not_written(net: Net) -> None:
    net.stop("rond")
    shown = bare(page(net.table, "fatima", one(net, "koersdoel")))
    assert "werken we niet meer aan dit doel" in shown and "Verander dit doel" not in shown
    client = net.table.cast.client_of("fatima")
    for name in ("koersdoel_bewerken", "koersdoel_verbinden", "koersdoel_stoppen"):
        assert client.get(one(net, name)).status_code == 404, name


def test_a_doel_is_added_and_tied_from_the_pages(net: Net) -> None:
    table, client = net.table, net.table.cast.client_of("fatima")
    word, zin = bring(table), adopted(table, "ambitie")
    fields = {
        "naam": "Meer mensen doen mee",
        "soort": "effect",
        "begrippen": [str(word.pk)],
        "koerszin": str(zin.pk),
    }
    made = post(client, path("koersdoel_nieuw"), fields)
    table.cast.here()
    it = Doel.objects.get(naam="Meer mensen doen mee")
    assert made["Location"] == path("koersdoel", it.pk) and it.koerszin_id == zin.pk
    assert Doelbegrip.objects.filter(doel=it).count() == 1
    where = path("koersdoel_verbinden", it.pk)
    tied = post(client, where, {"hoe": "draagt_bij", "ander": str(net.doelen["leven"].pk)})
    assert tied["Location"] == path("koersdoel", it.pk)
    wrong = post(
        client, where, {"hoe": "draagt_bij", "ander": str(net.doelen["uur"].pk), "toelichting": "<b>"}
    )
    assert wrong.status_code == 422
    assert "Zo hangt het andersom" in wrong.content.decode() and "&lt;b&gt;" in wrong.content.decode()


def test_a_circle_comes_back_at_the_field_with_the_way_it_goes(table: Table) -> None:
    net = Net(table)
    for kort in "ab":
        net.add(kort, "resultaat")
    net.tie("a", "b")
    where = path("koersdoel_verbinden", net.doelen["b"].pk)
    answer = post(table.cast.client_of("wim"), where, {"hoe": "botst", "ander": str(net.doelen["a"].pk)})
    assert "al verbonden" in answer.content.decode()
    table.cast.here()
    net.add("c", "resultaat")
    net.tie("b", "c")
    where = path("koersdoel_verbinden", net.doelen["c"].pk)
    answer = post(table.cast.client_of("wim"), where, {"hoe": "draagt_bij", "ander": str(net.doelen["a"].pk)})
    shown = answer.content.decode()
    assert CIRCLE in shown and "‘Doel c’ → ‘Doel a’ → ‘Doel b’ → ‘Doel c’" in shown


def test_two_writers_see_both_texts(net: Net) -> None:
    client, where = net.table.cast.client_of("wim"), one(net, "koersdoel_bewerken")
    fields = {"naam": "Van <de> tweede", "soort": "effect", "nummer": "1"}
    key = key_of(client, where)
    net.table.cast.here()
    net.change("rond", naam="Van de eerste")
    answer = client.post(where, {**fields, "_sleutel": key})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Van de eerste" in shown and "Van &lt;de&gt; tweede" in shown
    assert value_of(shown, "nummer") == "2"
    net.table.cast.here()
    assert post(client, where, {**fields, "nummer": "2"}).status_code == 302


def test_the_form_of_a_change_starts_with_what_is_there(net: Net) -> None:
    word = bring(net.table)
    net.change("rond", begrippen=[word])
    shown = page(net.table, "fatima", one(net, "koersdoel_bewerken"))
    assert re.search(rf'value="{word.pk}"[^>]* checked', shown)
    assert "huishoudens met schulden" in shown and value_of(shown, "nummer") == "2"


def test_a_tie_is_taken_loose_from_its_page(net: Net) -> None:
    tie = Doelverband.objects.filter(soort="botst").get()
    where = path("koersdoel_los", net.doelen["rond"].pk, tie.pk)
    client = net.table.cast.client_of("fatima")
    assert client.get(path("koersdoel_los", net.doelen["uur"].pk, tie.pk)).status_code == 404
    assert post(client, where)["Location"] == one(net, "koersdoel")
    net.table.cast.here()
    assert not Doelverband.objects.filter(soort="botst").exists()
    assert client.get(where).status_code == 404


def test_a_doel_is_stopped_from_its_page(net: Net) -> None:
    assert post(net.table.cast.client_of("wim"), one(net, "koersdoel_stoppen"))["Location"] == path("doelen")
    assert net.doelen["rond"].naam not in page(net.table, "ton", path("doelen"))


def test_doelen_are_found_by_their_stems(net: Net) -> None:
    found, other = one(net, "koersdoel"), one(net, "koersdoel", "uur")
    shown = page(net.table, "samira", path("zoeken") + "?q=zorg+geld")
    assert found in shown and other not in shown


# -- the parts, the menu, and what is off


def test_the_parts_of_koers_stand_on_top_and_say_where_one_is(net: Net) -> None:
    for name in (*READS, "begrippen"):
        shown = page(net.table, "ton", path(name))
        part = re.search(r'<nav class="koers-onderdelen.*?</nav>', shown, re.S)
        assert part is not None and part.group().count("<a ") == 4
        assert re.search(rf'href="{path(name)}" aria-current="page"', part.group()), name
    assert 'aria-current="true"' in page(net.table, "ton", one(net, "koersdoel"))


def _off(table: Table, code: str) -> None:
    Instelling.objects.create(gemeente=table.cast.here(), code=code, waarde=False, vanaf=table.moment.date())


def test_a_practice_that_is_off_is_nowhere(net: Net) -> None:
    adopted(net.table)
    _off(net.table, "praktijk.koers")
    client = net.table.cast.client_of("wim")
    for where in (
        *map(path, READS),
        one(net, "koersdoel"),
        path("koersdoel_nieuw"),
        path("koerszin_tafel", "ambitie"),
    ):
        assert client.get(where).status_code == 404, where
    net.table.cast.here()
    assert "/koers/doelen/" not in page(net.table, "wim", path("zoeken") + "?q=geld")
    words = page(net.table, "wim", path("begrippen"))
    assert path("doelen") not in words and path("mensbeeld") not in words
    assert f'href="{path("begrippen")}" aria-current' in words  # the menu leads to what is left
    assert HERE in words


def test_without_words_the_koers_goes_on(net: Net) -> None:
    adopt(net.table, give(net.table, bring(net.table)))
    _off(net.table, "praktijk.begrippen")
    shown = page(net.table, "wim", path("de_koers"))
    assert path("begrippen") not in shown and "Gewoon meedoen." not in shown
    assert "begrippen" not in page(net.table, "wim", path("koersdoel_nieuw"))
