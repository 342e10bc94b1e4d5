"""Wie doet wat voor mij: a resident's own pages."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions import correctie as actions
from vliegwiel.ondersteuning.actions import deel as parts
from vliegwiel.ondersteuning.forms.inwoner import KloptNietForm, KloptNietThuisForm, ZegTerugForm
from vliegwiel.ondersteuning.queries import eigen_plan as plans
from vliegwiel.ondersteuning.queries import inwoner as queries
from vliegwiel.ondersteuning.queries.bel_alvast_inwoner import calls_for
from vliegwiel.privacy.public import Dossier
from vliegwiel.ui.forms import Bevestig, send, status_of

own_page = page(Purpose.EIGEN_DOSSIER, praktijk="eigen_pagina")


def blik_of(kijker: Kijker) -> queries.Eigenblik:
    """What this resident may see; for anybody else there is no such page."""
    if kijker.inwoner is None:
        raise Http404
    return queries.sight_of(kijker, now())


def home(kijker: Kijker) -> str:
    return reverse("wie_doet_wat", args=[kijker.gemeente.slug])


@require_safe
@own_page
def wie_doet_wat(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Three lines and one button; below it their plan, who looked, and a way to say something back."""
    if kijker.inwoner is None:
        raise Http404
    blad = queries.wie_doet_wat(kijker, now())
    context = {"blad": blad, "belletjes": calls_for(blad)}
    return render(request, kijker, "ondersteuning/wie_doet_wat.html", context)


@own_page
def zeg_terug(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """A message to the vaste contactpersoon."""
    blik = blik_of(kijker)
    if blik.zelf is None or not blik.eigen:
        raise Http404
    form = ZegTerugForm(request, kijker, homes=blik.eigen)
    done = _("Uw bericht staat klaar om gelezen te worden.")
    sent = send(request, form, actions.say_back, persoon=blik.zelf, to=home(kijker), done=done)
    return sent or render(
        request, kijker, "ondersteuning/wie_doet_wat_terug.html", {"form": form}, status=status_of(form)
    )


@require_safe
@own_page
def eigen_plan(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    blad = plans.eigen_plan(blik_of(kijker), dossier_id)
    if blad is None:
        found(request, kijker, Dossier.objects.none(), pk=dossier_id)
    return render(request, kijker, "ondersteuning/eigen_plan.html", {"blad": blad})


@own_page
def klopt_niet(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """In general: about no line."""
    blik = blik_of(kijker)
    if blik.zelf is None or not blik.eigen:
        raise Http404
    form = KloptNietThuisForm(request, kijker, homes=blik.eigen)

    def act(*, thuis: str, **given: Any) -> Any:
        return actions.object_to(persoon=blik.zelf, dossier_id=UUID(thuis), **given)  # type: ignore[arg-type]

    return _objected(request, kijker, form, act, None, home(kijker))


LINES = {
    "deel": queries.delen,
    "doel": queries.doelen,
    "afspraak": queries.afspraken,
    "contact": queries.contacten,
}


@own_page
def klopt_niet_regel(request: HttpRequest, kijker: Kijker, soort: str, regel_id: UUID) -> HttpResponse:
    """About one line this resident may read."""
    blik = queries.whole(blik_of(kijker))
    if blik.zelf is None or soort not in LINES:
        raise Http404
    rows: QuerySet[Any] = LINES[soort](blik)
    line = found(request, kijker, rows, pk=regel_id)
    form = KloptNietForm(request, kijker)
    act = partial(actions.object_to, persoon=blik.zelf, dossier_id=line.dossier_id, regel=line)
    back = reverse("eigen_plan", args=[kijker.gemeente.slug, line.dossier_id])
    return _objected(request, kijker, form, act, line, back)


def _objected(
    request: HttpRequest, kijker: Kijker, form: KloptNietForm, act: Any, line: Any, back: str
) -> HttpResponse:
    done = _("Uw woorden staan bij uw plan. U krijgt antwoord, uiterlijk over een maand.")
    sent = send(request, form, act, to=home(kijker), done=done)
    text = getattr(line, "tekst", None) or getattr(line, "regel", "")
    context = {"form": form, "tekst": text, "terug": back}
    return sent or render(request, kijker, "ondersteuning/klopt_niet.html", context, status=status_of(form))


@own_page
def eigen_deel_sluiten(request: HttpRequest, kijker: Kijker, soort: str, regel_id: UUID) -> HttpResponse:
    """A child of 12 to 15 closes a line about themselves for the parents, or opens it again."""
    blik = blik_of(kijker)
    if blik.zelf is None or soort not in LINES:
        raise Http404
    rows: QuerySet[Any] = LINES[soort](blik).filter(persoon_id=blik.zelf.pk)
    line = found(request, kijker, rows, pk=regel_id)
    back = reverse("eigen_plan", args=[kijker.gemeente.slug, line.dossier_id])
    form = Bevestig(request, kijker)
    act = parts.open_for_parents if line.afgesloten else parts.close_for_parents
    sent = send(request, form, act, to=back, item=line)
    context = {
        "form": form,
        "tekst": getattr(line, "tekst", None) or getattr(line, "regel", ""),
        "terug": back,
        "kop": _("Weer open voor uw ouders") if line.afgesloten else _("Sluit af voor uw ouders"),
        "uitleg": _("Uw ouders lezen dit dan weer.")
        if line.afgesloten
        else _("Uw ouders lezen dit dan niet meer. U kunt het altijd weer openen."),
    }
    return sent or render(
        request, kijker, "ondersteuning/klopt_niet_sluiten.html", context, status=status_of(form)
    )
