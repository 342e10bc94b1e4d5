"""Pages of our course: the Koers on one page, the mensbeeld, and laying a sentence on a table."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers import access, actions, queries
from vliegwiel.koers.forms import KoerszinForm
from vliegwiel.koers.home import PRAKTIJK, PRAKTIJK_KOERS
from vliegwiel.koers.models import Koerszin
from vliegwiel.koers.views.delen import onderdelen, own_tables
from vliegwiel.samenspel.public import Tafel, can_speak, recently_said, tables_apart, zetels_of
from vliegwiel.ui.forms import Bevestig, send, status_of

Soort = Koerszin.Soort
WORDS = 24  # on one page; all of them stand on their own


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def de_koers(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Everything on one page, to read and to print."""
    access.require_can_read(kijker)
    kinds = [Soort.AMBITIE, Soort.WAT_NIET]
    zinnen = list(_holding(kijker).filter(soort__in=kinds)[: queries.MOST])
    net = queries.netwerk(kijker, today())
    context = {
        "onderdelen": onderdelen(kijker, "de_koers"),
        "ambities": [it for it in zinnen if it.soort == Soort.AMBITIE],
        "wat_niet": [it for it in zinnen if it.soort == Soort.WAT_NIET],
        "net": net,
        "begrippen": list(queries.adopted(kijker)[:WORDS]) if kijker.aan(PRAKTIJK) else [],
        "jaren": queries.de_jaren(kijker),
        "in_gesprek": list(queries.in_gesprek(kijker, today()).filter(soort__in=kinds)[: queries.MOST]),
        "mag": access.can_write_doelen(kijker),
        "vandaag": today(),
    }
    return render(request, kijker, "koers/de_koers.html", context)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def mensbeeld(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """How we see people, with the question each sentence asks of us."""
    access.require_can_read(kijker)
    zinnen = _holding(kijker).filter(soort=Soort.MENSBEELD)
    context = {
        "onderdelen": onderdelen(kijker, "mensbeeld"),
        "zinnen": list(zinnen[: queries.MOST]),
        "in_gesprek": list(queries.in_gesprek(kijker, today()).filter(soort=Soort.MENSBEELD)[: queries.MOST]),
        "mag": access.can_write_doelen(kijker),
    }
    return render(request, kijker, "koers/mensbeeld.html", context)


def _holding(kijker: Kijker) -> QuerySet[Koerszin]:
    """The sentences that hold, each with whether the talk it came from is one this kijker may read."""
    return queries.with_talk(queries.koerszinnen(kijker, today()), kijker, today())


def _known(soort: str) -> Soort:
    if soort not in Soort.values:
        raise Http404
    return Soort(soort)


def _page_of(kijker: Kijker, soort: str) -> str:
    """Where a sentence of this kind stands."""
    return reverse("mensbeeld" if soort == Soort.MENSBEELD else "de_koers", args=[kijker.gemeente.slug])


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koerszin_tafel(request: HttpRequest, kijker: Kijker, soort: str) -> HttpResponse:
    """Choose the table where the sentence is laid."""
    access.require_can_read(kijker)
    kind = _known(soort)
    context = {
        "onderdelen": onderdelen(kijker, "mensbeeld" if kind is Soort.MENSBEELD else "de_koers"),
        "soort": kind,
        "tafels": own_tables(kijker),
        "terug": _page_of(kijker, kind),
        "mag_beginnen": access.can_bring_word(kijker),
    }
    return render(request, kijker, "koers/koerszin_tafel.html", context)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koerszin_nieuw(request: HttpRequest, kijker: Kijker, soort: str, tafel_id: UUID) -> HttpResponse:
    """A first text for a sentence, at this table."""
    access.require_can_read(kijker)
    kind = _known(soort)
    table: Tafel = found(request, kijker, tables_apart(kijker, today()), pk=tafel_id)
    seats = [seat for seat in zetels_of(table) if seat.partij_id and can_speak(seat, table, today())]
    said = recently_said(kijker, table.pk, today())
    form = KoerszinForm(request, kijker, seats=seats, said=said, soort=kind)
    sent = send(
        request,
        form,
        actions.propose_zin,
        soort=kind,
        tafel=table,
        to=lambda made: reverse("voorstel", args=[kijker.gemeente.slug, made.pk]),
        done=_("De zin ligt op tafel."),
    )
    context = {"form": form, "soort": kind, "tafel": table, "terug": _page_of(kijker, kind)}
    return sent or render(request, kijker, "koers/koerszin_nieuw.html", context, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koerszin_loslaten(request: HttpRequest, kijker: Kijker, zin_id: UUID) -> HttpResponse:
    """A sentence that holds no longer does from today."""
    access.require_can_read(kijker)
    access.require_can_write_doelen(kijker)
    zin = found(request, kijker, queries.koerszinnen(kijker, today()), pk=zin_id)
    form = Bevestig(request, kijker)
    sent = send(
        request,
        form,
        actions.let_go_zin,
        zin=zin,
        to=_page_of(kijker, zin.soort),
        done=_("Jullie houden deze zin niet langer vast."),
    )
    context = {"form": form, "zin_": zin, "terug": _page_of(kijker, zin.soort)}
    return sent or render(request, kijker, "koers/koerszin_loslaten.html", context, status=status_of(form))
