"""Bel alvast: the calls that wait, and one card."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.queries.bel_alvast import Wanneer, lijst
from vliegwiel.privacy.public import HEEFT_WERK


@require_safe
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="bel_alvast")
def bel_alvast(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The list, by when help ends."""
    asked = request.GET.get("wanneer", "")
    wanneer = Wanneer(asked) if asked in set(Wanneer) else Wanneer.NU
    context = {"lijst": lijst(kijker, now(), wanneer, request.GET.get("pagina")), "vandaag": today()}
    return render(request, kijker, "ondersteuning/bel_alvast.html", context)


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="bel_alvast")
def bel_kaart(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    raise Http404


@require_safe
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="bel_alvast")
def bel_brief(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    raise Http404
