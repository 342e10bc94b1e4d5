"""Pages of what was kept aside: what waits, and about whom it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import send, status_of
from vliegwiel.uitwisseling.actions.antwoord import NIET, answer
from vliegwiel.uitwisseling.forms.berichten import AntwoordForm, NietForm
from vliegwiel.uitwisseling.queries.terzijde import ASKS, kept_aside, open_parts, somebody_alike
from vliegwiel.uitwisseling.queries.wacht import opened
from vliegwiel.uitwisseling.views.berichten import A_PAGE, ROLLEN


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def wacht(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    rows = open_parts(kijker).select_related("bestand").defer("bestand__inhoud", "cijfertekst")
    context = {
        "rijen": Paginator(rows, A_PAGE).get_page(request.GET.get("pagina")),
        "vandaag": today(),
        "bewaren": kijker.instellingen["terzijde_bewaren_dagen"],
    }
    return render(request, kijker, "uitwisseling/wacht.html", context)


@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def terzijde(request: HttpRequest, kijker: Kijker, terzijde_id: UUID) -> HttpResponse:
    rows = kept_aside(kijker).select_related("bestand").defer("bestand__inhoud")
    row = found(request, kijker, rows, pk=terzijde_id)
    asks = row.reden in ASKS
    form = AntwoordForm(request, kijker, zelfde=somebody_alike(row)) if asks else NietForm(request, kijker)
    more: dict[str, Any] = {} if asks else {"antwoord": NIET}
    to = reverse("wacht", args=[kijker.gemeente.slug])
    sent = send(request, form, answer, to=to, done=_("Dat is bewaard."), terzijde=row.pk, **more)
    if sent:
        return sent
    context = {"form": form, "rij": row, "wacht": opened(kijker, row) if asks and not row.klaar_op else None}
    return render(request, kijker, "uitwisseling/terzijde.html", context, status=status_of(form))
