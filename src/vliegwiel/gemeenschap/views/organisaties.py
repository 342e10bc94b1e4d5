"""Beheer: the organisations that take part here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, forms, queries
from vliegwiel.gemeenschap.fields import level_names, sort_name
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Deelname
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.views.formulier import PER_PAGE, beheer_page, form_page, gone
from vliegwiel.kern.clock import today
from vliegwiel.ui.forms import send


def _list_href(kijker: Kijker) -> str:
    return reverse("beheer_organisaties", args=[kijker.gemeente.slug])


def _page_of(kijker: Kijker) -> Any:
    return lambda deelname: reverse("beheer_organisatie", args=[kijker.gemeente.slug, deelname.pk])


def _find(kijker: Kijker, pk: UUID) -> Deelname:
    deelname = queries.organisation(kijker, pk)
    if deelname is None:
        raise Http404
    return deelname


@require_GET
@beheer_page
def organisaties(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    weg = gone(request)
    rows = queries.took_part(kijker, today()) if weg else queries.taking_part(kijker, today())
    bladzijde = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    rijen = [(d, sort_name(d.organisatie.soort), level_names(d.niveaus)) for d in bladzijde]
    context = {"bladzijde": bladzijde, "rijen": rijen, "weg": weg}
    return render(request, kijker, "gemeenschap/beheer_organisaties.html", context)


@require_GET
@beheer_page
def organisatie(request: HttpRequest, kijker: Kijker, deelname: UUID) -> HttpResponse:
    found = _find(kijker, deelname)
    context = {
        "deelname": found,
        "soort": sort_name(found.organisatie.soort),
        "niveaus": level_names(found.niveaus),
        "hier_nog": found.einddatum is None or found.einddatum >= today(),
    }
    return render(request, kijker, "gemeenschap/beheer_organisatie.html", context)


@beheer_page
def organisatie_erbij(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = forms.OrganisatieErbij(request, kijker)
    done = _("De organisatie doet mee.")
    answer = send(request, form, actions.add_organisation, to=_page_of(kijker), done=done)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Organisatie erbij"),
        knop=_("Voeg toe"),
        onder=_("Daarna kun je er collega’s van uitnodigen."),
        terug=_list_href(kijker),
    )


@beheer_page
def niveaus(request: HttpRequest, kijker: Kijker, deelname: UUID) -> HttpResponse:
    found = _find(kijker, deelname)
    form = forms.Niveaus(request, kijker, initial={"niveaus": found.niveaus})
    done = _("De niveaus zijn bewaard.")
    answer = send(request, form, actions.set_levels, to=_page_of(kijker), done=done, deelname=found)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Niveaus van %(naam)s") % {"naam": found},
        knop=_("Bewaar de niveaus"),
        onder=_("Aan tafels waar deze organisatie al zit, verandert er niets."),
        terug=_page_of(kijker)(found),
    )


@beheer_page
def organisatie_laatste_dag(request: HttpRequest, kijker: Kijker, deelname: UUID) -> HttpResponse:
    found = _find(kijker, deelname)
    form = forms.EindeDeelname(request, kijker, initial={"einddatum": found.einddatum})
    done = _("De laatste dag is bewaard.")
    answer = send(request, form, actions.end_organisation, to=_page_of(kijker), done=done, deelname=found)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Laatste dag van %(naam)s") % {"naam": found},
        knop=pgettext("knop", "Bewaar"),
        onder=_("Daarna doet de organisatie hier niet meer mee. Wat er gezegd is, blijft staan."),
        terug=_page_of(kijker)(found),
    )


def _form(request: HttpRequest, kijker: Kijker, form: Any, **context: Any) -> HttpResponse:
    tussen = [(pgettext("menu", "Organisaties"), _list_href(kijker))]
    return form_page(request, kijker, form, tussen=tussen, **context)
