"""Mijn mensen: the households a colleague works with."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern import once
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.queries.mensen import Lijst, Vraag, my_people
from vliegwiel.ondersteuning.rules.mensen import Van, Volgorde
from vliegwiel.privacy.public import HEEFT_WERK
from vliegwiel.ui.forms import asked

Choice = TypeVar("Choice", Van, Volgorde)


@page(Purpose.ONDERSTEUNEN, roles=HEEFT_WERK, praktijk="mijn_mensen")
def mijn_mensen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The list. Looking for a name in it is a POST: a name never stands in an address."""
    vraag = _vraag(request)
    lijst = my_people(kijker, now(), vraag)
    context = {
        "lijst": lijst,
        "woorden": vraag.woorden,
        "bij": vraag.bij,
        "vandaag": today(),
        "zoek": urlencode({"van": lijst.van, "volgorde": lijst.volgorde}),
        "sleutels": _keys(kijker, lijst),
    }
    return render(request, kijker, "ondersteuning/mijn_mensen.html", context)


def _vraag(request: HttpRequest) -> Vraag:
    return Vraag(
        van=_choice(Van, request.GET.get("van", "")),
        volgorde=_choice(Volgorde, request.GET.get("volgorde", "")) or Volgorde.STILTE,
        woorden=asked(request.POST.get("q", ""), 80),
        pagina=request.GET.get("pagina"),
        bij=_uuid(request.GET.get("bij", "")),
    )


def _choice(kind: type[Choice], given: str) -> Choice | None:
    return kind(given) if given in set(kind) else None


def _uuid(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def _keys(kijker: Kijker, lijst: Lijst) -> dict[UUID, str]:
    """A form key for each message that can be marked as read on its row."""
    return {
        message.contact: once.new_key(kijker.account_id)
        for rij in lijst.pagina.object_list
        for message in rij.berichten
    }
