"""Pages of figures: the list, a new one, one figure with what it says, filling in, publishing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.effect import access, actions, queries, rules
from vliegwiel.effect.forms import CijferForm, IndicatorForm, PublicerenForm
from vliegwiel.effect.home import PRAKTIJK
from vliegwiel.effect.models import Indicator
from vliegwiel.effect.refusals import CannotFillIn
from vliegwiel.effect.sentences import period_words, said
from vliegwiel.gemeenschap.public import Gebied, Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import send, status_of
from vliegwiel.ui.sentences import codes, sentence

PER_PAGE = 30
SHOWN = 4  # periods beside each other in the table per wijk
OFFERED = 16  # periods to fill in


def href(kijker: Kijker, indicator_id: UUID) -> str:
    return reverse("indicator", args=[kijker.gemeente.slug, indicator_id])


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def indicatoren(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    listed = Paginator(queries.indicatoren(kijker), PER_PAGE).get_page(request.GET.get("pagina"))
    series = queries.points(kijker, [(it, None) for it in listed])
    rows = [(it, said(series[it.pk, None].zin)) for it in listed]
    context = {"rijen": rows, "pagina": listed, "mag": access.can_keep_figures(kijker)}
    return render(request, kijker, "effect/indicatoren.html", context)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def nieuwe_indicator(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_keep_figures(kijker)
    form = IndicatorForm(request, kijker)
    done = _("Het cijfer staat op de lijst. Vul nu de eerste periode in.")
    sent = send(request, form, actions.make_indicator, to=lambda made: href(kijker, made.pk), done=done)
    return sent or render(
        request, kijker, "effect/indicator_nieuw.html", {"form": form}, status=status_of(form)
    )


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def indicator(request: HttpRequest, kijker: Kijker, indicator_id: UUID) -> HttpResponse:
    """The points with what they say and what they do not; the same as a table."""
    row = found(request, kijker, queries.indicatoren(kijker), pk=indicator_id)
    places = queries.wijken(kijker, today())
    place = next((it for it in places if str(it.pk) == request.GET.get("gebied")), None)
    series = queries.points_of(kijker, row, place.pk if place else None)
    context = {
        "indicator": row,
        "gebied": place,
        "wijken": places,
        "reeks": series,
        "zin_cijfer": said(series.zin),
        "geteld": _counted(row.telling),
        "beeld": rules.draw(series.punten, row.ritme, rules.start_value(series.punten)),
        "periode": period_words,
        "mag": access.can_keep_figures(kijker) and not row.telling,
        "wacht": _waiting(kijker, row),
        "draad": draad(kijker, row, now()),
        **_per_wijk(kijker, row, places),
    }
    return render(request, kijker, "effect/indicator.html", context)


def _counted(telling: str) -> str:
    """How a figure from the work is counted; nothing of what no room counts any more."""
    code = f"telling.{telling}"
    return sentence(code) if code in codes() else ""


def _waiting(kijker: Kijker, row: Indicator) -> list[tuple[str, str]]:
    """Quarters that were filled in and are not shown yet: code and words. For who may publish."""
    if not access.can_keep_figures(kijker):
        return []
    begins = queries.periods_to_publish(kijker, row)
    return [(rules.code_of(it, row.ritme), period_words(it, row.ritme)) for it in begins]


def _per_wijk(kijker: Kijker, row: Indicator, places: list[Gebied]) -> dict[str, Any]:
    """The last periods beside each other, a row per wijk."""
    begins = list(reversed(rules.latest(today(), row.ritme, SHOWN)))
    values = queries.table_of_quarters(kijker, row, begins)
    rows = [(_("De hele gemeente"), None, values.get(None, {}))]
    rows += [(it.naam, it, values.get(it.pk, {})) for it in places]
    return {"kolommen_periode": begins, "per_wijk": rows if any(cells for *_, cells in rows) else []}


def _period(request: HttpRequest, row: Indicator) -> date | None:
    """The period that was asked for, or None; what cannot be one is no page."""
    given = request.POST.get("periode") or request.GET.get("periode")
    if not given:
        return None
    try:
        return rules.read_code(given, row.ritme)
    except rules.Wrong:
        raise Http404 from None


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def invullen(request: HttpRequest, kijker: Kijker, indicator_id: UUID) -> HttpResponse:
    """The figures of one period; the last one that is over, unless another was chosen."""
    access.require_can_keep_figures(kijker)
    row = found(request, kijker, queries.indicatoren(kijker).filter(telling=""), pk=indicator_id)
    offered = rules.latest(today(), row.ritme, OFFERED)
    begin = _period(request, row) or offered[0]
    there, versie = queries.filled(kijker, row, begin)
    start = CijferForm.start(there, versie, rules.code_of(begin, row.ritme))
    form = CijferForm(request, kijker, wijken=queries.wijken(kijker, begin), initial=start)
    sent = send(
        request,
        form,
        _fill_in,
        indicator=row,
        begin=begin,
        formulier=form,
        to=href(kijker, row.pk),
        done=_("De cijfers zijn bewaard.")
        if not row.over_inwoners
        else _("De cijfers zijn bewaard. Ze zijn te zien als je dit kwartaal publiceert."),
    )
    context = {
        "form": form,
        "indicator": row,
        "periode_naam": period_words(begin, row.ritme),
        "periodes": [(rules.code_of(it, row.ritme), period_words(it, row.ritme)) for it in offered],
        "al": bool(versie),
        "nu": _there_now(kijker, form, row, begin) if form.botsing else [],
    }
    return sent or render(request, kijker, "effect/invullen.html", context, status=status_of(form))


def _fill_in(*, formulier: CijferForm, **given: Any) -> Indicator:
    """The action; after a clash what was typed stays and what is sent next counts."""
    try:
        return actions.fill_in(**given)
    except CannotFillIn as refusal:
        if refusal.code == "cijfer_botsing":
            formulier.botsing = True
        raise


def _there_now(kijker: Kijker, form: CijferForm, row: Indicator, begin: date) -> list[tuple[str, Decimal]]:
    """What a colleague wrote meanwhile, by the names of the fields; what is sent next was seen beside it."""
    there, versie = queries.filled(kijker, row, begin)
    form.go_on_from(versie)
    return [(label, there[gebied]) for gebied, label in form.labels().items() if gebied in there]


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def publiceren(request: HttpRequest, kijker: Kijker, indicator_id: UUID) -> HttpResponse:
    """Show a quarter about residents, protected, for ever as it is now."""
    access.require_can_keep_figures(kijker)
    residents = queries.indicatoren(kijker).filter(telling="", over_inwoners=True)
    row = found(request, kijker, residents, pk=indicator_id)
    waiting = queries.periods_to_publish(kijker, row)
    begin = _period(request, row) or next(iter(waiting), None)
    if begin is None:
        raise Http404
    form = PublicerenForm(request, kijker, initial={"periode": rules.code_of(begin, row.ritme)})
    done = _("Het kwartaal is gepubliceerd. Zo blijft het staan.")
    sent = send(
        request, form, actions.publish, indicator=row, begin=begin, to=href(kijker, row.pk), done=done
    )
    context = {"form": form, "indicator": row, "periode_naam": period_words(begin, row.ritme)}
    return sent or render(request, kijker, "effect/publiceren.html", context, status=status_of(form))
