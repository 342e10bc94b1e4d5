"""Writing an opgave and an opdracht: who, when, and two at once."""

from __future__ import annotations

import pytest

from tests.opdracht.speelveld import NIET, Speelveld
from tests.samenspel.table import log_of, on
from vliegwiel.kern.models import Schrijflog
from vliegwiel.kern.refusals import NotAllowed, Refusal
from vliegwiel.koers.models import Doel
from vliegwiel.opdracht import actions, queries
from vliegwiel.opdracht.models import Opgave, Paragraafdoel, Paragraafuitspraak
from vliegwiel.opdracht.refusals import (
    CannotChangeText,
    CannotKeepOpgave,
    CannotLayBefore,
    CannotLookBackYet,
    CannotMark,
    CannotOpen,
    CannotSteer,
    CannotWriteHere,
)

pytestmark = pytest.mark.django_db


def _doel(veld: Speelveld, naam: str = "Weten waar je terechtkunt") -> Doel:
    return Doel.objects.create(
        gemeente_id=veld.opgave.gemeente_id, naam=naam, soort="resultaat", aangemaakt_op=veld.table.moment
    )


# -- the opgave


@pytest.mark.parametrize("naam", ["samira", "joke", "hanneke", "marijke", "ravi", "bakker"])
def test_an_opgave_is_written_by_who_makes_policy_of_the_gemeente(veld: Speelveld, naam: str) -> None:
    with pytest.raises(CannotSteer):
        veld.does(naam, actions.write_opgave, titel="Iets", vraag="Wat?")


def test_two_writers_of_an_opgave_meet(veld: Speelveld) -> None:
    given = {"opgave": veld.opgave, "nummer": 1, "titel": "Welzijn", "vraag": "Opnieuw."}
    veld.does("gijs", actions.edit_opgave, **given)
    with pytest.raises(CannotKeepOpgave) as caught:
        veld.does("fatima", actions.edit_opgave, **given)
    assert (caught.value.code, caught.value.params) == ("opgave_botsing", {"laatste": 2})
    assert log_of(veld.opgave) == ["opgave.geschreven", "opgave.veranderd"]


def test_marking_is_once_and_unmarking_says_why_in_the_log(veld: Speelveld) -> None:
    mark = veld.inschrijver
    with pytest.raises(CannotMark):
        veld.does("fatima", actions.mark_bidder, opgave=veld.opgave, deelname=mark.deelname)
    veld.does("fatima", actions.unmark_bidder, inschrijver=mark, reden="per_vergissing")
    line = Schrijflog.objects.get(object=mark.pk, actie="inschrijver.niet_meer")
    assert line.parameters == {"reden": "per_vergissing"}
    with pytest.raises(CannotMark):
        veld.does("fatima", actions.unmark_bidder, inschrijver=mark, reden="per_vergissing")
    veld.does("fatima", actions.mark_bidder, opgave=veld.opgave, deelname=mark.deelname)
    assert [it.pk for it in queries.bidders(veld.opgave, on(0))] != [mark.pk]


# -- the opdracht


@pytest.mark.parametrize("naam", ["samira", "marijke", "gijs", "mila", "joke", "bakker", "ravi"])
def test_a_paragraph_is_written_by_who_sits_there_and_makes_policy(veld: Speelveld, naam: str) -> None:
    with pytest.raises(NotAllowed):
        veld.write(naam=naam)


@pytest.mark.parametrize("naam", ["wim", "fatima", "hanneke"])
def test_and_these_do(veld: Speelveld, naam: str) -> None:
    made = veld.write("Zo", "doen wij het.", naam=naam)
    assert log_of(made) == ["paragraaf.geschreven"]
    assert "doen" in veld.fresh().zoektekst.split() or "doe" in veld.opdracht.zoektekst


def test_a_finished_table_is_not_written_at(veld: Speelveld) -> None:
    veld.table.tafel.einddatum = on(0)
    veld.table.tafel.save()
    with pytest.raises(CannotWriteHere):
        veld.write()


def test_two_writers_of_a_paragraph_meet_and_nothing_is_lost(veld: Speelveld) -> None:
    first = veld.paragraphs()[0]
    given = {"paragraaf": first, "nummer": 1, "soort": "tekst", "kop": "Waartoe"}
    veld.does("wim", actions.edit_paragraph, tekst="van Wim", **given)
    with pytest.raises(CannotChangeText) as caught:
        veld.does("fatima", actions.edit_paragraph, tekst="van Fatima", **given)
    assert (caught.value.code, caught.value.params) == ("paragraaf_botsing", {"laatste": 2})
    assert veld.paragraphs()[0].tekst == "van Wim"


