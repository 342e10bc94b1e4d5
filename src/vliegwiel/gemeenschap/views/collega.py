"""One colleague: roles, teams, last day, leaving, a lost telephone. One form a page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, forms, queries
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.views.formulier import about, beheer_page, find, page_of
from vliegwiel.kern.clock import today
from vliegwiel.ui.forms import Bevestig, send


@require_GET
@beheer_page
def collega(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = find(kijker, medewerker)
    context = {
        "collega": person,
        "hier_nog": person.einddatum is None or person.einddatum >= today(),
        "wacht_nog": not queries.has_accepted(person),
        "zelf": person.account_id == kijker.account_id,
    }
    return render(request, kijker, "gemeenschap/beheer_collega.html", context)


@beheer_page
def rollen(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = find(kijker, medewerker)
    form = forms.Rollen(request, kijker, initial={"rollen": [row.rol for row in person.rollen_nu]})
    answer = send(
        request,
        form,
        actions.set_roles,
        to=page_of(kijker),
        done=_("De rollen zijn bewaard."),
        medewerker=person,
    )
    return answer or about(
        request, kijker, person, form, kop=_("Rollen van %(naam)s"), knop=_("Bewaar de rollen")
    )


@beheer_page
def teams_van(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = find(kijker, medewerker)
    form = forms.Teams(request, kijker, initial={"teams": [row.team_id for row in person.teams_nu]})
    answer = send(
        request,
        form,
        actions.set_teams,
        to=page_of(kijker),
        done=_("De teams zijn bewaard."),
        medewerker=person,
    )
    return answer or about(
        request, kijker, person, form, kop=_("Teams van %(naam)s"), knop=_("Bewaar de teams")
    )


@beheer_page
def laatste_dag(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = find(kijker, medewerker)
    form = forms.LaatsteDag(request, kijker, initial={"einddatum": person.einddatum})
    done = _("De laatste dag is bewaard.")
    answer = send(request, form, actions.set_last_day, to=page_of(kijker), done=done, medewerker=person)
    return answer or about(
        request, kijker, person, form, kop=_("Laatste dag van %(naam)s"), knop=pgettext("knop", "Bewaar")
    )


@beheer_page
def stopt(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    """Somebody leaves. What is open is counted, never shown."""
    person = find(kijker, medewerker)
    work = queries.open_work_of(kijker, person)
    form = forms.Stoppen(request, kijker, medewerker=person, open_werk=work.count)
    done = _("%(naam)s stopt hier.") % {"naam": person.naam}
    answer = send(request, form, actions.end_colleague, to=page_of(kijker), done=done, medewerker=person)
    return answer or about(
        request, kijker, person, form, kop=_("%(naam)s stopt hier"), knop=_("Leg vast"), open_werk=work.lines
    )


@beheer_page
def tweede_stap(request: HttpRequest, kijker: Kijker, medewerker: UUID) -> HttpResponse:
    person = find(kijker, medewerker)
    form = Bevestig(request, kijker)
    done = _("De tweede stap is teruggezet. %(naam)s krijgt daar een mail over.") % {"naam": person.naam}
    answer = send(
        request, form, actions.reset_second_factor, to=page_of(kijker), done=done, medewerker=person
    )
    return answer or about(
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
