"""Publishing figures about residents: nobody who puts everything together that is shown learns what is not."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.effect.aanvaller import Aanvaller, one_figure, quarter_from_work
from vliegwiel.effect.rules import GEHEEL, of_wijken, protect_inwoners, protect_werk
from vliegwiel.kern.kleine_aantallen import TOTAAL, Telling
from vliegwiel.ondersteuning.rules.bel_uitkomst import GOED, OP_TIJD, VOORTIJDIG, Afloop, outcome_summary
from vliegwiel.ondersteuning.rules.voorziening import Einde

DAY = date(2026, 2, 1)
KIND = {Einde.VOLGENS_PLAN: "volgens_plan", Einde.VOORTIJDIG: "voortijdig"}

Mens = tuple[str, str, Einde, bool]  # wijk ("" none), kind of help, how it ended, called in time


def quarter(
    mensen: list[Mens], wijken: list[str], minste: int = 10, te_laat: Sequence[Mens] = ()
) -> tuple[dict, dict]:  # type: ignore[type-arg]
    """What is shown of these people: per figure and wijk, and per kind of help on *Wat kwam ervan*. Who came too late
    for that page is in the figures only."""
    ends = [
        Afloop(soort=einde, categorie=hulp, eind=DAY, bereikt_op=DAY if op_tijd else None)
        for _, hulp, einde, op_tijd in mensen
    ]
    seen = outcome_summary(ends, minste).tabel
    parts = {"op_tijd": OP_TIJD, "goed": GOED, "voortijdig": VOORTIJDIG}
    elders = {}
    for row, kind in seen.aantal:
        if row == TOTAAL:
            continue
        divided = {name: seen.verdeling[of].get((row, kind)) for name, of in parts.items()}
        numbers = {name: it[0] if it else None for name, it in divided.items()}
        elders[kind] = {"aantal": seen.aantal[row, kind], **numbers}
    there = {name: value for name, value in elders.get(TOTAAL, {}).items() if value is not None}
    counted: Counter[tuple[str, str]] = Counter()
    in_time: Counter[tuple[str, str]] = Counter()
    for wijk, _, einde, op_tijd in [*mensen, *te_laat]:
        counted[wijk, KIND.get(einde, "anders")] += 1
        in_time[wijk, KIND.get(einde, "anders")] += op_tijd
    division = {cel: (in_time[cel], number - in_time[cel]) for cel, number in counted.items()}
    telling = of_wijken(Telling(dict(counted), {OP_TIJD: division}), wijken)
    return protect_werk(telling, frozenset(there), minste, gelijk=not te_laat), elders


def small_numbers(it: Aanvaller, mensen: list[Mens]) -> None:
    """Nobody finds out that there were so and so few who ended otherwise, which is shown nowhere."""
    others = sum(einde not in KIND for _, _, einde, _ in mensen)
    if others < 3:
        assert not it.revealed(["anders@totaal"])


MENS = st.tuples(
    st.sampled_from(["a", "b", "c", ""]),
    st.sampled_from(["wmo.01", "wmo.05"]),
    st.sampled_from([Einde.VOLGENS_PLAN, Einde.VOLGENS_PLAN, Einde.VOORTIJDIG, Einde.GEMEENTE]),
    st.booleans(),
)
MENSEN = st.lists(MENS, max_size=60)
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink is slower than to read


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MENSEN)
def test_nothing_of_a_quarter_is_revealed(mensen: list[Mens]) -> None:
    shown, elders = quarter(mensen, ["a", "b", "c"], 3)
    it, hidden = quarter_from_work(shown, elders or None)
    assert not it.revealed(hidden)
    small_numbers(it, mensen)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), phases=UNSHRUNK)
@given(MENSEN, st.lists(MENS, min_size=1, max_size=3))
def test_figures_that_are_counted_later_than_the_page_reveal_nothing_either(
    mensen: list[Mens], te_laat: list[Mens]
) -> None:
    """Neither what is not shown, nor what the messages in between were."""
    shown, elders = quarter(mensen, ["a", "b", "c"], 3, te_laat)
    assume(elders)
    it, hidden = quarter_from_work(shown, elders, later=8)
    assert not it.revealed(hidden)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9), max_size=5), st.integers(0, 6), st.booleans()
)
def test_nothing_of_a_figure_is_revealed(numbers: dict[str, int], rest: int, known: bool) -> None:
    assume(numbers or known)  # a figure nobody filled in is not published
    values = protect_inwoners(numbers, sum(numbers.values()) + rest if known else None, 3)
    it, hidden = one_figure(values, known)
    assert not it.revealed(hidden)
    assert all(value is None or value >= 3 for value in values.values())


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 5), min_size=1, max_size=3), st.integers(0, 3))
def test_the_quick_attacker_finds_what_trying_everything_finds(numbers: dict[str, int], rest: int) -> None:
    """Also where something was left in the open on purpose."""
    whole = sum(numbers.values()) + rest
    values: dict[str, int | None] = {name: n if n >= 2 else None for name, n in numbers.items()}
    it, hidden = one_figure({**values, GEHEEL: whole}, bool(rest))
    seen: Mapping[str, set[int]] = defaultdict(set)
    for world in it.worlds(whole):
        for name in hidden:
            seen[name].add(world[name])
    assert it.revealed(hidden) == {name: min(found) for name, found in seen.items() if len(found) == 1}


def naive(numbers: Mapping[str, int], minste: int = 10) -> dict[str, int | None]:
    """Leave out what is small, and nothing else."""
    whole = sum(numbers.values())
    return {name: n if n >= minste else None for name, n in [*numbers.items(), (GEHEEL, whole)]}


def test_the_attacker_wins_from_a_naive_rule() -> None:
    numbers = {"a": 40, "b": 3, "c": 17}
    it, hidden = one_figure(naive(numbers), rest=False)
    assert it.revealed(hidden) == {"b": 3}
    it, hidden = one_figure(protect_inwoners(numbers), rest=False)
    assert hidden and not it.revealed(hidden)


def test_two_pages_about_the_same_people_reveal_where_each_alone_does_not() -> None:
    """*Wat kwam ervan* leaves out its total; shown here, it would give the kind of help away."""
    mensen: list[Mens] = [("a", "wmo.01", Einde.VOORTIJDIG, True)] * 15
    mensen += [("b", "wmo.05", Einde.VOORTIJDIG, True)] * 5 + [
        ("a", "wmo.01", Einde.VOLGENS_PLAN, False)
    ] * 40
    mensen += [("b", "wmo.05", Einde.GEMEENTE, False)] * 30 + [("", "wmo.05", Einde.VOLGENS_PLAN, True)] * 12
    shown, elders = quarter(mensen, ["a", "b", "c"])
    it, hidden = quarter_from_work(shown, elders)
    assert hidden and not it.revealed(hidden)
    elders[TOTAAL] |= {"voortijdig": None}
    elders["wmo.01"] |= {"voortijdig": 15}
    shown["voortijdig"][GEHEEL] = 20
    it, hidden = quarter_from_work(shown, elders)
    assert it.revealed(hidden)


def test_a_whole_that_is_less_than_its_parts_is_not_shown() -> None:
    assert protect_inwoners({"a": 10, "b": 12}, 21) == {"a": 10, "b": 12, GEHEEL: None}
    assert protect_inwoners({"a": 10, "b": 3, "c": 12}, 1) == {"a": None, "b": None, "c": 12, GEHEEL: None}


def test_large_numbers_are_shown() -> None:
    assert protect_inwoners({"a": 40, "b": 33}, 90) == {"a": 40, "b": 33, GEHEEL: 90}


def test_nobody_anywhere_is_not_shown_either() -> None:
    assert set(protect_inwoners({"a": 0, "b": 0}).values()) == {None}
    empty = of_wijken(Telling({}, {OP_TIJD: {}}), ["a", "b"])
    assert all(
        value is None for values in protect_werk(empty, frozenset()).values() for value in values.values()
    )


def test_who_moved_to_a_wijk_that_ended_counts_in_the_whole_only() -> None:
    telling = of_wijken(Telling({("a", "aantal"): 30, ("oud", "aantal"): 14}), ["a"])
    assert protect_werk(telling) == {"doel_gehaald": {"a": 30, GEHEEL: 44}}


def test_a_hundred_wijken_take_no_time_to_speak_of() -> None:
    chance = random.Random(5)
    wijken = [f"wijk {n}" for n in range(100)]
    ends = [*[Einde.VOLGENS_PLAN] * 6, *[Einde.GEMEENTE] * 3, Einde.VOORTIJDIG]
    mensen = [
        (
            chance.choice([*wijken, ""]),
            f"wmo.{chance.randrange(12):02}",
            chance.choice(ends),
            chance.random() < 0.6,
        )
        for _ in range(6000)
    ]
    began = time.perf_counter()
    shown, _ = quarter(mensen, wijken)
    assert time.perf_counter() - began < 30
    assert any(value for value in shown["volgens_plan"].values())
