"""Every action on an Afspraak or a Terugblik leaves its line; who is refused leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.samenspel.table import Table
from vliegwiel.kern.models import Schrijflog
from vliegwiel.kern.refusals import Refusal
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Afspraak

WIE = {"wie": "professional"}


def made(table: Table, taken: bool = False) -> Afspraak:
    """Wim asks Mila something that is about no household."""
    given = {"tekst": "maakt het verslag", "medewerker": table.cast.medewerkers["mila"], **WIE}
    it: Afspraak = table.does("wim", actions.make_afspraak, **given)
    return table.does("mila", actions.take_afspraak, afspraak=it) if taken else it  # type: ignore[no-any-return]


# name -> (who, whether it was taken before, what is given, the line)
DEEDS: dict[str, tuple[str, bool, dict[str, Any], str]] = {
    "take_afspraak": ("mila", False, {}, "afspraak.take"),
    "give_back": ("mila", True, {"reden": "lukt niet"}, "afspraak.give_back"),
    "finish_afspraak": ("mila", True, {"uitkomst": "klaar"}, "afspraak.done"),
    "let_go": ("wim", True, {"reden": "niet meer nodig"}, "afspraak.let_go"),
    "adapt": ("wim", True, {"nummer": 1, "tekst": "iets anders"}, "afspraak.adapt"),
    "ask_other": ("wim", True, {"wie": "netwerk", "wie_naam": "Oma"}, "afspraak.ask"),
}
ELSEWHERE = {
    "make_afspraak",
    "hand_over_afspraken",
    "start_family_tafel",
}  # test_schrijven_afspraak, …_familietafel
LOOKING = {"fix_terugblik", "look_back", "look_back_now"}
COVERED = {*DEEDS, *ELSEWHERE, *LOOKING}


@pytest.mark.parametrize("naam", DEEDS)
def test_each_leaves_its_line_without_words(table: Table, naam: str) -> None:
    who, taken, given, line = DEEDS[naam]
    it = made(table, taken)
    act: Callable[..., Any] = getattr(actions, naam)
    table.does(who, act, afspraak=it, **given)
    written = Schrijflog.objects.order_by("-id")[0]
    assert (written.actie, written.object) == (line, it.pk)
    assert not any(str(word) in str(written.parameters) for word in given.values() if isinstance(word, str))


@pytest.mark.parametrize("naam", DEEDS)
@pytest.mark.parametrize("who", ["fatima", "ravi"])
def test_who_has_nothing_to_do_with_it_changes_nothing(table: Table, naam: str, who: str) -> None:
    _who, taken, given, _line = DEEDS[naam]
    it = made(table, taken)
    before = Schrijflog.objects.count()
    with pytest.raises(Refusal):
        table.does(who, getattr(actions, naam), afspraak=it, **given)
    now = Afspraak.objects.get(pk=it.pk)
    assert (now.status, now.nummer, Schrijflog.objects.count()) == (it.status, 1, before)


def test_looking_back_is_once(table: Table) -> None:
    day = date(2026, 6, 1)
    it = table.does("wim", actions.fix_terugblik, verwachting="het helpt", kijken_op=day)
    given = {"gebeurd": "het hielp", "oordeel": "houden"}
    table.does("wim", actions.look_back, terugblik=it, **given)
    lines = Schrijflog.objects.filter(object=it.pk).order_by("id").values_list("actie", flat=True)
    assert list(lines) == ["terugblik.afgesproken", "terugblik.gedaan"]
    with pytest.raises(Refusal):
        table.does("wim", actions.look_back, terugblik=it, **given)


def test_within_the_own_team_a_teamleider_divides_and_across_a_border_it_is_asked(table: Table) -> None:
    from vliegwiel.gemeenschap.models import Team, Teamlid

    cast = table.cast
    team = Team.objects.create(gemeente=cast.gemeenten["lindebeek"], naam="Oost")
    for naam in ("lotte", "samira", "tarik", "mila"):
        Teamlid.objects.create(
            gemeente=team.gemeente,
            team=team,
            medewerker=cast.medewerkers[naam],
            begindatum=table.tafel.begindatum,
        )
    it = table.does("gijs", actions.make_afspraak, tekst="belt", medewerker=cast.medewerkers["samira"], **WIE)
    assert it.status == "gevraagd"  # Gijs is in no team of hers
    within = table.does(
        "tarik", actions.make_afspraak, tekst="belt", medewerker=cast.medewerkers["samira"], **WIE
    )
    assert within.status == "loopt"
    across = table.does(
        "tarik", actions.make_afspraak, tekst="belt", medewerker=cast.medewerkers["mila"], **WIE
    )
    assert across.status == "gevraagd"  # one team, another organisation
