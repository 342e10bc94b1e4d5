"""The consent rule, case by case."""

from dataclasses import replace
from datetime import date

import pytest

from tests.regels.voorstel import (
    BESTUUR,
    JA,
    LEEFT,
    NEE,
    SEATS,
    UITVOERING,
    facts,
    leaving,
    moment,
    on,
    said,
    seat,
)
from vliegwiel.samenspel import rules
from vliegwiel.samenspel.rules import (
    Code,
    IntrekkingFeit,
    VersieFeit,
    VoorstelFeiten,
    VoorstelStatus,
    VrijgaveFeit,
)


def codes(found: list[Code]) -> list[str]:
    return [it.code for it in found]


def blocked(feiten: VoorstelFeiten, day: int = 5) -> list[str]:
    return codes(rules.blockers(feiten, on(day)))


def test_all_asked_answered_and_nobody_nog_niet() -> None:
    assert blocked(facts(said("kees", 1, JA, 1), said("fatma", 1, LEEFT, 1))) == []


@pytest.mark.parametrize("keuze", [JA, LEEFT])
def test_one_who_can_live_with_it_is_enough_when_the_date_has_passed(keuze: rules.Keuze) -> None:
    assert blocked(facts(said("kees", 1, keuze, 1), sluitdatum=on(4))) == []


# -- nog niet


def test_one_nog_niet_keeps_it_open_however_many_agree() -> None:
    asked = ["kees", "samira", "joost", "fatma"]
    agreed = [said(key, 1, JA, 1) for key in asked[:3]]
    feiten = facts(*agreed, said("fatma", 1, NEE, 1, want="wat is gewoon?"), asked=asked, sluitdatum=on(2))
    assert rules.blockers(feiten, on(90)) == [
        Code(
            "nog_niet_open",
            {"partij": "brug", "niveau": UITVOERING, "want": "wat is gewoon?", "versie": 1, "wie": "zetel"},
        )
    ]


def test_a_nog_niet_on_an_older_version_stays_open_also_after_the_closing_date() -> None:
    feiten = facts(said("fatma", 1, NEE, 1), said("kees", 2, JA, 2), versies=2, sluitdatum=on(3))
    assert blocked(feiten) == ["nog_niet_open"]


@pytest.mark.parametrize(("answer", "left"), [(JA, []), (LEEFT, []), (NEE, ["nog_niet_open"])])
def test_it_ends_when_the_same_seat_answers_a_later_version(answer: rules.Keuze, left: list[str]) -> None:
    feiten = facts(said("fatma", 1, NEE, 1), said("kees", 2, JA, 2), said("fatma", 2, answer, 3), versies=2)
    assert blocked(feiten) == left


def test_it_does_not_end_when_somebody_else_answers() -> None:
    answers = (said("fatma", 1, NEE, 1), said("els", 1, JA, 2), said("kees", 1, JA, 2))
    assert blocked(facts(*answers, asked=["kees", "fatma", "els"])) == ["nog_niet_open"]


def test_changing_the_answer_on_the_same_version_withdraws_it() -> None:
    assert blocked(facts(said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), said("fatma", 1, LEEFT, 2))) == []
    assert blocked(facts(said("kees", 1, JA, 1), said("fatma", 1, LEEFT, 1), said("fatma", 1, NEE, 2))) == [
        "nog_niet_open"
    ]


def test_the_moment_counts_and_not_the_order_in_which_facts_are_handed_over() -> None:
    assert blocked(facts(said("fatma", 1, NEE, 2), said("fatma", 1, JA, 1), said("kees", 1, JA, 1))) == [
        "nog_niet_open"
    ]


def test_an_answer_to_an_older_version_takes_nothing_back() -> None:
    feiten = facts(said("kees", 2, JA, 1), said("fatma", 2, NEE, 1), said("fatma", 1, JA, 2), versies=2)
    assert blocked(feiten) == ["nog_niet_open"]


def test_withdrawing_makes_silent_and_not_agreed() -> None:
    feiten = facts(
        said("kees", 2, JA, 1),
        said("fatma", 1, NEE, 1),
        versies=2,
        intrekkingen=(IntrekkingFeit("fatma", moment(2)),),
    )
    assert rules.blockers(feiten, on(3)) == [Code("moet_nog", {"aantal": 1, "sluitdatum": None})]
    assert blocked(replace(feiten, sluitdatum=on(2))) == []


