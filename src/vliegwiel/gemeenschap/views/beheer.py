"""Beheer: who works here, with which roles, and what is on. A beheerder sees people and settings, never content."""

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
from vliegwiel.gemeenschap.instellingen import praktijken
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Medewerker, Team
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import Bevestig, Formulier, send, status_of

PER_PAGE = 25
beheer_page = page(Purpose.BEHEER, roles=frozenset({Rol.BEHEERDER}))


@require_GET
@beheer_page
def collegas(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Everybody who works here, by name."""
    zoek = request.GET.get("q", "").strip()[:80]
    rows = (
        queries.former_colleagues(kijker, today())
        if _gone(request)
        else queries.colleagues(kijker, today(), zoek)
    )
    context = {
        "bladzijde": Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina")),
        "zoek": zoek,
        "weg": _gone(request),
        "wachten": queries.invited_not_accepted(kijker, today()).count(),
    }
    return render(request, kijker, "gemeenschap/beheer.html", context)


def _gone(request: HttpRequest) -> bool:
    return request.GET.get("weg") == "1"


@beheer_page
def uitnodigen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = forms.Uitnodigen(request, kijker)
    # The same words whether or not this address is known somewhere else.
    done = _("De uitnodiging staat klaar en gaat zo de deur uit.")
    answer = send(request, form, actions.invite, to=_page_of(kijker), done=done)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Nodig een collega uit"),
        knop=_("Nodig uit"),
        terug=_beheer(kijker),
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
    person = _find(kijker, medewerker)
    form = Bevestig(request, kijker)
    to = reverse("beheer_uitnodigingen", args=[kijker.gemeente.slug])
    done = _("De uitnodiging gaat opnieuw naar %(naam)s.") % {"naam": person.naam}
    answer = send(request, form, actions.invite_again, to=to, done=done, medewerker=person)
    return answer or _form(
        request,
        kijker,
        form,
        kop=_("Stuur %(naam)s de uitnodiging opnieuw?") % {"naam": person.naam},
        knop=_("Stuur opnieuw"),
        terug=to,
    )


@require_GET
@beheer_page
def collega(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = _find(kijker, medewerker)
    context = {
        "collega": person,
        "hier_nog": person.einddatum is None or person.einddatum >= today(),
        "wacht_nog": not queries.has_accepted(person),
        "zelf": person.account_id == kijker.account_id,
    }
    return render(request, kijker, "gemeenschap/beheer_collega.html", context)


@beheer_page
def rollen(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = _find(kijker, medewerker)
    form = forms.Rollen(request, kijker, initial={"rollen": [row.rol for row in person.rollen_nu]})
    answer = send(
        request,
        form,
        actions.set_roles,
        to=_page_of(kijker),
        done=_("De rollen zijn bewaard."),
        medewerker=person,
    )
    return answer or _about(
        request, kijker, person, form, kop=_("Rollen van %(naam)s"), knop=_("Bewaar de rollen")
    )


@beheer_page
def teams_van(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = _find(kijker, medewerker)
    form = forms.Teams(request, kijker, initial={"teams": [row.team_id for row in person.teams_nu]})
    answer = send(
        request,
        form,
        actions.set_teams,
        to=_page_of(kijker),
        done=_("De teams zijn bewaard."),
        medewerker=person,
    )
    return answer or _about(
        request, kijker, person, form, kop=_("Teams van %(naam)s"), knop=_("Bewaar de teams")
    )


@beheer_page
def laatste_dag(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = _find(kijker, medewerker)
    form = forms.LaatsteDag(request, kijker, initial={"einddatum": person.einddatum})
    done = _("De laatste dag is bewaard.")
    answer = send(request, form, actions.set_last_day, to=_page_of(kijker), done=done, medewerker=person)
    return answer or _about(
        request, kijker, person, form, kop=_("Laatste dag van %(naam)s"), knop=pgettext("knop", "Bewaar")
    )


@beheer_page
def stopt(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    """Somebody leaves. What is open is counted, never shown."""
    person = _find(kijker, medewerker)
    work = queries.open_work_of(kijker, person)
    form = forms.Stoppen(request, kijker, medewerker=person, open_werk=work.count)
    done = _("%(naam)s stopt hier.") % {"naam": person.naam}
    answer = send(request, form, actions.end_colleague, to=_page_of(kijker), done=done, medewerker=person)
    return answer or _about(
        request, kijker, person, form, kop=_("%(naam)s stopt hier"), knop=_("Leg vast"), open_werk=work.lines
    )


@beheer_page
def tweede_stap(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = _find(kijker, medewerker)
    form = Bevestig(request, kijker)
    done = _("De tweede stap is teruggezet. %(naam)s krijgt daar een mail over.") % {"naam": person.naam}
    answer = send(
        request, form, actions.reset_second_factor, to=_page_of(kijker), done=done, medewerker=person
    )
    return answer or _about(
        request,
        kijker,
        person,
        form,
        kop=_("Tweede stap van %(naam)s terugzetten?"),
        knop=_("Zet terug"),
        onder=_(
            "Doe dit alleen als je zeker weet dat je collega het zelf vraagt: bel even. "
            "Bij de volgende keer inloggen stelt die een nieuwe tweede stap in."
        ),
    )


@require_GET
@beheer_page
def teams(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    return render(request, kijker, "gemeenschap/beheer_teams.html", {"teams": queries.teams(kijker, today())})


@beheer_page
def team_nieuw(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = forms.TeamNaam(request, kijker)
    to = reverse("beheer_teams", args=[kijker.gemeente.slug])
    answer = send(request, form, actions.create_team, to=to, done=_("Het team is er."))
    return answer or _form(request, kijker, form, kop=_("Nieuw team"), knop=_("Maak het team"), terug=to)


@beheer_page
def team_naam(request: HttpRequest, kijker: Kijker, team: UUID) -> HttpResponse:
    found = Team.objects.filter(gemeente_id=kijker.gemeente_id, pk=team).first()
    if found is None:
        raise Http404
    form = forms.TeamNaam(request, kijker, initial={"naam": found.naam})
    to = reverse("beheer_teams", args=[kijker.gemeente.slug])
    answer = send(request, form, actions.rename_team, to=to, done=_("De naam is bewaard."), team=found)
    return answer or _form(
        request, kijker, form, kop=_("Andere naam voor het team"), knop=_("Bewaar de naam"), terug=to
    )


@require_GET
@beheer_page
def onderdelen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The practices of this gemeente, on or off. What is off is nowhere on screen."""
    on = kijker.instellingen
    rows = [
        (declaration.code, on[declaration.code], Bevestig(request, kijker)) for declaration in praktijken()
    ]
    return render(request, kijker, "gemeenschap/beheer_onderdelen.html", {"rijen": rows})


@beheer_page
def onderdeel(request: HttpRequest, kijker: Kijker, code: str) -> HttpResponse:
    """Switch one practice; the form says which way, so that sending it twice does not switch back."""
    form = Bevestig(request, kijker)
    to = reverse("beheer_onderdelen", args=[kijker.gemeente.slug])
    aan = request.POST.get("aan") == "ja"
    done = (
        _("Het staat aan.") if aan else _("Het staat uit en is nergens meer te zien. Wat er was, is bewaard.")
    )
    answer = send(request, form, actions.switch_practice, to=to, done=done, code=code, aan=aan)
    return answer or _form(request, kijker, form, kop=_("Onderdeel aan of uit"), knop=_("Zet uit"), terug=to)


def _find(kijker: Kijker, pk: UUID) -> Any:
    person = queries.colleague(kijker, pk, today())
    if person is None:
        raise Http404
    return person


def _beheer(kijker: Kijker) -> str:
    return reverse("beheer", args=[kijker.gemeente.slug])


def _page_of(kijker: Kijker) -> Any:
    return lambda person: reverse("beheer_collega", args=[kijker.gemeente.slug, person.pk])


def _about(
    request: HttpRequest, kijker: Kijker, person: Medewerker, form: Formulier, *, kop: str, **context: Any
) -> HttpResponse:
    return _form(
        request,
        kijker,
        form,
        kop=kop % {"naam": person.naam},
        terug=_page_of(kijker)(person),
        over=person,
        **context,
    )


def _form(request: HttpRequest, kijker: Kijker, form: Formulier, **context: Any) -> HttpResponse:
    full = {
        "form": form,
        "onder": None,
        "over": None,
        "open_werk": (),
        "beheer_href": _beheer(kijker),
        **context,
    }
    return render(request, kijker, "gemeenschap/beheer_formulier.html", full, status=status_of(form))
