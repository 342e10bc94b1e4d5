"""The whole wheel of this gemeente at a glance, for colleagues who take part in the content."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.rules import WITH_CONTENT
from vliegwiel.gemeenschap.wiel import picture, wheel
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page


@require_safe
@page(Purpose.SAMEN_BEPALEN, roles=WITH_CONTENT)
def wiel(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """As a picture and as an outline, of the same lines. A resident has no such page: theirs is about themselves."""
    kwarten = wheel(kijker, now())
    return render(request, kijker, "gemeenschap/wiel.html", {"kwarten": kwarten, "beeld": picture(kwarten)})
