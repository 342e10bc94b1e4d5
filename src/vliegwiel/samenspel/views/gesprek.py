"""Pages of a talk: starting it, reading it, saying something, taking one's own words back."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.samenspel import access, actions, queries
from vliegwiel.samenspel.forms import GesprekForm, UitspraakForm
from vliegwiel.ui.forms import Bevestig, send, status_of

PER_PAGE = 25


def href(kijker: Kijker, gesprek_id: UUID) -> str:
    return reverse("gesprek", args=[kijker.gemeente.slug, gesprek_id])


@require_safe
@page(Purpose.SAMEN_BEPALEN)
def gesprekken(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    rows = queries.gesprekken(kijker, today()).filter(tafel_id=table.pk)
    listed = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, kijker, "samenspel/gesprekken.html", {"tafel": table, "gesprekken": listed})


@page(Purpose.SAMEN_BEPALEN)
def nieuw_gesprek(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    form = GesprekForm(request, kijker)
    sent = send(request, form, actions.start_gesprek, tafel=table, to=lambda made: href(kijker, made.pk))
    return sent or render(
        request,
        kijker,
        "samenspel/gesprek_nieuw.html",
        {"form": form, "tafel": table},
        status=status_of(form),
    )


@page(Purpose.SAMEN_BEPALEN)
def gesprek(request: HttpRequest, kijker: Kijker, gesprek_id: UUID) -> HttpResponse:
    """The talk and its words; who sits here adds to them on the same page."""
    talk = found(request, kijker, queries.gesprekken(kijker, today()), pk=gesprek_id)
    own = queries.own_seat(kijker, queries.zetels_of(talk.tafel), today())
    form = UitspraakForm(request, kijker)
    sent = send(
        request,
        form,
        actions.say,
        gesprek=talk,
        to=href(kijker, talk.pk) + "#laatste",
        done=_("De woorden staan op tafel."),
    )
    rows = queries.uitspraken(kijker, today()).filter(gesprek_id=talk.pk)
    pages = Paginator(rows, PER_PAGE)
    context = {
        "gesprek": talk,
        "tafel": talk.tafel,
        "uitspraken": pages.get_page(request.GET.get("pagina") or pages.num_pages),
        "eigen": own,
        "mag_praten": access.can_speak(own, talk.tafel, today()),
        "form": form,
        "draad": draad(kijker, talk, now()),
    }
    return sent or render(
        request, kijker, "samenspel/gesprek.html", context, status=status_of(form), blocks=("woorden",)
    )


@page(Purpose.SAMEN_BEPALEN)
def terugnemen(request: HttpRequest, kijker: Kijker, uitspraak_id: UUID) -> HttpResponse:
    said = found(request, kijker, queries.uitspraken(kijker, today()), pk=uitspraak_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.take_back,
        uitspraak=said,
        to=href(kijker, said.gesprek_id),
        done=_("De woorden zijn van tafel."),
    )
    return sent or render(
        request,
        kijker,
        "samenspel/terugnemen.html",
        {"form": form, "uitspraak": said},
        status=status_of(form),
    )
