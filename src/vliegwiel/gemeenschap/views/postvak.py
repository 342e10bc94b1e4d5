"""The demo's outbox: what would have been mailed, with links that work. Outside the demo there is no such page."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import queries
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.outbox import compose

PER_PAGE = 25


@require_GET
@page(Purpose.BEHEER, roles=frozenset({Rol.BEHEERDER}))
def postvak(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    bladzijde = Paginator(queries.outbox(kijker), PER_PAGE).get_page(request.GET.get("pagina"))
    context = {"bladzijde": bladzijde, "mails": [compose(row) for row in bladzijde]}
    return render(request, kijker, "gemeenschap/postvak.html", context)