def test_withdrawing_reaches_only_what_was_said_before() -> None:
    feiten = facts(
        said("kees", 1, JA, 1), said("fatma", 1, NEE, 3), intrekkingen=(IntrekkingFeit("fatma", moment(2)),)
    )
    assert blocked(feiten) == ["nog_niet_open"]


# -- who leaves


def heir(
    seats: tuple[rules.ZetelStand, ...], day: int = 5, answers: tuple[rules.HoudingFeit, ...] = ()
) -> rules.Id | None:
    feiten = facts(said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), *answers, zetels=seats)
    [found] = rules.open_nog_niet(feiten, on(day))
    return found.moet_antwoorden


def test_the_own_seat_answers_through_its_last_day_and_then_the_next_of_the_same_level() -> None:
    assert heir(leaving("fatma", 4), day=4) == "fatma"
    assert heir(leaving("fatma", 4), day=5) == "els"


def test_without_the_same_level_the_next_of_the_party_by_seniority() -> None:
    without_els = tuple(it for it in leaving("fatma", 4) if it.id != "els")
    assert heir(without_els) == "joost"
    assert heir((*without_els, seat("nieuw", "brug", BESTUUR))) == "joost"
    assert heir((*without_els, seat("nieuw", "brug", UITVOERING))) == "nieuw"
    assert heir((*without_els, seat("later", "brug", UITVOERING, begin=6))) == "joost"


def test_without_anybody_left_it_is_the_begeleider() -> None:
    seats = tuple(it for it in leaving("fatma", 4) if it.partij != "brug" or it.id == "fatma")
    assert heir(seats) is None


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ((), ["nog_niet_open"]),
        ((said("els", 1, JA, 3),), ["nog_niet_open"]),  # before the leaving
        ((said("els", 1, JA, 5),), []),
        ((said("els", 1, LEEFT, 5),), []),
        ((said("els", 1, NEE, 5),), ["nog_niet_open", "nog_niet_open"]),  # her own one comes beside it
        ((said("joost", 1, JA, 5),), ["nog_niet_open"]),  # not the successor
        ((said("samira", 1, JA, 5),), ["nog_niet_open"]),  # another party
        ((said("els", 1, JA, 3), said("els", 1, JA, 5)), []),
    ],
)
def test_the_successor_answers_after_the_leaving(
    answers: tuple[rules.HoudingFeit, ...], left: list[str]
) -> None:
    asked = ["kees", "fatma", "els", "joost", "samira"]
    feiten = facts(
        said("kees", 1, JA, 1),
        said("fatma", 1, NEE, 1),
        *answers,
        asked=asked,
        zetels=leaving("fatma", 4),
        sluitdatum=on(2),
    )
    assert blocked(feiten, 6) == left


def test_a_successor_who_was_not_asked_may_answer_and_counts_from_then_on() -> None:
    feiten = facts(said("fatma", 1, NEE, 1), asked=["fatma"], zetels=leaving("fatma", 4))
    assert codes(rules.can_answer(feiten, "els", 1, JA, "", on(4))) == ["niet_gevraagd"]
    assert rules.can_answer(feiten, "els", 1, JA, "", on(5)) == []
    answered = replace(feiten, houdingen=(*feiten.houdingen, said("els", 1, JA, 5)))
    assert blocked(answered) == []
    assert blocked(replace(answered, versies=facts(versies=2).versies)) == ["moet_nog", "niemand_akkoord"]


def test_what_a_successor_let_go_stays_let_go() -> None:
    feiten = facts(
        *(said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), said("els", 1, JA, 5)),
        zetels=(*leaving("fatma", 4), seat("nieuw", "brug", UITVOERING, begin=6)),
    )
    assert blocked(feiten, 8) == []


def test_an_end_date_in_the_past_does_not_make_an_old_answer_that_of_a_successor() -> None:
    answers = (said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), said("els", 1, JA, 5, hour=9))
    seats = leaving("fatma", 4, vertrek_vastgelegd=moment(5, hour=11))
    assert blocked(facts(*answers, asked=["kees", "fatma", "els"], zetels=seats)) == ["nog_niet_open"]
    later = (*answers, said("els", 1, JA, 5, hour=12))
    assert blocked(facts(*later, asked=["kees", "fatma", "els"], zetels=seats)) == []


# -- release by the begeleider

EMPTY_PARTY = tuple(it for it in leaving("fatma", 4) if it.partij != "brug" or it.id == "fatma")


