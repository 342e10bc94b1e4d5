"""Wat kwam ervan: each quarter is counted once, a few weeks after it, and what is shown of it stays as it is."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from tests.cast import Cast
from tests.ondersteuning.bel import ending, noon
from tests.ondersteuning.gezin import NOW, make_person, make_voorziening
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern import clock, registry
from vliegwiel.ondersteuning.actions.beeld import freeze_quarters
from vliegwiel.ondersteuning.models import Belletje, Kwartaalbeeld
from vliegwiel.ondersteuning.queries.bel_alvast_effect import what_came_of_it
from vliegwiel.ondersteuning.rules.kwartaal import BACK

EFFECT = "/lindebeek/bel-alvast/wat-kwam-ervan/"
K4 = date(2025, 10, 1)


def read(cast: Cast) -> str:
    page: str = cast.client_of("marijke").get(EFFECT).content.decode()
    return page


def counted(cast: Cast) -> str:
    """The page after a turn of the klok."""
    freeze_quarters(cast.here().pk, NOW)
    return read(cast)


def ended(cast: Cast, number: int, *, called: bool, late: int = -28, **fields: Any) -> None:
    """So many people whose help ended in the autumn, one household for all."""
    day = fields.pop("eind", date(2025, 11, 10))
    row = ending(cast, eind=day, begindatum=date(2025, 1, 1), **fields)
    for place in range(number - 1):
        wie = make_person(cast.here(), f"Mens {place}")
        make_voorziening(row.gezin, wie, eind=day, begindatum=date(2025, 1, 1), **fields)
    if called:
        for it in type(row).objects.filter(dossier=row.dossier):
            Belletje.objects.create(
                gemeente=row.gemeente,
                voorziening=it,
                dossier=row.dossier,
                domein="wmo",
                persoon=it.persoon,
                medewerker=cast.medewerkers["samira"],
                over=day,
                uitkomst="verlengen",
                moment=noon(day + timedelta(days=late)),
            )


def test_empty_it_invites(cast: Cast) -> None:
    assert "Er is nog niets om op terug te kijken." in cast.client_of("wim").get(EFFECT).content.decode()


def test_counts_and_a_sentence(cast: Cast) -> None:
    ended(cast, 30, called=True, late=0, reden="19")
    ended(cast, 10, called=False, reden="21")
    ended(cast, 10, called=True, late=1, reden="21")  # after the end is not in time; the last day is
    page = counted(cast)
    assert "Oktober tot en met december 2025" in page
    assert "Bij 50 mensen liep hulp af." in page
    assert "Met 30 van hen is op tijd gesproken." in page
    assert "Bij 30 liep het goed af" in page
    assert "Anna" not in page


def test_under_ten_nothing_is_shown(cast: Cast) -> None:
    ended(cast, 9, called=True, reden="19")
    page = counted(cast)
    assert "Te weinig mensen om iets over te zeggen" in page
    assert ">9<" not in page


def test_one_person_with_much_help_is_one(cast: Cast) -> None:
    """A number under ten is of people: twelve products of one child are not twelve."""
    row = ending(cast, eind=date(2025, 11, 10), begindatum=date(2025, 1, 1))
    for day in range(1, 12):
        make_voorziening(
            row.gezin, begindatum=date(2025, 1, 1), eind=date(2025, 11, day), categorie=f"{day:02}"
        )
    page = counted(cast)
    assert "Te weinig mensen om iets over te zeggen" in page and "12 mensen" not in page


def test_two_pages_cannot_be_subtracted(cast: Cast) -> None:
    """What a quarter shows is the same when an older one is gone: nothing is a sum over quarters."""
    marijke = cast.kijker_of("marijke")
    ended(cast, 7, called=False, categorie="01", eind=date(2025, 2, 10))
    ended(cast, 20, called=False, categorie="02", eind=date(2025, 2, 10))
    for month in (5, 8, 11):
        ended(cast, 14, called=False, categorie="01", eind=date(2025, month, 10))
        ended(cast, 20, called=False, categorie="02", eind=date(2025, month, 10))
    assert freeze_quarters(cast.here().pk, noon(date(2026, 1, 22))) == 8
    early, later = (what_came_of_it(marijke, day).kwartalen for day in (date(2026, 1, 26), date(2026, 4, 5)))
    assert [it.code for it in early] == ["2025-4", "2025-3", "2025-2", "2025-1"]
    assert early[:3] == later
    assert {it.aantal for it in later[0].regels} == {14, 20}
    assert {it.aantal for it in early[3].regels} == {None}


def test_the_gap_is_the_middle_one(cast: Cast) -> None:
    day = date(2025, 11, 10)
    for naam, days in [
        ("A", 0),
        ("B", 0),
        *((f"G{n}", n) for n in range(1, 12)),
        *((f"N{n}", 0) for n in range(9)),
    ]:
        row = ending(cast, naam, eind=day, begindatum=date(2025, 1, 1), reden="19")
        make_voorziening(row.gezin, begindatum=day + timedelta(days=1 + days), eind=date(2027, 1, 1))
    for n in range(11):
        ending(cast, f"Z{n}", eind=day, begindatum=date(2025, 1, 1), reden="19")
    page = counted(cast)
    assert "wachtte in het midden 6 dagen" in page


# -- once


def test_the_klok_counts_before_the_figures_of_effect() -> None:
    parts = dict(registry.klok.items())
    assert parts["ondersteuning.kwartaalbeeld"] is freeze_quarters
    assert list(parts).index("ondersteuning.kwartaalbeeld") < list(parts).index("effect.publiceren")


def test_without_the_klok_nothing_is_counted(cast: Cast) -> None:
    ended(cast, 30, called=True, reden="19")
    assert "Er is nog niets om op terug te kijken." in read(cast)


def test_a_late_message_changes_nothing_of_what_was_shown(cast: Cast) -> None:
    ended(cast, 30, called=True, reden="19")
    ended(cast, 12, called=False, reden="21", categorie="02")
    before = counted(cast)
    rows = list(Kwartaalbeeld.objects.order_by("pk").values())
    assert "Bij 42 mensen liep hulp af." in before
    ended(cast, 1, called=True, reden="21", categorie="02")
    ended(cast, 20, called=False, reden="19", eind=date(2025, 5, 1))  # a quarter in which nobody was counted
    with clock.at(NOW + timedelta(days=1)):
        assert freeze_quarters(cast.here().pk, NOW + timedelta(days=1)) == 0
    assert _told(read(cast)) == _told(before)
    cast.here()
    assert list(Kwartaalbeeld.objects.order_by("pk").values()) == rows


def _told(page: str) -> str:
    """The sections of the quarters; the rest of a page differs in its keys."""
    return page[page.index('id="kwartaal-1"') : page.rindex("</section>")]


def test_what_is_hidden_is_kept_nowhere(cast: Cast) -> None:
    ended(cast, 30, called=True, reden="19")
    ended(cast, 7, called=True, reden="21", categorie="02")
    counted(cast)
    cast.here()
    beeld = Kwartaalbeeld.objects.get(begin=K4).beeld
    small, large = beeld["regels"][1], beeld["regels"][0]
    assert (small.pop("soort"), set(small.values())) == ("wmo.02", {None})
    assert large["aantal"] is None or beeld["totaal"]["aantal"] is None  # else it follows by subtraction
    kept = json.dumps(list(Kwartaalbeeld.objects.values_list("beeld", flat=True)))
    assert not {" 7", " 37"} & {it.rstrip(",}]") for it in kept.replace(":", ": ").split(":")}


def test_a_quarter_says_when_it_comes(cast: Cast) -> None:
    ended(cast, 30, called=True, reden="19")
    early = noon(date(2026, 1, 21))
    with clock.at(early):
        assert freeze_quarters(cast.here().pk, early) == BACK  # until September: nobody
        page = read(cast)
        assert "Oktober tot en met december 2025 komt hier op 22 januari." in page
        assert "Liep af" not in page
    with clock.at(noon(date(2026, 1, 22))):
        page = counted_on(cast, date(2026, 1, 22))
        assert "komt hier op" not in page and "Bij 30 mensen liep hulp af." in page


def counted_on(cast: Cast, day: date) -> str:
    assert freeze_quarters(cast.here().pk, noon(day)) == 1
    return read(cast)


def test_where_nobody_calls_ahead_it_is_counted_too(cast: Cast) -> None:
    """The figures of effect are about the same people: they may not depend on what is switched on later."""
    Instelling.objects.create(
        gemeente=cast.here(), code="praktijk.bel_alvast", waarde=False, vanaf=date(2026, 1, 1)
    )
    ended(cast, 30, called=True, reden="19")
    assert freeze_quarters(cast.here().pk, NOW) == BACK


def test_without_any_help_nothing_is_written_down(cast: Cast) -> None:
    assert freeze_quarters(cast.here().pk, NOW) == 0
    assert not Kwartaalbeeld.objects.exists()
