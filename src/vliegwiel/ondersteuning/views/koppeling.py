"""Pages to say which Doel of the gemeente a goal of a plan contributes to, and to take that back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers.public import PRAKTIJK_KOERS
from vliegwiel.ondersteuning.actions.koppeling import link_doel, unlink_doel
from vliegwiel.ondersteuning.forms.koppeling import KoppelForm
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.ondersteuning.queries.doel import doelen, sight_at
from vliegwiel.ondersteuning.queries.koppeling import koppelingen, to_choose
from vliegwiel.ondersteuning.queries.schrijven import Plek, may_write
from vliegwiel.ondersteuning.refusals.schrijven import CannotWrite
from vliegwiel.ondersteuning.views.schrijven import context, place
from vliegwiel.privacy.public import Onderdeel
from vliegwiel.ui.forms import Bevestig, send, status_of


def _doel(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> tuple[Plandoel, Plek]:
    """A goal this kijker may change; where the gemeente works without doelen there is no such page."""
    if not kijker.aan(PRAKTIJK_KOERS):
        raise Http404
    zicht = sight_at(kijker, Plandoel, doel_id, now())
    row = found(request, kijker, doelen(kijker, zicht), pk=doel_id)
    it = place(request, kijker, row.dossier_id, zicht, [row.persoon_id])
    if not it.open or not may_write(kijker, zicht, Onderdeel.DOEL, it.dossier, row.domein, row.persoon_id):
        raise CannotWrite
    return row, it


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def doel_koppelen(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    row, it = _doel(request, kijker, doel_id)
    form = KoppelForm(request, kijker, doelen=to_choose(kijker, today()))
    sent = send(
        request,
        form,
        link_doel,
        plandoel=row,
        to=reverse("doel", args=[kijker.gemeente.slug, row.pk]),
        done=_("Het staat bij het doel."),
    )
    shown = context(it, form=form, doel=row)
    return sent or render(request, kijker, "ondersteuning/doel_koppelen.html", shown, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def doel_loskoppelen(request: HttpRequest, kijker: Kijker, doel_id: UUID, van_id: UUID) -> HttpResponse:
    row, it = _doel(request, kijker, doel_id)
    link = found(request, kijker, koppelingen(kijker, it.zicht), plandoel_id=row.pk, doel_id=van_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        unlink_doel,
        koppeling=link,
        to=reverse("doel", args=[kijker.gemeente.slug, row.pk]),
        done=_("Het staat niet meer bij het doel, wel in de geschiedenis."),
    )
    shown = context(it, form=form, doel=row, koppeling=link)
    return sent or render(
        request, kijker, "ondersteuning/doel_loskoppelen.html", shown, status=status_of(form)
    )
