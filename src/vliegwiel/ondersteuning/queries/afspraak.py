"""What the page of an afspraak shows beside it: the goals it serves and who the vaste contactpersoon is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker, Medewerker, active
from vliegwiel.ondersteuning.models import Doelafspraak, Plandoel
from vliegwiel.ondersteuning.queries.doel import doelen
from vliegwiel.ondersteuning.queries.koppeling import with_doelen
from vliegwiel.privacy.public import Betrokkenheid, Onderdeel, Zicht
from vliegwiel.samenspel.public import Afspraak


def goals_of(kijker: Kijker, zicht: Zicht, it: Afspraak) -> list[Plandoel]:
    """The goals this afspraak serves, as far as the kijker may read goals, with the doelen they contribute to."""
    links = Doelafspraak.objects.filter(gemeente_id=kijker.gemeente_id, afspraak_id=it.pk)
    return list(with_doelen(kijker, doelen(kijker, zicht)).filter(pk__in=links.values("plandoel_id")))


def contactpersoon(kijker: Kijker, zicht: Zicht, dossier_id: UUID, today: date) -> Medewerker | None:
    """The vaste contactpersoon of a household, for whoever knows of its plan."""
    if not zicht.mag(Onderdeel.KADER, dossier_id):
        return None
    rows = Betrokkenheid.objects.filter(
        active(today),
        gemeente_id=kijker.gemeente_id,
        dossier_id=dossier_id,
        soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON,
        beeindigd_op__isnull=True,
    )
    found = rows.select_related("medewerker__deelname__organisatie").first()
    return found.medewerker if found else None
