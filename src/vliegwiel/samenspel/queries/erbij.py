"""What every room keeps about a Voorstel, read in the same question as the Voorstel itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.database import rows_as_json
from vliegwiel.samenspel.models import Voorstel


def with_beside(kijker: Kijker, rows: QuerySet[Voorstel], today: date) -> QuerySet[Voorstel]:
    """The same proposals, with what every room keeps about each, as far as this kijker may read it."""
    found = {_key(name): part(kijker, today) for name, part in registry.bij_voorstel.items()}
    return rows.annotate(**{key: rows_as_json(it) for key, it in found.items() if it is not None})


def beside(kijker: Kijker, voorstel: Voorstel, name: str, today: date) -> list[list[str]]:
    """What one room keeps about this Voorstel; asked apart where it was read without that."""
    if _key(name) in voorstel.__dict__:
        return getattr(voorstel, _key(name)) or []
    rows: Any = dict(registry.bij_voorstel.items())[name](kijker, today)
    if rows is None:
        return []
    it = Voorstel.objects.filter(gemeente_id=kijker.gemeente_id, pk=voorstel.pk)
    return it.annotate(erbij=rows_as_json(rows)).values_list("erbij", flat=True).first() or []


def _key(name: str) -> str:
    return f"erbij_{name}"
