"""Pages of a table: the list, the table itself, starting one, inviting, mandaat, leaving, finishing."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.samenspel import access, actions, queries, rules
from vliegwiel.samenspel.forms import MandaatForm, TafelForm, ZetelForm
from vliegwiel.samenspel.models import Bijdrage, Tafel, Zetel
from vliegwiel.ui.forms import Bevestig, asked, send, status_of

PER_PAGE = 20
LATEST = 8
BROUGHT = 4


def href(kijker: Kijker, tafel_id: UUID) -> str:
    return reverse("tafel", args=[kijker.gemeente.slug, tafel_id])


@require_safe
@page(Purpose.SAMEN_BEPALEN)
def tafels(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    rows = queries.tafels(kijker, today()).order_by("einddatum", "-begindatum", "-id")
    listed = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {"tafels": listed, "mag_beginnen": access.can_start(kijker)}
    return render(request, kijker, "samenspel/tafels.html", context)


@require_safe
@page(Purpose.SAMEN_BEPALEN)
def tafel(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    seats = list(queries.zetels_with_voice(table))
    own = queries.own_seat(kijker, seats, today())
    here = [seat for seat in seats if access.sits(seat, today())]
    context = {
        "tafel": table,
        "eigen": own,
        "zetels": here,
        "partijen": _by_party(here),
        "gesprekken": list(queries.gesprekken(kijker, today()).filter(tafel_id=table.pk)[: LATEST + 1]),
        "voorstellen": list(queries.voorstellen(kijker, today()).filter(tafel_id=table.pk)[: LATEST + 1]),
        "meest": LATEST,
        "mag_praten": access.can_speak(own, table, today()),
        "begeleidt": access.can_guide(own, table, seats, today()),
        "nog_stil": _silent(own, here),
        "bijdragen": _brought(kijker, table),
        "mag_aanbieden": access.can_offer(own, table, today()),
    }
    return render(request, kijker, "samenspel/tafel.html", context)


def _brought(kijker: Kijker, table: Tafel) -> list[Bijdrage] | None:
    """The latest of what people bring; None where that is not asked (off, or the table of a household)."""
    if not kijker.aan("praktijk.bijdragen") or table.dossier_id is not None:
        return None
    rows = queries.bijdragen(kijker, today()).filter(tafel_id=table.pk)
    return list(rows.exclude(status=Bijdrage.Status.INGETROKKEN).order_by("-aangeboden_op", "-id")[:BROUGHT])


def _by_party(seats: list[Zetel]) -> list[tuple[str, list[Zetel]]]:
    """Seats under their party, in the parties' own order; guides without a party last."""
    found = {seat.partij.pk: seat.partij for seat in seats if seat.partij is not None}
    in_order = sorted(found.values(), key=lambda party: (party.volgorde, party.pk))
    parties = [(party.naam, [seat for seat in seats if seat.partij_id == party.pk]) for party in in_order]
    guides = [seat for seat in seats if seat.partij_id is None]
    return [(name, group) for name, group in [*parties, (pgettext("kop", "Begeleiding"), guides)] if group]


def _silent(own: Zetel | None, seats: list[Zetel]) -> list[Zetel]:
    """Who has not spoken yet: only for a begeleider who is no party to it; nobody is put on show (product.md)."""
    if own is None or not own.is_begeleider or own.partij_id is not None:
        return []
    spoken = {seat.pk for seat in seats if seat.heeft_gesproken}  # type: ignore[attr-defined]
    stands = [queries.zetel_stand(seat) for seat in seats]
    quiet = set(rules.not_yet_spoken(stands, spoken, today()))
    return [seat for seat in seats if seat.pk in quiet]


@page(Purpose.SAMEN_BEPALEN)
def nieuwe_tafel(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_start(kijker)
    form = TafelForm(request, kijker)
    sent = send(
        request,
        form,
        actions.start_tafel,
        to=lambda made: href(kijker, made.pk),
        done=_("De tafel staat. Nodig nu mensen uit."),
    )
    return sent or render(
        request, kijker, "samenspel/tafel_nieuw.html", {"form": form}, status=status_of(form)
    )


@page(Purpose.SAMEN_BEPALEN)
def uitnodigen(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    seats = list(queries.zetels_of(table))
    access.require_can_guide(queries.own_seat(kijker, seats, today()), table, seats, today())
    question = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
    colleagues, residents = queries.people_found(kijker, question, today())
    form = ZetelForm(
        request,
        kijker,
        colleagues=colleagues,
        residents=residents,
        parties=queries.parties_here(kijker, today()),
        groups=[party.naam for party in queries.partijen_of(table) if party.deelname_id is None],
        initial={"zoek": question},
    )
    done = _("Uitgenodigd. Deze persoon ziet de tafel vandaag nog.")
    sent = send(request, form, actions.seat, tafel=table, to=href(kijker, table.pk), done=done)
    context = {"form": form, "tafel": table, "vraag": question, "gevonden": bool(colleagues or residents)}
    return sent or render(request, kijker, "samenspel/uitnodigen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def mandaat(request: HttpRequest, kijker: Kijker, tafel_id: UUID, zetel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    seats = list(queries.zetels_of(table))
    access.require_can_guide(queries.own_seat(kijker, seats, today()), table, seats, today())
    seat = found(request, kijker, queries.zetels_of(table), pk=zetel_id)
    seat.tafel = table
    form = MandaatForm(request, kijker, initial={"mandaat": seat.mandaat, "mandaat_tot": seat.mandaat_tot})
    sent = send(
        request,
        form,
        actions.give_mandaat,
        zetel=seat,
        to=href(kijker, table.pk),
        done=_("Het mandaat is bewaard."),
    )
    context = {"form": form, "tafel": table, "zetel": seat}
    return sent or render(request, kijker, "samenspel/mandaat.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def stoppen(request: HttpRequest, kijker: Kijker, tafel_id: UUID, zetel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    seat = found(request, kijker, queries.zetels_of(table), pk=zetel_id)
    seat.tafel = table
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.end_seat,
        zetel=seat,
        to=reverse("vandaag", args=[kijker.gemeente.slug]),
        done=_("Vandaag is de laatste dag van deze plek aan tafel."),
    )
    context = {
        "form": form,
        "tafel": table,
        "zetel": seat,
        "eigen": queries.own_seat(kijker, [seat], today()),
    }
    return sent or render(request, kijker, "samenspel/stoppen.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN)
def afronden(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    table = found(request, kijker, queries.tafels(kijker, today()), pk=tafel_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.finish_tafel,
        tafel=table,
        to=href(kijker, table.pk),
        done=_("De tafel is afgerond."),
    )
    return sent or render(
        request, kijker, "samenspel/afronden.html", {"form": form, "tafel": table}, status=status_of(form)
    )
