"""What is done with an opdracht as a whole: beginning, laying before, opening, who brings what, looking back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.opdracht import access, actions, queries
from vliegwiel.opdracht.forms import BijdragenForm, OpdrachtForm
from vliegwiel.opdracht.models import Opdracht
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.opdracht.views.blad import find_opdracht, opdracht_href
from vliegwiel.opdracht.views.opgave import find_opgave
from vliegwiel.samenspel.public import TerugkijkenForm, VerwachtingForm, VraagtForm, own_tables
from vliegwiel.ui.forms import Bevestig, send, status_of

MOST_TABLES = 60
FIVE_MONTHS = timedelta(days=152)  # when Beekdaelen looked back


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opdracht_nieuw(request: HttpRequest, kijker: Kijker, opgave_id: UUID) -> HttpResponse:
    """Begin an opdracht at a table where the kijker sits."""
    it = find_opgave(request, kijker, opgave_id)
    access.require_can_start_at(kijker, it.muur)  # type: ignore[attr-defined]
    tafels = list(own_tables(kijker, today())[:MOST_TABLES])
    form = OpdrachtForm(request, kijker, tafels=tafels, initial={"titel": it.titel})
    sent = send(
        request,
        form,
        actions.start_opdracht,
        opgave=it,
        to=lambda made: opdracht_href(kijker, made.pk),
        done=_("Het concept is begonnen. Schrijf de eerste paragraaf."),
    )
    context = {"form": form, "opgave": it, "tafels": tafels}
    return sent or render(request, kijker, "opdracht/opdracht_nieuw.html", context, status=status_of(form))


def to_write(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> Opdracht:
    """The opdracht, for who may write on it."""
    it = find_opdracht(request, kijker, opdracht_id)
    access.require_can_write(kijker, it)
    return it


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def voorleggen(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    it = to_write(request, kijker, opdracht_id)
    form = VraagtForm(request, kijker, seats=queries.seats_to_ask(it, today()))
    sent = send(
        request,
        form,
        actions.lay_before,
        opdracht=it,
        to=lambda made: reverse("voorstel", args=[kijker.gemeente.slug, made.pk]),
        done=_("De opdracht ligt voor. De tekst verandert nu niet meer."),
    )
    context = {"form": form, "opdracht": it}
    return sent or render(request, kijker, "opdracht/voorleggen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def openen(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    it = to_write(request, kijker, opdracht_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.open_up,
        opdracht=it,
        to=opdracht_href(kijker, it.pk),
        done=_("De opdracht is open. Iedereen die hier werkt leest haar."),
    )
    context = {"form": form, "opdracht": it, "inschrijvers": it.inschrijvers or []}  # type: ignore[attr-defined]
    return sent or render(request, kijker, "opdracht/openen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opdracht_bijdragen(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    """Which of the Bijdragen at the table belong to this opdracht."""
    it = to_write(request, kijker, opdracht_id)
    offered = queries.bijdragen_to_link(kijker, it, today())
    ticked = [str(pk) for pk in queries.linked_bijdragen(it, offered)]
    start = {"bijdragen": ticked, "stond": " ".join(ticked)}
    form = BijdragenForm(request, kijker, bijdragen=offered, initial=start)
    sent = send(
        request,
        form,
        actions.link_bijdragen,
        opdracht=it,
        to=opdracht_href(kijker, it.pk),
        done=_("De bijdragen staan bij de opdracht."),
    )
    context = {"form": form, "opdracht": it, "aangeboden": offered}
    return sent or render(request, kijker, "opdracht/bijdragen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opdracht_terugblik(request: HttpRequest, kijker: Kijker, opdracht_id: UUID) -> HttpResponse:
    """What the table expects of an adopted opdracht, and when it looks back."""
    it = to_write(request, kijker, opdracht_id)
    form = VerwachtingForm(request, kijker, initial={"kijken_op": today() + FIVE_MONTHS})
    sent = send(
        request,
        form,
        actions.expect_of_opdracht,
        opdracht=it,
        to=opdracht_href(kijker, it.pk),
        done=_("De verwachting ligt vast. Op die dag vraagt de opdracht aandacht."),
    )
    context = {"form": form, "opdracht": it}
    return sent or render(request, kijker, "opdracht/verwachting.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opdracht_terugkijken(
    request: HttpRequest, kijker: Kijker, opdracht_id: UUID, terugblik_id: UUID
) -> HttpResponse:
    """Look back, once; afterwards the page shows what was said."""
    it = find_opdracht(request, kijker, opdracht_id)
    rows = queries.all_terugblikken(it)
    link = found(request, kijker, rows, terugblik_id=terugblik_id)
    form = TerugkijkenForm(request, kijker)
    sent = send(
        request,
        form,
        actions.look_back_on_opdracht,
        terugblik=link,
        to=opdracht_href(kijker, it.pk),
        done=_("De terugblik staat bij de opdracht."),
    )
    context = {
        "form": form,
        "opdracht": it,
        "terugblik": link.terugblik,
        "mag": access.can_write(kijker, it),
        "draad": draad(kijker, it, now()),
    }
    return sent or render(request, kijker, "opdracht/terugkijken.html", context, status=status_of(form))
