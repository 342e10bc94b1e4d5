"""What time does to questions: one that became no plan is destroyed four weeks after it was asked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Concept, Gemeente
from vliegwiel.ondersteuning.actions.vraag import Buiten
from vliegwiel.ondersteuning.models import Correctieverzoek, Overdracht, Vraag
from vliegwiel.ondersteuning.rules.vraag import DESTROYABLE

AT_ONCE = 200
EMPTY = dict.fromkeys(["namens_naam", "naam", "contact", "woorden", "organisaties", "eerste_advies"], "")


@transaction.atomic
def destroy_expired(gemeente_id: UUID, now: datetime) -> int:
    """Empty every question whose day has come: words, names, contact, advice, explanations, drafts. The number."""
    waits = Correctieverzoek.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), vraag_id=OuterRef("pk"), beantwoord_op__isnull=True
    )
    due = Vraag.objects.filter(gemeente_id=gemeente_id, verloopt_op__lte=day_of(now), status__in=DESTROYABLE)
    due = due.filter(~Exists(waits)).exclude(soort=Vraag.Soort.CORRECTIE, status=Vraag.Status.OPEN)
    rows = list(due.order_by("verloopt_op", "id")[:AT_ONCE])
    for row in rows:
        _destroy(row, now)
    return len(rows)


def _destroy(row: Vraag, now: datetime) -> None:
    by = Buiten(row.gemeente_id)
    for name, empty in EMPTY.items():
        setattr(row, name, empty)
    row.persoon = None
    row.status, row.klaar_op = Vraag.Status.VERNIETIGD, row.klaar_op or now
    row.save(update_fields=[*EMPTY, "persoon", "status", "klaar_op"])
    offers = Overdracht.objects.filter(gemeente_id=row.gemeente_id, vraag_id=row.pk)
    offers.filter(aangenomen_op__isnull=True, teruggegeven_op__isnull=True).update(teruggegeven_op=now)
    offers.update(uitleg="", reden="", gesprek_op=None)
    slug = Gemeente.objects.values_list("slug", flat=True).get(pk=row.gemeente_id)
    Concept.objects.filter(gemeente_id=row.gemeente_id, plek__startswith=f"/{slug}/vragen/{row.pk}/").delete()
    record(by=by, action="vraag.vernietigd", subject=row, now=now)
