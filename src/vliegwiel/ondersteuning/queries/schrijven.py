"""Where somebody writes: one household's plan, who lives there, and in which domains this kijker may write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Huishouden, Plan
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.privacy.public import (
    Betrokkene,
    Inzage,
    Onderdeel,
    Persoon,
    Relatie,
    Zicht,
    toon,
)


@dataclass(frozen=True)
class Plek:
    """The plan somebody writes in, as far as they may know it."""

    plan: Plan
    naam: str
    zicht: Zicht
    personen: tuple[Persoon, ...]
    werkt: bool

    @property
    def dossier(self) -> UUID:
        return self.plan.dossier_id

    @property
    def open(self) -> bool:
        return self.plan.gesloten_op is None

    def domeinen(self, part: Onderdeel) -> list[str]:
        return writable_domains(self.zicht, part, self.dossier)


def plannen(kijker: Kijker, zicht: Zicht) -> QuerySet[Plan]:
    """Plans of which this kijker may know."""
    rows = Plan.objects.filter(
        gemeente_id=kijker.gemeente_id, dossier_id__in=sorted(zicht.dossiers(Onderdeel.KADER))
    )
    return rows.select_related("dossier", "tafel")


def plek(kijker: Kijker, zicht: Zicht, plan: Plan, now: datetime, over: Iterable[UUID | None] = ()) -> Plek:
    """What a page needs to write in this plan; the people it names are written down as shown (`over`: also these)."""
    naam = Huishouden.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=plan.dossier_id)
    people = _people(kijker, plan.dossier_id, now) if zicht.mag(Onderdeel.PERSOON, plan.dossier_id) else ()
    shown = {it.pk for it in people} | {it for it in over if it}
    toon(kijker, Inzage.Soort.PLAN, [(pk, plan.dossier_id) for pk in sorted(shown)])
    return Plek(
        plan,
        naam.values_list("naam", flat=True).first() or "",
        zicht,
        people,
        works_with(kijker, zicht, plan.dossier_id),
    )


def _people(kijker: Kijker, dossier: UUID, now: datetime) -> tuple[Persoon, ...]:
    rows = Betrokkene.objects.filter(active(day_of(now)), gemeente_id=kijker.gemeente_id, dossier_id=dossier)
    return tuple(row.persoon for row in rows.select_related("persoon").order_by("volgorde", "id"))


def writable_domains(zicht: Zicht, part: Onderdeel, dossier: UUID) -> list[str]:
    """In general, and in the domains in which the kijker works here: never in one they only see by a Deling."""
    own = zicht.domeinen(Onderdeel.DOMEINVLAG, dossier) & zicht.domeinen(part, dossier)
    return ["", *sorted(own - {""})]


def may_write(
    kijker: Kijker, zicht: Zicht, part: Onderdeel, dossier: UUID, domein: str, persoon: UUID | None
) -> bool:
    """Whether the kijker may change something that is there: they read it, and work in its domain or with the regie."""
    if not works_with(kijker, zicht, dossier) or not zicht.mag(part, dossier, domein, persoon):
        return False
    regie = Relatie.REGIE in zicht.relaties(dossier)
    return not domein or regie or domein in zicht.domeinen(Onderdeel.DOMEINVLAG, dossier)
