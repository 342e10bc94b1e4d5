"""Answering a correction: only its holder, or who keeps the overview."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions import correctie as actions
from vliegwiel.ondersteuning.forms.correctie import AntwoordForm
from vliegwiel.ondersteuning.queries import correctie as queries
from vliegwiel.ui.forms import send, status_of


@page(Purpose.ONDERSTEUNEN, praktijk="eigen_pagina")
def correctie(request: HttpRequest, kijker: Kijker, vraag_id: UUID) -> HttpResponse:
    rows = queries.corrections(kijker, now()).select_related(
        "vraag", "persoon", "plandeel", "plandoel", "afspraak", "contactmoment"
    )
    row = found(request, kijker, rows, vraag_id=vraag_id)
    blad = queries.read_correction(kijker, row, now())
    form = AntwoordForm(request, kijker)
    here = reverse("correctie", args=[kijker.gemeente.slug, vraag_id])
    sent = send(
        request, form, actions.answer_correction, correctie=row, to=here, done=_("Je antwoord is bewaard.")
    )
    context = {
        "blad": blad,
        "form": form,
        "plan_href": reverse("plan", args=[kijker.gemeente.slug, row.dossier_id]) if blad.mag_plan else None,
    }
    return sent or render(request, kijker, "ondersteuning/correctie.html", context, status=status_of(form))