def test_release_when_the_party_has_nobody_left() -> None:
    feiten = facts(said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), zetels=EMPTY_PARTY)
    assert rules.can_release(feiten, "gids", "fatma", "de Brug stopt met deze tafel", on(5)) == []
    assert codes(rules.can_release(feiten, "gids", "fatma", " ", on(5))) == ["reden_ontbreekt"]
    assert codes(rules.can_release(feiten, "kees", "fatma", "reden", on(5))) == ["niet_begeleider"]
    assert codes(rules.can_release(feiten, "gids", "fatma", "reden", on(4))) == ["nog_niet_heeft_zetel"]
    assert codes(rules.can_release(feiten, "gids", "kees", "reden", on(5))) == ["geen_open_nog_niet"]
    assert blocked(replace(feiten, vrijgaven=(VrijgaveFeit("fatma", "reden", moment(5)),))) == []


@pytest.mark.parametrize(
    ("seats", "vrijgave"),
    [
        (SEATS, VrijgaveFeit("fatma", "reden", moment(5))),  # she is still there
        (leaving("fatma", 4), VrijgaveFeit("fatma", "reden", moment(5))),  # els is there
        (EMPTY_PARTY, VrijgaveFeit("fatma", " ", moment(5))),
        (EMPTY_PARTY, VrijgaveFeit("fatma", "reden", moment(3))),  # before the leaving
        (EMPTY_PARTY, VrijgaveFeit("kees", "reden", moment(5))),
    ],
)
def test_a_release_that_should_not_exist_lets_nothing_go(
    seats: tuple[rules.ZetelStand, ...], vrijgave: VrijgaveFeit
) -> None:
    feiten = facts(said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), zetels=seats, vrijgaven=(vrijgave,))
    assert "nog_niet_open" in blocked(feiten, 6)


# -- moet nog, and who was not asked


@pytest.mark.parametrize(("day", "left"), [(3, ["moet_nog"]), (4, ["moet_nog"]), (5, [])])
def test_silence_blocks_through_the_closing_date_and_no_longer(day: int, left: list[str]) -> None:
    assert blocked(facts(said("kees", 1, JA, 1), sluitdatum=on(4)), day) == left


def test_without_a_closing_date_silence_blocks_always() -> None:
    assert rules.blockers(facts(said("kees", 1, JA, 1)), on(900)) == [
        Code("moet_nog", {"aantal": 1, "sluitdatum": None})
    ]


def test_an_earlier_answer_is_silence_on_this_version() -> None:
    feiten = facts(said("kees", 2, JA, 2), said("fatma", 1, JA, 1), versies=2)
    assert blocked(feiten) == ["moet_nog"]
    assert rules.silent(feiten, on(5)) == {"fatma"}


def test_silence_of_who_left_does_not_block() -> None:
    assert blocked(facts(said("kees", 1, JA, 1), zetels=leaving("fatma", 4))) == []


def test_silence_is_never_agreement() -> None:
    assert blocked(facts(sluitdatum=on(1))) == ["niemand_akkoord"]
    assert blocked(facts(asked=[])) == ["niemand_akkoord"]
    assert blocked(facts(said("kees", 1, JA, 1), versies=2, sluitdatum=on(1))) == ["niemand_akkoord"]


def test_who_was_not_asked_never_counts() -> None:
    assert blocked(facts(said("els", 1, JA, 1), said("samira", 1, LEEFT, 1), sluitdatum=on(1))) == [
        "niemand_akkoord"
    ]


def test_nothing_to_adopt_without_a_text() -> None:
    assert blocked(facts(versies=0)) == ["geen_versie"]


# -- who adopts, and what then

READY = facts(said("kees", 1, JA, 1), said("fatma", 1, JA, 1))


@pytest.mark.parametrize(
    ("key", "day", "waarom"),
    [
        *(("kees", 5, None), ("joost", 10, None), ("joost", 11, "verlopen"), ("samira", 5, "ontbreekt")),
        *(("gids", 5, "ontbreekt"), ("vreemde", 5, "niet_aan_tafel"), ("kees", -31, "niet_aan_tafel")),
    ],
)
def test_any_active_seat_with_a_valid_mandaat_adopts(key: str, day: int, waarom: str | None) -> None:
    expected = [] if waarom is None else [Code("geen_mandaat", {"waarom": waarom})]
    assert rules.mandate_lack(READY.zetel(key), on(day)) == expected
    if day >= 0:
        assert rules.can_adopt(READY, key, on(day)) == expected


def test_a_mandaat_of_spaces_is_none_and_who_left_has_none() -> None:
    assert rules.mandate_lack(seat("x", "brug", mandaat="  "), on(1)) == [
        Code("geen_mandaat", {"waarom": "ontbreekt"})
    ]
    gone = leaving("kees", 4)
    assert codes(rules.can_adopt(replace(READY, zetels=gone), "kees", on(5))) == ["geen_mandaat"]


