"""Pages of afspraken apart from any household: mine, one of them, and what can be done to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, Medewerker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.samenspel import actions, queries
from vliegwiel.samenspel.actions.afspraak_wie import may_do
from vliegwiel.samenspel.forms import AnderForm, GedaanForm, LoslatenForm, TeruggevenForm
from vliegwiel.samenspel.models import Afspraak
from vliegwiel.samenspel.refusals import NotYourAfspraak
from vliegwiel.samenspel.rules.afspraak import holder, keeps_an_eye
from vliegwiel.ui.forms import Bevestig, Formulier, asked, send, status_of

PER_PAGE = 25


def href(kijker: Kijker, afspraak_id: UUID) -> str:
    return reverse("tafel_afspraak", args=[kijker.gemeente.slug, afspraak_id])


def _found(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> Afspraak:
    return found(request, kijker, queries.tafelafspraken(kijker, today()), pk=afspraak_id)


@require_safe
@page(Purpose.SAMEN_BEPALEN)
def tafel_afspraken(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """What I do or keep an eye on, apart from any household, the first day first."""
    listed = Paginator(queries.own_tafelafspraken(kijker), PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, kijker, "samenspel/tafel_afspraken.html", {"afspraken": listed})


@page(Purpose.SAMEN_BEPALEN)
def tafel_afspraak(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """The afspraak, who has the ball, and (for who was asked) the one button to take it."""
    it = _found(request, kijker, afspraak_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.take_afspraak,
        afspraak=it,
        to=href(kijker, it.pk),
        done=_("Dank je. Jij hebt nu de bal."),
    )
    if sent:
        return sent
    fact = queries.fact_of(it)
    context = {
        "form": form,
        "afspraak": it,
        "houder": _person(it, holder(fact)),
        "ik_ben_houder": kijker.medewerker is not None and holder(fact) == kijker.medewerker.pk,
        "oogje": keeps_an_eye(fact),
        "mag": may_do(kijker, now(), it),
        "bijdrage": queries.came_from(kijker, it, today()) if kijker.aan("praktijk.bijdragen") else None,
        "draad": draad(kijker, it, now()),
    }
    return render(request, kijker, "samenspel/tafel_afspraak.html", context, status=status_of(form))


def _person(it: Afspraak, pk: Any) -> Medewerker | None:
    people: list[Medewerker | None] = [it.medewerker, it.gever]
    return next((who for who in people if who is not None and who.pk == pk), None)


def _deed(
    request: HttpRequest,
    kijker: Kijker,
    it: Afspraak,
    event: str,
    form: Formulier,
    act: Any,
    done: str,
) -> HttpResponse:
    """A page with one decision about an afspraak; not offered to who may not make it."""
    if event not in may_do(kijker, now(), it) and request.method != "POST":
        raise NotYourAfspraak
    sent = send(request, form, act, afspraak=it, to=href(kijker, it.pk), done=done)
    context = {"form": form, "afspraak": it}
    template = f"samenspel/tafel_afspraak_{event}.html"
    return sent or render(request, kijker, template, context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def tafel_afspraak_teruggeven(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, afspraak_id), TeruggevenForm(request, kijker)
    done = _("Teruggegeven. De bal ligt weer bij wie het vroeg.")
    return _deed(request, kijker, it, "give_back", form, actions.give_back, done)


@page(Purpose.SAMEN_BEPALEN)
def tafel_afspraak_klaar(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, afspraak_id), GedaanForm(request, kijker)
    return _deed(request, kijker, it, "done", form, actions.finish_afspraak, _("Mooi. Het staat als gedaan."))


@page(Purpose.SAMEN_BEPALEN)
def tafel_afspraak_loslaten(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, afspraak_id), LoslatenForm(request, kijker)
    done = _("Losgelaten. Niemand wacht er meer op.")
    return _deed(request, kijker, it, "let_go", form, actions.let_go, done)


@page(Purpose.SAMEN_BEPALEN)
def tafel_afspraak_wie(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """Somebody else does it."""
    it = _found(request, kijker, afspraak_id)
    collegas = queries.colleagues_found(kijker, asked(request.POST.get("collega", ""), 80), today())
    form = AnderForm(request, kijker, collegas=collegas)
    done = _("Gevraagd. De bal ligt bij jou tot er ja gezegd is.")
    return _deed(request, kijker, it, "ask", form, actions.ask_other, done)
