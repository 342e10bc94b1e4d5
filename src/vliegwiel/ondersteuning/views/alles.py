"""Everything about me: on the screen, as JSON and as a PDF. Made when asked for, kept nowhere."""

from __future__ import annotations

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.ondersteuning.queries.alles import everything
from vliegwiel.ondersteuning.queries.inwoner import whole
from vliegwiel.ondersteuning.views.inwoner import blik_of, own_page
from vliegwiel.ui.pdf import pdf, pdf_response
from vliegwiel.ui.render import html


def _all(kijker: Kijker) -> dict[str, Any]:
    blik = whole(blik_of(kijker))
    if blik.zelf is None or blik.zelf.pk not in blik.logs:
        raise Http404
    return everything(blik)


@require_safe
@own_page
def alles_over_mij(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """What it is and where to get it; nothing is read for this page but who they are."""
    blik = whole(blik_of(kijker))
    if blik.zelf is None or blik.zelf.pk not in blik.logs:
        raise Http404
    return render(request, kijker, "ondersteuning/alles.html", {})


@require_safe
@own_page
def alles_json(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    text = json.dumps(_all(kijker), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    headers = {
        "Content-Disposition": 'attachment; filename="alles-over-mij.json"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(text, content_type="application/json", headers=headers)


@require_safe
@own_page
def alles_pdf(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    text = html(request, "ondersteuning/alles_papier.html", {"alles": _all(kijker)})
    content = pdf(text, title=_("Alles wat hier over u staat"), lang=get_language() or "nl")
    return pdf_response(content, "alles-over-mij.pdf")
