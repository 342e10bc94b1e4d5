"""What the pages of beheer share: their mark, finding somebody, and the page around one form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from vliegwiel.gemeenschap import queries
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import Formulier, status_of

PER_PAGE = 25
beheer_page = page(Purpose.BEHEER, roles=frozenset({Rol.BEHEERDER}))


def find(kijker: Kijker, pk: UUID) -> Any:
    person = queries.colleague(kijker, pk, today())
    if person is None:
        raise Http404
    return person


def gone(request: HttpRequest) -> bool:
    """Whether the list of those who were here before is asked for."""
    return request.GET.get("weg") == "1"


def beheer_href(kijker: Kijker) -> str:
    return reverse("beheer", args=[kijker.gemeente.slug])


def page_of(kijker: Kijker) -> Any:
    return lambda person: reverse("beheer_collega", args=[kijker.gemeente.slug, person.pk])


def form_page(request: HttpRequest, kijker: Kijker, form: Formulier, **context: Any) -> HttpResponse:
    full = {
        "form": form,
        "onder": None,
        "over": None,
        "tussen": (),
        "dicht": False,
        "open_werk": (),
        "beheer_href": beheer_href(kijker),
        **context,
    }
    return render(request, kijker, "gemeenschap/beheer_formulier.html", full, status=status_of(form))


def about(
    request: HttpRequest, kijker: Kijker, person: Medewerker, form: Formulier, *, kop: str, **context: Any
) -> HttpResponse:
    return form_page(
        request,
        kijker,
        form,
        kop=kop % {"naam": person.naam},
        terug=page_of(kijker)(person),
        over=person,
        **context,
    )
