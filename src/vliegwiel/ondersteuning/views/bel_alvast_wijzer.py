"""Bel alvast for who keeps it: the guide per kind of help, the weeks, and what came of it. No persons here."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.access.bel_alvast import EFFECT, GUIDE, WEEKS, can_guide, can_set_weeks
from vliegwiel.ondersteuning.actions.bel_alvast_wijzer import set_weeks, write_guide
from vliegwiel.ondersteuning.forms.bel_alvast_wijzer import WekenForm, WijzerForm
from vliegwiel.ondersteuning.queries.bel_alvast_effect import what_came_of_it
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import WEKEN, kinds
from vliegwiel.ondersteuning.queries.bel_alvast_wijzer import guide_for, kinds_of_help, versions
from vliegwiel.ondersteuning.sentences.voorziening import category_words
from vliegwiel.ui.forms import send, status_of

MOST = 20


def _home(kijker: Kijker) -> str:
    return reverse("bel_wijzers", args=[kijker.gemeente.slug])


@require_safe
@page(Purpose.BEHEER, roles=GUIDE | WEEKS, praktijk="bel_alvast")
def wijzers(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Every kind of help: with a text of its own or not, and how many weeks before."""
    context = {
        "soorten": kinds_of_help(kijker),
        "mag_schrijven": can_guide(kijker),
        "mag_weken": can_set_weeks(kijker),
        "weken": kijker.instellingen[WEKEN],
    }
    return render(request, kijker, "ondersteuning/bel_alvast_wijzers.html", context)


@page(Purpose.BEHEER, roles=GUIDE, praktijk="bel_alvast")
def wijzer(request: HttpRequest, kijker: Kijker, wet: str, categorie: str) -> HttpResponse:
    """The guide for one kind of help; two writers meet."""
    if f"{wet}.{categorie}" not in kinds():
        raise Http404
    hulp = guide_for(kijker, wet, categorie)
    form = WijzerForm(request, kijker, initial={"nummer": hulp.nummer, "tekst": hulp.tekst})
    sent = send(
        request,
        form,
        write_guide,
        wet=wet,
        categorie=categorie,
        to=_home(kijker),
        done=_("Bewaard. Wie belt, leest het vanaf nu."),
    )
    if sent:
        return sent
    context: dict[str, Any] = {
        "form": form,
        "hulp": hulp,
        "wat": category_words(wet, categorie),
        "botsing": False,
    }
    if form.is_bound:
        context["botsing"] = str(form["nummer"].value()) != str(hulp.nummer)
        form.go_on_from(hulp.nummer)
    context["versies"] = list(versions(kijker, wet, categorie)[:MOST])
    return render(request, kijker, "ondersteuning/bel_alvast_wijzer.html", context, status=status_of(form))


@page(Purpose.BEHEER, roles=WEEKS, praktijk="bel_alvast")
def weken(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """How long before an end somebody calls: for all help, or for one kind."""
    soort = request.GET.get("soort", "")
    code = f"{WEKEN}.{soort}" if soort in kinds() else WEKEN
    start = {"soort": soort if soort in kinds() else "", "weken": kijker.instellingen[code]}
    form = WekenForm(request, kijker, soorten=kinds_of_help(kijker), initial=start)
    done = _("Bewaard. Vanaf morgen rekent Vliegwiel ermee.")
    sent = send(request, form, set_weeks, to=_home(kijker), done=done)
    context = {"form": form, "weken": kijker.instellingen[WEKEN]}
    return sent or render(
        request, kijker, "ondersteuning/bel_alvast_weken.html", context, status=status_of(form)
    )


@require_safe
@page(Purpose.OVERZICHT, roles=EFFECT, praktijk="bel_alvast")
def effect(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """What came of calling: counts of quarters that are over; nobody can be found in them."""
    context = {"effect": what_came_of_it(kijker, today()), "mag_wijzer": bool(kijker.has(*GUIDE, *WEEKS))}
    return render(request, kijker, "ondersteuning/bel_alvast_effect.html", context)
