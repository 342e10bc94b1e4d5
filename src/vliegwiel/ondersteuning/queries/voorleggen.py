"""What is agreed about a plan, what lies on the table of the family, and the text to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.ondersteuning.queries.plan import delen_of
from vliegwiel.ondersteuning.rules.schrijven import first_text
from vliegwiel.privacy.public import Onderdeel, Zicht
from vliegwiel.samenspel.public import OPEN_AFSPRAKEN, Afspraak, Versie, Voorstel, afspraken


@dataclass(frozen=True)
class Afgesproken:
    """Which version of a plan is agreed, and since when; `open_nummer`: the version that lies on the table now."""

    nummer: int | None
    op: datetime | None
    open_nummer: int | None
    voorstel: UUID


def agreed(kijker: Kijker, tafel_id: UUID | None) -> Afgesproken | None:
    """The agreement on a plan, for somebody who may know of the plan: a number and a day, never the text."""
    if tafel_id is None:
        return None
    rows = list(_with_number(kijker, tafel_id).exclude(status=Voorstel.Status.INGETROKKEN).order_by("-id"))
    done = [it for it in rows if it.status == Voorstel.Status.AANGENOMEN and it.aangenomen_op]
    lying = next((it for it in rows if it.status == Voorstel.Status.OPEN), None)
    last = max(done, key=lambda it: it.aangenomen_op, default=None)
    found = lying or last
    if found is None:
        return None
    return Afgesproken(
        nummer=last.laatste if last else None,
        op=last.aangenomen_op if last else None,
        open_nummer=lying.laatste if lying else None,
        voorstel=found.pk,
    )


def _with_number(kijker: Kijker, tafel_id: UUID):  # type: ignore[no-untyped-def]
    versies = Versie.objects.filter(gemeente_id=OuterRef("gemeente_id"), voorstel_id=OuterRef("pk"))
    latest = Subquery(versies.order_by("-nummer").values("nummer")[:1])
    return Voorstel.objects.filter(gemeente_id=kijker.gemeente_id, tafel_id=tafel_id).annotate(laatste=latest)


def open_voorstel_of(kijker: Kijker, tafel_id: UUID | None) -> Voorstel | None:
    """The text that lies on this table, with the number of its latest version (`laatste`)."""
    if tafel_id is None:
        return None
    rows = _with_number(kijker, tafel_id).filter(status=Voorstel.Status.OPEN)
    found: Voorstel | None = rows.select_related("tafel").order_by("-id").first()
    return found


def open_afspraken(kijker: Kijker, dossier_id: UUID) -> int:
    """How many afspraken of a household are still open, for who keeps the overview."""
    rows = Afspraak.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier_id)
    return rows.filter(status__in=OPEN_AFSPRAKEN).count()


def text_to_lay(kijker: Kijker, zicht: Zicht, dossier_id: UUID) -> str:
    """The general parts of the plan as a first text: without a domain, about the household as a whole, open to all.

    What is about one person stays out: not everybody at the table may read it. The family can add it themselves.
    """
    general = {"dossier_id": dossier_id, "domein": "", "persoon__isnull": True, "afgesloten": False}
    wil = delen_of(kijker, zicht).filter(
        **general, soort="wil_ik", verzegeld=False, vervallen_op__isnull=True
    )
    doelen = Plandoel.objects.filter(
        zicht.q(Onderdeel.DOEL), gemeente_id=kijker.gemeente_id, status=Plandoel.Status.LOOPT, **general
    )
    who = afspraken(kijker, zicht).filter(**general, status__in=OPEN_AFSPRAKEN)
    return first_text(
        list(wil.order_by("gemaakt_op", "id").values_list("tekst", flat=True)),
        list(doelen.order_by("gemaakt_op", "id").values_list("tekst", "eerste_stap")),
        list(map(_line, who.order_by("wanneer", "gemaakt_op", "id"))),
        ("Dit willen we", "Hier gaan we voor", "Dit spreken we af"),  # a text of the family: Dutch
    )


def _line(it: Afspraak) -> str:
    who = it.medewerker.naam if it.medewerker else it.doet.voornaam if it.doet else it.wie_naam
    return f"{it.tekst} ({who})" if who else it.tekst
