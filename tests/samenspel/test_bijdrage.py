"""What people bring: offered by a seat, confirmed by who may promise, agreed on, told about; and who may not."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE
from tests.ondersteuning.gezin import make_household
from tests.samenspel.table import Table, last_line, lay_table, log_of, on
from vliegwiel.kern.refusals import Refusal
from vliegwiel.samenspel import access, actions, queries
from vliegwiel.samenspel.models import Afspraak, Bijdrage, Bijdrageafspraak
from vliegwiel.samenspel.refusals import CannotAgree, CannotContribute, NotYourAfspraak
from vliegwiel.samenspel.rules.bijdrage import totaal


def offer(table: Table, naam: str = "mila", **brought: Any) -> Bijdrage:
    given = {"inhoud": "Twee middagen in de week in het buurthuis.", **brought}
    return table.does(naam, actions.offer, tafel=table.tafel, **given)  # type: ignore[no-any-return]


def promise(table: Table, **brought: Any) -> Bijdrage:
    """Offered by Mila, confirmed by Joke, who has mandaat for the same party."""
    made = offer(table, **brought)
    return table.does("joke", actions.confirm, bijdrage=made, nummer=1)  # type: ignore[no-any-return]


def refused(table: Table, naam: str, act: Any, /, **given: Any) -> str:
    with pytest.raises(Refusal) as found:
        table.does(naam, act, **given)
    return found.value.code


def of_household(table: Table) -> None:
    """From now on this is the table of a household."""
    table.tafel.dossier = make_household(table.cast.here()).dossier
    table.tafel.save(update_fields=["dossier"])


def fresh(it: Bijdrage) -> Bijdrage:
    return Bijdrage.objects.select_related("zetel__partij").get(gemeente_id=it.gemeente_id, pk=it.pk)


# -- offering and changing


def test_a_seat_offers_for_its_party_and_the_words_are_not_in_the_log(table: Table) -> None:
    made = offer(table, proces="een zaal", uren_van=40, uren_tot=60, euro_tot=500, voorwaarden="tot juli")
    it = fresh(made)
    assert (it.zetel_id, it.status, it.uren_van, it.uren_tot) == (
        table.zetels["mila"].pk,
        "aangeboden",
        40,
        60,
    )
    assert (it.euro_van, it.euro_tot, it.proces, it.voorwaarden) == (None, 500, "een zaal", "tot juli")
    assert log_of(made) == ["bijdrage.aangeboden"]
    assert "buurthuis" not in str(last_line().parameters)


def test_a_resident_offers_as_well(table: Table) -> None:
    made = offer(table, "bakker", inhoud="Ik kook op dinsdag.")
    assert fresh(made).zetel.partij.naam == "Ervaringsdeskundigen"  # type: ignore[union-attr]


def test_who_does_not_sit_here_or_sits_for_nobody_offers_nothing(table: Table) -> None:
    for naam in ("samira", "ton", "ellen"):
        with pytest.raises(access.NoSeat):
            offer(table, naam)
    with pytest.raises(CannotContribute, match="zonder_partij"):
        offer(table, "hanneke")
    assert not Bijdrage.objects.exists()


def test_at_the_table_of_a_household_it_is_an_afspraak_in_the_plan(table: Table) -> None:
    of_household(table)
    with pytest.raises(CannotContribute, match="tafel_van_huishouden"):
        offer(table)
    for name in ("bijdragen", "bijdrage_nieuw"):
        where = reverse(name, args=[HERE, table.tafel.pk])
        assert table.cast.client_of("wim").get(where).status_code == 404
        table.cast.here()


def test_a_seat_that_ended_and_a_table_that_finished_offer_nothing_more(table: Table) -> None:
    made = offer(table)
    table.leave("mila", "wim")
    table.go_to(1)
    with pytest.raises(access.NoSeat):
        offer(table, "mila")
    table.does("wim", actions.finish_tafel, tafel=table.tafel)
    with pytest.raises(access.TableFinished):
        offer(table, "wim")
    with pytest.raises(access.TableFinished):
        table.does("joke", actions.confirm, bijdrage=made, nummer=1)


def test_only_who_offered_it_changes_it_and_only_until_it_is_confirmed(table: Table) -> None:
    made = offer(table, euro_van=5)
    for naam in ("joke", "wim", "hanneke"):
        assert refused(table, naam, actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="x") == (
            "niet_jouw_bijdrage"
        )
    changed = table.does("mila", actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="Drie middagen.")
    assert (changed.nummer, fresh(made).inhoud, fresh(made).euro_van) == (2, "Drie middagen.", None)
    table.does("joke", actions.confirm, bijdrage=made, nummer=2)
    assert refused(table, "mila", actions.change_bijdrage, bijdrage=made, nummer=2, inhoud="Toch vier.") == (
        "bijdrage_is_bevestigd"
    )
    assert fresh(made).inhoud == "Drie middagen."


def test_two_changes_at_once_do_not_overwrite_each_other(table: Table) -> None:
    made = offer(table)
    table.does("mila", actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="De eerste.")
    assert refused(table, "mila", actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="De tweede.") == (
        "bijdrage_botsing"
    )
    assert fresh(made).inhoud == "De eerste."


# -- confirming and taking back


def test_nobody_confirms_what_was_changed_after_they_read_it(table: Table) -> None:
    made = offer(table, euro_van=100, euro_tot=200)
    table.does("mila", actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="Meer", euro_van=100_000)
    assert refused(table, "joke", actions.confirm, bijdrage=made, nummer=1) == "bijdrage_botsing"
    assert fresh(made).status == "aangeboden"


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("mila", "zonder_mandaat"),
        ("wim", "niet_jouw_partij"),
        ("hanneke", "niet_jouw_partij"),
        ("bakker", "niet_jouw_partij"),
    ],
)
def test_who_may_not_promise_for_this_party_confirms_nothing(table: Table, naam: str, code: str) -> None:
    made = offer(table)
    assert refused(table, naam, actions.confirm, bijdrage=made, nummer=1) == code
    assert fresh(made).bevestigd_door_id is None


def test_who_has_mandaat_confirms_also_what_they_offered_themselves(table: Table) -> None:
    made = offer(table, "wim")
    table.does("wim", actions.confirm, bijdrage=made, nummer=1)
    it = fresh(made)
    assert (it.status, it.bevestigd_door_id) == ("bevestigd", table.zetels["wim"].pk)
    assert log_of(made) == ["bijdrage.aangeboden", "bijdrage.bevestigd"]


def test_a_mandaat_that_ended_confirms_nothing(table: Table) -> None:
    made = offer(table)
    table.go_to(61)  # Joke may promise until day 60
    assert refused(table, "joke", actions.confirm, bijdrage=made, nummer=1) == "zonder_mandaat"


def test_an_offer_is_taken_back_by_who_made_it_a_promise_by_who_may_promise(table: Table) -> None:
    made = offer(table)
    assert refused(table, "wim", actions.retract_bijdrage, bijdrage=made) == "niet_jouw_partij"
    table.does("mila", actions.retract_bijdrage, bijdrage=made)
    assert fresh(made).status == "ingetrokken"
    assert refused(table, "joke", actions.confirm, bijdrage=made, nummer=1) == "bijdrage_is_ingetrokken"
    kept = promise(table)
    assert refused(table, "mila", actions.retract_bijdrage, bijdrage=kept) == "zonder_mandaat"
    table.does("joke", actions.retract_bijdrage, bijdrage=kept)
    assert fresh(kept).status == "ingetrokken"


# -- agreeing on it, and what came of it


def test_a_promise_becomes_what_a_colleague_is_asked_to_do(table: Table) -> None:
    made = promise(table)
    afspraak = table.does(
        "wim",
        actions.agree_on,
        bijdrage=made,
        tekst="Het rooster maken",
        doener=table.zetels["mila"],
        wanneer=on(9),
    )
    assert (afspraak.status, afspraak.dossier_id, afspraak.wie) == ("gevraagd", None, "professional")
    assert afspraak.medewerker == table.cast.medewerkers["mila"]
    assert Bijdrageafspraak.objects.get().bijdrage_id == made.pk
    assert log_of(made)[-1] == "bijdrage.afgesproken"
    assert queries.afspraken_from(made.pk, made.gemeente_id) == [afspraak]


def test_a_resident_does_it_by_name_and_who_wrote_it_keeps_an_eye_on_it(table: Table) -> None:
    made = promise(table)
    afspraak = table.does(
        "wim", actions.agree_on, bijdrage=made, tekst="Koken", doener=table.zetels["bakker"]
    )
    assert (afspraak.status, afspraak.wie, afspraak.wie_naam) == ("loopt", "vrijwilliger", "mevrouw Bakker")
    assert list(queries.own_tafelafspraken(table.by("wim"))) == [afspraak]


def test_what_is_only_offered_becomes_no_afspraak(table: Table) -> None:
    made, seat = offer(table), table.zetels["mila"]
    assert refused(table, "wim", actions.agree_on, bijdrage=made, tekst="x", doener=seat) == (
        "bijdrage_is_aangeboden"
    )
    table.does("joke", actions.confirm, bijdrage=made, nummer=1)
    with pytest.raises(CannotAgree, match="afspraak_leeg"):
        table.does("wim", actions.agree_on, bijdrage=made, tekst="  ", doener=seat)
    with pytest.raises(NotYourAfspraak):
        table.does("bakker", actions.agree_on, bijdrage=made, tekst="x", doener=seat)
    with pytest.raises(access.NoSeat):
        table.does("samira", actions.agree_on, bijdrage=made, tekst="x", doener=seat)
    assert not Afspraak.objects.exists() and not Bijdrageafspraak.objects.exists()


def test_only_who_sits_at_this_table_is_given_something_to_do(table: Table) -> None:
    made = promise(table)
    other = lay_table(table.cast, naam="Een andere tafel", begin=table.moment)
    for seat in (None, other.zetels["mila"]):
        assert refused(table, "wim", actions.agree_on, bijdrage=made, tekst="x", doener=seat) == (
            "doener_niet_aan_tafel"
        )
    table.leave("fatima", "wim")
    table.go_to(1)
    gone = table.zetels["fatima"]
    assert (
        refused(table, "wim", actions.agree_on, bijdrage=made, tekst="x", doener=gone)
        == "doener_niet_aan_tafel"
    )


def test_what_came_of_it_is_told_by_its_party_also_when_the_table_is_finished(table: Table) -> None:
    made = promise(table)
    tell = actions.tell_what_came
    assert refused(table, "mila", tell, bijdrage=made, nummer=1, gekomen=" ") == "gekomen_ontbreekt"
    assert (
        refused(table, "wim", tell, bijdrage=offer(table), nummer=1, gekomen="x") == "bijdrage_is_aangeboden"
    )
    assert refused(table, "bakker", tell, bijdrage=made, nummer=1, gekomen="x") == "niet_jouw_partij"
    table.does("wim", actions.finish_tafel, tafel=table.tafel)
    table.does("mila", tell, bijdrage=made, nummer=1, gekomen="Elke week tien mensen.")
    assert refused(table, "joke", tell, bijdrage=made, nummer=1, gekomen="Niets.") == "bijdrage_botsing"
    table.does("hanneke", tell, bijdrage=made, nummer=2, gekomen="Elke week tien mensen, later twaalf.")
    assert fresh(made).gekomen == "Elke week tien mensen, later twaalf."


# -- who reads, and how much it is together


def test_who_may_read_the_table_reads_what_is_brought_and_nobody_else(table: Table) -> None:
    offer(table)
    for naam in ("wim", "bakker", "hanneke"):
        assert queries.bijdragen(table.by(naam), on(0)).count() == 1
    for naam in ("samira", "ton", "ellen", "ravi"):
        assert not queries.bijdragen(table.by(naam), on(0)).exists()
    other = lay_table(table.cast, "open", "Open tafel", begin=table.moment)
    offer(other)
    assert queries.bijdragen(table.by("samira"), on(0)).get().tafel_id == other.tafel.pk
    for naam in ("ton", "ellen", "ravi"):
        assert not queries.bijdragen(table.by(naam), on(0)).exists()
    table.cast.here("waterrade")
    assert not queries.bijdragen(table.by("piet"), on(0)).exists()
    table.cast.here(HERE)


RANGES = [(6, 9), (None, 4), (3, None), (None, None), (0, 0), (7, 7)]


@pytest.mark.parametrize("leave_out", range(len(RANGES) + 1))
def test_the_database_adds_up_as_the_rules_do(table: Table, leave_out: int) -> None:
    """What was taken back does not count; what is confirmed is a part of it."""
    ranges = [it for place, it in enumerate(RANGES) if place != leave_out]
    for place, (van, tot) in enumerate(ranges):
        made = offer(table, euro_van=van, euro_tot=tot, uren_van=tot, uren_tot=van and 10 * van)
        if place % 2:
            table.does("joke", actions.confirm, bijdrage=made, nummer=1)
    table.does("mila", actions.retract_bijdrage, bijdrage=offer(table, euro_van=1000, uren_tot=1000))
    found = queries.together(queries.bijdragen(table.by("wim"), on(0)))
    assert found.euro_alle == totaal(ranges)
    assert found.euro_bevestigd == totaal(ranges[1::2])
    hours = [(tot, van and 10 * van) for van, tot in ranges]
    assert found.uren_alle == totaal(hours)
    assert found.uren_bevestigd == totaal(hours[1::2])
