"""What waits for a kijker: to answer, to decide, to look at again."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.samenspel.models import (
    Gevraagde,
    Houding,
    Voorstel,
)
from vliegwiel.samenspel.queries.reading import own_zetels, voorstellen


def asks_me(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Open proposals on which this kijker was asked and has not answered the latest version."""
    seats = own_zetels(kijker, today)
    asked = Gevraagde.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), voorstel_id=OuterRef("pk"), zetel__in=seats.values("pk")
    )
    answered = Houding.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        versie__voorstel_id=OuterRef("pk"),
        versie__nummer=OuterRef("laatste"),
        zetel__in=seats.values("pk"),
    ).exclude(keuze=Houding.Keuze.INGETROKKEN)
    earlier = Houding.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), versie__voorstel_id=OuterRef("pk"), zetel__in=seats.values("pk")
    ).order_by("-moment", "-id")
    rows = voorstellen(kijker, today).annotate(eerder=Subquery(earlier.values("keuze")[:1]))
    silent = ~Exists(answered) | Q(
        eerder=Houding.Keuze.INGETROKKEN
    )  # who took a nog niet back is silent again
    return rows.filter(silent, Exists(asked), status=Voorstel.Status.OPEN)


def to_decide(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Open proposals at tables where this kijker has mandaat, on which everybody who was asked has answered (or the
    day to answer has passed) and no *nog niet* stands. A hint to look; `rules.can_adopt` decides."""
    mandate = own_zetels(kijker, today).exclude(mandaat="")
    mandate = mandate.filter(Q(mandaat_tot__isnull=True) | Q(mandaat_tot__gte=today))
    here = {"gemeente_id": OuterRef("gemeente_id")}
    stances = Houding.objects.filter(**here, versie__voorstel_id=OuterRef("pk"))
    on_latest = stances.filter(versie__nummer=OuterRef("laatste"))
    later = Houding.objects.filter(
        **here,
        zetel_id=OuterRef("zetel_id"),
        versie__voorstel_id=OuterRef("versie__voorstel_id"),
        moment__gt=OuterRef("moment"),
    )
    answered = Houding.objects.filter(
        **here,
        zetel_id=OuterRef("zetel_id"),
        versie__voorstel_id=OuterRef("voorstel_id"),
        versie__nummer=OuterRef(OuterRef("laatste")),
    ).exclude(keuze=Houding.Keuze.INGETROKKEN)
    silent = Gevraagde.objects.filter(active(today, "zetel__"), **here, voorstel_id=OuterRef("pk"))
    silent = silent.filter(~Exists(answered))
    return voorstellen(kijker, today).filter(
        ~Exists(silent) | Q(sluitdatum__lt=today),
        ~Exists(stances.filter(~Exists(later), keuze=Houding.Keuze.NOG_NIET)),
        Exists(on_latest.filter(keuze__in=[Houding.Keuze.AKKOORD, Houding.Keuze.KAN_ERMEE_LEVEN])),
        status=Voorstel.Status.OPEN,
        tafel_id__in=mandate.values("tafel_id"),
    )


def due_again(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Adopted texts of the kijker's own tables whose day to look back has come."""
    mine = own_zetels(kijker, today).values("tafel_id")
    return voorstellen(kijker, today).filter(
        status=Voorstel.Status.AANGENOMEN, terugkijken_op__lte=today, tafel_id__in=mine
    )
