"""The network in short, and the years of the Koers: against a slow reading."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.regels.test_doelennetwerk import netwerken, ways
from vliegwiel.koers.rules.doelenboom import kort
from vliegwiel.koers.rules.doelennetwerk import Band, Knoop
from vliegwiel.koers.rules.jaren import MEESTE_JAREN, Feit, Wat, jaren


@given(netwerken())
def test_each_good_life_has_the_effects_that_come_up_to_it(net: tuple[list[Knoop], list[Band]]) -> None:
    knopen, banden = net
    far = ways(banden, len(knopen))
    kind = {it.id: it.soort for it in knopen}
    tops = {it.id for it in knopen if it.soort == "leven"}
    effects = {it.id for it in knopen if it.soort == "effect"}
    found = {it.id: {one.id for one in it.effecten} for it in kort(knopen, banden)}
    loose = {it for it in effects if not any((it, top) in far for top in tops)}
    assert found.pop(None, set()) == loose
    assert found == {top: {it for it in effects if (it, top) in far} for top in tops}
    for top in kort(knopen, banden):
        for one in top.effecten:
            below = [kind[van] for van, naar in far if naar == one.id]
            assert (one.resultaten, one.inspanningen) == (below.count("resultaat"), below.count("inspanning"))


feiten = st.builds(
    Feit,
    zin=st.integers(0, 4),
    wat=st.sampled_from(Wat),
    dag=st.dates(date(2010, 1, 1), date(2026, 12, 31)),
)


@given(st.lists(feiten, max_size=30))
def test_a_year_tells_each_thing_once_and_only_the_latest_years(told: list[Feit]) -> None:
    found = jaren(told)
    years = sorted({it.dag.year for it in told}, reverse=True)[:MEESTE_JAREN]
    assert [it.jaar for it in found] == years
    for it in found:
        assert [wat for wat, _ in it.gebeurd] == sorted({wat for wat, _ in it.gebeurd}, key=list(Wat).index)
        for wat, zinnen in it.gebeurd:
            assert len(zinnen) == len(set(zinnen))
            assert set(zinnen) == {f.zin for f in told if f.wat is wat and f.dag.year == it.jaar}
    assert jaren(reversed(told)) == found
