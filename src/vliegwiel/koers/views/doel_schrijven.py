"""Pages to write doelen: a new one, changing it, tying it to another, taking a tie away, stopping it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers import access, actions, queries
from vliegwiel.koers.forms import DoelForm, DoelVeranderForm, VerbindForm
from vliegwiel.koers.home import PRAKTIJK, PRAKTIJK_KOERS
from vliegwiel.koers.models import Doel, Koerszin
from vliegwiel.koers.views.doel import doel_at
from vliegwiel.ui.forms import Bevestig, send, status_of

WORDS = 200


def _href(kijker: Kijker, doel_id: UUID) -> str:
    return reverse("koersdoel", args=[kijker.gemeente.slug, doel_id])


def _offered(kijker: Kijker, doel: Doel | None = None) -> dict[str, Any]:
    """What a doel can be tied to besides doelen. What it is tied to now is offered as well."""
    zinnen = list(queries.koerszinnen(kijker, today()).filter(soort=Koerszin.Soort.AMBITIE)[: queries.MOST])
    woorden = list(queries.begrippen(kijker)[:WORDS]) if kijker.aan(PRAKTIJK) else []
    gebieden = list(queries.gebieden(kijker, today()))
    if doel and doel.gebied and doel.gebied not in gebieden:
        gebieden.append(doel.gebied)
    if doel and doel.koerszin_id and doel.koerszin_id not in {it.pk for it in zinnen}:
        zinnen += queries.ooit_aangenomen(kijker, doel.koerszin_id)
    return {"gebieden": gebieden, "zinnen": zinnen, "woorden": woorden}


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koersdoel_nieuw(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_write_doelen(kijker)
    form = DoelForm(request, kijker, **_offered(kijker))
    sent = send(
        request,
        form,
        actions.add_doel,
        to=lambda made: _href(kijker, made.pk),
        done=_("Het doel staat erbij. Zeg nu waaraan het bijdraagt."),
    )
    return sent or render(request, kijker, "koers/doel_nieuw.html", {"form": form}, status=status_of(form))


def _running(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> Doel:
    """The doel of this address for who may write on it; one that was stopped is only read."""
    access.require_can_write_doelen(kijker)
    row = doel_at(request, kijker, doel_id)
    if row.einddatum is not None and row.einddatum <= today():
        raise Http404
    return row


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koersdoel_bewerken(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    """Change a doel. If somebody else was earlier, both are on the screen."""
    row = _running(request, kijker, doel_id)
    words = [str(it.pk) for it in queries.begrippen_of(kijker, row)]
    form = DoelVeranderForm(request, kijker, initial=_start(row, words), **_offered(kijker, row))
    sent = send(
        request,
        form,
        actions.change_doel,
        doel=row,
        to=_href(kijker, row.pk),
        done=_("De verandering staat erin."),
    )
    if sent:
        return sent
    if form.is_bound:
        row = doel_at(request, kijker, doel_id)
    clash = form.is_bound and str(form["nummer"].value()) != str(row.nummer)
    if clash:
        form.go_on_from(row.nummer)
    context = {"form": form, "doel": row, "botsing": clash}
    return render(request, kijker, "koers/doel_bewerken.html", context, status=status_of(form))


def _start(row: Doel, words: list[str]) -> dict[str, Any]:
    same = ("nummer", "naam", "soort", "toelichting", "indicator")
    chosen = {"gebied": str(row.gebied_id or ""), "koerszin": str(row.koerszin_id or ""), "begrippen": words}
    return {**{name: getattr(row, name) for name in same}, **chosen}


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koersdoel_verbinden(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    row = _running(request, kijker, doel_id)
    net = queries.netwerk(kijker, today())
    form = VerbindForm(request, kijker, anderen=[it for it in net.doelen.values() if it.pk != row.pk])
    sent = send(
        request,
        form,
        actions.link_doelen,
        doel=row,
        to=_href(kijker, row.pk),
        done=_("De doelen zijn verbonden."),
    )
    context = {"form": form, "doel": row}
    return sent or render(request, kijker, "koers/doel_verbinden.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koersdoel_los(request: HttpRequest, kijker: Kijker, doel_id: UUID, verband_id: UUID) -> HttpResponse:
    row = _running(request, kijker, doel_id)
    ties = queries.verbanden(kijker).select_related("van", "naar")
    tie = found(request, kijker, ties, pk=verband_id)
    if row.pk not in (tie.van_id, tie.naar_id):
        raise Http404
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.unlink_doelen,
        verband=tie,
        to=_href(kijker, row.pk),
        done=_("De doelen zijn niet meer verbonden."),
    )
    context = {"form": form, "doel": row, "verband": tie}
    return sent or render(request, kijker, "koers/doel_los.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koersdoel_stoppen(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    row = _running(request, kijker, doel_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.stop_doel,
        doel=row,
        to=reverse("doelen", args=[kijker.gemeente.slug]),
        done=_("Jullie werken niet langer aan dit doel."),
    )
    context = {"form": form, "doel": row}
    return sent or render(request, kijker, "koers/doel_stoppen.html", context, status=status_of(form))
