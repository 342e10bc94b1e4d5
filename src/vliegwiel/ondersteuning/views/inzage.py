"""Wie keek mee."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.ondersteuning.queries.inzage import looks
from vliegwiel.ondersteuning.views.inwoner import blik_of, own_page


@require_safe
@own_page
def wie_keek_mee(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """When, which organisation, for what; the last first. `voor` is where the page before stopped."""
    blik = blik_of(kijker)
    asked = request.GET.get("voor", "")
    before = int(asked) if asked.isdecimal() and len(asked) < 19 else None
    seen, further = looks(kijker, blik.logs, before=before)
    context = {
        "keken": seen,
        "verder": further,
        "zelf": blik.zelf.pk if blik.zelf else None,
        "namen": blik.namen,
    }
    return render(request, kijker, "ondersteuning/wie_keek_mee.html", context)
