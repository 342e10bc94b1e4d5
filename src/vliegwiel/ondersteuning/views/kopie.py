"""Kopieer naar zaaksysteem: a text to select, or to copy with one button."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.queries.kopie import Periode, copy_of
from vliegwiel.privacy.public import HEEFT_WERK, dossiers


@require_safe
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="plan")
def kopie(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    found(request, kijker, dossiers(kijker, now()), pk=dossier_id)
    asked = request.GET.get("periode", Periode.MAAND)
    periode = Periode(asked) if asked in set(Periode) else Periode.MAAND
    plan = "periode" not in request.GET or request.GET.get("plan") == "ja"
    made = copy_of(kijker, dossier_id, now(), plan=plan, periode=periode)
    if made is None:
        raise Http404
    tekst, blad = made
    context = {"tekst": tekst, "blad": blad, "met_plan": plan, "periode": periode}
    return render(request, kijker, "ondersteuning/kopie.html", context)
