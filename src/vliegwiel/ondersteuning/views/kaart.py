"""One card by link: a colleague makes and withdraws it; whoever has the link answers without an account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.kern.models import Gemeente
from vliegwiel.ondersteuning.actions import kaart as actions
from vliegwiel.ondersteuning.forms.kaart import Antwoord, KaartForm, Zorg
from vliegwiel.ondersteuning.models import Kaart
from vliegwiel.ondersteuning.queries import kaart as queries
from vliegwiel.ondersteuning.rules.kaart import proposed_end
from vliegwiel.samenspel.public import finish_afspraak
from vliegwiel.ui import render as bare
from vliegwiel.ui.forms import Bevestig, send, status_of


def _href(kijker: Kijker, afspraak_id: UUID) -> str:
    return reverse("kaart_maken", args=[kijker.gemeente.slug, afspraak_id])


@page(Purpose.ONDERSTEUNEN, praktijk="kaart")
def kaart_maken(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """The cards of one afspraak with what was answered, and a new one. Its link is shown here once, and never again."""
    row = found(request, kijker, queries.for_cards(kijker, afspraak_id, now()), pk=afspraak_id)
    made: list[str] = []

    def act(**given: Any) -> Kaart:
        card, sleutel = actions.make_card(afspraak=row, **given)
        made.append(sleutel)
        return card

    first = {"wie": row.wie_naam, "taak": row.tekst, "geldig_tot": proposed_end(row.wanneer, today())}
    form = KaartForm(request, kijker, initial=first)
    sent = send(request, form, act, to=_href(kijker, row.pk))
    blad = queries.cards_of(kijker, row, now())
    context = {"blad": blad, "form": form, "bevestig": Bevestig(request, kijker), "link": None}
    if made:
        context["link"] = settings.ADRES + reverse("kaart", args=[kijker.gemeente.slug, made[0]])
        sent = None
    return sent or render(request, kijker, "ondersteuning/kaart_maken.html", context, status=status_of(form))


@page(Purpose.ONDERSTEUNEN, praktijk="kaart")
def kaart_gedaan(request: HttpRequest, kijker: Kijker, afspraak_id: UUID) -> HttpResponse:
    """The volunteer said it is done: one tap more and the afspraak says so too."""
    row = found(request, kijker, queries.for_cards(kijker, afspraak_id, now()), pk=afspraak_id)
    done = _("De afspraak staat op gedaan.")
    form = Bevestig(request, kijker)
    return _one_tap(request, kijker, form, finish_afspraak, row.pk, done, afspraak=row)


@page(Purpose.ONDERSTEUNEN, praktijk="kaart")
def kaart_intrekken(request: HttpRequest, kijker: Kijker, kaart_id: UUID) -> HttpResponse:
    cards = Kaart.objects.filter(gemeente_id=kijker.gemeente_id)
    afspraak_id = cards.filter(pk=kaart_id).values_list("afspraak_id", flat=True).first()
    readable = queries.for_cards(kijker, afspraak_id, now()) if afspraak_id else None
    mine = cards.filter(afspraak__in=readable.values("pk")) if readable is not None else cards.none()
    card = found(request, kijker, mine, pk=kaart_id)
    done = _("De link werkt niet meer.")
    form = Bevestig(request, kijker)
    return _one_tap(request, kijker, form, actions.withdraw_card, card.afspraak_id, done, kaart=card)


def _one_tap(
    request: HttpRequest, kijker: Kijker, form: Bevestig, act: Any, afspraak_id: UUID, done: str, **given: Any
) -> HttpResponse:
    sent = send(request, form, act, to=_href(kijker, afspraak_id), done=done, **given)
    context = {"form": form, "terug": _href(kijker, afspraak_id), "kop": done}
    return sent or render(
        request, kijker, "ondersteuning/kaart_bevestig.html", context, status=status_of(form)
    )


# -- whoever has the link; marked open in project/open_views.py


def gone(request: HttpRequest) -> HttpResponse:
    """Wrong, expired, withdrawn: the same calm page."""
    return _sealed(bare.page(request, "ondersteuning/kaart_weg.html", {}, status=404))


def open_card(request: HttpRequest, gemeente: Gemeente, sleutel: str) -> HttpResponse | None:
    """The card of this link: the task, three answers and a worry. None when the link opens nothing."""
    card = queries.by_link(gemeente.pk, sleutel, today())
    if card is None:
        return None
    by = actions.Link(gemeente.pk, card.pk)
    worries = "woorden" in request.POST
    form = (Zorg if worries else Antwoord)(request, by)
    act = actions.worry if worries else actions.answer_card
    here = reverse("kaart", args=[gemeente.slug, sleutel])
    # the link itself is kept nowhere, also not as where a form led to: "." is this page
    sent = send(request, form, act, to="./?zorg=1" if worries else ".")
    if sent is not None:
        sent["Location"] = here + ("?zorg=1" if worries else "")
        return _sealed(sent)
    return _shown(request, card, form, by)


def _shown(request: HttpRequest, card: Kaart, form: Any, by: actions.Link) -> HttpResponse:
    context = {
        "kaart": card,
        "form": form if isinstance(form, Antwoord) else Antwoord(request, by),
        "zorg": form if isinstance(form, Zorg) else _unbound(request, by),
        "gezegd": request.GET.get("zorg") == "1",
        "anders": request.GET.get("anders") == "1",
    }
    return _sealed(bare.page(request, "ondersteuning/kaart.html", context, status=status_of(form)))


def _unbound(request: HttpRequest, by: actions.Link) -> Zorg:
    form = Zorg(request, by)
    form.is_bound = False
    return form


def _sealed(response: HttpResponse) -> HttpResponse:
    """The link is the key: it travels no further, and no search engine keeps it."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
