"""What is said about a doelennetwerk, what may be tied, and the outline: against a slow reading of the same words."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.koers.rules.doelenboom import Tak, boom
from vliegwiel.koers.rules.doelennetwerk import RANG, SOORTEN, Band, Knoop, Zin, zinnen
from vliegwiel.koers.rules.doelverband import soort_past_niet, verbinden_kan_niet

LEVEN = Knoop("l", "leven", "Prettig leven")
EFFECT = Knoop("e", "effect", "Rond kunnen komen", indicator=True)
ANDER = Knoop("a", "effect", "Minder uitgeven", indicator=True)
RESULTAAT = Knoop("r", "resultaat", "Hulp op tijd", indicator=True)
INSPANNING = Knoop("i", "inspanning", "Elke week spreekuur")
HEEL = (LEVEN, EFFECT, RESULTAAT, INSPANNING)
KETEN = (Band("i", "r"), Band("r", "e"), Band("e", "l"))


def said(knopen: tuple[Knoop, ...], *banden: Band) -> set[tuple[str, ...]]:
    return {(zin.code, *map(str, zin.knopen)) for zin in zinnen(knopen, banden)}


# -- in words


def test_of_a_whole_chain_there_is_nothing_to_say() -> None:
    assert said(HEEL, *KETEN) == set()


def test_what_hangs_loose_says_only_that() -> None:
    assert said((*HEEL, ANDER), *KETEN) == {("hangt_los", "a")}


def test_a_clash_hangs_nothing_up() -> None:
    assert said((*HEEL, ANDER), *KETEN, Band("a", "e", "botst")) == {("botst", "a", "e"), ("hangt_los", "a")}


def test_what_contributes_to_nothing_and_what_nothing_comes_up_to() -> None:
    assert said((EFFECT, RESULTAAT), Band("r", "e")) == {
        ("draagt_nergens_aan_bij", "e"),
        ("zonder_inspanning", "e"),
        ("zonder_inspanning", "r"),
    }


def test_a_good_life_need_not_contribute_and_needs_no_indicator() -> None:
    assert ("draagt_nergens_aan_bij", "l") not in said(HEEL, *KETEN)
    assert said((Knoop("e", "effect"), *HEEL[:1], *HEEL[2:]), *KETEN) == {("geen_indicator", "e")}


def test_who_works_for_two_doelen_that_clash_hears_it_also_further_on() -> None:
    banden = (*KETEN, Band("r", "a"), Band("a", "l"), Band("a", "e", "botst"))
    assert said((*HEEL, ANDER), *banden) == {
        ("botst", "a", "e"),
        ("botst_onderweg", "r", "a", "e"),
        ("botst_onderweg", "i", "a", "e"),
    }


def test_a_doel_that_is_not_there_ties_nothing() -> None:
    assert said((EFFECT,), Band("r", "e"), Band("e", "weg"), Band("e", "weg", "botst")) == {
        ("hangt_los", "e")
    }


# -- tying


def refusal(van: str, naar: str, soort: str = "draagt_bij", banden: tuple[Band, ...] = KETEN) -> Zin | None:
    return verbinden_kan_niet((*HEEL, ANDER), banden, van, naar, soort)


def test_what_may_be_tied() -> None:
    assert refusal("a", "l") is None
    assert refusal("i", "l") is None
    assert refusal("a", "e") is None  # of the same kind
    assert refusal("l", "a", "botst") is None


def test_never_to_a_lower_kind() -> None:
    assert refusal("l", "a") == Zin("koersdoel_niet_naar_lager", ("l", "a"))


def test_each_pair_is_tied_once() -> None:
    assert refusal("r", "e") == Zin("koersdoel_al_verbonden", ("r", "e"))
    assert refusal("e", "r", "botst") == Zin("koersdoel_al_verbonden", ("e", "r"))


def test_not_with_itself_and_not_with_what_was_stopped() -> None:
    assert refusal("e", "e") == Zin("koersdoel_zelfde", ("e",))
    assert refusal("e", "weg") == Zin("koersdoel_gestopt")


def test_a_circle_is_refused_with_the_way_it_goes() -> None:
    ring = tuple(Knoop(it, "resultaat", it) for it in "xyz")
    banden = (Band("x", "y"), Band("y", "z"))
    assert verbinden_kan_niet(ring, banden, "z", "x", "draagt_bij") == Zin(
        "koersdoel_kring", ("z", "x", "y", "z")
    )


def test_another_kind_must_fit_what_it_hangs_on() -> None:
    assert soort_past_niet(HEEL, KETEN, "r", "effect") == ()
    assert soort_past_niet(HEEL, KETEN, "r", "inspanning") == ()
    assert soort_past_niet(HEEL, KETEN, "e", "inspanning") == ("r",)
    assert soort_past_niet(HEEL, KETEN, "r", "leven") == ("e",)


# -- the outline


def shown(takken: tuple[Tak, ...]) -> list[object]:
    names = [str(it.id) + ("+" if it.eerder else "") for it in takken]
    return [(name, shown(it.takken)) if it.takken else name for name, it in zip(names, takken, strict=True)]


def test_the_outline_unfolds_a_doel_once() -> None:
    banden = (*KETEN, Band("r", "a"), Band("a", "l"))
    assert shown(boom((*HEEL, ANDER), banden)) == [("l", [("a", [("r", ["i"])]), ("e", ["r+"])])]


def test_a_long_chain_lies_flat_from_the_deepest_level() -> None:
    chain = [Knoop(n, "resultaat", f"{n:03}") for n in range(40)]
    banden = [Band(n + 1, n) for n in range(39)]
    tree = boom(chain, banden, diepst=3)
    assert [len(tree), len(tree[0].takken), len(tree[0].takken[0].takken)] == [1, 1, 38]


# -- against a slow reading


@st.composite
def netwerken(draw: st.DrawFn) -> tuple[list[Knoop], list[Band]]:
    """Small networks as they can come to be: every contribution was let through by the rules."""
    kinds = draw(st.lists(st.sampled_from(SOORTEN), min_size=1, max_size=7))
    knopen = [Knoop(n, kind, f"doel {n % 3}", indicator=draw(st.booleans())) for n, kind in enumerate(kinds)]
    banden: list[Band] = []
    pairs = st.tuples(
        st.sampled_from(knopen), st.sampled_from(knopen), st.sampled_from(["draagt_bij", "botst"])
    )
    for van, naar, soort in draw(st.lists(pairs, max_size=14)):
        if verbinden_kan_niet(knopen, banden, van.id, naar.id, soort) is None:
            banden.append(Band(van.id, naar.id, soort))
    return knopen, banden


def ways(banden: list[Band], size: int) -> set[tuple[object, object]]:
    """Who comes to whom along contributions, by squaring until nothing is added."""
    found = {(it.van, it.naar) for it in banden if it.soort == "draagt_bij"}
    for _ in range(size):
        found |= {(one, four) for (one, two), (three, four) in product(found, found) if two == three}
    return found


def slowly(knopen: list[Knoop], banden: list[Band]) -> set[tuple[object, ...]]:
    far = ways(banden, len(knopen))
    straight = {(it.van, it.naar) for it in banden if it.soort == "draagt_bij"}
    clashes = {(it.van, it.naar) for it in banden if it.soort == "botst"}
    kind = {it.id: it.soort for it in knopen}
    told: set[tuple[object, ...]] = {("botst", *pair) for pair in clashes}
    for it in knopen:
        up = any(van == it.id for van, _ in straight)
        down = any(naar == it.id for _, naar in straight)
        fed = any(naar == it.id and kind[van] == "inspanning" for van, naar in far)
        told |= {("botst_onderweg", it.id, a, b) for a, b in clashes if {(it.id, a), (it.id, b)} <= far}
        if not up and not down:
            told.add(("hangt_los", it.id))
        if not up and down and it.soort != "leven":
            told.add(("draagt_nergens_aan_bij", it.id))
        if (up or down) and not fed and it.soort != "inspanning":
            told.add(("zonder_inspanning", it.id))
        if it.soort in ("effect", "resultaat") and not it.indicator:
            told.add(("geen_indicator", it.id))
    return told


@given(netwerken())
def test_what_is_said_is_what_a_slow_reader_says(net: tuple[list[Knoop], list[Band]]) -> None:
    knopen, banden = net
    found = zinnen(knopen, banden)
    assert {(it.code, *it.knopen) for it in found} == slowly(knopen, banden)
    assert len(found) == len(set(found))
    assert zinnen(reversed(knopen), reversed(banden)) == found  # the order in which rows come does not matter


@given(netwerken())
def test_what_the_rules_let_through_has_no_circle_and_goes_up(net: tuple[list[Knoop], list[Band]]) -> None:
    knopen, banden = net
    assert not [pair for pair in ways(banden, len(knopen)) if pair[0] == pair[1]]
    kind = {it.id: RANG[it.soort] for it in knopen}
    assert all(kind[it.naar] <= kind[it.van] for it in banden if it.soort == "draagt_bij")


@given(netwerken(), st.data())
def test_a_circle_is_refused_exactly_when_there_is_one(
    net: tuple[list[Knoop], list[Band]], data: st.DataObject
) -> None:
    knopen, banden = net
    van, naar = data.draw(st.sampled_from(knopen)), data.draw(st.sampled_from(knopen))
    why = verbinden_kan_niet(knopen, banden, van.id, naar.id, "draagt_bij")
    tied = any({it.van, it.naar} == {van.id, naar.id} for it in banden)
    up = RANG[naar.soort] <= RANG[van.soort]
    ring = van.id != naar.id and not tied and up and (naar.id, van.id) in ways(banden, len(knopen))
    assert (why is not None and why.code == "koersdoel_kring") == ring
    if ring:
        assert why is not None and why.knopen[0] == why.knopen[-1] == van.id
        steps = list(zip(why.knopen[1:], why.knopen[2:], strict=False))
        assert set(steps) <= {(it.van, it.naar) for it in banden if it.soort == "draagt_bij"}


@given(netwerken(), st.data())
def test_another_kind_fits_when_every_tie_could_be_made_again(
    net: tuple[list[Knoop], list[Band]], data: st.DataObject
) -> None:
    knopen, banden = net
    it, soort = data.draw(st.sampled_from(knopen)), data.draw(st.sampled_from(SOORTEN))
    others = {one.id: soort if one.id == it.id else one.soort for one in knopen}
    wrong = {
        band.naar if band.van == it.id else band.van
        for band in banden
        if band.soort == "draagt_bij" and it.id in (band.van, band.naar)
        and RANG[others[band.naar]] > RANG[others[band.van]]
    }  # fmt: skip
    assert set(soort_past_niet(knopen, banden, it.id, soort)) == wrong


def every(takken: tuple[Tak, ...]) -> list[Tak]:
    return [one for it in takken for one in (it, *every(it.takken))]


@given(netwerken())
def test_the_outline_shows_every_doel_and_every_contribution(net: tuple[list[Knoop], list[Band]]) -> None:
    knopen, banden = net
    tree = boom(knopen, banden, diepst=9)
    unfolded = {it.id: [below.id for below in it.takken] for it in every(tree) if not it.eerder and it.takken}
    assert {it.id for it in every(tree)} == {it.id for it in knopen}
    shown_links = {(below, above) for above, under in unfolded.items() for below in under}
    assert shown_links == {(it.van, it.naar) for it in banden if it.soort == "draagt_bij"}
