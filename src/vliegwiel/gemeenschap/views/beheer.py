"""Beheer: who works here, and inviting. A beheerder sees people and settings, never content."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, forms, queries
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.views.formulier import (
    PER_PAGE,
    beheer_href,
    beheer_page,
    find,
    form_page,
    gone,
    page_of,
)
from vliegwiel.kern.clock import today
from vliegwiel.ui.forms import Bevestig, asked, send


@require_GET
@beheer_page
def collegas(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Everybody who works here, by name."""
    zoek = asked(request.GET.get("q", ""), 80)
    rows = (
        queries.former_colleagues(kijker, today())
        if gone(request)
        else queries.colleagues(kijker, today(), zoek)
    )
    context = {
        "bladzijde": Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina")),
        "zoek": zoek,
        "weg": gone(request),
        "wachten": queries.invited_not_accepted(kijker, today()).count(),
    }
    return render(request, kijker, "gemeenschap/beheer.html", context)


@beheer_page
def uitnodigen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = forms.Uitnodigen(request, kijker)
    # The same words whether or not this address is known somewhere else.
    done = _("De uitnodiging staat klaar en gaat zo de deur uit.")
    answer = send(request, form, actions.invite, to=page_of(kijker), done=done)
    return answer or form_page(
        request,
        kijker,
        form,
        kop=_("Nodig een collega uit"),
        knop=_("Nodig uit"),
        terug=beheer_href(kijker),
        onder=_("Je collega krijgt een mail met een link, kiest een wachtwoord en kan beginnen."),
    )


@require_GET
@beheer_page
def uitnodigingen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Who has not answered yet."""
    rows = queries.invited_not_accepted(kijker, today())
    bladzijde = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    forms_by = [(row, Bevestig(request, kijker)) for row in bladzijde]
    return render(
        request, kijker, "gemeenschap/beheer_uitnodigingen.html", {"bladzijde": bladzijde, "rijen": forms_by}
    )


@beheer_page
def opnieuw(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = find(kijker, medewerker)
    form = Bevestig(request, kijker)
    to = reverse("beheer_uitnodigingen", args=[kijker.gemeente.slug])
    done = _("De uitnodiging gaat opnieuw naar %(naam)s.") % {"naam": person.naam}
    answer = send(request, form, actions.invite_again, to=to, done=done, medewerker=person)
    return answer or form_page(
        request,
        kijker,
        form,
        kop=_("Stuur %(naam)s de uitnodiging opnieuw?") % {"naam": person.naam},
        knop=_("Stuur opnieuw"),
        terug=to,
    )
