"""Werk op de achtergrond: what runs, waits and stands still, and trying again."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, queries
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.pages import found
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.werk import KLOK
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.models import Werk
from vliegwiel.ui.forms import Bevestig, send, status_of
from vliegwiel.ui.sentences import codes, sentence

PER_PAGE = 25
werk_page = page(Purpose.BEHEER, roles=queries.KEEPERS)


@require_GET
@werk_page
def werk(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """What background work there is now, in words; never what it is about."""
    bladzijde = Paginator(queries.background_work(kijker), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = [
        {"row": row, "soort": _soort(row), "fout": _fout(row), "opnieuw": _can_again(row)}
        for row in bladzijde
    ]
    return render(request, kijker, "gemeenschap/werk.html", {"bladzijde": bladzijde, "rijen": rows})


@werk_page
def opnieuw(request: HttpRequest, kijker: Kijker, werk: UUID) -> HttpResponse:
    """Try again what is parked."""
    row: Werk = found(request, kijker, queries.background_work(kijker), pk=werk)
    form = Bevestig(request, kijker)
    to = reverse("werk", args=[kijker.gemeente.slug])
    answer = send(request, form, actions.try_again, werk=row, to=to, done=_("Het wordt opnieuw gedaan."))
    context = {"form": form, "soort": _soort(row), "fout": _fout(row), "row": row}
    return answer or render(request, kijker, "gemeenschap/werk_opnieuw.html", context, status=status_of(form))


def _can_again(row: Werk) -> bool:
    return row.status == Werk.Status.GEPARKEERD and not row.soort.startswith(KLOK)


def _soort(row: Werk) -> str:
    if row.soort.startswith(KLOK):
        return sentence("werksoort.klok", {"deel": row.soort.removeprefix(KLOK)})
    code = f"werksoort.{row.soort}"
    return sentence(code) if code in codes() else sentence("werksoort.anders", {"soort": row.soort})


def _fout(row: Werk) -> str:
    if not row.fout:
        return ""
    code = f"werkfout.{row.fout}"
    return sentence(code) if code in codes() else sentence("werkfout.anders", {"fout": row.fout})
