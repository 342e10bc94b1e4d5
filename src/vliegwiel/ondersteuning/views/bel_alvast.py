"""Bel alvast: the calls that wait, one card, and a letter for who has no telephone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.access.bel_alvast import can_guide, can_read_effect, can_set_weeks
from vliegwiel.ondersteuning.actions.bel_alvast import record_belletje
from vliegwiel.ondersteuning.forms.bel_alvast import BelForm
from vliegwiel.ondersteuning.queries.bel_alvast import Wanneer, lijst
from vliegwiel.ondersteuning.queries.bel_alvast_kaart import Belkaart, card_of, read_card
from vliegwiel.ondersteuning.sentences.bel_alvast import in_sentence
from vliegwiel.privacy.public import HEEFT_WERK, Inzage
from vliegwiel.samenspel.public import Aandachtspunt
from vliegwiel.ui.forms import send, status_of
from vliegwiel.ui.sentences import sentence


@require_safe
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="bel_alvast")
def bel_alvast(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The list, by when help ends."""
    asked = request.GET.get("wanneer", "")
    wanneer = Wanneer(asked) if asked in set(Wanneer) else Wanneer.NU
    context = {
        "lijst": lijst(kijker, now(), wanneer, request.GET.get("pagina")),
        "vandaag": today(),
        "mag_effect": can_read_effect(kijker),
        "mag_wijzer": can_guide(kijker) or can_set_weeks(kijker),
    }
    return render(request, kijker, "ondersteuning/bel_alvast.html", context)


def _punt(request: HttpRequest, kijker: Kijker, pk: UUID) -> Aandachtspunt:
    return found(request, kijker, card_of(kijker, now()), pk=pk)


def _kaart(
    request: HttpRequest, kijker: Kijker, punt: Aandachtspunt, soort: str = Inzage.Soort.PLAN
) -> Belkaart:
    kaart = read_card(kijker, punt, now(), soort)
    if kaart is None:
        request.refused = "niet_leesbaar"  # type: ignore[attr-defined]
        raise Http404
    return kaart


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="bel_alvast")
def bel_kaart(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    """Who, what ends when, how to begin, and what came of it."""
    punt, to = _punt(request, kijker, aandachtspunt_id), reverse("bel_alvast", args=[kijker.gemeente.slug])
    if punt.weg == Aandachtspunt.Weg.VERVALLEN:
        messages.info(request, sentence("belletje_niet_meer_nodig"))
        return redirect(to)
    kaart = _kaart(request, kijker, punt)
    form = BelForm(request, kijker, kaart=kaart, today=today())
    done = _("Genoteerd. Fijn dat je belde.")
    sent = send(request, form, record_belletje, punt=punt, to=to, done=done)
    if sent:
        return sent
    if form.is_bound:
        punt = _punt(request, kijker, aandachtspunt_id)
        kaart = _kaart(request, kijker, punt)
        form.go_on_from(kaart.laatste.pk if kaart.laatste else "")
    context = {
        "form": form,
        "kaart": kaart,
        "hulp": kaart.hulp,
        "vandaag": today(),
    }
    return render(request, kijker, "ondersteuning/bel_alvast_kaart.html", context, status=status_of(form))


@require_safe
@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="bel_alvast")
def bel_brief(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    """A letter in plain words, to print: for who has no telephone, or did not answer."""
    punt = _punt(request, kijker, aandachtspunt_id)
    if punt.weg == Aandachtspunt.Weg.VERVALLEN:
        raise Http404
    with translation.override("nl"):  # it goes to a resident, whatever language the colleague reads
        kaart = _kaart(request, kijker, punt, Inzage.Soort.DOWNLOAD)
        context = {"kaart": kaart, "wat": in_sentence(kaart.wat), "vandaag": today(), "kijker": kijker}
        brief = render_to_string("ondersteuning/bel_alvast_brief_blad.html", context, request, using="jinja2")
    return render(request, kijker, "ondersteuning/bel_alvast_brief.html", {"kaart": kaart, "brief": brief})
