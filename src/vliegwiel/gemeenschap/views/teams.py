"""Teams, and which practices are on."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, forms, queries
from vliegwiel.gemeenschap.instellingen import praktijken
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Team
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.views.formulier import beheer_page, form_page
from vliegwiel.kern.clock import today
from vliegwiel.ui.forms import Bevestig, send


@require_GET
@beheer_page
def teams(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    return render(request, kijker, "gemeenschap/beheer_teams.html", {"teams": queries.teams(kijker, today())})


@beheer_page
def team_nieuw(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = forms.TeamNaam(request, kijker)
    to = reverse("beheer_teams", args=[kijker.gemeente.slug])
    answer = send(request, form, actions.create_team, to=to, done=_("Het team is er."))
    return answer or form_page(request, kijker, form, kop=_("Nieuw team"), knop=_("Maak het team"), terug=to)


@beheer_page
def team_naam(request: HttpRequest, kijker: Kijker, team: UUID) -> HttpResponse:
    found = Team.objects.filter(gemeente_id=kijker.gemeente_id, pk=team).first()
    if found is None:
        raise Http404
    form = forms.TeamNaam(request, kijker, initial={"naam": found.naam})
    to = reverse("beheer_teams", args=[kijker.gemeente.slug])
    answer = send(request, form, actions.rename_team, to=to, done=_("De naam is bewaard."), team=found)
    return answer or form_page(
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
    return answer or form_page(
        request, kijker, form, kop=_("Onderdeel aan of uit"), knop=_("Zet uit"), terug=to
    )
