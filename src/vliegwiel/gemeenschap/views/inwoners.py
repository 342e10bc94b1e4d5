"""Beheer: residents who may come in. Names, an address to write to, a first and a last day; nothing of what they do."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, forms, queries
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Inwoner
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.views.formulier import PER_PAGE, beheer_page, form_page, gone
from vliegwiel.kern.clock import today
from vliegwiel.ui.forms import Bevestig, asked, send


def _list_href(kijker: Kijker) -> str:
    return reverse("beheer_inwoners", args=[kijker.gemeente.slug])


def _page_of(kijker: Kijker) -> Any:
    return lambda inwoner: reverse("beheer_inwoner", args=[kijker.gemeente.slug, inwoner.pk])


def _find(kijker: Kijker, pk: UUID) -> Inwoner:
    inwoner = queries.resident(kijker, pk)
    if inwoner is None:
        raise Http404
    return inwoner


@require_GET
@beheer_page
def inwoners(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """By name. Searching is for a whole chosen name, and only there when the list is long."""
    weg, zoek = gone(request), asked(request.GET.get("q", ""), 120)
    rows = queries.former_residents(kijker, today()) if weg else queries.residents(kijker, today(), zoek)
    bladzijde = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "bladzijde": bladzijde,
        "weg": weg,
        "zoek": "" if weg else zoek,
        "veel": bladzijde.has_other_pages(),
        "dicht": settings.PRODUCTION,
    }
    return render(request, kijker, "gemeenschap/beheer_inwoners.html", context)


@require_GET
@beheer_page
def inwoner(request: HttpRequest, kijker: Kijker, inwoner: UUID) -> HttpResponse:
    found = _find(kijker, inwoner)
    hier_nog = found.einddatum is None or found.einddatum >= today()
    context = {"inwoner": found, "hier_nog": hier_nog, "dicht": settings.PRODUCTION}
    return render(request, kijker, "gemeenschap/beheer_inwoner.html", context)


@beheer_page
def inwoner_uitnodigen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = forms.InwonerUitnodigen(request, kijker)
    # The same words whether or not this address is known somewhere else.
    done = _("De uitnodiging staat klaar en gaat zo de deur uit.")
    answer = send(request, form, actions.invite_resident, to=_page_of(kijker), done=done)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Nodig een inwoner uit"),
        knop=_("Nodig uit"),
        onder=_("De inwoner krijgt een mail. Een plek aan tafel geeft wie de tafel begeleidt."),
        terug=_list_href(kijker),
        dicht=settings.PRODUCTION,
    )


@beheer_page
def inwoner_opnieuw(request: HttpRequest, kijker: Kijker, inwoner: UUID) -> HttpResponse:
    found = _find(kijker, inwoner)
    form = Bevestig(request, kijker)
    done = _("De uitnodiging gaat opnieuw naar %(naam)s.") % {"naam": found.naam}
    answer = send(request, form, actions.invite_resident_again, to=_page_of(kijker), done=done, inwoner=found)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Stuur %(naam)s de uitnodiging opnieuw?") % {"naam": found.naam},
        knop=_("Stuur opnieuw"),
        terug=_page_of(kijker)(found),
        dicht=settings.PRODUCTION,
    )


@beheer_page
def inwoner_laatste_dag(request: HttpRequest, kijker: Kijker, inwoner: UUID) -> HttpResponse:
    found = _find(kijker, inwoner)
    form = forms.EindeToegang(request, kijker, initial={"einddatum": found.einddatum})
    done = _("De laatste dag is bewaard.")
    answer = send(request, form, actions.end_resident, to=_page_of(kijker), done=done, inwoner=found)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Laatste dag van %(naam)s") % {"naam": found.naam},
        knop=pgettext("knop", "Bewaar"),
        onder=_("Daarna komt deze inwoner er niet meer in. Wat die gezegd heeft, blijft staan."),
        terug=_page_of(kijker)(found),
    )


def _form(request: HttpRequest, kijker: Kijker, form: Any, **context: Any) -> HttpResponse:
    tussen = [(pgettext("menu", "Inwoners"), _list_href(kijker))]
    return form_page(request, kijker, form, tussen=tussen, **context)
