"""Who may see a dossier: what waits for a second pair of eyes."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import outbox, registry
from vliegwiel.kern.registry import Aandacht
from vliegwiel.ondersteuning.queries.toegang import to_review
from vliegwiel.ondersteuning.queries.vandaag import rows_of
from vliegwiel.ui.filters import datum


def asks_review(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Spoed that this colleague was told of and has still to look back at."""
    if kijker.medewerker is None or not kijker.aan("plan"):
        return []
    return [
        Aandacht(
            code="spoed_nakijken",
            href=reverse("spoed_nakijken", args=[kijker.gemeente.slug, it.pk]),
            weight=5,
            kwart="ondersteuning",
            params={"naam": it.tekst, "dag": datum(it.dag), "icoon": "vraag"},
        )
        for it in rows_of(kijker, now, "spoed")
    ]


def something_to_review(kijker: Kijker, now: datetime) -> bool:
    """Whether a colleague's spoed waits for a second pair of eyes."""
    return kijker.medewerker is not None and kijker.aan("plan") and to_review(kijker, now).exists()


def register() -> None:
    """Add this part to the pages below."""
    registry.wacht.add("ondersteuning.spoed", something_to_review, order=5)
    registry.aandacht.add("ondersteuning.spoed", asks_review, order=5)
    outbox.declare(
        "spoed",
        outbox.Kind(
            subject=_("Een collega opende iets bij spoed in %(gemeente)s"),
            body=_("Jij bent de tweede mens die dit meteen hoort. Via deze link kijk je het na."),
        ),
    )
