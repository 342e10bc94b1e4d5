"""The picture per party and level: every non-answer told apart, nobody named."""

from dataclasses import replace

from tests.regels.voorstel import (
    BESTUUR,
    JA,
    LEEFT,
    MANAGEMENT,
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
from vliegwiel.samenspel.rules import (
    Cel,
    CelSoort,
    Keuze,
    Stand,
    Teken,
    VoorstelFeiten,
    VrijgaveFeit,
    draagvlak,
)

LEEG, STREEP = CelSoort.NIET_GEVRAAGD, CelSoort.GEEN_NIVEAU


def cells(feiten: VoorstelFeiten, partij: str | None, day: int = 5) -> list[Cel]:
    return [cel for rij in draagvlak(feiten, on(day)).rijen if rij.partij == partij for cel in rij.cellen]


def shown(feiten: VoorstelFeiten, partij: str | None, day: int = 5) -> list[list[str] | CelSoort]:
    """Cells in short: '2 akkoord', '1 eerder nog_niet v1'."""
    return [
        [_short(it) for it in cel.standen] if cel.standen else cel.soort for cel in cells(feiten, partij, day)
    ]


def _short(it: Stand) -> str:
    return f"{it.aantal} {it.teken}" + (f" {it.keuze} v{it.versie}" if it.teken is Teken.EERDER else "")


def test_four_ways_of_not_answering() -> None:
    feiten = facts(
        said("joost", 1, LEEFT, 1), said("kees", 2, JA, 2), asked=["kees", "fatma", "joost"], versies=2
    )
    assert shown(feiten, "gemeente") == [LEEG, ["1 akkoord"], LEEG]
    assert shown(feiten, "brug") == [["1 moet_nog"], STREEP, ["1 eerder kan_ermee_leven v1"]]
    assert shown(feiten, "inwoners") == [LEEG]
    assert [rij.naam for rij in draagvlak(feiten, on(5)).rijen] == [
        *("Gemeente Lindebeek", "Welzijn de Brug", "Ervaringsdeskundigen")
    ]


def test_more_people_in_one_cell_are_shown_by_number_and_reasons_are_kept() -> None:
    seats = (
        *SEATS,
        seat("ali", "brug", UITVOERING),
        seat("bo", "brug", UITVOERING),
        seat("cas", "brug", UITVOERING),
    )
    asked = ["fatma", "els", "ali", "bo", "cas"]
    answers = (
        *(said("fatma", 1, NEE, 1, want="te vaag"), said("els", 1, JA, 1)),
        *(said("ali", 1, NEE, 2, want="niet van ons"), said("bo", 1, JA, 3)),
    )
    [cel, _, _] = cells(facts(*answers, asked=asked, zetels=seats), "brug")
    assert cel == Cel(
        UITVOERING,
        CelSoort.STANDEN,
        (
            Stand(Teken.AKKOORD, 2),
            Stand(Teken.NOG_NIET, 2, ("te vaag", "niet van ons")),
            Stand(Teken.MOET_NOG, 1),
        ),
    )


def test_a_cell_names_no_seat() -> None:
    table = draagvlak(
        facts(said("kees", 1, JA, 1), said("fatma", 1, NEE, 1), asked=[it.id for it in SEATS]), on(5)
    )
    text = repr(table)
    assert not [it.id for it in SEATS if f"'{it.id}'" in text]


def test_an_older_nog_niet_is_shown_as_earlier_with_its_reason() -> None:
    [cel, _, _] = cells(facts(said("fatma", 1, NEE, 1), versies=2), "brug")
    assert cel.standen == (Stand(Teken.EERDER, 1, ("te vaag",), Keuze.NOG_NIET, 1),)


def test_who_was_not_asked_is_not_shown_as_agreed() -> None:
    feiten = facts(said("els", 1, JA, 1), said("samira", 1, JA, 1), said("bakker", 1, JA, 1), asked=["kees"])
    assert shown(feiten, "brug") == [LEEG, STREEP, LEEG]
    assert draagvlak(feiten, on(5)).count(Teken.AKKOORD) == 0


def test_who_left_keeps_an_answer_and_loses_a_silence() -> None:
    answered = facts(said("fatma", 1, JA, 1), zetels=leaving("fatma", 4))
    assert shown(answered, "brug") == [["1 akkoord"], STREEP, LEEG]
    assert shown(facts(zetels=leaving("fatma", 4)), "brug") == [LEEG, STREEP, LEEG]


def test_the_successor_of_an_open_nog_niet_must_still_answer() -> None:
    feiten = facts(said("fatma", 1, NEE, 1), zetels=leaving("fatma", 4))
    assert shown(feiten, "brug") == [["1 nog_niet", "1 moet_nog"], STREEP, LEEG]
    let_go = replace(feiten, houdingen=(*feiten.houdingen, said("els", 1, JA, 5)))
    assert shown(let_go, "brug") == [["1 akkoord", "1 eerder nog_niet v1"], STREEP, LEEG]


def test_a_release_shows_its_reason() -> None:
    seats = tuple(it for it in leaving("fatma", 4) if it.partij != "brug" or it.id == "fatma")
    release = VrijgaveFeit("fatma", "de Brug stopt", moment(5))
    [cel, _, _] = cells(facts(said("fatma", 1, NEE, 1), zetels=seats, vrijgaven=(release,)), "brug")
    assert cel.standen == (Stand(Teken.EERDER, 1, ("te vaag",), Keuze.NOG_NIET, 1, ("de Brug stopt",)),)


def test_no_answer_falls_out_of_the_picture() -> None:
    odd = (
        *(seat("los", None), seat("zonder", "brug", None), seat("extra", "brug", MANAGEMENT)),
        seat("spook", "onbekend", BESTUUR),
    )
    asked = [it.id for it in odd]
    feiten = facts(*(said(key, 1, NEE, 1) for key in asked), asked=asked, zetels=(*SEATS, *odd))
    assert shown(feiten, "brug") == [LEEG, ["1 nog_niet"], LEEG, ["1 nog_niet"]]
    assert shown(feiten, None) == [["2 nog_niet"]]
    assert draagvlak(feiten, on(5)).count(Teken.NOG_NIET) == 4


def test_after_adoption_the_picture_is_that_of_the_day_itself() -> None:
    feiten = facts(said("kees", 1, JA, 1), zetels=leaving("fatma", 8), besloten_op=on(5))
    assert draagvlak(feiten, on(200)) == draagvlak(feiten, on(5))
    assert shown(feiten, "brug", 200) == [["1 moet_nog"], STREEP, LEEG]