def test_a_paragraph_rests_on_doelen_and_words(veld: Speelveld) -> None:
    doel, said = _doel(veld), veld.table.say("bakker", veld.table.gesprek(), "Ik moest het vijf keer zeggen.")
    made = veld.write("Rust", "op dit", doelen=[doel], uitspraken=[said])
    assert [it.doel for it in Paragraafdoel.objects.filter(paragraaf=made)] == [doel]
    given = {"paragraaf": made, "soort": "tekst", "kop": "Rust", "tekst": "op dit"}
    veld.does("wim", actions.edit_paragraph, nummer=1, **given)  # no doelen: the practice is off
    assert Paragraafdoel.objects.filter(paragraaf=made).count() == 1
    assert Paragraafuitspraak.objects.filter(paragraaf=made).count() == 0
    veld.does("wim", actions.edit_paragraph, nummer=2, doelen=[], uitspraken=[said], **given)
    assert Paragraafdoel.objects.filter(paragraaf=made).count() == 0
    assert Paragraafuitspraak.objects.filter(paragraaf=made).count() == 1


def test_order_is_among_the_same_kind(veld: Speelveld) -> None:
    first, second = veld.paragraphs()
    (never,) = veld.paragraphs("wat_niet")
    veld.does("wim", actions.paragraph_down, paragraaf=first)
    assert [it.pk for it in veld.paragraphs()] == [second.pk, first.pk]
    veld.does("wim", actions.paragraph_down, paragraaf=first)  # at the edge it stays
    veld.does("wim", actions.paragraph_up, paragraaf=never)
    assert [it.pk for it in veld.paragraphs()] == [second.pk, first.pk]
    veld.does("wim", actions.paragraph_up, paragraaf=first)
    assert [it.pk for it in veld.paragraphs()] == [first.pk, second.pk]


def test_a_paragraph_left_out_is_nowhere_and_is_not_found_any_more(veld: Speelveld) -> None:
    (never,) = veld.paragraphs("wat_niet")
    assert NIET in veld.opdracht.zoektekst
    veld.does("wim", actions.drop_paragraph, paragraaf=never)
    assert veld.paragraphs("wat_niet") == [] and NIET not in veld.fresh().zoektekst
    with pytest.raises(CannotChangeText):
        veld.does("wim", actions.drop_paragraph, paragraaf=never)


def test_the_text_is_only_written_while_it_is_a_concept(veld: Speelveld) -> None:
    veld.lay_before()
    with pytest.raises(CannotChangeText) as caught:
        veld.write()
    assert caught.value.code == "opdracht_ligt_voor"
    veld.retract()
    veld.write("Toch nog", "iets.")
    veld.adopt()
    first = veld.paragraphs()[0]
    for act, given in (
        (actions.drop_paragraph, {}),
        (actions.paragraph_down, {}),
        (actions.edit_paragraph, {"nummer": 1, "soort": "tekst", "kop": "x", "tekst": "y"}),
    ):
        with pytest.raises(CannotChangeText) as caught:
            veld.does("wim", act, paragraaf=first, **given)
        assert caught.value.code == "opdracht_staat_vast"
    with pytest.raises(CannotLayBefore):
        veld.lay_before()


def test_an_empty_opdracht_is_not_laid_before_anybody(veld: Speelveld) -> None:
    for it in veld.paragraphs():
        veld.does("wim", actions.drop_paragraph, paragraaf=it)
    with pytest.raises(CannotLayBefore) as caught:
        veld.lay_before()
    assert caught.value.code == "opdracht_zonder_tekst"


def test_it_opens_after_adoption_and_once(veld: Speelveld) -> None:
    for prepare in (lambda: None, veld.lay_before):
        prepare()
        with pytest.raises(CannotOpen):
            veld.does("wim", actions.open_up, opdracht=veld.opdracht)
    veld.retract()
    assert queries.status_of(veld.open()) == "open"
    with pytest.raises(CannotOpen):
        veld.does("wim", actions.open_up, opdracht=veld.opdracht)


def test_looking_back_is_on_what_was_adopted(veld: Speelveld) -> None:
    given = {"opdracht": veld.opdracht, "verwachting": "Mensen vinden elkaar.", "kijken_op": on(150)}
    with pytest.raises(CannotLookBackYet):
        veld.does("wim", actions.expect_of_opdracht, **given)
    veld.adopt()
    made = veld.does("wim", actions.expect_of_opdracht, **given)
    link = veld.opdracht.terugblikken.select_related("terugblik").get()
    looked = veld.does(
        "fatima", actions.look_back_on_opdracht, terugblik=link, gebeurd="Ja.", oordeel="houden", geleerd=""
    )
    assert looked.pk == made.pk and looked.oordeel == "houden"
    with pytest.raises(Refusal, match="al_teruggekeken"):
        veld.does("wim", actions.look_back_on_opdracht, terugblik=link, gebeurd="Nee.", oordeel="stoppen")


def test_the_log_holds_no_words_people_wrote(veld: Speelveld) -> None:
    veld.open()
    lines = str(list(Schrijflog.objects.values_list("parameters", flat=True)))
    for text in ("Waartoe", "zqkop", "zqtekst", "Welzijnswerk"):
        assert text not in lines


def test_an_opgave_of_another_gemeente_is_none_here(veld: Speelveld) -> None:
    veld.cast.here("waterrade")
    piet = veld.cast.kijker_of("piet")
    assert not queries.opgaven(piet).exists()
    assert not queries.opdrachten(piet, on(0)).exists()
    veld.cast.here()
    assert Opgave.objects.filter(gemeente_id=veld.opgave.gemeente_id).exists()
