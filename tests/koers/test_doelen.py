"""Doelen: who writes them, what may be tied, two writers at once, stopping."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tests.cast import COLLEAGUES, RESIDENTS, THERE
from tests.koers.net import Net, adopted, chain
from tests.koers.test_words import bring
from tests.samenspel.table import Table, last_line, log_of, on
from vliegwiel.kern.refusals import Refusal
from vliegwiel.koers import actions, queries
from vliegwiel.koers.models import Doel, Doelbegrip, Doelverband

WRITERS = {"gijs", "fatima", "wim", "hanneke", "marijke"}


@pytest.fixture
def net(table: Table) -> Net:
    return chain(table)


def refused(code: str, deed: Any) -> Refusal:
    with pytest.raises(Refusal) as found:
        deed()
    assert found.value.code == code
    return found.value


# -- writing one


def test_a_doel_with_all_that_can_be_said_of_it(table: Table) -> None:
    word, zin = bring(table), adopted(table, "ambitie", tekst="Niemand staat er alleen voor.")
    it = Net(table).add(
        "a", "effect", "  Meer   mensen doen mee ", begrippen=[word], koerszin=zin, indicator=" i "
    )
    it.refresh_from_db()
    assert (it.naam, it.indicator, it.koerszin_id, it.nummer) == ("Meer mensen doen mee", "i", zin.pk, 1)
    assert [link.begrip_id for link in Doelbegrip.objects.filter(doel=it)] == [word.pk]
    assert log_of(it) == ["koersdoel.toegevoegd"]
    assert last_line().parameters == {"soort": "effect"}


@pytest.mark.parametrize("naam", [*COLLEAGUES, *RESIDENTS])
def test_who_makes_policy_writes_doelen_and_nobody_else(table: Table, naam: str) -> None:
    """Joke is partnerbestuurder: she reads what the gemeente wants, and confirms what her own organisation brings."""
    if naam in WRITERS:
        assert Net(table).add("a", "effect", by=naam).pk
    else:
        refused("niet_bevoegd", lambda: Net(table).add("a", "effect", by=naam))
        assert not Doel.objects.exists()


@pytest.mark.parametrize("naam", [*COLLEAGUES, *RESIDENTS])
def test_whoever_takes_part_in_the_content_reads_them(net: Net, naam: str) -> None:
    seen = queries.doelen(net.table.by(naam)).count()
    assert seen == (0 if naam in ("ravi", "ellen", "bas") else 5)


def test_a_name_has_letters(table: Table) -> None:
    refused("koersdoel_leeg", lambda: Net(table).add("a", "effect", "   "))


def test_there_is_an_end_to_what_one_can_oversee(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vliegwiel.koers.actions.doel.MEEST", 2)
    net = Net(table)
    net.add("a", "effect")
    net.add("b", "effect")
    assert refused("koersdoel_te_veel", lambda: net.add("c", "effect")).params == {"aantal": 2}
    net.stop("a")
    net.add("c", "effect")


def test_the_other_gemeente_sees_and_ties_none_of_it(net: Net) -> None:
    cast = net.table.cast
    cast.here(THERE)
    assert not queries.doelen(cast.kijker_of("piet")).exists()
    theirs = actions.add_doel(by=cast.kijker_of("piet"), now=net.table.now(), naam="Van hen", soort="effect")
    cast.here()
    net.doelen["theirs"] = theirs
    refused("koersdoel_gestopt", lambda: net.tie("rond", "theirs"))


# -- changing


def test_a_change_says_only_what_changes(net: Net) -> None:
    word = bring(net.table)
    net.change("rond", begrippen=[word])
    it = net.change("rond", nummer=2, naam="Minder schulden")
    it.refresh_from_db()
    assert (it.naam, it.indicator, it.soort, it.nummer) == (
        "Minder schulden",
        "huishoudens met schulden",
        "effect",
        3,
    )
    assert Doelbegrip.objects.filter(doel=it).count() == 1
    net.change("rond", nummer=3, begrippen=[])
    assert not Doelbegrip.objects.filter(doel=it).exists()


def test_two_writers_meet(net: Net) -> None:
    net.change("rond", naam="Van de eerste")
    refused("koersdoel_botsing", lambda: net.change("rond", by="wim", naam="Van de tweede"))
    net.doelen["rond"].refresh_from_db()
    assert net.doelen["rond"].naam == "Van de eerste"


def test_another_kind_is_refused_with_the_names_it_hangs_on(net: Net) -> None:
    why = refused("koersdoel_soort_past_niet", lambda: net.change("rond", soort="inspanning"))
    assert why.params["namen"] == "‘Hulp bij schulden begint op tijd’" and why.field == "soort"


def test_a_partnerbestuurder_changes_and_stops_nothing(net: Net) -> None:
    tie = Doelverband.objects.first()
    assert tie is not None
    refused("niet_bevoegd", lambda: net.change("rond", by="joke", naam="x"))
    refused("niet_bevoegd", lambda: net.stop("rond", by="joke"))
    refused("niet_bevoegd", lambda: net.tie("uur", "leven", by="joke"))
    refused("niet_bevoegd", lambda: net.table.does("joke", actions.unlink_doelen, verband=tie))


# -- tying


def test_a_tie_is_read_from_both_sides(net: Net) -> None:
    seen = queries.netwerk(net.table.by("ton"), on(0))
    here = net.doelen["rond"].pk
    assert [it.doel.naam for it in seen.boven(here)] == ["Iedereen leeft hier prettig"]
    assert [it.doel.naam for it in seen.onder(here)] == ["Hulp bij schulden begint op tijd"]
    assert [it.doel.naam for it in seen.botst(here)] == ["We geven minder uit aan maatwerk"]
    assert [it.doel.naam for it in seen.botst(net.doelen["minder"].pk)] == [
        "Minder mensen hebben zorgen over geld"
    ]


def test_from_either_side_one_says_the_same(table: Table) -> None:
    net = Net(table)
    net.add("a", "effect")
    net.add("b", "resultaat")
    net.tie("a", "b", "krijgt")
    tie = Doelverband.objects.get()
    assert (tie.van_id, tie.naar_id) == (net.doelen["b"].pk, net.doelen["a"].pk)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_a_clash_is_stored_once_whoever_says_it(table: Table, order: tuple[str, str]) -> None:
    net = Net(table)
    net.add("a", "effect")
    net.add("b", "resultaat")
    net.tie(*order, "botst")
    refused("koersdoel_al_verbonden", lambda: net.tie("a", "b", "botst"))
    refused("koersdoel_al_verbonden", lambda: net.tie("b", "a", "botst"))
    tie = Doelverband.objects.get()
    assert str(tie.van_id) < str(tie.naar_id)


def test_the_wrong_way_round_is_refused_with_names(net: Net) -> None:
    why = refused("koersdoel_niet_naar_lager", lambda: net.tie("leven", "uur"))
    assert why.params["namen"] == "‘Iedereen leeft hier prettig’ → ‘Elke week spreekuur in de wijk’"


def test_a_circle_is_refused_with_the_way_it_goes(table: Table) -> None:
    net = Net(table)
    for kort in "abc":
        net.add(kort, "resultaat")
    net.tie("a", "b")
    net.tie("b", "c")
    why = refused("koersdoel_kring", lambda: net.tie("c", "a"))
    assert why.params["namen"] == "‘Doel c’ → ‘Doel a’ → ‘Doel b’ → ‘Doel c’" and why.field == "ander"
    assert Doelverband.objects.count() == 2


def test_what_is_taken_loose_can_be_tied_another_way(table: Table) -> None:
    net = Net(table)
    net.add("a", "effect")
    net.add("b", "effect")
    tie = net.tie("a", "b")
    table.does("wim", actions.unlink_doelen, verband=tie)
    table.does("fatima", actions.unlink_doelen, verband=tie)  # from an older page: it is gone already
    assert log_of(tie) == ["koersdoel.verbonden", "koersdoel.losgemaakt"]
    net.tie("b", "a")


# -- stopping


def test_what_is_stopped_leaves_the_network_and_stays_readable(net: Net) -> None:
    net.stop("tijd")
    kijker = net.table.by("ton")
    seen = queries.netwerk(kijker, on(0))
    assert net.doelen["tijd"].pk not in seen.doelen
    assert ("hangt_los", "Elke week spreekuur in de wijk") in {
        (it.code, it.doelen[0].naam) for it in seen.gezegd
    }
    assert queries.doelen(kijker).filter(pk=net.doelen["tijd"].pk).exists()


def test_what_is_stopped_is_not_changed_tied_or_stopped_again(net: Net) -> None:
    net.stop("tijd")
    refused("koersdoel_gestopt", lambda: net.change("tijd", nummer=2, naam="x"))
    refused("koersdoel_gestopt", lambda: net.tie("tijd", "leven"))
    refused("koersdoel_gestopt", lambda: net.stop("tijd"))


def test_a_stopped_doel_closes_no_circle(table: Table) -> None:
    net = Net(table)
    for kort in "abc":
        net.add(kort, "resultaat")
    net.tie("a", "b")
    net.tie("b", "c")
    net.stop("b")
    net.tie("c", "a")


def test_what_tied_stopped_doelen_crowds_nothing_out(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page reads so many ties and no more; years of what was let go stand before nothing."""
    net = Net(table)
    for kort in "abcd":
        net.add(kort, "resultaat")
    net.tie("a", "b")
    net.tie("c", "d")
    net.stop("a")
    monkeypatch.setattr(import_module("vliegwiel.koers.queries.netwerk"), "MEESTE_BANDEN", 1)
    seen = queries.netwerk(table.by("wim"), on(0))
    assert [it.doel.naam for it in seen.boven(net.doelen["c"].pk)] == ["Doel d"]


# -- what is said


def test_what_is_said_of_the_network_names_the_doelen(net: Net) -> None:
    said = [
        (it.code, *(one.naam for one in it.doelen))
        for it in queries.netwerk(net.table.by("wim"), on(0)).gezegd
    ]
    assert said[0][0] == "botst" and {it[0] for it in said} == {"botst", "botst_onderweg"}
    assert {it[1] for it in said[1:]} == {
        "Hulp bij schulden begint op tijd",
        "Elke week spreekuur in de wijk",
    }


def test_the_network_is_read_in_two_queries(net: Net, django_assert_num_queries: Any) -> None:
    kijker = net.table.by("wim")
    with django_assert_num_queries(2):
        seen = queries.netwerk(kijker, on(0))
        assert seen.gezegd and seen.boom and seen.kort and seen.tekening
