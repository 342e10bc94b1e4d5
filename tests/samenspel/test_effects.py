"""What an action leaves behind, read back from the database."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.samenspel.table import ASKED, GROEP, WANT, Table, on
from vliegwiel.kern.clock import today
from vliegwiel.samenspel import actions, queries, rules
from vliegwiel.samenspel.models import Onderbouwing, Partij, Tafel, Voorstel, Zetel


def test_who_starts_a_table_takes_the_first_seat_for_the_own_organisation_and_guides(table: Table) -> None:
    first = table.zetels["wim"]
    assert (first.naam, str(first.partij), first.niveau) == (
        "Wim Terpstra",
        "Gemeente Lindebeek",
        "uitvoering",
    )
    assert first.is_begeleider and first.mandaat and first.begindatum == on(0)
    assert table.tafel.openheid == Tafel.Openheid.BESLOTEN  # unless one says otherwise


def test_a_party_comes_with_its_first_seat_and_brings_its_levels(table: Table) -> None:
    parties = [(it.naam, it.niveaus) for it in queries.partijen_of(table.tafel)]
    levels = ["uitvoering", "management", "bestuur"]
    assert parties == [("Gemeente Lindebeek", levels), ("Welzijn de Brug", levels), (GROEP, [])]
    assert Partij.objects.count() == 3  # Mila and Joke sit for one party


def test_a_level_the_party_does_not_have_is_left_out(table: Table) -> None:
    assert table.seat("ton", groep=GROEP, niveau="bestuur").niveau == ""
    assert table.seat("gijs", niveau="bestuur").niveau == "bestuur"


def test_leaving_counts_until_the_end_of_the_day(table: Table) -> None:
    left = table.leave("mila")
    assert (left.einddatum, left.vertrek_vastgelegd) == (on(0), table.moment)
    assert queries.own_seat(table.by("mila"), [left], on(0)) == left
    assert queries.own_seat(table.by("mila"), [left], on(1)) is None


def test_a_mandaat_is_words_and_a_last_day(table: Table) -> None:
    table.does(
        "hanneke",
        actions.give_mandaat,
        zetel=table.zetels["mila"],
        mandaat="uren toezeggen",
        mandaat_tot=on(9),
    )
    mila = Zetel.objects.get(pk=table.zetels["mila"].pk)
    assert (mila.mandaat, mila.mandaat_tot) == ("uren toezeggen", on(9))


def test_while_nobody_guides_a_seat_with_mandaat_steps_in(table: Table) -> None:
    table.leave("hanneke", by="wim")
    table.leave("wim")
    table.go_to(1)
    seated = table.does(
        "joke",
        actions.seat,
        tafel=table.tafel,
        wie=table.cast.medewerkers["gijs"],
        groep="",
        is_begeleider=True,
    )
    assert seated.is_begeleider


def test_words_are_kept_as_they_were_said(table: Table) -> None:
    talk = table.gesprek(titel="Wat bedoelen we?", vraag="Waar ging het goed?")
    said = table.say("bakker", talk, "  Zij bélde mij gewoon.  ", vorm="zo_wel", delen="naam")
    said.refresh_from_db()
    assert (said.tekst, said.vorm, said.delen) == ("  Zij bélde mij gewoon.  ", "zo_wel", "naam")
    assert (said.zetel, said.moment) == (table.zetels["bakker"], table.moment)
    assert talk.datum == on(0)
    assert table.gesprek(datum=on(5)).datum == on(5)


def test_by_default_everybody_with_a_party_is_asked_and_a_guide_without_one_is_not(table: Table) -> None:
    it = table.dossier(table.propose())
    assert it.asked == {table.zetels[naam].pk for naam in ASKED}
    assert [code.code for code in rules.blockers(it.feiten, on(0))] == ["moet_nog", "niemand_akkoord"]


def test_a_text_rests_on_what_was_said(table: Table) -> None:
    talk, other = table.gesprek(), table.gesprek(titel="Later")
    said = [
        table.say("bakker", talk, "een"),
        table.say("mila", talk, "twee"),
        table.say("joke", other, "drie"),
    ]
    voorstel = table.propose(rust_op=said)
    versie = table.publish("mila", voorstel, 1, "De tweede.", rust_op=said[:1])
    assert queries.rests_on(table.dossier(voorstel).versies[0]) == said
    assert queries.rests_on(versie) == said[:1]
    assert Onderbouwing.objects.count() == 4


def test_a_stance_belongs_to_a_version_and_the_last_one_counts(table: Table) -> None:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet", want="  te vaag ")
    table.answer("bakker", voorstel, "kan_ermee_leven")
    table.publish("wim", voorstel, 1, "De tweede.")
    it = table.dossier(voorstel)
    assert [(row.keuze, row.want, row.versie.nummer) for row in it.houdingen] == [
        ("nog_niet", "te vaag", 1), ("kan_ermee_leven", "", 1),
    ]  # fmt: skip
    assert rules.standen(it.feiten, on(0)).laatste[table.zetels["bakker"].pk].versie == 1
    assert table.zetels["bakker"].pk in rules.silent(it.feiten, on(0))  # an earlier answer is no answer


def test_a_nog_niet_that_is_taken_back_is_silence_not_agreement(table: Table) -> None:
    voorstel = table.propose(gevraagd=[table.zetels["bakker"], table.zetels["wim"]])
    table.answer("wim", voorstel)
    table.answer("bakker", voorstel, "nog_niet")
    table.does("bakker", actions.withdraw_nog_niet, voorstel=voorstel)
    assert [it.code for it in rules.blockers(table.dossier(voorstel).feiten, on(0))] == ["moet_nog"]


def test_a_release_says_why_and_who_wrote_it_down(table: Table) -> None:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    table.leave("bakker")
    table.go_to(2)
    row = table.does(
        "hanneke",
        actions.release,
        voorstel=voorstel,
        zetel_id=table.zetels["bakker"].pk,
        reden=" zij verhuisde ",
    )
    assert (row.zetel, row.door, row.want) == (
        table.zetels["bakker"],
        table.zetels["hanneke"],
        "zij verhuisde",
    )
    assert not rules.open_nog_niet(table.dossier(voorstel).feiten, on(2))


def test_the_next_seat_of_the_party_answers_for_who_left(table: Table) -> None:
    voorstel = table.propose()
    for naam in ASKED:
        table.answer(naam, voorstel, "nog_niet" if naam == "bakker" else "akkoord")
    table.leave("bakker")
    table.go_to(1)
    table.seat("ton", groep=GROEP)
    codes = rules.blockers(table.dossier(voorstel).feiten, on(1))
    assert [(it.code, it.params.get("wie")) for it in codes] == [
        ("nog_niet_open", "opvolger"),
        ("moet_nog", None),
    ]
    table.answer("ton", voorstel, "kan_ermee_leven")  # never asked by name, and heard all the same
    assert table.adopt("wim", voorstel).status == "aangenomen"


def test_adopting_sets_the_moment_the_seat_and_the_day_to_look_back(table: Table) -> None:
    voorstel = Voorstel.objects.get(pk=table.agreed().pk)
    assert (voorstel.status, voorstel.aangenomen_door) == ("aangenomen", table.zetels["wim"])
    assert voorstel.aangenomen_op == table.moment
    assert voorstel.terugkijken_op == date(2026, 9, 2)  # six months later


def test_keeping_moves_the_day_and_leaves_the_text_alone(table: Table) -> None:
    voorstel = table.agreed()
    adopted_at = voorstel.aangenomen_op
    table.go_to(200)
    table.does("bakker", actions.keep_adopted, voorstel=voorstel)
    row = Voorstel.objects.get(pk=voorstel.pk)
    assert (row.aangenomen_op, row.status) == (adopted_at, "aangenomen")
    assert row.terugkijken_op == rules.look_back_default(on(200))


def test_off_the_table_stays_readable_with_its_reason(table: Table) -> None:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    table.does("wim", actions.retract, voorstel=voorstel, reden="eerst praten")
    row = queries.voorstellen(table.by("bakker"), today()).get(pk=voorstel.pk)
    assert (row.status, row.waarom_ingetrokken, row.ingetrokken_op) == (
        "ingetrokken",
        "eerst praten",
        table.moment,
    )
    assert [it.want for it in table.dossier(voorstel).houdingen] == [WANT]


def test_a_colleague_who_leaves_hands_over_places_but_no_mandaat(table: Table) -> None:
    other = table.does("gijs", actions.start_tafel, naam="Tweede", bedoeling="x", mandaat="dit")
    fatima, gijs = table.cast.medewerkers["fatima"], table.cast.medewerkers["gijs"]
    table.does(
        "gijs",
        actions.seat,
        tafel=other,
        wie=fatima,
        deelname=fatima.deelname,
        mandaat="dat",
        is_begeleider=True,
    )
    given: dict[str, Any] = {"medewerker_id": fatima.pk, "to": gijs}
    assert table.does("ravi", actions.hand_over_seats, **given) == 2
    assert not Zetel.objects.filter(medewerker=fatima, einddatum__isnull=True).exists()
    mine = Zetel.objects.filter(medewerker=gijs, einddatum__isnull=True).order_by("begindatum", "id")
    assert [(it.tafel.naam, it.niveau, it.mandaat) for it in mine] == [
        ("Tweede", "uitvoering", "dit"),  # already there: no second seat
        ("Samen doen", "management", ""),
    ]


def test_without_a_successor_the_seats_only_end(table: Table) -> None:
    given: dict[str, Any] = {"medewerker_id": table.cast.medewerkers["fatima"].pk, "to": None}
    assert table.does("ravi", actions.hand_over_seats, **given) == 1
    assert Zetel.objects.filter(einddatum=on(0)).count() == 1


def test_ending_a_colleague_in_beheer_hands_the_seats_on(table: Table) -> None:
    """Through the registry: gemeenschap knows nothing of tables."""
    from vliegwiel.gemeenschap.actions import end_colleague
    from vliegwiel.kern.marks import Purpose

    cast = table.cast
    end_colleague(
        by=cast.kijker_of("ravi", purpose=Purpose.BEHEER), now=table.now(), medewerker=cast.medewerkers["fatima"],
        einddatum=on(0), opvolger=cast.medewerkers["gijs"],
    )  # fmt: skip
    here = Zetel.objects.filter(tafel=table.tafel, einddatum__isnull=True)
    assert "Gijs Oomen" in [it.naam for it in here]
    assert "Fatima El Idrissi" not in [it.naam for it in here]
