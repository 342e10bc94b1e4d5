"""Looking back on adopted texts: what a table expected of one, and what became of that."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.samenspel.models import Voorstelterugblik
from vliegwiel.samenspel.queries.reading import at_readable, own_zetels


def voorstelterugblikken(kijker: Kijker, today: date) -> QuerySet[Voorstelterugblik]:
    """Each look back on a text of a table this kijker may read, done or still to come; the latest day first. Never
    about a household: that is looked back on in its plan."""
    rows = Voorstelterugblik.objects.filter(
        at_readable(kijker, today, "voorstel__tafel"),
        gemeente_id=kijker.gemeente_id,
        terugblik__dossier__isnull=True,
    )
    return rows.select_related("terugblik", "voorstel__tafel").order_by("-terugblik__kijken_op", "-id")


def due_terugblikken(kijker: Kijker, today: date) -> QuerySet[Voorstelterugblik]:
    """Those of the kijker's own tables whose day has come, and on which nobody has looked back."""
    mine = own_zetels(kijker, today).values("tafel_id")
    return voorstelterugblikken(kijker, today).filter(
        terugblik__kijken_op__lte=today, terugblik__teruggekeken_op__isnull=True, voorstel__tafel_id__in=mine
    )
