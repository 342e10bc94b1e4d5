"""Vandaag: what asks attention, computed when read; search; and drafts while somebody types."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.zoeken import hits
from vliegwiel.kern import draft, registry
from vliegwiel.kern.clock import ZONE, now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.taal import greeting
from vliegwiel.ui.forms import asked

SHOWN_FIRST = 5


@require_GET
@page(Purpose.OVERZICHT)
def vandaag(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The page people open every morning; a resident's own page when the kijker is a resident."""
    moment = now()
    every = (card for part in registry.aandacht for card in part(kijker, moment))
    cards = sorted(
        (card for card in every if card.inwoner or not kijker.inwoner),
        key=lambda card: (card.weight, card.code),
    )
    context = {
        "kaarten": cards,
        "eerst": SHOWN_FIRST,
        "vandaag": today(),
        "groet": greeting(moment.astimezone(ZONE).hour),
        "blokken": [block for part in registry.thuis if (block := part(kijker, moment))],
    }
    template = "gemeenschap/inwoner.html" if kijker.inwoner else "gemeenschap/vandaag.html"
    return render(request, kijker, template, context)


@require_GET
@page(Purpose.OVERZICHT)
def zoeken(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Tables and words that hold every word of the question, each room over what the kijker may see."""
    question = asked(request.GET.get("q", ""), 100)
    found = hits(kijker, question, registry.zoeken) if question else []
    return render(request, kijker, "gemeenschap/zoeken.html", {"vraag": question, "treffers": found})


@require_POST
@page(Purpose.OVERZICHT)
def concept(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Keep what somebody is typing. The form's own address is the place (`?plek=`); keys and tokens are not kept."""
    fields: dict[str, Any] = {name: value for name, value in request.POST.items() if name not in _NOT_TEXT}
    draft.keep(by=kijker, plek=request.GET.get("plek", ""), fields=fields, now=now())
    return HttpResponse(status=204)


_NOT_TEXT = frozenset({"csrfmiddlewaretoken", "_sleutel"})
