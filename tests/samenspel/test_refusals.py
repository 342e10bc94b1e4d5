"""Every no an action can say, with its code; the sentence is somewhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.samenspel.table import ASKED, GROEP, WANT, Table, lay_table, on
from vliegwiel.kern.refusals import Refusal
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Voorstel
from vliegwiel.samenspel.sentences import SENTENCES
from vliegwiel.ui.sentences import refusal_sentence


def refused(code: str, deed: Callable[[], Any], **params: Any) -> None:
    """The deed is refused with this code; a Dutch sentence can be made of it."""
    with pytest.raises(Refusal) as found:
        deed()
    assert found.value.code == code
    assert {name: found.value.params.get(name) for name in params} == params
    assert "%(" not in refusal_sentence(found.value)


# -- tables and seats


@pytest.mark.parametrize("naam", ["ravi", "ellen", "bas", "bakker", "ton"])
def test_who_takes_no_part_in_the_content_starts_no_table(table: Table, naam: str) -> None:
    refused("niet_bevoegd", lambda: table.does(naam, actions.start_tafel, naam="Nieuw", bedoeling="Kijken"))


@pytest.mark.parametrize("naam", ["samira", "mila", "joke", "marijke", "fatima"])
def test_any_other_colleague_does_also_of_a_partner(table: Table, naam: str) -> None:
    made = table.does(naam, actions.start_tafel, naam="Nieuw", bedoeling="Kijken")
    assert [(it.naam, it.is_begeleider) for it in made.zetels.all()] == [(table.by(naam).naam, True)]


@pytest.mark.parametrize(
    ("naam", "code"), [("mila", "niet_begeleider"), ("bakker", "niet_begeleider"), ("samira", "geen_zetel")]
)
def test_only_who_guides_gives_seats_and_mandaat_and_finishes(table: Table, naam: str, code: str) -> None:
    gijs = table.cast.medewerkers["gijs"]
    mila = table.zetels["mila"]
    refused(code, lambda: table.does(naam, actions.seat, tafel=table.tafel, wie=gijs, deelname=gijs.deelname))
    refused(code, lambda: table.does(naam, actions.give_mandaat, zetel=table.zetels["joke"], mandaat="alles"))
    refused(code, lambda: table.does(naam, actions.finish_tafel, tafel=table.tafel))
    refused(code, lambda: table.does(naam, actions.end_seat, zetel=table.zetels["fatima"]))
    if naam == "mila":
        assert table.leave("mila").pk == mila.pk  # one's own seat is one's own


def test_nobody_sits_twice(table: Table) -> None:
    refused("zit_al_aan_tafel", lambda: table.seat("mila"), naam="Mila Verhoeven")
    refused("zit_al_aan_tafel", lambda: table.seat("bakker", groep=GROEP), naam="mevrouw Bakker")


def test_who_left_can_come_back_the_next_day_and_not_earlier(table: Table) -> None:
    table.leave("mila")
    refused("zit_al_aan_tafel", lambda: table.seat("mila"))  # today is her last day
    table.go_to(1)
    assert table.seat("mila").begindatum == on(1)


def test_one_sits_for_somebody_unless_one_guides(table: Table) -> None:
    refused("partij_ontbreekt", lambda: table.seat("ton", groep="  "))
    assert table.seat("gijs", deelname=None, is_begeleider=True).partij is None


def test_a_table_is_not_left_without_a_guide(cast: Any) -> None:
    table = lay_table(cast)
    table.leave("hanneke", by="wim")
    table.does("wim", actions.give_mandaat, zetel=table.zetels["joke"], mandaat="")
    refused("laatste_begeleider", lambda: table.leave("wim"))
    table.does("wim", actions.give_mandaat, zetel=table.zetels["joke"], mandaat="begeleiden")
    assert table.leave("wim").einddatum == on(0)


def test_a_mandaat_that_is_over_does_not_stand_in_for_a_guide(table: Table) -> None:
    table.leave("hanneke", by="wim")
    table.go_to(61)  # Joke had a mandaat until day 60
    refused("laatste_begeleider", lambda: table.leave("wim"))


def test_two_guides_do_not_both_leave_on_one_day(table: Table) -> None:
    table.does("wim", actions.give_mandaat, zetel=table.zetels["joke"], mandaat="")
    table.leave("hanneke")
    refused("laatste_begeleider", lambda: table.leave("wim"))


def test_a_seat_that_ended_long_ago_does_not_come_back_by_ending_it_again(table: Table) -> None:
    table.leave("mila")
    table.go_to(10)
    refused("zetel_niet_actief", lambda: table.leave("mila", by="wim"))
    table.zetels["mila"].refresh_from_db()
    assert table.zetels["mila"].einddatum == on(0)


def test_a_table_with_an_open_text_is_not_finished(table: Table) -> None:
    voorstel = table.propose()
    refused("voorstel_nog_open", lambda: table.does("wim", actions.finish_tafel, tafel=table.tafel), aantal=1)
    table.does("wim", actions.retract, voorstel=voorstel, reden="te vroeg")
    assert table.does("wim", actions.finish_tafel, tafel=table.tafel).einddatum == on(0)


def test_at_a_finished_table_nothing_changes_any_more(table: Table) -> None:
    talk, voorstel = table.gesprek(), table.agreed()
    table.does("wim", actions.finish_tafel, tafel=table.tafel)
    table.tafel.refresh_from_db()
    talk.tafel.refresh_from_db()
    table.zetels["mila"].tafel.refresh_from_db()
    for deed in (
        lambda: table.seat("gijs"),
        lambda: table.does("wim", actions.give_mandaat, zetel=table.zetels["mila"], mandaat="x"),
        lambda: table.leave("mila"),
        lambda: table.does("wim", actions.finish_tafel, tafel=table.tafel),
        lambda: table.gesprek(),
        lambda: table.say("mila", talk, "nog iets"),
        lambda: table.propose(),
        lambda: table.publish("mila", voorstel, 1, "nieuw"),
        lambda: table.answer("mila", voorstel),
    ):
        refused("tafel_afgerond", deed)
    assert table.does("mila", actions.keep_adopted, voorstel=voorstel).terugkijken_op > on(0)


# -- talking


@pytest.mark.parametrize("naam", ["samira", "ton", "ravi", "ellen"])
def test_without_a_seat_one_says_nothing(table: Table, naam: str) -> None:
    talk = table.gesprek()
    refused("geen_zetel", lambda: table.gesprek(naam))
    refused("geen_zetel", lambda: table.say(naam, talk, "ik ook"))


def test_who_left_says_nothing_any_more(table: Table) -> None:
    talk = table.gesprek()
    table.leave("mila")
    table.say("mila", talk, "mijn laatste dag telt nog")
    table.go_to(1)
    refused("geen_zetel", lambda: table.say("mila", talk, "ik ook"))


def test_words_are_taken_back_by_who_said_them(table: Table) -> None:
    said = table.say("bakker", table.gesprek(), "dat zei ik te snel")
    refused("niet_jouw_woorden", lambda: table.does("wim", actions.take_back, uitspraak=said))
    refused("niet_jouw_woorden", lambda: table.does("samira", actions.take_back, uitspraak=said))
    assert table.does("bakker", actions.take_back, uitspraak=said).ingetrokken_op is not None


# -- a text


def test_a_text_needs_words_people_and_a_day_to_come(table: Table) -> None:
    refused("tekst_leeg", lambda: table.propose(tekst="   "))
    refused("niemand_gevraagd", lambda: table.propose(gevraagd=[]))
    refused("sluitdatum_voorbij", lambda: table.propose(sluitdatum=on(-1)))
    refused("geen_zetel", lambda: table.propose("samira"))
    assert table.propose(sluitdatum=on(0)).pk


def test_a_next_version_is_written_on_the_latest_and_says_something_new(table: Table) -> None:
    voorstel = table.propose()
    refused("tekst_leeg", lambda: table.publish("mila", voorstel, 1, "  "))
    refused(
        "tekst_gelijk", lambda: table.publish("mila", voorstel, 1, " Gewoon  meedoen, met hulp waar nodig. ")
    )
    refused("geen_zetel", lambda: table.publish("samira", voorstel, 1, "anders"))
    table.publish("mila", voorstel, 1, "De tweede.")
    refused("versie_botsing", lambda: table.publish("joke", voorstel, 1, "Ook."), laatste=2, gebaseerd_op=1)
    assert [it.tekst for it in table.dossier(voorstel).versies] == [
        "Gewoon meedoen, met hulp waar nodig.",
        "De tweede.",
    ]


def test_answering_is_for_who_was_asked_on_the_latest_version_with_a_reason(table: Table) -> None:
    voorstel = table.propose(gevraagd=[table.zetels["bakker"]])
    refused("niet_gevraagd", lambda: table.answer("mila", voorstel))
    refused("niet_gevraagd", lambda: table.answer("hanneke", voorstel))
    refused("geen_zetel", lambda: table.answer("samira", voorstel))
    refused("want_ontbreekt", lambda: table.answer("bakker", voorstel, "nog_niet", want=" "))
    table.publish("wim", voorstel, 1, "De tweede.")
    refused("versie_niet_de_laatste", lambda: table.answer("bakker", voorstel, versie=1), laatste=2)
    assert table.answer("bakker", voorstel, versie=2).keuze == "akkoord"


def test_who_is_asked_already_is_not_asked_again(table: Table) -> None:
    voorstel = table.propose(gevraagd=[table.zetels["bakker"]])
    ask = lambda naam: table.does("wim", actions.ask, voorstel=voorstel, gevraagd=[table.zetels[naam]])  # noqa: E731
    refused("al_gevraagd", lambda: ask("bakker"))
    table.leave("mila")
    table.go_to(1)
    refused("zetel_niet_actief", lambda: ask("mila"))
    assert ask("joke") == 1


def test_one_takes_back_a_nog_niet_that_is_open(table: Table) -> None:
    voorstel = table.propose()
    refused("geen_open_nog_niet", lambda: table.does("bakker", actions.withdraw_nog_niet, voorstel=voorstel))
    table.answer("bakker", voorstel, "nog_niet")
    table.does("bakker", actions.withdraw_nog_niet, voorstel=voorstel)
    refused("geen_open_nog_niet", lambda: table.does("bakker", actions.withdraw_nog_niet, voorstel=voorstel))


def test_only_a_guide_lets_go_of_a_nog_niet_that_nobody_can_answer(table: Table) -> None:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    table.answer("mila", voorstel, "nog_niet")

    def release(naam: str, whose: str, reden: str = "zij verhuisde") -> Any:
        given = {"zetel_id": table.zetels[whose].pk, "reden": reden}
        return table.does(naam, actions.release, voorstel=voorstel, **given)

    refused("nog_niet_heeft_zetel", lambda: release("hanneke", "bakker"))  # she is still here
    table.leave("bakker")
    table.leave("mila")
    table.go_to(1)
    refused("nog_niet_heeft_zetel", lambda: release("hanneke", "mila"))  # Joke sits for de Brug
    refused("niet_begeleider", lambda: release("fatima", "bakker"))
    refused("reden_ontbreekt", lambda: release("hanneke", "bakker", "  "))
    refused("geen_open_nog_niet", lambda: release("hanneke", "fatima"))
    assert release("hanneke", "bakker").keuze == "vrijgegeven"
    refused("geen_open_nog_niet", lambda: release("hanneke", "bakker"))


def test_what_keeps_a_text_from_being_adopted(table: Table) -> None:
    voorstel = table.propose()
    adopt = lambda naam="wim", **rest: table.adopt(naam, voorstel, **rest)  # noqa: E731
    refused("moet_nog", adopt, aantal=5)
    for naam in ASKED:
        table.answer(naam, voorstel, "nog_niet" if naam == "bakker" else "kan_ermee_leven")
    refused("nog_niet_open", adopt, want=WANT, wie="zetel")
    table.answer("bakker", voorstel)
    refused("geen_mandaat", lambda: adopt("mila"), waarom="ontbreekt")
    refused("geen_zetel", lambda: adopt("samira"))
    refused("terugkijken_niet_later", lambda: adopt(terugkijken_op=on(0)))
    table.go_to(61)
    refused("geen_mandaat", lambda: adopt("joke"), waarom="verlopen")
    assert adopt().status == Voorstel.Status.AANGENOMEN


def test_silence_does_not_block_after_the_closing_date_and_is_no_agreement(table: Table) -> None:
    voorstel = table.propose(sluitdatum=on(2))
    table.go_to(3)
    refused("niemand_akkoord", lambda: table.adopt("wim", voorstel))
    table.answer("fatima", voorstel)
    assert table.adopt("wim", voorstel).aangenomen_door.naam == "Wim Terpstra"


def test_a_nog_niet_blocks_after_the_closing_date_too(table: Table) -> None:
    voorstel = table.propose(sluitdatum=on(2))
    table.answer("fatima", voorstel)
    table.answer("bakker", voorstel, "nog_niet")
    table.go_to(30)
    refused("nog_niet_open", lambda: table.adopt("wim", voorstel))


def test_taking_a_text_off_the_table_needs_a_reason_and_somebody_it_concerns(table: Table) -> None:
    voorstel = table.propose()
    retract = lambda naam, reden="weg": table.does(naam, actions.retract, voorstel=voorstel, reden=reden)  # noqa: E731
    refused("reden_ontbreekt", lambda: retract("wim", " "))
    refused("geen_zetel", lambda: retract("samira"))
    refused("niet_jouw_voorstel", lambda: retract("mila"))
    table.publish("mila", voorstel, 1, "Zij schreef eraan mee.")
    assert retract("mila").status == "ingetrokken"


@pytest.mark.parametrize("naam", ["hanneke", "joke"])
def test_who_guides_or_has_mandaat_takes_a_text_off_the_table_too(table: Table, naam: str) -> None:
    assert table.does(naam, actions.retract, voorstel=table.propose(), reden="weg").status == "ingetrokken"


@pytest.mark.parametrize("code", ["al_aangenomen", "al_ingetrokken"])
def test_what_is_decided_is_closed_to_everything(table: Table, code: str) -> None:
    voorstel = table.agreed() if code == "al_aangenomen" else table.propose()
    if code == "al_ingetrokken":
        table.does("wim", actions.retract, voorstel=voorstel, reden="te vroeg")
    for deed in (
        lambda: table.publish("mila", voorstel, 1, "nieuw"),
        lambda: table.answer("mila", voorstel, "nog_niet"),
        lambda: table.does("mila", actions.withdraw_nog_niet, voorstel=voorstel),
        lambda: table.does("wim", actions.ask, voorstel=voorstel, gevraagd=[table.zetels["hanneke"]]),
        lambda: table.does("wim", actions.retract, voorstel=voorstel, reden="toch niet"),
        lambda: table.does(
            "wim", actions.release, voorstel=voorstel, zetel_id=table.zetels["mila"].pk, reden="x"
        ),
        lambda: table.adopt("wim", voorstel),
    ):
        refused(code, deed)


def test_only_what_is_adopted_is_kept_and_until_a_later_day(table: Table) -> None:
    refused("niet_aangenomen", lambda: table.does("mila", actions.keep_adopted, voorstel=table.propose()))
    voorstel = table.agreed()
    refused("geen_zetel", lambda: table.does("samira", actions.keep_adopted, voorstel=voorstel))
    keep = lambda day: table.does("mila", actions.keep_adopted, voorstel=voorstel, terugkijken_op=on(day))  # noqa: E731
    refused("terugkijken_niet_later", lambda: keep(0))
    assert keep(40).terugkijken_op == on(40)


def test_every_code_of_a_refusal_has_its_sentence() -> None:
    """A house test looks at all codes; here, that the ones above come from this room's own page of sentences."""
    own = {
        "geen_zetel",
        "tafel_afgerond",
        "niet_begeleider",
        "zetel_niet_actief",
        "nog_niet_open",
        "geen_mandaat",
    }
    assert own <= set(SENTENCES)
