"""What we see, and what plan goals are linked to, in a world: effects agreed on drafts, cells, a Doel for each link."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from vliegwiel.effect.models import BeoogdEffect, Bevinding, Cel, Indicator, Publicatie, Waarneming
from vliegwiel.gemeenschap.models import Gebied
from vliegwiel.ondersteuning.models import Doelkoppeling, Plandoel
from vliegwiel.samenspel.models import Afspraak, Bijdrageafspraak, Terugblik, Voorstelterugblik

QUARTER = date(2025, 7, 1)
KOPPELING = "ondersteuning_doelkoppeling.doel"


def lay(rond: Any) -> None:
    """After the opdrachten of `rond`."""
    _promised(rond)
    _looked_back(rond)
    indicator = _figures(rond)
    for turn, opdracht in enumerate(rond.opdrachten):
        if turn % 3 == 0:
            _expected(rond, opdracht, indicator, "open" if turn % 2 else "aangenomen")
    _linked(rond)


def _deal(rond: Any) -> Any:
    me = rond.chance.choice(rond.filler.medewerkers)
    return rond.make(Afspraak, tekst="x", wie="gemeente", medewerker=me, status="loopt", gemaakt_op=rond.now)


def _promised(rond: Any) -> None:
    for brought in rond.brought.values():
        rond.make(Bijdrageafspraak, bijdrage=brought[0], afspraak=_deal(rond))


def _looked_back(rond: Any) -> None:
    for tafel in rond.tables:
        looks = rond.make(Terugblik, verwachting="x", kijken_op=rond.today - timedelta(days=1))
        rond.make(Voorstelterugblik, voorstel=rond.proposal(tafel, "aangenomen"), terugblik=looks)


def _figures(rond: Any) -> Any:
    wijk = rond.make(Gebied, soort="wijk", naam="Wijk", begindatum=QUARTER)
    people = rond.make(Indicator, naam="Mensen", ritme="kwartaal", over_inwoners=True, aangemaakt_op=rond.now)
    money = rond.make(Indicator, naam="Geld", eenheid="euro", ritme="maand", aangemaakt_op=rond.now)
    for indicator in (people, money):
        published = rond.make(Publicatie, onderwerp=str(indicator.pk), begin=QUARTER, moment=rond.now)
        for waarde in (None, 12) if indicator is people else (120,):
            rond.make(
                Cel, publicatie=published, indicator=indicator, gebied=wijk if waarde is None else None, begin=QUARTER,
                waarde=waarde,
            )  # fmt: skip
        rond.make(Waarneming, indicator=indicator, begin=date(2025, 10, 1), waarde=14, moment=rond.now)
    return people


def _expected(rond: Any, opdracht: Any, indicator: Any, status: str) -> None:
    """Agreed at a table; it names the opdracht it is about, which its reader may not be allowed to read."""
    voorstel = rond.proposal(rond.chance.choice(rond.tables), status, "Beoogd effect")
    row = rond.make(
        BeoogdEffect, doel=rond.chance.choice(rond.doelen), opdracht=opdracht, indicator=indicator, titel="Beoogd",
        startwaarde=10, streefwaarde=20, begindatum=QUARTER, einddatum=rond.today, oordelen="x", voorstel=voorstel,
        aangemaakt_op=rond.now,
    )  # fmt: skip
    rond.make(
        Bevinding, beoogd=row, tekst="x", afspraak=_deal(rond), medewerker=rond.filler.medewerkers[0], moment=rond.now
    )  # fmt: skip


def _linked(rond: Any) -> None:
    """Each link to a Doel of its own, whose name is a word: whoever reads it with a plan read the link.

    Half of those are no longer pursued, so that no list offers them."""
    filler = rond.filler
    goals = list(Plandoel.objects.filter(gemeente=filler.gemeente).order_by("pk"))
    for turn, goal in enumerate(filler.chance.sample(goals, k=len(goals) // 2)):
        row = Doelkoppeling(
            gemeente=filler.gemeente, plandoel=goal, dossier_id=goal.dossier_id, moment=rond.now
        )
        over = {"einddatum": rond.today - timedelta(days=1)} if turn % 2 else {}
        row.doel = rond._doel("inspanning", f"Doel {filler.word(KOPPELING, row)}", **over)
        row.save(force_insert=True)
