"""What ties doelen: one contributes to another, or the two clash."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.koers import access
from vliegwiel.koers.actions.netwerk import locked
from vliegwiel.koers.models import Doel, Doelverband
from vliegwiel.koers.refusals import CannotLinkDoelen
from vliegwiel.koers.rules.doelverband import verbinden_kan_niet

Soort = Doelverband.Soort


@transaction.atomic
def link_doelen(
    *, by: Kijker, now: datetime, doel: Doel, hoe: str, ander: Doel, toelichting: str = ""
) -> Doelverband:
    """Say that this doel contributes to the other (`draagt_bij`), the other to this one (`krijgt`), or that they clash
    (`botst`: has no direction, and is stored once).

    Raises:
        NotAllowed: the kijker does not make policy here.
        CannotLinkDoelen: koersdoel_zelfde, koersdoel_gestopt, koersdoel_al_verbonden, koersdoel_te_veel_verbanden,
            koersdoel_niet_naar_lager {namen}, koersdoel_kring {namen}.
    """
    access.require_can_write_doelen(by)
    van, naar = (ander, doel) if hoe == "krijgt" else (doel, ander)
    soort = Soort.BOTST if hoe == "botst" else Soort.DRAAGT_BIJ
    if soort is Soort.BOTST and str(naar.pk) < str(van.pk):
        van, naar = naar, van
    net = locked(by, day_of(now))
    if why := verbinden_kan_niet(net.knopen, net.banden, van.pk, naar.pk, soort):
        raise CannotLinkDoelen(why.code, namen=net.namen(why.knopen, " → "))
    row = Doelverband.objects.create(
        gemeente_id=by.gemeente_id, van=van, naar=naar, soort=soort, toelichting=toelichting.strip()
    )
    record(by=by, action="koersdoel.verbonden", subject=row, now=now, soort=str(soort))
    return row


@transaction.atomic
def unlink_doelen(*, by: Kijker, now: datetime, verband: Doelverband) -> None:
    """Take a tie away. Who took it away twice finds it gone: that is what was wanted.

    Raises:
        NotAllowed: the kijker does not make policy here.
    """
    access.require_can_write_doelen(by)
    gone, _ = Doelverband.objects.filter(gemeente_id=by.gemeente_id, pk=verband.pk).delete()
    if gone:
        record(by=by, action="koersdoel.losgemaakt", subject=verband, now=now, soort=verband.soort)
