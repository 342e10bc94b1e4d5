"""Pages of what people bring: the table of it, offering, one Bijdrage, and what can be done with it."""

from __future__ import annotations

from typing import Any
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
from vliegwiel.samenspel.forms import (
    AfspraakUitBijdrageForm,
    BevestigBijdrageForm,
    BijdrageForm,
    BijdrageVeranderForm,
    GekomenForm,
)
from vliegwiel.samenspel.models import Bijdrage, Tafel, Zetel
from vliegwiel.samenspel.picture import amounts_of, amounts_together
from vliegwiel.samenspel.rules import bijdrage as regels
from vliegwiel.ui.forms import Bevestig, Formulier, send, status_of

PRAKTIJK = "praktijk.bijdragen"
PER_PAGE = 25
FIELDS = ("inhoud", "proces", "uren_van", "uren_tot", "euro_van", "euro_tot", "voorwaarden", "nummer")


def href(kijker: Kijker, bijdrage_id: UUID) -> str:
    return reverse("bijdrage", args=[kijker.gemeente.slug, bijdrage_id])


def _table(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> Tafel:
    """A table that is not of a household: there what people do is in the plan."""
    return found(request, kijker, queries.tafels(kijker, today()).filter(dossier__isnull=True), pk=tafel_id)


def _found(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> Bijdrage:
    return found(request, kijker, queries.bijdragen(kijker, today()), pk=bijdrage_id)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdragen(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    """Who brings what to this table, side by side and in the order it was offered; nothing is ranked."""
    table = _table(request, kijker, tafel_id)
    rows = queries.bijdragen(kijker, today()).filter(tafel_id=table.pk)
    listed = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    own = queries.own_seat(kijker, queries.zetels_of(table), today())
    context = {
        "tafel": table,
        "bijdragen": [(it, amounts_of(it)) for it in listed],
        "pagina": listed,
        "samen": amounts_together(queries.together(rows)),
        "mag_aanbieden": access.can_offer(own, table, today()),
    }
    return render(request, kijker, "samenspel/bijdragen.html", context)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage_nieuw(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = _table(request, kijker, tafel_id)
    access.require_can_speak(queries.own_seat(kijker, queries.zetels_of(table), today()), table, today())
    form = BijdrageForm(request, kijker)
    sent = send(
        request,
        form,
        actions.offer,
        tafel=table,
        to=lambda made: href(kijker, made.pk),
        done=_("Het ligt op tafel. Wie mandaat heeft, bevestigt het."),
    )
    context = {"form": form, "tafel": table}
    return sent or render(request, kijker, "samenspel/bijdrage_nieuw.html", context, status=status_of(form))


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> HttpResponse:
    """What somebody brings, who stands behind it, what was agreed from it and what came of it."""
    it = _found(request, kijker, bijdrage_id)
    seats = list(queries.zetels_of(it.tafel))
    own = queries.own_seat(kijker, seats, today())
    context = {
        "bijdrage": it,
        "iemand_bevestigt": any(_may_promise(it, seat) for seat in seats),
        "bedragen": amounts_of(it),
        "tafel": it.tafel,
        "eigen": own,
        "afspraken": queries.afspraken_from(it.pk, it.gemeente_id),
        "mag": _may(kijker, it, own),
        "draad": draad(kijker, it, now()),
    }
    return render(request, kijker, "samenspel/bijdrage.html", context)


def _may_promise(it: Bijdrage, seat: Zetel) -> bool:
    return not regels.may_promise(queries.bijdrage_feit(it), queries.zetel_stand(seat), today())


def _may(kijker: Kijker, it: Bijdrage, own: Zetel | None) -> frozenset[str]:
    """What this kijker can do with it now: nothing is offered that an action would refuse."""
    if own is None:
        return frozenset()
    fact, seat = queries.bijdrage_feit(it), queries.zetel_stand(own)
    talks = access.can_speak(own, it.tafel, today())
    may = {
        "change": talks and it.zetel_id == own.pk,
        "confirm": talks and _may_promise(it, own),
        "retract": talks and not regels.may_retract(fact, seat, today()),
        "agree": talks and kijker.medewerker is not None,
        "tell": not regels.may_tell(fact, seat),
    }
    return frozenset(event for event, yes in may.items() if yes and not regels.can(fact, event))


def _deed(
    request: HttpRequest,
    kijker: Kijker,
    it: Bijdrage,
    form: Formulier,
    template: str,
    act: Any,
    done: str,
    **shown: Any,
) -> HttpResponse:
    """A page with one decision about a Bijdrage, for who sits there. What was changed meanwhile is on the screen beside
    what was typed."""
    if queries.own_seat(kijker, queries.zetels_of(it.tafel), today()) is None:
        raise access.NoSeat
    sent = send(request, form, act, bijdrage=it, to=href(kijker, it.pk), done=done)
    if sent:
        return sent
    if form.is_bound:
        it = _found(request, kijker, it.pk)
    clash = "nummer" in form.fields and str(form["nummer"].value()) != str(it.nummer)
    if clash and form.is_bound:
        form.go_on_from(it.nummer)
    context = {
        "form": form,
        "bijdrage": it,
        "bedragen": amounts_of(it),
        "tafel": it.tafel,
        "botsing": clash,
        **shown,
    }
    return render(request, kijker, f"samenspel/{template}.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage_bewerken(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> HttpResponse:
    it = _found(request, kijker, bijdrage_id)
    form = BijdrageVeranderForm(request, kijker, initial={name: getattr(it, name) for name in FIELDS})
    done = _("Het is veranderd.")
    return _deed(request, kijker, it, form, "bijdrage_bewerken", actions.change_bijdrage, done)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage_bevestigen(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> HttpResponse:
    it = _found(request, kijker, bijdrage_id)
    form = BevestigBijdrageForm(request, kijker, initial={"nummer": it.nummer})
    done = _("Bevestigd. Iedereen aan tafel kan erop rekenen.")
    return _deed(request, kijker, it, form, "bijdrage_bevestigen", actions.confirm, done)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage_intrekken(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> HttpResponse:
    it, form = _found(request, kijker, bijdrage_id), Bevestig(request, kijker)
    done = _("Het is teruggenomen.")
    return _deed(request, kijker, it, form, "bijdrage_intrekken", actions.retract_bijdrage, done)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage_afspraak(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> HttpResponse:
    """A promise becomes what somebody at this table does."""
    it = _found(request, kijker, bijdrage_id)
    seats = [seat for seat in queries.zetels_of(it.tafel) if access.sits(seat, today())]
    initial = {"doener": str(it.zetel_id)}
    form = AfspraakUitBijdrageForm(request, kijker, seats=seats, initial=initial)
    done = _("Afgesproken. Een collega van een ander team of een andere organisatie zegt eerst zelf ja.")
    return _deed(request, kijker, it, form, "bijdrage_afspraak", actions.agree_on, done)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bijdrage_gekomen(request: HttpRequest, kijker: Kijker, bijdrage_id: UUID) -> HttpResponse:
    it = _found(request, kijker, bijdrage_id)
    form = GekomenForm(request, kijker, initial={"nummer": it.nummer, "gekomen": it.gekomen})
    done = _("Het staat erbij. Zo weet iedereen wat ervan kwam.")
    return _deed(request, kijker, it, form, "bijdrage_gekomen", actions.tell_what_came, done)
