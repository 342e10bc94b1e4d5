"""Pages of a plan as it is read: at the kitchen table, and on paper for the fridge."""

from __future__ import annotations

from typing import Never
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.queries.plan import read_plan
from vliegwiel.ondersteuning.queries.plan_blad import Mens, PlanBlad
from vliegwiel.ondersteuning.queries.plan_papier import Papier, for_paper
from vliegwiel.privacy.public import Dossier, Inzage
from vliegwiel.ui.filters import opsomming
from vliegwiel.ui.pdf import PdfUnavailable, pdf, pdf_response
from vliegwiel.ui.sentences import refusal_sentence


def not_theirs(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> Never:
    """A dossier that is not theirs looks like none, and is logged as refused."""
    found(request, kijker, Dossier.objects.none(), pk=dossier_id)
    raise Http404


def _read(request: HttpRequest, kijker: Kijker, dossier_id: UUID, soort: str = Inzage.Soort.PLAN) -> PlanBlad:
    blad = read_plan(kijker, dossier_id, now(), soort)
    return blad if blad is not None else not_theirs(request, kijker, dossier_id)


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    blad = _read(request, kijker, dossier_id)
    context = {"blad": blad, "wonen": who_live_here(blad.mensen)}
    return render(request, kijker, "ondersteuning/plan.html", context)


def who_live_here(mensen: tuple[Mens, ...]) -> str:
    """ "Fatma, Emir (8) en Noor (5)": first names, and the age of a child."""
    return opsomming([f"{wie.voornaam} ({wie.leeftijd})" if wie.is_kind else wie.voornaam for wie in mensen])


def _papier(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> Papier:
    return for_paper(_read(request, kijker, dossier_id, Inzage.Soort.DOWNLOAD))


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_afdruk(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    context = {"papier": _papier(request, kijker, dossier_id), "vandaag": today()}
    return render(request, kijker, "ondersteuning/afdruk.html", context)


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_pdf(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    papier = _papier(request, kijker, dossier_id)
    context = {"papier": papier, "vandaag": today(), "gemeente_naam": kijker.gemeente.naam}
    body = render_to_string("ondersteuning/afdruk_blad.html", context, request, using="jinja2")
    try:
        content = pdf(body, title=_("Ons plan"), lang=get_language() or "nl")
    except PdfUnavailable as refusal:
        messages.info(request, refusal_sentence(refusal))
        return redirect("plan_afdruk", gemeente=kijker.gemeente.slug, dossier_id=dossier_id)
    return pdf_response(content, pgettext("naam van een bestand", "plan.pdf"))
