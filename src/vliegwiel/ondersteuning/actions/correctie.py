"""Dit klopt niet: a resident says a line is not right, somebody holds it, and it is answered within a month."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Contactmoment, Correctieverzoek, Plandeel, Plandoel, Vraag
from vliegwiel.ondersteuning.queries import correctie as queries
from vliegwiel.ondersteuning.refusals.correctie import (
    AlreadyAnswered,
    NobodyHolds,
    NotYourCorrection,
    NotYourHome,
    ReasonMissing,
)
from vliegwiel.privacy.public import Betrokkene, Betrokkenheid, Blokkade, Persoon
from vliegwiel.samenspel.public import Afspraak

FOUR_WEEKS = timedelta(weeks=4)


def month_after(day: date) -> date:
    """The same day of the next month, or its last: the month of AVG 12.3."""
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def holder_for(dossier_id: UUID, gemeente_id: UUID, day: date) -> Betrokkenheid:
    """Who gets words of a resident: the vaste contactpersoon, else a colleague, else a team; who works there now first.

    Not a colleague who has to stay out of this dossier, nor one who left.

    Raises:
        NobodyHolds: nobody works, or worked, with this household.
    """
    lived = Betrokkene.objects.filter(gemeente_id=gemeente_id, dossier_id=dossier_id)
    out = Blokkade.objects.filter(
        active(day), gemeente_id=gemeente_id, persoon_id__in=lived.values("persoon_id")
    )
    rows = (
        Betrokkenheid.objects.filter(gemeente_id=gemeente_id, dossier_id=dossier_id, begindatum__lte=day)
        .filter(Q(medewerker__isnull=True) | active(day, "medewerker__"))
        .exclude(medewerker_id__in=out.values("medewerker_id"))
        .order_by("begindatum", "pk")
    )
    order = {"vaste_contactpersoon": 0, "coordinator": 1, "uitvoering": 2}
    ranked = sorted(
        _with_end(rows, day), key=lambda it: (it[1], it[0].team_id is not None, order[it[0].soort])
    )
    if not ranked:
        raise NobodyHolds
    return ranked[0][0]


def _with_end(rows: QuerySet[Betrokkenheid], day: date) -> list[tuple[Betrokkenheid, bool]]:
    return [
        (row, row.beeindigd_op is not None or (row.einddatum is not None and row.einddatum < day))
        for row in rows.select_related("medewerker", "team")
    ]


@transaction.atomic
def object_to(
    *, by: Kijker, now: datetime, persoon: Persoon, dossier_id: UUID, woorden: str, regel: Any = None
) -> Correctieverzoek:
    """A resident says that a line, or something in general, is not right. `regel` is a row they may read, or nothing.

    Raises:
        NobodyHolds: nobody works with this household.
    """
    day = day_of(now)
    holder = holder_for(dossier_id, by.gemeente_id, day)
    vraag = Vraag.objects.create(
        gemeente_id=by.gemeente_id,
        soort=Vraag.Soort.CORRECTIE,
        kanaal=Vraag.Kanaal.EIGEN_PAGINA,
        naam=persoon.naam,
        woorden=woorden,
        persoon=persoon,
        dossier_id=dossier_id,
        houder=holder.medewerker,
        houder_team=holder.team,
        gesteld_op=now,
        verloopt_op=day + FOUR_WEEKS,
        uiterlijk=month_after(day),
    )
    made = Correctieverzoek.objects.create(
        gemeente_id=by.gemeente_id,
        vraag=vraag,
        dossier_id=dossier_id,
        persoon=persoon,
        woorden=woorden,
        gevraagd_op=now,
        **_line(regel),
    )
    record(by=by, action="correctie.gevraagd", subject=made, now=now, vraag=str(vraag.pk))
    return made


def _line(regel: Any) -> dict[str, Any]:
    names = {Plandeel: "plandeel", Plandoel: "plandoel", Afspraak: "afspraak", Contactmoment: "contactmoment"}
    return {} if regel is None else {names[type(regel)]: regel}


@transaction.atomic
def answer_correction(
    *, by: Kijker, now: datetime, correctie: Correctieverzoek, besluit: str, reden: str = ""
) -> Correctieverzoek:
    """Say whether the line was changed. A refusal has a reason; both stay beside the line.

    Raises:
        NotYourCorrection: neither holder nor regie. AlreadyAnswered. ReasonMissing: a refusal without one.
    """
    mine = queries.corrections(by, now).filter(pk=correctie.pk)
    row = mine.select_for_update(of=("self",)).first()
    if row is None:
        raise NotYourCorrection
    if row.besluit:
        raise AlreadyAnswered
    if besluit == Correctieverzoek.Besluit.NIET_AANGEPAST and not reden.strip():
        raise ReasonMissing
    row.besluit, row.reden, row.beantwoord_op = besluit, reden, now
    row.save(update_fields=["besluit", "reden", "beantwoord_op"])
    Vraag.objects.filter(gemeente_id=by.gemeente_id, pk=row.vraag_id).update(
        status=Vraag.Status.AFGEROND, klaar_op=now
    )
    record(by=by, action="correctie.beantwoord", subject=row, now=now, besluit=besluit)
    return row


@transaction.atomic
def say_back(*, by: Kijker, now: datetime, persoon: Persoon, tekst: str, thuis: UUID) -> Contactmoment:
    """A resident says something back. The vaste contactpersoon finds it between the contacts, still to be read.

    Raises:
        NotYourHome: they do not live there today.
    """
    day = day_of(now)
    lives = Betrokkene.objects.filter(
        active(day), gemeente_id=by.gemeente_id, persoon=persoon, dossier_id=thuis
    )
    if not lives.exists():
        raise NotYourHome
    contact = Betrokkenheid.objects.filter(
        active(day),
        gemeente_id=by.gemeente_id,
        dossier_id=thuis,
        soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON,
        beeindigd_op__isnull=True,
    ).first()
    said = Contactmoment.objects.create(
        gemeente_id=by.gemeente_id,
        dossier_id=thuis,
        persoon=persoon,
        medewerker_id=contact.medewerker_id if contact else None,
        van_inwoner=True,
        soort=Contactmoment.Soort.BERICHT,
        uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN,
        regel=tekst,
        moment=now,
    )
    record(by=by, action="bericht.teruggezegd", subject=said, now=now)
    return said
