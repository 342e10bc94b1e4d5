"""Rules of a Gesprek."""

from collections.abc import Iterable
from datetime import date

from vliegwiel.samenspel.rules.facts import Id, ZetelStand


def not_yet_spoken(zetels: Iterable[ZetelStand], sprekers: Iterable[Id], today: date) -> list[Id]:
    """Active seats without an Uitspraak in this Gesprek, in the order given; guides are left out.

    For the procesbegeleider only: nobody is put on show.
    """
    spoke = set(sprekers)
    return [it.id for it in zetels if it.is_active(today) and not it.is_begeleider and it.id not in spoke]
