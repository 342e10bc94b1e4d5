"""Finding somebody by BSN, by POST only: a number never stands in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.forms.zoeken import BsnForm
from vliegwiel.ondersteuning.queries.zoeken import find_number
from vliegwiel.privacy.public import HEEFT_WERK
from vliegwiel.ui.forms import status_of


@page(Purpose.OVERZICHT, roles=HEEFT_WERK, praktijk="plan")
def zoek_bsn(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Only reads: nothing is kept, so there is no action."""
    form = BsnForm(request, kijker)
    asked = request.method == "POST" and form.is_valid()
    hits = find_number(kijker, form.cleaned_data["bsn"], now()) if asked else []
    context = {"form": form, "treffers": hits, "gezocht": asked}
    return render(request, kijker, "ondersteuning/zoek_bsn.html", context, status=status_of(form))
