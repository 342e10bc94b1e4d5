"""Afspraken apart from any household: what came from a Bijdrage, a finding or a talk at a table."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.samenspel.models import Afspraak, Bijdrage, Bijdrageafspraak
from vliegwiel.samenspel.queries.afspraak import GIVEN
from vliegwiel.samenspel.queries.reading import at_readable

MOST = 20  # afspraken that came from one Bijdrage


def tafelafspraken(kijker: Kijker, today: date) -> QuerySet[Afspraak]:
    """Those this kijker gave or does, and those that came from a Bijdrage at a table they may read."""
    came = Bijdrageafspraak.objects.filter(
        at_readable(kijker, today, "bijdrage__tafel"), gemeente_id=kijker.gemeente_id
    )
    return _apart(kijker, Q(pk__in=came.values("afspraak_id")) | _mine(kijker))


def own_tafelafspraken(kijker: Kijker) -> QuerySet[Afspraak]:
    """What this kijker does or is asked to do, and what they gave and keep an eye on or got back: still open."""
    if kijker.medewerker is None:
        return Afspraak.objects.none()
    me = kijker.medewerker.pk
    held = Q(medewerker_id=me, status__in=GIVEN)
    held |= Q(gever_id=me) & (Q(status=Afspraak.Status.TERUGGEGEVEN) | Q(medewerker=None, status__in=GIVEN))
    return _apart(kijker, held).order_by("wanneer", "id")


def came_from(kijker: Kijker, afspraak: Afspraak, today: date) -> Bijdrage | None:
    """The Bijdrage an afspraak came from, for who may read that table."""
    links = Bijdrageafspraak.objects.filter(
        at_readable(kijker, today, "bijdrage__tafel"),
        gemeente_id=kijker.gemeente_id,
        afspraak_id=afspraak.pk,
    )
    link = links.select_related("bijdrage__tafel").order_by("id").first()
    return link.bijdrage if link else None


def afspraken_from(bijdrage_id: UUID, gemeente_id: UUID) -> list[Afspraak]:
    """What was agreed from a Bijdrage the kijker already may read."""
    links = Bijdrageafspraak.objects.filter(gemeente_id=gemeente_id, bijdrage_id=bijdrage_id)
    rows = Afspraak.objects.filter(
        gemeente_id=gemeente_id, dossier__isnull=True, pk__in=links.values("afspraak_id")
    )
    return list(rows.select_related("medewerker", "gever").order_by("gemaakt_op", "id")[:MOST])


def _mine(kijker: Kijker) -> Q:
    if kijker.medewerker is None:
        return Q(pk__in=[])
    return Q(medewerker_id=kijker.medewerker.pk) | Q(gever_id=kijker.medewerker.pk)


def _apart(kijker: Kijker, which: Q) -> QuerySet[Afspraak]:
    rows = Afspraak.objects.filter(which, gemeente_id=kijker.gemeente_id, dossier__isnull=True)
    return rows.select_related("medewerker__deelname__organisatie", "gever")
