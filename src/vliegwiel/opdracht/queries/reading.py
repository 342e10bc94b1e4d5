"""What a kijker may read of what we ask. Everything about an opdracht (its page, its DOCX, search, the rode draad,
Vandaag, a Terugblik) starts at `opdrachten`: the wall stands here and nowhere else."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Organisatie, active
from vliegwiel.kern.database import rows_as_json
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdracht, Opgave
from vliegwiel.opdracht.rules import PRAKTIJK, OpdrachtStatus, opdracht_status
from vliegwiel.samenspel.public import own_zetels, tafels, zetels_of_account


def opgaven(kijker: Kijker) -> QuerySet[Opgave]:
    """What is asked of us: every colleague who takes part in the content reads it, possible bidders too."""
    if kijker.medewerker is None or not kijker.sees_content or not kijker.aan(PRAKTIJK):
        return Opgave.objects.none()
    rows = Opgave.objects.filter(gemeente_id=kijker.gemeente_id).select_related("gebied")
    return rows.order_by("-id")


def opdrachten(kijker: Kijker, today: date) -> QuerySet[Opdracht]:
    """What we ask, as far as this kijker may read it, latest first.

    Open to all: every colleague who takes part in the content. Until then: who reads its table, and works or speaks
    for no organisation that may bid on it.
    """
    if not kijker.sees_content or not kijker.aan(PRAKTIJK):
        return Opdracht.objects.none()
    is_open = Q(open_op__isnull=False)
    at_the_table = Q(tafel__in=tafels(kijker, today).values("pk"))
    may: Any = at_the_table & (is_open | ~Exists(_walls(kijker, today, OuterRef("opgave_id"))))
    if kijker.medewerker is not None:
        may |= is_open
    rows = Opdracht.objects.filter(may, gemeente_id=kijker.gemeente_id)
    return rows.select_related("opgave", "tafel", "voorstel").order_by("-id")


def marks(today: date) -> Q:
    """Marks of possible bidders that count today; one that was made counts, also before its first day."""
    return Q(einddatum__isnull=True) | Q(einddatum__gte=today)


def _walls(kijker: Kijker, today: date, opgave: Any) -> QuerySet[MogelijkeInschrijver]:
    """The marks at an opgave of the organisations where this account works today and for which it sits at a table, in
    whatever hat it came in."""
    here = {"gemeente_id": kijker.gemeente_id}
    works = Medewerker.objects.filter(active(today), **here, account_id=kijker.account_id)
    speaks = zetels_of_account(kijker, today).filter(partij__deelname__isnull=False)
    own = Q(deelname__in=works.values("deelname_id")) | Q(deelname__in=speaks.values("partij__deelname_id"))
    return MogelijkeInschrijver.objects.filter(marks(today), own, **here, opgave_id=opgave)


def before_the_wall(kijker: Kijker, opgave_id: UUID, today: date) -> bool:
    """Whether this kijker works or speaks for an organisation that may bid on what comes of this opgave."""
    return _walls(kijker, today, opgave_id).exists()


def with_wall(rows: QuerySet[Opgave], kijker: Kijker, today: date) -> QuerySet[Opgave]:
    """Each opgave with whether this kijker stands before its wall (`muur`)."""
    return rows.annotate(muur=Exists(_walls(kijker, today, OuterRef("pk"))))


def with_rights(rows: QuerySet[Opdracht], kijker: Kijker, today: date) -> QuerySet[Opdracht]:
    """Each opdracht with whether the kijker sits at its table (`zit`), works for a possible bidder (`muur`), and the
    names of those (`inschrijvers`)."""
    return rows.annotate(
        zit=Exists(own_zetels(kijker, today).filter(tafel_id=OuterRef("tafel_id"))),
        muur=Exists(_walls(kijker, today, OuterRef("opgave_id"))),
        inschrijvers=rows_as_json(_bidding(kijker, today).values("naam")),
    )


def _bidding(kijker: Kijker, today: date) -> QuerySet[Organisatie]:
    marked = MogelijkeInschrijver.objects.filter(
        marks(today), gemeente_id=kijker.gemeente_id, opgave_id=OuterRef(OuterRef("opgave_id"))
    )
    return Organisatie.objects.filter(pk__in=marked.values("deelname__organisatie_id")).order_by("naam")


def status_of(opdracht: Opdracht) -> OpdrachtStatus:
    """Where an Opdracht with its Voorstel stands."""
    voorstel = opdracht.voorstel
    return opdracht_status(voorstel.status if voorstel else None, opdracht.open_op is not None)


def bidders(opgave: Opgave, today: date) -> QuerySet[MogelijkeInschrijver]:
    """Who may bid on what comes of an opgave the kijker already reads, by name."""
    rows = MogelijkeInschrijver.objects.filter(
        marks(today), gemeente_id=opgave.gemeente_id, opgave_id=opgave.pk
    )
    return rows.select_related("deelname__organisatie").order_by("deelname__organisatie__naam")
