"""Laying the plan before the family, and closing it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions.voorleggen import close_plan, lay_before
from vliegwiel.ondersteuning.forms.terugblik import SluitenForm
from vliegwiel.ondersteuning.forms.voorleggen import VoorleggenForm
from vliegwiel.ondersteuning.queries.voorleggen import open_afspraken, open_voorstel_of, text_to_lay
from vliegwiel.ondersteuning.refusals.schrijven import NotInCharge
from vliegwiel.ondersteuning.views.schrijven import context, writable
from vliegwiel.privacy.public import Relatie
from vliegwiel.ui.forms import send, status_of


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_voorleggen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    """The general parts of the plan as a text to agree on; the next version of what lies on the table already."""
    it = writable(request, kijker, dossier_id)
    lying = open_voorstel_of(kijker, it.plan.tafel_id)
    nummer = lying.laatste if lying else 0  # type: ignore[attr-defined]
    start = {"gebaseerd_op": nummer, "tekst": text_to_lay(kijker, it.zicht, it.dossier)}
    form = VoorleggenForm(request, kijker, initial=start)
    if lying:
        del form.fields["sluitdatum"]
    sent = send(
        request,
        form,
        lay_before,
        plan=it.plan,
        to=lambda made: reverse("voorstel", args=[kijker.gemeente.slug, made.pk]),
        done=_("De tekst ligt op de tafel van het gezin."),
    )
    if sent:
        return sent
    clash = str(form["gebaseerd_op"].value() or 0) != str(nummer)
    if clash and form.is_bound:
        form.go_on_from(nummer)
    shown = context(it, form=form, voorstel=lying, nummer=nummer, botsing=clash)
    return render(request, kijker, "ondersteuning/voorleggen.html", shown, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_sluiten(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    """Look back on the whole plan and close it."""
    it = writable(request, kijker, dossier_id)
    if Relatie.REGIE not in it.zicht.relaties(it.dossier):
        raise NotInCharge
    form = SluitenForm(request, kijker)
    sent = send(
        request,
        form,
        close_plan,
        plan=it.plan,
        to=reverse("vandaag", args=[kijker.gemeente.slug]),
        done=_("Het plan is gesloten. Vanaf nu leest niemand van ons er meer in."),
    )
    shown = context(it, form=form, lopend=open_afspraken(kijker, it.dossier))
    return sent or render(request, kijker, "ondersteuning/sluiten.html", shown, status=status_of(form))
