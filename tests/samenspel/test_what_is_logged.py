"""What somebody does and the line that says so are one: both are there, or neither."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError

from tests.samenspel.table import ASKED, GROEP, Table, last_line, log_of, on
from tests.samenspel.test_afspraak_logged import COVERED
from vliegwiel.kern.models import Schrijflog
from vliegwiel.kern.refusals import Refusal
from vliegwiel.samenspel import actions

Deed = Callable[[], Any]


def _objecting_orphan(table: Table) -> Any:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    table.leave("bakker", by="wim")
    table.go_to(3)
    return voorstel


def _ready(table: Table) -> Any:
    voorstel = table.propose()
    for naam in ASKED:
        table.answer(naam, voorstel)
    return voorstel


# Each action: prepared at a fresh table, the deed, and the lines it must leave, in order.
def start_tafel(table: Table) -> tuple[Deed, list[str]]:
    deed = lambda: table.does("gijs", actions.start_tafel, naam="Nieuw", bedoeling="Kijken")  # noqa: E731
    return deed, ["tafel.begonnen", "zetel.gegeven"]


def seat(table: Table) -> tuple[Deed, list[str]]:
    return lambda: table.seat("ton", groep=GROEP), ["zetel.gegeven"]


def give_mandaat(table: Table) -> tuple[Deed, list[str]]:
    given = {"zetel": table.zetels["mila"], "mandaat": "uren toezeggen"}
    return lambda: table.does("wim", actions.give_mandaat, **given), ["mandaat.gegeven"]


def end_seat(table: Table) -> tuple[Deed, list[str]]:
    return lambda: table.leave("mila"), ["zetel.beeindigd"]


def hand_over_seats(table: Table) -> tuple[Deed, list[str]]:
    given = {"medewerker_id": table.cast.medewerkers["fatima"].pk, "to": table.cast.medewerkers["gijs"]}
    return lambda: table.does("ravi", actions.hand_over_seats, **given), ["zetel.beeindigd", "zetel.gegeven"]


def finish_tafel(table: Table) -> tuple[Deed, list[str]]:
    return lambda: table.does("wim", actions.finish_tafel, tafel=table.tafel), ["tafel.afgerond"]


def start_gesprek(table: Table) -> tuple[Deed, list[str]]:
    return table.gesprek, ["gesprek.begonnen"]


def say(table: Table) -> tuple[Deed, list[str]]:
    talk = table.gesprek()
    return lambda: table.say("bakker", talk, "ik wil gewoon meedoen"), ["uitspraak.gedaan"]


def take_back(table: Table) -> tuple[Deed, list[str]]:
    said = table.say("bakker", table.gesprek(), "ik wil gewoon meedoen")
    return lambda: table.does("bakker", actions.take_back, uitspraak=said), ["uitspraak.teruggenomen"]


def open_voorstel(table: Table) -> tuple[Deed, list[str]]:
    return table.propose, ["voorstel.geopend"]


def publish_versie(table: Table) -> tuple[Deed, list[str]]:
    voorstel = table.propose()
    return lambda: table.publish("mila", voorstel, 1, "Een tweede tekst."), ["versie.gepubliceerd"]


def ask(table: Table) -> tuple[Deed, list[str]]:
    voorstel = table.propose(gevraagd=[table.zetels["mila"]])
    return lambda: table.does("wim", actions.ask, voorstel=voorstel, gevraagd=[table.zetels["joke"]]), [
        "voorstel.gevraagd"
    ]


def answer(table: Table) -> tuple[Deed, list[str]]:
    voorstel = table.propose()
    return lambda: table.answer("bakker", voorstel, "nog_niet"), ["houding.nog_niet"]


def withdraw_nog_niet(table: Table) -> tuple[Deed, list[str]]:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    return lambda: table.does("bakker", actions.withdraw_nog_niet, voorstel=voorstel), ["houding.ingetrokken"]


def release(table: Table) -> tuple[Deed, list[str]]:
    voorstel = _objecting_orphan(table)
    given = {"voorstel": voorstel, "zetel_id": table.zetels["bakker"].pk, "reden": "zij verhuisde"}
    return lambda: table.does("hanneke", actions.release, **given), ["houding.vrijgegeven"]


def adopt(table: Table) -> tuple[Deed, list[str]]:
    voorstel = _ready(table)
    return lambda: table.adopt("wim", voorstel), ["voorstel.aangenomen"]


def retract(table: Table) -> tuple[Deed, list[str]]:
    voorstel = table.propose()
    return lambda: table.does("wim", actions.retract, voorstel=voorstel, reden="te vroeg"), [
        "voorstel.ingetrokken"
    ]


def keep_adopted(table: Table) -> tuple[Deed, list[str]]:
    voorstel = table.agreed()
    return lambda: table.does("mila", actions.keep_adopted, voorstel=voorstel), ["voorstel.gehouden"]


def offer(table: Table) -> tuple[Deed, list[str]]:
    given = {"tafel": table.tafel, "inhoud": "twee middagen", "euro_van": 5}
    return lambda: table.does("mila", actions.offer, **given), ["bijdrage.aangeboden"]


def _offered(table: Table) -> Any:
    return offer(table)[0]()


def _confirmed(table: Table) -> Any:
    return table.does("joke", actions.confirm, bijdrage=_offered(table), nummer=1)


def change_bijdrage(table: Table) -> tuple[Deed, list[str]]:
    given = {"bijdrage": _offered(table), "nummer": 1, "inhoud": "drie middagen"}
    return lambda: table.does("mila", actions.change_bijdrage, **given), ["bijdrage.veranderd"]


def confirm(table: Table) -> tuple[Deed, list[str]]:
    given = {"bijdrage": _offered(table), "nummer": 1}
    return lambda: table.does("joke", actions.confirm, **given), ["bijdrage.bevestigd"]


def retract_bijdrage(table: Table) -> tuple[Deed, list[str]]:
    given = {"bijdrage": _confirmed(table)}
    return lambda: table.does("joke", actions.retract_bijdrage, **given), ["bijdrage.ingetrokken"]


def agree_on(table: Table) -> tuple[Deed, list[str]]:
    given = {"bijdrage": _confirmed(table), "tekst": "het rooster", "doener": table.zetels["mila"]}
    return lambda: table.does("wim", actions.agree_on, **given), ["afspraak.gemaakt", "bijdrage.afgesproken"]


def tell_what_came(table: Table) -> tuple[Deed, list[str]]:
    given = {"bijdrage": _confirmed(table), "nummer": 1, "gekomen": "tien mensen"}
    return lambda: table.does("mila", actions.tell_what_came, **given), ["bijdrage.gekomen"]


def _expected(table: Table) -> dict[str, Any]:
    return {"voorstel": table.agreed(), "verwachting": "meer mensen", "kijken_op": on(30)}


def expect_of_voorstel(table: Table) -> tuple[Deed, list[str]]:
    given = _expected(table)
    lines = ["terugblik.afgesproken", "voorstel.terugblik"]
    return lambda: table.does("mila", actions.expect_of_voorstel, **given), lines


def look_back_on_voorstel(table: Table) -> tuple[Deed, list[str]]:
    link = table.does("mila", actions.expect_of_voorstel, **_expected(table))
    given = {"link": link, "gebeurd": "het hielp", "oordeel": "houden"}
    lines = ["terugblik.gedaan", "voorstel.teruggekeken"]
    return lambda: table.does("joke", actions.look_back_on_voorstel, **given), lines


DEEDS = (
    start_tafel, seat, give_mandaat, end_seat, hand_over_seats, finish_tafel, start_gesprek, say, take_back,
    open_voorstel, publish_versie, ask, answer, withdraw_nog_niet, release, adopt, retract, keep_adopted,
    offer, change_bijdrage, confirm, retract_bijdrage, agree_on, tell_what_came, expect_of_voorstel,
    look_back_on_voorstel,
)  # fmt: skip
each_deed = pytest.mark.parametrize("prepare", DEEDS, ids=lambda it: it.__name__)


# What asks attention (test_aandacht.py): the klok and `settle` write no line of their own, the others do there.
ATTENTION = {"bring_up_to_date", "settle", "put_off", "put_back", "hand_over_attention"}


# what comes back is not what the line is about
ABOUT_ANOTHER = (publish_versie, expect_of_voorstel, look_back_on_voorstel)


def everything() -> dict[str, list[Any]]:
    """Every row of the room and of the write log."""
    models = [*apps.get_app_config("samenspel").get_models(), Schrijflog]
    return {it.__name__: list(it.objects.order_by("pk").values_list()) for it in models}


def test_no_action_is_forgotten_here() -> None:
    assert {it.__name__ for it in DEEDS} | COVERED | ATTENTION == set(actions.__all__)


@each_deed
def test_every_action_writes_who_did_what(
    table: Table, prepare: Callable[[Table], tuple[Deed, list[str]]]
) -> None:
    deed, lines = prepare(table)
    before = Schrijflog.objects.count()
    result = deed()
    written = list(Schrijflog.objects.order_by("id")[before:])
    assert [it.actie for it in written] == lines
    assert {it.moment for it in written} == {table.moment}
    assert all(it.account is not None and it.gemeente_id == table.tafel.gemeente_id for it in written)
    if hasattr(result, "pk") and prepare not in ABOUT_ANOTHER:
        assert lines[0] in log_of(result)


@each_deed
def test_when_the_line_cannot_be_written_nothing_is(
    table: Table, prepare: Callable[[Table], tuple[Deed, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    deed, _ = prepare(table)
    before = everything()

    def broken(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("the log is full")

    monkeypatch.setattr(Schrijflog.objects, "create", broken)
    with pytest.raises(DatabaseError, match="the log is full"):
        deed()  # no transaction around it: the action has its own
    assert everything() == before


@each_deed
def test_who_is_refused_leaves_nothing_behind(
    table: Table, prepare: Callable[[Table], tuple[Deed, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same deeds, done by Samira: she has no seat, and (for starting a table) we make her a beheerder."""
    deed, _ = prepare(table)
    if prepare is hand_over_seats:
        return  # the right to it is checked in gemeenschap, by end_colleague
    before = everything()
    monkeypatch.setattr(
        table, "by", lambda naam: table.cast.kijker_of("ravi" if prepare is start_tafel else "samira")
    )
    with pytest.raises(Refusal):
        deed()
    assert everything() == before


def test_the_log_holds_codes_and_numbers_never_what_people_wrote(table: Table) -> None:
    talk = table.gesprek(vraag="wat bedoel jij?")
    said = table.say("bakker", talk, "ik wil gewoon meedoen", delen="naam")
    voorstel = table.propose(rust_op=[said])
    table.answer("bakker", voorstel, "nog_niet", want="te vaag")
    table.publish("wim", voorstel, 1, "Een tweede tekst.", toelichting="om jou")
    table.does("wim", actions.retract, voorstel=voorstel, reden="te vroeg")
    written = " ".join(str(it) for it in Schrijflog.objects.values_list("parameters", flat=True))
    for words in ("meedoen", "vaag", "tweede", "om jou", "vroeg", "Samen doen", "mandaat", "betekenis"):
        assert words not in written
    assert last_line().parameters == {}
