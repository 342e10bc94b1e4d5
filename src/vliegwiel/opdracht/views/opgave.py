"""Pages of an opgave: the list, one of them, writing it, and who may bid on what comes of it."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Gebied, Kijker, active, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.opdracht import access, actions, queries
from vliegwiel.opdracht.forms import InschrijverForm, NietMeerForm, OpgaveForm, OpgaveVeranderForm
from vliegwiel.opdracht.models import Opgave
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.ui.forms import send, status_of

PER_PAGE = 20
MOST_GEBIEDEN = 200
SHOWN = 60  # opdrachten on one page


def opgave_href(kijker: Kijker, opgave_id: UUID) -> str:
    return reverse("opgave", args=[kijker.gemeente.slug, opgave_id])


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opgaven(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """What is asked of us, the latest first, and below each what came of it as far as this kijker reads that."""
    access.require_can_read_opgaven(kijker)
    listed = Paginator(queries.opgaven(kijker), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = queries.opdrachten(kijker, today()).filter(opgave_id__in=[it.pk for it in listed])
    made = [(it, queries.status_of(it)) for it in rows[:SHOWN]]
    below = {it.pk: [pair for pair in made if pair[0].opgave_id == it.pk] for it in listed}
    context = {"pagina": listed, "opdrachten": below, "mag_schrijven": access.can_steer(kijker)}
    return render(request, kijker, "opdracht/opgaven.html", context)


def find_opgave(request: HttpRequest, kijker: Kijker, opgave_id: UUID) -> Opgave:
    """The opgave with `muur`: whether this kijker works for who may bid on it."""
    rows = queries.with_wall(queries.opgaven(kijker), kijker, today())
    return found(request, kijker, rows, pk=opgave_id)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opgave(request: HttpRequest, kijker: Kijker, opgave_id: UUID) -> HttpResponse:
    it = find_opgave(request, kijker, opgave_id)
    muur = it.muur  # type: ignore[attr-defined]
    rows = queries.opdrachten(kijker, today()).filter(opgave_id=it.pk)
    context = {
        "opgave": it,
        "opdrachten": [(row, queries.status_of(row)) for row in rows[:SHOWN]],
        "inschrijvers": list(queries.bidders(it, today())[:MOST_GEBIEDEN]),
        "muur": muur,
        "mag_schrijven": access.can_steer(kijker, muur),
        "mag_beginnen": access.can_start_at(kijker, muur),
        "draad": draad(kijker, it, now()),
    }
    return render(request, kijker, "opdracht/opgave.html", context)


def _gebieden(kijker: Kijker, chosen: Gebied | None = None) -> list[Gebied]:
    """The wijken and then the buurten of today, and the one that was chosen before."""
    rows = Gebied.objects.filter(active(today()), gemeente_id=kijker.gemeente_id)
    found = list(rows.order_by("-soort", "naam")[:MOST_GEBIEDEN])
    return found if chosen is None or chosen in found else [*found, chosen]


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opgave_nieuw(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_steer(kijker)
    form = OpgaveForm(request, kijker, gebieden=_gebieden(kijker))
    sent = send(
        request,
        form,
        actions.write_opgave,
        to=lambda made: opgave_href(kijker, made.pk),
        done=_("De opgave staat er."),
    )
    return sent or render(
        request, kijker, "opdracht/opgave_nieuw.html", {"form": form}, status=status_of(form)
    )


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def opgave_bewerken(request: HttpRequest, kijker: Kijker, opgave_id: UUID) -> HttpResponse:
    """Change an opgave. If somebody else was earlier, both texts are on the screen."""
    it = find_opgave(request, kijker, opgave_id)
    access.require_can_steer(kijker, it.muur)  # type: ignore[attr-defined]
    start = {
        name: getattr(it, name)
        for name in ("nummer", "titel", "vraag", "budget", "budget_toelichting", "klaar_op")
    }
    start["gebied"] = str(it.gebied_id or "")
    form = OpgaveVeranderForm(request, kijker, gebieden=_gebieden(kijker, it.gebied), initial=start)
    sent = send(
        request,
        form,
        actions.edit_opgave,
        opgave=it,
        to=opgave_href(kijker, it.pk),
        done=_("De opgave is veranderd."),
    )
    if sent:
        return sent
    if form.is_bound:
        it = find_opgave(request, kijker, opgave_id)
    clash = str(form["nummer"].value()) != str(it.nummer)
    if clash and form.is_bound:
        form.go_on_from(it.nummer)
    context = {"form": form, "opgave": it, "botsing": clash}
    return render(request, kijker, "opdracht/opgave_bewerken.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def inschrijvers(request: HttpRequest, kijker: Kijker, opgave_id: UUID) -> HttpResponse:
    """Who stands behind the wall, and marking one more."""
    it = find_opgave(request, kijker, opgave_id)
    access.require_can_steer(kijker, it.muur)  # type: ignore[attr-defined]
    form = InschrijverForm(request, kijker, deelnames=queries.may_be_marked(it, today()))
    sent = send(
        request,
        form,
        actions.mark_bidder,
        opgave=it,
        to=request.path,
        done=_("Deze organisatie leest vanaf nu geen concept meer."),
    )
    marked = list(queries.bidders(it, today())[:MOST_GEBIEDEN])
    context = {"form": form, "opgave": it, "inschrijvers": marked}
    return sent or render(request, kijker, "opdracht/inschrijvers.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def inschrijver_weg(
    request: HttpRequest, kijker: Kijker, opgave_id: UUID, inschrijver_id: UUID
) -> HttpResponse:
    """An organisation will not bid after all: with the reason why."""
    it = find_opgave(request, kijker, opgave_id)
    access.require_can_steer(kijker, it.muur)  # type: ignore[attr-defined]
    mark = found(request, kijker, queries.bidders(it, today()), pk=inschrijver_id)
    form = NietMeerForm(request, kijker)
    sent = send(
        request,
        form,
        actions.unmark_bidder,
        inschrijver=mark,
        to=reverse("inschrijvers", args=[kijker.gemeente.slug, it.pk]),
        done=_("Vanaf morgen leest deze organisatie weer mee aan de tafels waar zij zit."),
    )
    context = {"form": form, "opgave": it, "inschrijver": mark}
    return sent or render(request, kijker, "opdracht/inschrijver_weg.html", context, status=status_of(form))
