"""Toezicht: the FG sees who looked, when and for what. Without residents and without content."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.codes import Rol
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.privacy.actions.toezicht import record_nazicht
from vliegwiel.privacy.forms import NazichtForm
from vliegwiel.privacy.queries import toezicht as queries
from vliegwiel.ui.forms import send, status_of

FG = frozenset({Rol.FG})


@require_safe
@page(Purpose.TOEZICHT, roles=FG)
def overzicht(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    context = {
        "patronen": queries.patterns(kijker, now()),
        "spoed": queries.spoed_uses(kijker, now()),
        "vandaag": today(),
        **queries.seals(kijker),
    }
    return render(request, kijker, "privacy/toezicht.html", context)


@require_safe
@page(Purpose.TOEZICHT, roles=FG)
def steekproef(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    month = queries.month_of(request.GET.get("maand", ""), today())
    rows = queries.monthly_sample(kijker, month)
    people = queries.colleagues(kijker, today())
    reviewed = queries.reviews(kijker, [it.pk for it in rows])
    listed = [(it, people.get(it.medewerker), reviewed.get(it.pk)) for it in rows]
    context = {"rijen": listed, "maand": month, "gedaan": len(reviewed)}
    return render(request, kijker, "privacy/steekproef.html", context)


@page(Purpose.TOEZICHT, roles=FG)
def nazicht(request: HttpRequest, kijker: Kijker, inzage_id: int) -> HttpResponse:
    event = found(request, kijker, queries.events(kijker), pk=inzage_id)
    queries.toon_log(kijker)
    form = NazichtForm(request, kijker)
    to = f"{reverse('toezicht_steekproef', args=[kijker.gemeente.slug])}?maand={event.moment:%Y-%m}"
    if answer := send(
        request, form, record_nazicht, to=to, done=pgettext("melding", "Opgeschreven."), inzage=event
    ):
        return answer
    who = queries.colleagues(kijker, today()).get(event.medewerker)
    context = {"form": form, "inzage": event, "collega": who, "terug": to}
    return render(request, kijker, "privacy/nazicht.html", context, status=status_of(form))
