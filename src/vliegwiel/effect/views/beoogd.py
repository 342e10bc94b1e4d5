"""Pages of beoogde effecten: the list, agreeing on one, what we see of it, and back to the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.effect import access, actions, queries, rules
from vliegwiel.effect.forms import BeoogdForm, BevindingForm
from vliegwiel.effect.forms.beoogd import STAP
from vliegwiel.effect.home import PRAKTIJK
from vliegwiel.effect.models import BeoogdEffect, Bevinding
from vliegwiel.effect.sentences import period_words, said
from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers.public import PRAKTIJK_KOERS, doelen, lopend
from vliegwiel.ondersteuning.public import can_read_wat_kwam_ervan
from vliegwiel.opdracht.public import opdrachten
from vliegwiel.samenspel.public import Tafel, can_speak, can_start, own_tables, tables_apart, zetels_of
from vliegwiel.ui.forms import send, status_of

PER_PAGE = 20
CHOICES = 100


def href(kijker: Kijker, beoogd_id: UUID) -> str:
    return reverse("beoogd", args=[kijker.gemeente.slug, beoogd_id])


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def effecten(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    listed = Paginator(queries.beoogd(kijker, today()), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = [(it, said(it.reeks.zin)) for it in queries.with_figures(kijker, listed)]
    context = {
        "rijen": rows,
        "pagina": listed,
        "koers": kijker.aan(PRAKTIJK_KOERS),
        "mag": can_start(kijker) and kijker.aan(PRAKTIJK_KOERS),
        "mag_cijfers": access.can_keep_figures(kijker),
        "leest_cijfers": access.reads_figures(kijker),
        "wat_kwam_ervan": kijker.aan("bel_alvast") and can_read_wat_kwam_ervan(kijker),
    }
    return render(request, kijker, "effect/effecten.html", context)


def _own_tables(kijker: Kijker) -> list[Tafel]:
    return list(own_tables(kijker, today())[:CHOICES])


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def beoogd_tafel(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """At which table it is agreed on."""
    return render(request, kijker, "effect/beoogd_tafel.html", {"tafels": _own_tables(kijker)})


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def nieuw_beoogd(request: HttpRequest, kijker: Kijker, tafel_id: UUID) -> HttpResponse:
    """What this table expects to see, fixed before anybody looks."""
    table = found(request, kijker, tables_apart(kijker, today()), pk=tafel_id)
    form = BeoogdForm(request, kijker, **_choices(kijker, table))
    slug = kijker.gemeente.slug
    sent = send(
        request,
        form,
        actions.agree_effect,
        tafel=table,
        to=lambda made: reverse("voorstel", args=[slug, made.voorstel_id]),
        done=_("Het ligt op tafel. Neemt de tafel het aan, dan is het afgesproken."),
    )
    context = {"form": form, "tafel": table}
    return sent or render(request, kijker, "effect/beoogd_nieuw.html", context, status=status_of(form))


def _choices(kijker: Kijker, table: Tafel) -> dict[str, Any]:
    return {
        "doelen": list(lopend(doelen(kijker), today())[:CHOICES]),
        "indicatoren": list(queries.indicatoren(kijker).filter(einddatum__isnull=True)[:CHOICES]),
        "wijken": queries.wijken(kijker, today()),
        "opdrachten": list(opdrachten(kijker, today())[:CHOICES]),
        "seats": [seat for seat in zetels_of(table) if seat.partij_id and can_speak(seat, table, today())],
    }


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def beoogd(request: HttpRequest, kijker: Kijker, beoogd_id: UUID) -> HttpResponse:
    """What was agreed beforehand, what we see, and what came of it."""
    row = found(request, kijker, queries.beoogd(kijker, today()), pk=beoogd_id)
    shown = queries.with_figures(kijker, [row])[0]
    series = shown.reeks
    start = row.startwaarde if row.startwaarde is not None else rules.start_value(series.punten)
    context = {
        "it": shown,
        "beoogd": row,
        "reeks": series,
        "zin_cijfer": said(series.zin),
        "beeld": rules.draw(series.punten, row.indicator.ritme, start, row.streefwaarde),
        "periode": period_words,
        "koers": kijker.aan(PRAKTIJK_KOERS),
        "leest_voorstel": row.voorstel_leesbaar,  # type: ignore[attr-defined]
        "leest_cijfers": access.reads_figures(kijker),
        "bevindingen": queries.findings(kijker, row, today()),
        "draad": draad(kijker, row, now()),
        "mag_bevinding": shown.afgesproken and can_start(kijker),
    }
    return render(request, kijker, "effect/beoogd.html", context)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def bevinding(request: HttpRequest, kijker: Kijker, beoogd_id: UUID) -> HttpResponse:
    """Back to the table: a question or a step, in one move."""
    row = found(request, kijker, queries.beoogd(kijker, today()), pk=beoogd_id)
    form = BevindingForm(request, kijker, tafels=_own_tables(kijker))
    slug = kijker.gemeente.slug
    sent = send(
        request,
        form,
        _find,
        beoogd=row,
        to=lambda made: (
            reverse("gesprek", args=[slug, made.gesprek_id]) if made.gesprek_id else href(kijker, row.pk)
        ),
        done=_("Het ligt op tafel."),
    )
    context = {"form": form, "beoogd": row}
    return sent or render(request, kijker, "effect/bevinding.html", context, status=status_of(form))


def _find(*, beoogd: BeoogdEffect, soort: str, tafel: Tafel | None, wanneer: Any, **given: Any) -> Bevinding:
    if soort == STAP:
        return actions.find_step(beoogd=beoogd, wanneer=wanneer, **given)
    return actions.find_vraag(beoogd=beoogd, tafel=tafel, **given)
