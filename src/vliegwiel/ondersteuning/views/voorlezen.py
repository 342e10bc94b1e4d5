"""Reading the resident's page aloud, by who keeps the overview; printable."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.queries import voorlezen as queries
from vliegwiel.privacy.public import Dossier


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="eigen_pagina")
def voorlezen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    return _shown(request, kijker, dossier_id, queries.choose(kijker, dossier_id, now()))


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="eigen_pagina")
def voorlezen_aan(request: HttpRequest, kijker: Kijker, dossier_id: UUID, persoon_id: UUID) -> HttpResponse:
    return _shown(request, kijker, dossier_id, queries.read_out(kijker, dossier_id, persoon_id, now()))


def _shown(request: HttpRequest, kijker: Kijker, dossier_id: UUID, blad: Any) -> HttpResponse:
    if blad is None:
        found(request, kijker, Dossier.objects.none(), pk=dossier_id)
    return render(request, kijker, "ondersteuning/voorlezen.html", {"blad": blad})
