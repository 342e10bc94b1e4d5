"""The drawing: everything stands once, in its column, nothing on top of another, and lines cross as little as first."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.regels.test_doelennetwerk import HEEL, KETEN, netwerken
from vliegwiel.koers.rules import kolommen as volgorde
from vliegwiel.koers.rules.doelennetwerk import RANG, SOORTEN, Band, Knoop
from vliegwiel.koers.rules.tekening import teken


@given(netwerken())
def test_every_doel_stands_once_in_its_column_and_none_on_another(
    net: tuple[list[Knoop], list[Band]],
) -> None:
    knopen, banden = net
    found = teken(knopen, banden)
    columns = dict(found.kolommen)
    kind = {it.id: it.soort for it in knopen}
    assert sorted(str(it.id) for it in found.vakken) == sorted(str(it.id) for it in knopen)
    assert all(it.x == columns[kind[it.id]] for it in found.vakken)
    for one, other in combinations(found.vakken, 2):
        assert one.x != other.x or one.y + one.hoog <= other.y or other.y + other.hoog <= one.y
    assert all(it.y >= 0 and it.y + it.hoog <= found.hoog for it in found.vakken)
    assert len(found.lijnen) == len(banden)
    assert teken(list(reversed(knopen)), list(reversed(banden))) == found


def places(draw_from: st.DataObject) -> tuple[volgorde.Kolommen, list[tuple[volgorde.Plek, volgorde.Plek]]]:
    sizes = [draw_from.draw(st.integers(1, 5)) for _ in range(4)]
    columns: volgorde.Kolommen = [[("doel", (c, n)) for n in range(size)] for c, size in enumerate(sizes)]
    links = []
    for column in range(1, 4):
        pairs = st.tuples(st.sampled_from(columns[column]), st.sampled_from(columns[column - 1]))
        links += draw_from.draw(st.lists(pairs, max_size=8, unique=True))
    return columns, links


@given(st.data())
def test_crossings_are_counted_as_one_would_by_hand(data: st.DataObject) -> None:
    columns, links = places(data)
    at = {plek: (c, n) for c, plekken in enumerate(columns) for n, plek in enumerate(plekken)}
    by_hand = sum(
        at[one[0]][0] == at[two[0]][0]
        and (at[one[0]][1] - at[two[0]][1]) * (at[one[1]][1] - at[two[1]][1]) < 0
        for one, two in combinations(links, 2)
    )
    assert volgorde.kruisingen(columns, links) == by_hand


@given(st.data())
def test_the_order_found_never_crosses_more_than_the_first(data: st.DataObject) -> None:
    columns, links = places(data)
    found = volgorde.geordend(columns, links)
    assert [sorted(map(str, it)) for it in found] == [sorted(map(str, it)) for it in columns]
    assert volgorde.kruisingen(found, links) <= volgorde.kruisingen(columns, links)


def test_two_chains_that_stood_crosswise_are_put_straight() -> None:
    kinds = {"a": "effect", "b": "effect", "c": "resultaat", "d": "resultaat"}
    knopen = [Knoop(name, kind, name) for name, kind in kinds.items()]
    found = {it.id: it.y for it in teken(knopen, [Band("c", "b"), Band("d", "a")]).vakken}
    assert (found["a"] < found["b"]) == (found["d"] < found["c"])


def test_a_long_name_is_cut_into_lines_and_at_last_off() -> None:
    long = Knoop("x", "effect", "Inwoners met zorgen over geld vinden op tijd hulp " * 4)
    word = Knoop("y", "effect", "w" * 160)
    found = {it.id: it for it in teken([long, word], []).vakken}
    assert len(found["x"].regels) == 5 and found["x"].regels[-1].endswith("…")
    assert all(len(line) <= 28 for it in found.values() for line in it.regels)


def test_two_hundred_still_draw() -> None:
    knopen = [Knoop(n, SOORTEN[n % 4], f"Doel nummer {n} van deze gemeente") for n in range(200)]
    banden = [
        Band(n, m)
        for n in range(200)
        for m in ((n * 7 + 3) % 200, (n * 11 + 5) % 200)
        if RANG[knopen[m].soort] < RANG[knopen[n].soort]
    ]
    found = teken(knopen, banden)
    assert len(found.vakken) == 200 and len(found.lijnen) == len(set(banden)) > 100


def test_an_empty_network_and_one_chain_draw() -> None:
    assert teken([], []).vakken == ()
    assert [it.botst for it in teken(HEEL, (*KETEN, Band("l", "i", "botst"))).lijnen].count(True) == 1
