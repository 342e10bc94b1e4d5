"""What a kijker may read of the sentences of our course.

What holds is what its Voorstel adopted, and is for everyone in the gemeente; what is talked about is for its table.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.koers.models import Koerszin
from vliegwiel.koers.queries.doel import reads
from vliegwiel.samenspel.public import Versie, Voorstel, voorstellen

ADOPTED = Voorstel.Status.AANGENOMEN
OPEN = Voorstel.Status.OPEN
MOST, EVER = 60, 200  # a gemeente has a handful of sentences of each kind; what is on one page is bounded


def _zinnen(kijker: Kijker) -> QuerySet[Koerszin]:
    """Sentences of this gemeente with their latest text (`tekst`)."""
    versies = Versie.objects.filter(gemeente_id=OuterRef("gemeente_id"), voorstel_id=OuterRef("voorstel_id"))
    latest = Subquery(versies.order_by("-nummer").values("tekst")[:1])
    rows = Koerszin.objects.filter(gemeente_id=kijker.gemeente_id)
    return rows.annotate(tekst=Coalesce(latest, Value(""), output_field=TextField()))


def _running(today: date) -> Q:
    return Q(einddatum__isnull=True) | Q(einddatum__gt=today)


def koerszinnen(kijker: Kijker, today: date) -> QuerySet[Koerszin]:
    """The sentences that hold today, with their adopted text (`tekst`): for everyone in the gemeente."""
    rows = _zinnen(kijker).filter(_running(today), voorstel__status=ADOPTED)
    rows = rows.annotate(vast_op=F("voorstel__aangenomen_op")).order_by("soort", "volgorde", "id")
    return rows if reads(kijker) else rows.none()


def with_talk(rows: QuerySet[Koerszin], kijker: Kijker, today: date) -> QuerySet[Koerszin]:
    """Each sentence with whether this kijker may read the Voorstel it was agreed in (`leest_gesprek`)."""
    readable = voorstellen(kijker, today).order_by().filter(pk=OuterRef("voorstel_id"))
    return rows.annotate(leest_gesprek=Exists(readable))


def in_gesprek(kijker: Kijker, today: date) -> QuerySet[Koerszin]:
    """The sentences that lie on a table the kijker may read."""
    if not reads(kijker):
        return Koerszin.objects.none()
    readable = voorstellen(kijker, today).order_by().filter(status=OPEN).values("pk")
    rows = _zinnen(kijker).filter(einddatum__isnull=True, voorstel_id__in=readable)
    return rows.select_related("voorstel__tafel").order_by("soort", "volgorde", "id")


def ooit_aangenomen(kijker: Kijker, *ids: UUID) -> QuerySet[Koerszin]:
    """Every sentence that was ever adopted (or of these), what was let go included, the latest first."""
    if not reads(kijker):
        return Koerszin.objects.none()
    rows = _zinnen(kijker).filter(voorstel__status=ADOPTED).annotate(vast_op=F("voorstel__aangenomen_op"))
    if ids:
        rows = rows.filter(pk__in=ids)
    return rows.order_by("-vast_op", "-id")[:EVER]
