"""Two people write at the same time. Real threads, real connections, committed data, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from threading import Barrier, Event
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.committed import acting, at_once, committed_cast  # noqa: F401  (a fixture)
from tests.forms import key_of
from tests.samenspel.table import ASKED, START, Table, at, lay_table, value_of
from vliegwiel.kern import clock
from vliegwiel.kern.models import Concept, Formuliersleutel, Schrijflog
from vliegwiel.samenspel import actions, rules
from vliegwiel.samenspel.models import Gesprek, Houding, Versie, Voorstel
from vliegwiel.samenspel.refusals import CannotAdopt, CannotAnswer, CannotContribute, CannotPublish

ROUNDS = 4


@pytest.fixture
def table(committed_cast: Cast) -> Table:  # noqa: F811
    with acting(committed_cast):
        return lay_table(committed_cast)


def deed(
    table: Table, naam: str, act: Callable[..., Any], ready: Barrier | None = None, **given: Any
) -> Callable[[], Any]:
    """What one person does, in a transaction of their own; at the start they wait for each other."""

    def do() -> Any:
        with acting(table.cast):
            by = table.cast.kijker_of(naam)
            if ready is not None and table.cast and _may_wait():
                ready.wait(10)
            return act(by=by, now=clock.now(), **given)

    return do


def _may_wait() -> bool:
    """On SQLite a writer holds the door from its first moment: two inside at once cannot be."""
    from django.db import connection

    return connection.vendor == "postgresql"


def raced(table: Table, *who: tuple[str, Callable[..., Any], dict[str, Any]]) -> list[Any]:
    ready = Barrier(len(who))
    return at_once(at(0, 12), *(deed(table, naam, act, ready, **given) for naam, act, given in who))


def test_of_changing_an_offer_and_confirming_it_at_once_one_wins(table: Table) -> None:
    """Nobody stands behind words that were not there when they read it."""
    for number in range(1, ROUNDS + 1):
        with acting(table.cast):
            made = table.does("mila", actions.offer, tafel=table.tafel, inhoud=f"{number} middagen")
        results = raced(
            table,
            (
                "mila",
                actions.change_bijdrage,
                {"bijdrage": made, "nummer": 1, "inhoud": "niets", "euro_van": 1},
            ),
            ("joke", actions.confirm, {"bijdrage": made, "nummer": 1}),
        )
        lost = [it.code for it in results if isinstance(it, CannotContribute)]
        assert lost in (["bijdrage_is_bevestigd"], ["bijdrage_botsing"]), results
        with acting(table.cast):
            made.refresh_from_db()
            assert (made.status, made.inhoud) in (
                ("bevestigd", f"{number} middagen"),
                ("aangeboden", "niets"),
            )


def test_of_two_next_versions_one_wins_and_the_other_is_told(table: Table) -> None:
    for number in range(1, ROUNDS + 1):
        with acting(table.cast):
            voorstel = table.propose(titel=f"woord {number}")
        results = raced(
            table,
            *(
                (
                    naam,
                    actions.publish_versie,
                    {"voorstel": voorstel, "gebaseerd_op": 1, "tekst": f"Van {naam}."},
                )
                for naam in ("mila", "joke")
            ),
        )
        won = [it for it in results if isinstance(it, Versie)]
        lost = [it for it in results if isinstance(it, CannotPublish)]
        assert (len(won), len(lost)) == (1, 1), results
        assert (lost[0].code, lost[0].params["laatste"]) == ("versie_botsing", 2)
        with acting(table.cast):
            texts = list(
                Versie.objects.filter(voorstel=voorstel).order_by("nummer").values_list("nummer", "tekst")
            )
            assert texts[1:] == [(2, won[0].tekst)]
            lines = Schrijflog.objects.filter(actie="versie.gepubliceerd", object=voorstel.pk)
            assert lines.count() == 1


def test_who_comes_while_the_other_still_writes_waits_and_then_clashes(table: Table) -> None:
    """Held on purpose: the first has written and not committed yet when the second begins."""
    with acting(table.cast):
        voorstel = table.propose()
    written, release = Event(), Event()
    given = {"voorstel": voorstel, "gebaseerd_op": 1}

    def first() -> Any:
        with acting(table.cast):
            made = actions.publish_versie(
                by=table.cast.kijker_of("mila"), now=clock.now(), tekst="De eerste.", **given
            )
            written.set()
            release.wait(1)  # the second is at the door by now, or soon
            return made

    def second() -> Any:
        written.wait(10)
        try:
            return deed(table, "joke", actions.publish_versie, tekst="De tweede.", **given)()
        finally:
            release.set()

    results = at_once(at(0, 12), first, second)
    assert isinstance(results[0], Versie)
    assert isinstance(results[1], CannotPublish) and results[1].code == "versie_botsing"


def test_adopting_and_a_last_nog_niet_never_both_count(table: Table) -> None:
    """Either the nog niet came first and the text stays open, or the text was adopted and the answer is refused."""
    for number in range(ROUNDS):
        with acting(table.cast):
            voorstel = table.propose(titel=f"woord {number}")
            for naam in ASKED:
                table.answer(naam, voorstel)
        stance = {"voorstel": voorstel, "versie": 1, "keuze": "nog_niet", "want": "toch niet"}
        results = raced(
            table, ("wim", actions.adopt, {"voorstel": voorstel}), ("bakker", actions.answer, stance)
        )
        adopted, answered = results
        assert isinstance(adopted, Voorstel) != isinstance(answered, Houding), results
        assert isinstance(adopted, Voorstel | CannotAdopt) and isinstance(answered, Houding | CannotAnswer)
        with acting(table.cast):
            it = table.dossier(voorstel)
            objects = bool(rules.open_nog_niet(it.feiten, clock.day_of(START)))
            assert (it.voorstel.status == "aangenomen") != objects


def test_adopting_and_a_next_version_never_both_happen(table: Table) -> None:
    for number in range(ROUNDS):
        with acting(table.cast):
            voorstel = table.propose(titel=f"woord {number}")
            for naam in ASKED:
                table.answer(naam, voorstel)
        text = {"voorstel": voorstel, "gebaseerd_op": 1, "tekst": "Toch nog iets."}
        results = raced(
            table, ("wim", actions.adopt, {"voorstel": voorstel}), ("mila", actions.publish_versie, text)
        )
        assert isinstance(results[0], Voorstel) != isinstance(results[1], Versie), results


def test_many_answers_at_once_all_arrive(table: Table) -> None:
    with acting(table.cast):
        voorstel = table.propose()
    stance = {"voorstel": voorstel, "versie": 1, "keuze": "akkoord"}
    results = raced(table, *((naam, actions.answer, stance) for naam in ASKED))
    assert all(isinstance(it, Houding) for it in results), results
    with acting(table.cast):
        assert Houding.objects.count() == len(ASKED)
        assert not rules.blockers(table.dossier(voorstel).feiten, clock.day_of(START))


# -- through the pages


def browser(table: Table, naam: str) -> Any:
    with acting(table.cast):
        return table.cast.client_of(naam)


def test_a_form_sent_twice_at_once_does_its_work_once(table: Table) -> None:
    where = reverse("gesprek_nieuw", args=[HERE, table.tafel.pk])
    for number in range(1, ROUNDS + 1):
        first, second = browser(table, "wim"), browser(table, "wim")
        with clock.at(START):
            fields = {"titel": f"Gesprek {number}", "_sleutel": key_of(first, where)}
        answers = at_once(START, *(partial(it.post, where, fields) for it in (first, second)))
        assert [getattr(it, "status_code", it) for it in answers] == [302, 302]
        assert answers[0]["Location"] == answers[1]["Location"]
        with acting(table.cast):
            assert Gesprek.objects.count() == number
            assert Formuliersleutel.objects.count() == number
            assert Schrijflog.objects.filter(actie="gesprek.begonnen").count() == number


def test_two_people_on_the_page_of_a_next_version_lose_nothing(table: Table) -> None:
    with acting(table.cast):
        voorstel = table.propose()
    where = reverse("versie_nieuw", args=[HERE, voorstel.pk])
    browsers = {naam: browser(table, naam) for naam in ("mila", "joke")}
    with clock.at(START):
        keys = {naam: key_of(it, where) for naam, it in browsers.items()}

    def send(naam: str) -> Callable[[], Any]:
        fields = {"gebaseerd_op": 1, "tekst": f"De tekst van {naam}.", "_sleutel": keys[naam]}
        return lambda: browsers[naam].post(where, fields)

    answers = dict(zip(browsers, at_once(START, send("mila"), send("joke")), strict=True))
    status = {naam: getattr(it, "status_code", it) for naam, it in answers.items()}
    assert sorted(status.values()) == [302, 422], status
    loser = next(naam for naam, it in status.items() if it == 422)
    winner = next(naam for naam in status if naam != loser)
    page = answers[loser].content.decode()
    for shown in (
        f"De tekst van {loser}.",
        f"De tekst van {winner}.",
        "Er is intussen een nieuwe versie: versie 2.",
    ):
        assert shown in page
    assert value_of(page, "gebaseerd_op") == "2"


def test_two_tabs_of_one_person_keep_one_draft(table: Table) -> None:
    where = reverse("concept", args=[HERE]) + "?plek=/ergens/"
    first, second = browser(table, "mila"), browser(table, "mila")
    answers = at_once(START, *(lambda it=it: it.post(where, {"tekst": "half"}) for it in (first, second)))
    assert [getattr(it, "status_code", it) for it in answers] == [204, 204]
    with acting(table.cast):
        assert Concept.objects.count() == 1


def test_two_guides_seat_the_same_person_at_once_and_there_is_one_seat(table: Table) -> None:
    """The database holds one open seat per person; the second is refused one way or the other."""
    from vliegwiel.samenspel.models import Zetel

    gijs = table.cast.medewerkers["gijs"]
    given = {"tafel": table.tafel, "wie": gijs, "deelname": gijs.deelname}
    raced(table, ("wim", actions.seat, given), ("hanneke", actions.seat, given))
    with acting(table.cast):
        assert Zetel.objects.filter(medewerker=gijs).count() == 1


def test_the_day_of_these_tests_is_the_day_of_the_table() -> None:
    assert clock.day_of(at(0, 12)) == date(2026, 3, 2)
