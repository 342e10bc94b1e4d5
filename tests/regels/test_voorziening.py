"""A provision comes to the same state whatever the order of its messages, and however often each comes."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vliegwiel.ondersteuning.rules.voorziening import (
    OPMERKINGEN,
    Einde,
    Fase,
    Feit,
    Orde,
    Start,
    Stop,
    Toewijzing,
    Wet,
    categories,
    category,
    fase,
    fold,
    kind_of_end,
    reden_of,
    voortijdig,
)

BEGIN, EINDE = date(2026, 1, 1), date(2026, 12, 31)


def at(number: int, digest: str = "") -> Orde:
    """The place of the n-th fact: one a day."""
    day = date(2026, 1, 1) + timedelta(days=number)
    return Orde(day, time(0), day, digest or f"{number:04d}")


def assigned(
    number: int = 0, *, begin: date = BEGIN, eind: date | None = EINDE, reden: str = "", **rest: object
) -> Toewijzing:
    return Toewijzing(at(number), "02", ingangsdatum=begin, einddatum=eind, reden_wijziging=reden, **rest)  # type: ignore[arg-type]


def day(month: int, number: int) -> date:
    return date(2026, month, number)


# -- by example


def test_nothing_without_a_toewijzing() -> None:
    assert fold([]) is None
    assert fold([Start(at(1), BEGIN), Stop(at(2), BEGIN, EINDE, "19")]) is None


def test_a_toewijzing_alone_ends_on_its_own_day() -> None:
    stand = fold([assigned()])
    assert stand is not None
    assert (stand.eind, stand.begonnen_op, stand.gestopt_op, stand.reden) == (EINDE, None, None, "")
    assert stand.opmerkingen == ()


@pytest.mark.parametrize(
    ("first", "second", "eind"),
    [
        ({"eind": EINDE}, {"eind": day(6, 30)}, day(6, 30)),
        ({"eind": day(6, 30)}, {"eind": EINDE}, EINDE),
        ({"eind": None}, {"eind": day(3, 31)}, day(3, 31)),
        ({"eind": EINDE}, {"eind": None}, None),
    ],
    ids=["shorter", "longer", "an end", "open"],
)
def test_the_newest_toewijzing_counts(
    first: dict[str, date | None], second: dict[str, date | None], eind: date | None
) -> None:
    stand = fold([assigned(2, **second), assigned(1, **first)])  # type: ignore[arg-type]
    assert stand is not None
    assert stand.eind == eind


def test_withdrawn_and_sent_again() -> None:
    withdrawn = assigned(2, eind=BEGIN, reden="13")
    stand = fold([assigned(1), withdrawn])
    assert stand is not None
    assert stand.ingetrokken
    again = fold([withdrawn, assigned(3), assigned(1)])
    assert again is not None
    assert not again.ingetrokken


def test_a_stop_ends_it_earlier_or_later() -> None:
    early = fold([assigned(), Start(at(1), BEGIN), Stop(at(2), BEGIN, day(5, 1), "19")])
    assert early is not None
    assert (early.eind, early.gestopt_op, early.reden, early.opmerkingen) == (day(5, 1), day(5, 1), "19", ())
    late = fold([assigned(), Start(at(1), BEGIN), Stop(at(2), BEGIN, date(2027, 1, 9), "19")])
    assert late is not None
    assert (late.eind, late.opmerkingen) == (date(2027, 1, 9), ("eind_na_toewijzing",))


@pytest.mark.parametrize(
    ("status", "eind", "begun"),
    [("1", day(4, 1), BEGIN), ("2", day(4, 1), BEGIN), ("3", EINDE, BEGIN), ("9", day(5, 1), BEGIN)],
)
def test_what_a_second_stop_does(status: str, eind: date, begun: date) -> None:
    second = Stop(at(3), BEGIN, day(4, 1), "21", status)
    stand = fold([assigned(), Start(at(1), BEGIN), Stop(at(2), BEGIN, day(5, 1), "19"), second])
    assert stand is not None
    assert (stand.eind, stand.begonnen_op) == (eind, begun)
    assert (stand.gestopt_op is None) == (status == "3")


@pytest.mark.parametrize(
    ("status", "begun"), [("1", BEGIN), ("2", day(1, 9)), ("3", None), ("9", BEGIN)], ids="1239"
)
def test_what_a_second_start_with_another_day_does(status: str, begun: date | None) -> None:
    """Another begindatum than ever heard of: a correction or removal is about the newest that stands."""
    stand = fold([assigned(), Start(at(1), BEGIN), Start(at(2), day(1, 9), status)])
    assert stand is not None
    assert stand.begonnen_op == begun


def test_the_same_removal_twice_removes_once() -> None:
    starts = [Start(at(1), BEGIN), Start(at(2), day(3, 1))]
    gone = [Start(at(number), day(3, 1), "3") for number in (3, 4)]
    stand = fold([assigned(), *starts, *gone])
    assert stand is not None
    assert stand.begonnen_op == BEGIN


def test_a_pause_is_no_end_and_a_later_start_ends_it() -> None:
    facts: list[Feit] = [assigned(), Start(at(1), BEGIN), Stop(at(60), BEGIN, day(3, 1), "20")]
    paused = fold(facts)
    assert paused is not None
    assert (paused.eind, paused.gestopt_op, paused.pauze_op) == (EINDE, None, day(3, 1))
    assert paused.reden == "20"
    again = fold([*facts, Start(at(90), day(4, 1))])
    assert again is not None
    assert (again.pauze_op, again.reden, again.begonnen_op, again.eind) == (None, "", BEGIN, EINDE)
    twice = fold([*facts, Start(at(90), day(4, 1)), Stop(at(120), BEGIN, day(5, 1), "20")])
    assert twice is not None
    assert twice.pauze_op == day(5, 1)
    ended = fold([*facts, Start(at(90), day(4, 1)), Stop(at(120), day(4, 1), day(5, 1), "19")])
    assert ended is not None
    assert (ended.eind, ended.pauze_op, ended.reden, ended.opmerkingen) == (day(5, 1), None, "19", ())


def test_what_does_not_fit_is_applied_and_told() -> None:
    other = fold([assigned(), Start(at(1), BEGIN), Stop(at(2), day(1, 3), day(5, 1), "19")])
    assert other is not None
    assert (other.eind, other.opmerkingen) == (day(5, 1), ("begindatum_anders",))
    before = fold([assigned(), Start(at(1), day(2, 1)), Stop(at(2), day(2, 1), day(1, 15), "19")])
    assert before is not None
    assert before.opmerkingen == ("start_buiten_periode", "stop_voor_begin")
    early = fold([assigned(), Start(at(1), date(2025, 12, 30))])
    assert early is not None
    assert early.opmerkingen == ("start_buiten_periode",)
    lost = fold([assigned(), Stop(at(2), day(1, 3), day(5, 1), "19")])  # its 305 never came
    assert lost is not None
    assert (lost.begonnen_op, lost.opmerkingen) == (day(1, 3), ())


def test_the_reason_may_stand_in_the_toewijzing_and_a_death_is_stronger_than_a_stop() -> None:
    shorter = fold([assigned(1), assigned(2, eind=day(6, 30), reden="05")])
    assert shorter is not None
    assert shorter.reden == "w05"
    longer = fold([assigned(2, reden="04")])
    assert longer is not None
    assert longer.reden == ""
    stop = Stop(at(3), BEGIN, day(6, 1), "19")
    planned = fold([assigned(2, reden="05"), stop])
    assert planned is not None
    assert planned.reden == "19"
    died = fold([assigned(2, reden="02"), stop])
    assert died is not None
    assert died.reden == "w02"


# -- whatever the order

days = st.dates(date(2025, 11, 1), date(2026, 6, 30))
places = st.builds(
    lambda it, hour, digest: Orde(it, time(hour), it, digest),
    st.dates(date(2026, 1, 1), date(2026, 1, 6)),
    st.sampled_from([0, 9]),
    st.sampled_from(["aa", "bb", "cc"]),
)
reasons = st.sampled_from(["19", "20", "20", "21", "02", "36"])
statuses = st.sampled_from(["1", "1", "1", "2", "3", "9"])
few = st.sampled_from([date(2026, 1, 1), date(2026, 1, 5), date(2026, 2, 1), date(2026, 3, 1)])
toewijzingen = st.builds(
    Toewijzing,
    places,
    st.sampled_from(["01", "02"]),
    ingangsdatum=few,
    einddatum=st.none() | days,
    reden_wijziging=st.sampled_from(["", "", "02", "04", "05", "07", "13", "14"]),
    volume=st.none() | st.integers(1, 9),
    budget=st.none() | st.sampled_from([Decimal("10"), Decimal("10.00")]),
)
starts = st.builds(Start, places, few, statuses)
stops = st.builds(Stop, places, few, days | few, reasons, statuses)
facts = st.lists(toewijzingen | starts | stops, max_size=9)


@given(facts, st.data())
def test_any_order_and_any_number_of_times_gives_the_same_state(it: list[Feit], data: st.DataObject) -> None:
    doubles = data.draw(st.lists(st.sampled_from(it), max_size=6)) if it else []
    assert fold(data.draw(st.permutations([*it, *doubles]))) == fold(it)


@given(facts)
def test_what_is_always_so(it: list[Feit]) -> None:
    stand = fold(it)
    assert (stand is None) == (not any(isinstance(feit, Toewijzing) for feit in it))
    if stand is None:
        return
    assert stand.toewijzing.orde == max(feit.orde for feit in it if isinstance(feit, Toewijzing))
    assert stand.eind == (stand.gestopt_op or stand.toewijzing.einddatum)
    assert not (stand.gestopt_op and stand.pauze_op)
    assert set(stand.opmerkingen) <= set(OPMERKINGEN)
    assert list(stand.opmerkingen) == sorted(set(stand.opmerkingen))


def before(orde: Orde, newest: Orde) -> bool:
    return (orde.datum, orde.tijd, orde.dagtekening) < (newest.datum, newest.tijd, newest.dagtekening)


@given(facts, toewijzingen)
def test_an_older_toewijzing_changes_nothing(it: list[Feit], late: Toewijzing) -> None:
    newest = max((feit.orde for feit in it if isinstance(feit, Toewijzing)), default=None)
    assume(newest is not None and late.orde < newest)
    assert fold([*it, late]) == fold(it)


ends = st.builds(
    Stop, st.just(at(9)), few, days | few, st.sampled_from(["19", "21", "02", ""]), st.sampled_from("12")
)


@given(facts, ends, stops)
def test_an_older_stop_leaves_the_end_of_a_newer_one(it: list[Feit], newest: Stop, late: Stop) -> None:
    """Every drawn place lies before at(9). A newer end counts, and nothing that comes late touches it."""
    it = [*it, newest]
    was, now = fold(it), fold([*it, late])
    assert (was is None) == (now is None)
    if was is not None and now is not None:
        assert (now.eind, now.reden, now.gestopt_op, now.pauze_op) == (
            was.eind,
            was.reden,
            was.gestopt_op,
            was.pauze_op,
        )
        assert now.opmerkingen == was.opmerkingen


firsts = st.builds(Start, places, few, st.sampled_from("19"))  # nothing corrected or removed


@given(st.lists(toewijzingen | firsts | stops, max_size=9), firsts)
def test_a_start_that_comes_late_can_only_make_the_begin_earlier_and_end_a_pause(
    it: list[Feit], late: Start
) -> None:
    was, now = fold(it), fold([*it, late])
    if was is None or now is None:
        assert was is now
        return
    assert (now.eind, now.gestopt_op, now.toewijzing) == (was.eind, was.gestopt_op, was.toewijzing)
    assert now.pauze_op in (was.pauze_op, None)
    if late.status == "1" and any(isinstance(feit, Start) and feit.status == "1" for feit in it):
        assert was.begonnen_op is not None
        assert now.begonnen_op == min(was.begonnen_op, late.begindatum)


@given(facts, starts | stops, st.sampled_from("9"))
def test_unchanged_changes_nothing(it: list[Feit], extra: Start | Stop, status: str) -> None:
    same = type(extra)(**{**vars(extra), "status": status})
    assert fold([*it, same]) == fold(it)


# -- where it stands, and what codes mean


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        ([assigned()], date(2025, 12, 31), Fase.KOMT),
        ([assigned()], BEGIN, Fase.LOOPT),
        ([assigned(), Start(at(1), day(2, 1))], day(1, 20), Fase.KOMT),
        ([assigned()], date(2026, 11, 4), Fase.LOOPT),
        ([assigned()], date(2026, 11, 5), Fase.LOOPT_AF),
        ([assigned()], EINDE, Fase.LOOPT_AF),
        ([assigned()], date(2027, 1, 1), Fase.GESTOPT),
        ([assigned(eind=None)], date(2060, 1, 1), Fase.LOOPT),
        ([assigned(), Stop(at(2), BEGIN, day(3, 1), "20")], day(3, 1), Fase.LOOPT),
        ([assigned(), Stop(at(2), BEGIN, day(3, 1), "20")], day(3, 2), Fase.PAUZE),
        ([assigned(), Stop(at(2), BEGIN, day(3, 1), "20")], day(12, 2), Fase.LOOPT_AF),
        ([assigned(reden="13", eind=BEGIN)], day(6, 1), Fase.INGETROKKEN),
    ],
)
def test_fase(facts: list[Feit], today: date, expected: Fase) -> None:
    stand = fold(facts)
    assert stand is not None
    assert fase(stand, today, 8) is expected


def test_ended_before_its_time_differs_between_the_acts() -> None:
    codes = ["02", "19", "20", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "38", "39", ""]
    assert [code for code in codes if voortijdig("wmo", code)] == ["21", "22"]
    assert [code for code in codes if voortijdig("jeugd", code)] == ["32", "33"]
    assert (kind_of_end("wmo", "31"), kind_of_end("jeugd", "31")) == (Einde.VERHUISD, Einde.VOLGENS_PLAN)
    assert kind_of_end("jeugd", "19") is None


def test_nobody_calls_about_a_death_or_who_moved_away() -> None:
    silent = {Einde.OVERLEDEN, Einde.VERHUISD, Einde.EXTERNE_OORZAAK}
    for wet in Wet:
        for code in [f"{number:02d}" for number in range(40)] + [f"w{number:02d}" for number in range(15)]:
            reden = reden_of(wet, code)
            assert reden is None or reden.bellen == (reden.soort not in silent)
    assert {kind_of_end("wmo", "w02"), kind_of_end("jeugd", "w07")} == {Einde.OVERLEDEN, Einde.VERHUISD}


def test_every_category_has_words_and_a_domein() -> None:
    assert [it.code for it in categories("wmo")] == [f"{number:02d}" for number in range(1, 19)]
    assert len(categories("jeugd")) == 24
    apart = [it.code for it in categories("jeugd") if it.domein == "jeugdbescherming"]
    assert apart == ["47", "48"]
    assert category("wmo", "02").naam == "Begeleiding"
    assert category("jeugd", "99").domein == "jeugd"
    for wet in Wet:
        assert len({it.naam for it in categories(wet)}) == len(categories(wet))
