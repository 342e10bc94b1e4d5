"""Reading aloud to somebody without an account: what the vaste contactpersoon may see of it, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, Subquery, UUIDField

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Huishouden
from vliegwiel.ondersteuning.queries.inwoner import (
    LOPEND,
    MOST,
    Bewoner,
    Eigenblik,
    Regel,
    Thuis,
    contact_of,
    regel_of,
)
from vliegwiel.ondersteuning.queries.inzage import looks
from vliegwiel.ondersteuning.rules.inwoner import Blik, first_three
from vliegwiel.privacy.public import Betrokkene, Inzage, Onderdeel, Persoon, Relatie, Zicht, toon, zicht_op
from vliegwiel.samenspel.public import Afspraak


@dataclass(frozen=True)
class Voorleesblad:
    """One person's three lines and who looked, of this one household."""

    huishouden: Huishouden
    personen: list[Persoon]
    persoon: Persoon | None = None
    eerst: tuple[Regel, ...] = ()
    rest: tuple[Regel, ...] = ()
    keken: tuple[Blik, ...] = ()


def may_read_out(kijker: Kijker, dossier_id: UUID, now: datetime) -> Zicht | None:
    """Only who keeps the overview of this household."""
    zicht = zicht_op(kijker, [dossier_id], now)
    may = Relatie.REGIE in zicht.relaties(dossier_id) and zicht.mag(Onderdeel.INZAGE, dossier_id)
    return zicht if may else None


def choose(kijker: Kijker, dossier_id: UUID, now: datetime) -> Voorleesblad | None:
    """To whom; says in the log whose names are shown."""
    if may_read_out(kijker, dossier_id, now) is None:
        return None
    blad = _living(kijker, dossier_id, now)
    toon(kijker, Inzage.Soort.LIJST, [(it.pk, dossier_id) for it in blad.personen])
    return blad


def read_out(kijker: Kijker, dossier_id: UUID, persoon_id: UUID, now: datetime) -> Voorleesblad | None:
    """The page for one person; logged as read out to them."""
    zicht = may_read_out(kijker, dossier_id, now)
    blad = _living(kijker, dossier_id, now) if zicht else None
    persoon = next((it for it in blad.personen if it.pk == persoon_id), None) if blad else None
    if zicht is None or blad is None or persoon is None:
        return None
    toon(kijker, Inzage.Soort.VOORLEZEN, [(persoon.pk, dossier_id)])
    first, rest = _lines(kijker, zicht, blad, persoon, now)
    seen = looks(kijker, [persoon.pk], dossier=dossier_id)[0]
    return Voorleesblad(blad.huishouden, blad.personen, persoon, tuple(first), tuple(rest), tuple(seen))


def _living(kijker: Kijker, dossier_id: UUID, now: datetime) -> Voorleesblad:
    home = Huishouden.objects.get(gemeente_id=kijker.gemeente_id, dossier_id=dossier_id)
    rows = Betrokkene.objects.filter(
        active(day_of(now)), gemeente_id=kijker.gemeente_id, dossier_id=dossier_id
    ).select_related("persoon")
    return Voorleesblad(home, [row.persoon for row in rows.order_by("volgorde")])


def _lines(
    kijker: Kijker, zicht: Zicht, blad: Voorleesblad, persoon: Persoon, now: datetime
) -> tuple[list[Regel], list[Regel]]:
    """What is about this person or the household, as far as this colleague may see it."""
    dossier_id = blad.huishouden.dossier_id
    rows = Afspraak.objects.filter(
        zicht.q(Onderdeel.AFSPRAAK),
        Q(persoon__isnull=True) | Q(persoon=persoon),
        gemeente_id=kijker.gemeente_id,
        dossier_id=dossier_id,
        status__in=LOPEND,
    ).select_related("medewerker__deelname__organisatie", "doet")
    contact = contact_id(kijker, dossier_id, now)
    blik = Eigenblik(
        kijker,
        now,
        zicht,
        frozenset(),
        [Bewoner(it, dossier_id) for it in blad.personen],
        {dossier_id: Thuis(dossier_id, blad.huishouden.naam, contact)},
        persoon,
    )
    lines = [regel_of(blik, row) for row in rows.order_by("wanneer", "pk")[:MOST]]
    return first_three(lines, day_of(now))


def contact_id(kijker: Kijker, dossier_id: UUID, now: datetime) -> UUID | None:
    rows = Huishouden.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier_id)
    contact = contact_of("dossier_id", day_of(now)).values("medewerker_id")[:1]
    who = Subquery(contact, output_field=UUIDField())
    return rows.annotate(wie=who).values_list("wie", flat=True).first()
