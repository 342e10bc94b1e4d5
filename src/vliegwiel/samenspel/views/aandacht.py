"""Later: putting off what asks attention, and showing it again."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.samenspel import actions, queries
from vliegwiel.samenspel.forms import LaterForm
from vliegwiel.samenspel.home.aandacht import Vraagt, known, shown
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.samenspel.rules.aandachtspunt import latest
from vliegwiel.ui.forms import Bevestig, send, status_of


def _found(request: HttpRequest, kijker: Kijker, pk: UUID) -> Vraagt:
    """As this kijker may know it."""
    row: Aandachtspunt = found(request, kijker, queries.own_attention(kijker, now()), pk=pk)
    it = known(kijker, row, now())
    if it is None:
        raise Http404
    return it


@page(Purpose.OVERZICHT)
def later(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    """Not now: until which day, and why."""
    it = _found(request, kijker, aandachtspunt_id)
    form = LaterForm(request, kijker)
    home = reverse("vandaag", args=[kijker.gemeente.slug])
    done = _("Dit staat tot die dag niet op Vandaag.")
    answer = send(request, form, actions.put_off, to=home, done=done, aandachtspunt=it.row)
    if answer:
        return answer
    context = {"it": it, "form": form, "uiterlijk": latest(today(), it.row.voor)}
    return render(request, kijker, "samenspel/later.html", context, status=status_of(form))


@page(Purpose.OVERZICHT)
def terug(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    """On Vandaag again."""
    it = _found(request, kijker, aandachtspunt_id)
    form = Bevestig(request, kijker)
    home = reverse("vandaag", args=[kijker.gemeente.slug])
    done = _("Dit staat weer op Vandaag.")
    answer = send(request, form, actions.put_back, to=home, done=done, aandachtspunt=it.row)
    return answer or render(
        request, kijker, "samenspel/later_terug.html", {"it": it, "form": form}, status=status_of(form)
    )


@require_GET
@page(Purpose.OVERZICHT)
def uitgesteld(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """What was put off, until when and why. For who works here."""
    if kijker.medewerker is None:
        raise Http404
    rows = shown(kijker, now(), put_off=True)
    return render(request, kijker, "samenspel/uitgesteld.html", {"rijen": rows})