def test_the_look_back_lies_in_the_future() -> None:
    assert rules.can_adopt(READY, "kees", on(5), on(6)) == []
    assert rules.can_adopt(READY, "kees", on(5), on(5)) == [Code("terugkijken_niet_later", {"na": on(5)})]


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 9, 30)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_look_back_after_six_months(day: date, later: date) -> None:
    assert rules.look_back_default(day) == later


@pytest.mark.parametrize("status", [VoorstelStatus.AANGENOMEN, VoorstelStatus.INGETROKKEN])
def test_once_decided_nothing_changes_any_more(status: VoorstelStatus) -> None:
    done = replace(READY, status=status)
    expected = [Code(f"al_{status}")]
    assert rules.blockers(done, on(5)) == expected
    assert rules.can_adopt(done, "kees", on(5), on(1)) == expected
    assert rules.can_answer(done, "kees", 1, NEE, "", on(5)) == expected
    assert rules.can_publish(done, "kees", 1, "nieuw", on(5)) == expected
    assert rules.can_ask(done, "els", on(5)) == expected
    assert rules.can_release(done, "gids", "fatma", "", on(5)) == expected
    assert rules.can_withdraw_nog_niet(done, "kees", on(5)) == expected
    assert rules.can_retract(done, "kees", on(5)) == expected


# -- answering, asking, publishing, withdrawing


def test_answering() -> None:
    two = facts(versies=2)
    assert rules.can_answer(two, "fatma", 2, NEE, "te vaag", on(1)) == []
    assert rules.can_answer(two, "fatma", 1, JA, "", on(1)) == [
        Code("versie_niet_de_laatste", {"laatste": 2})
    ]
    assert codes(rules.can_answer(two, "fatma", 2, NEE, " ", on(1))) == ["want_ontbreekt"]
    assert codes(rules.can_answer(two, "samira", 2, JA, "", on(1))) == ["niet_gevraagd"]
    assert codes(rules.can_answer(replace(two, zetels=leaving("fatma", 0)), "fatma", 2, JA, "", on(1))) == [
        "zetel_niet_actief"
    ]
    assert codes(rules.can_answer(facts(versies=0), "fatma", 0, JA, "", on(1))) == ["versie_niet_de_laatste"]


def test_publishing() -> None:
    two = facts(versies=2)
    assert rules.can_publish(two, "samira", 2, "tekst 3", on(1)) == []
    assert rules.can_publish(two, "gids", 2, "tekst 3", on(1)) == []
    assert rules.can_publish(two, "kees", 1, "tekst 3", on(1)) == [
        Code("versie_botsing", {"laatste": 2, "gebaseerd_op": 1})
    ]
    assert codes(rules.can_publish(two, "kees", 2, " tekst\n2 ", on(1))) == ["tekst_gelijk"]
    assert codes(rules.can_publish(two, "kees", 2, "  ", on(1))) == ["tekst_leeg"]
    assert codes(rules.can_publish(two, "vreemde", 2, "tekst 3", on(1))) == ["zetel_niet_actief"]
    assert rules.can_publish(facts(versies=0), "kees", 0, "begin", on(1)) == []


def test_asking() -> None:
    assert rules.can_ask(READY, "els", on(1)) == []
    assert codes(rules.can_ask(READY, "kees", on(1))) == ["al_gevraagd"]
    assert codes(rules.can_ask(replace(READY, zetels=leaving("els", 0)), "els", on(1))) == [
        "zetel_niet_actief"
    ]


def test_withdrawing() -> None:
    feiten = facts(said("fatma", 1, NEE, 1), versies=2)
    assert rules.can_withdraw_nog_niet(feiten, "fatma", on(2)) == []
    assert codes(rules.can_withdraw_nog_niet(feiten, "kees", on(2))) == ["geen_open_nog_niet"]
    assert rules.can_retract(feiten, "kees", on(2)) == []
    assert codes(rules.can_retract(feiten, "vreemde", on(2))) == ["zetel_niet_actief"]


def test_versions_with_a_gap_or_out_of_order_do_not_exist() -> None:
    for numbers in ([2], [1, 3], [2, 1], [1, 1]):
        with pytest.raises(ValueError, match=r"1\.\.n"):
            facts(versies=0).__class__((), (), tuple(VersieFeit(number, "x") for number in numbers))
