"""A plan for on the fridge: what visitors may read too. Without a domain, nothing sealed or closed, no history."""

from __future__ import annotations

from dataclasses import dataclass

from vliegwiel.ondersteuning.queries.plan_blad import Contactpersoon, Deel, Doel, PlanBlad, Wie


@dataclass(frozen=True)
class Papier:
    """What stands on paper: what has no domain, and who does what and when."""

    blad: PlanBlad
    goed: tuple[Deel, ...]
    wil: tuple[Deel, ...]
    doelen: tuple[Doel, ...]
    afspraken: tuple[Wie, ...]
    contactpersoon: Contactpersoon | None


def for_paper(blad: PlanBlad) -> Papier:
    """The same plan, less: a fridge door is read by whoever comes in."""
    return Papier(
        blad=blad,
        goed=tuple(one for one in blad.goed if _may_hang(one)),
        wil=tuple(one for one in blad.wil if _may_hang(one)),
        doelen=tuple(one for one in blad.doelen if not one.domein and not one.afgesloten),
        afspraken=tuple(one for one in blad.afspraken if not (one.afgesloten or one.domein)),
        contactpersoon=blad.contactpersoon,
    )


def _may_hang(one: Deel) -> bool:
    return not (one.domein or one.verzegeld or one.afgesloten)
