"""Logging a contact, and marking as read what a resident said back."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions.contact import log_contact, mark_read
from vliegwiel.ondersteuning.forms.contact import ContactForm
from vliegwiel.ondersteuning.queries.contact import contacts, read_contact, readable
from vliegwiel.privacy.public import HEEFT_WERK, Dossier, zicht_op
from vliegwiel.ui.forms import Bevestig, send, status_of


def back_to(kijker: Kijker, dossier_id: UUID, van: str) -> str:
    """Where somebody came from: the plan, or their list with this row in sight."""
    if van == "plan":
        return reverse("plan", args=[kijker.gemeente.slug, dossier_id])
    where = reverse("mijn_mensen", args=[kijker.gemeente.slug])
    return f"{where}?{urlencode({'bij': dossier_id})}#huishouden-{dossier_id}"


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="mijn_mensen")
def contact(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    dossier: Dossier = found(request, kijker, readable(kijker, now()), pk=dossier_id)
    blad = read_contact(kijker, dossier, now())
    form = ContactForm(request, kijker, mensen=blad.mensen, domeinen=blad.domeinen, today=today())
    back = back_to(kijker, dossier_id, request.GET.get("van", ""))
    sent = send(request, form, log_contact, dossier=dossier, to=back, done=_("Het contact is genoteerd."))
    context = {"form": form, "blad": blad, "terug": back, "gelezen": Bevestig(request, kijker)}
    return sent or render(request, kijker, "ondersteuning/contact.html", context, status=status_of(form))


@require_POST
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="mijn_mensen")
def gelezen(request: HttpRequest, kijker: Kijker, dossier_id: UUID, contact_id: UUID) -> HttpResponse:
    rows = contacts(kijker, zicht_op(kijker, [dossier_id], now())).filter(dossier_id=dossier_id)
    row = found(request, kijker, rows, pk=contact_id, van_inwoner=True)
    back = back_to(kijker, dossier_id, request.GET.get("van", ""))
    sent = send(request, Bevestig(request, kijker), mark_read, contact=row, to=back)
    return sent or HttpResponse(status=422)
