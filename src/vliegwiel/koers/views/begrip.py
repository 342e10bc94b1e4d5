"""Pages of words: the begrippenkader, one word, bringing a word, giving it meaning at a table."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers import access, actions, queries
from vliegwiel.koers.forms import BegripForm, BetekenisForm
from vliegwiel.koers.home import PRAKTIJK
from vliegwiel.koers.views.delen import onderdelen, own_tables
from vliegwiel.samenspel.public import can_speak, recently_said, shared_words, tables_apart, zetels_of
from vliegwiel.ui.forms import send, status_of

PER_PAGE = 30


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def begrippen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    rows = queries.with_meaning(queries.begrippen(kijker))
    listed = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    words = [(it, queries.status_of(it, today())) for it in listed]
    context = {
        "woorden_lijst": words,
        "pagina": listed,
        "mag_aandragen": access.can_bring_word(kijker),
        "onderdelen": onderdelen(kijker, "begrippen"),
    }
    return render(request, kijker, "koers/begrippen.html", context)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def begrip(request: HttpRequest, kijker: Kijker, sleutel: str) -> HttpResponse:
    word = get_object_or_404(queries.with_meaning(queries.begrippen(kijker)), sleutel=sleutel)
    version = queries.adopted_versie(word)
    rounds = queries.rounds(kijker, word, today())
    context = {
        "onderdelen": onderdelen(kijker, "begrippen"),
        "begrip": word,
        "status": queries.status_of(word, today()),
        "versie": version,
        "gezegd": shared_words(version) if version else [],
        "rondes": rounds,
        "leesbaar": any(it.leesbaar and version and it.voorstel.pk == version.voorstel_id for it in rounds),
        "tafels": own_tables(kijker) if not word.open_voorstel else [],  # type: ignore[attr-defined]
        "mag_beginnen": access.can_bring_word(kijker),
        "draad": draad(kijker, word, now()),
    }
    return render(request, kijker, "koers/begrip.html", context)


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def nieuw_begrip(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    access.require_can_bring_word(kijker)
    form = BegripForm(request, kijker)
    slug = kijker.gemeente.slug
    sent = send(
        request,
        form,
        actions.bring_word,
        to=lambda made: reverse("begrip", args=[slug, made.sleutel]),
        done=_("Het woord staat op de lijst."),
    )
    return sent or render(request, kijker, "koers/begrip_nieuw.html", {"form": form}, status=status_of(form))


@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK)
def betekenis(request: HttpRequest, kijker: Kijker, sleutel: str, tafel_id: UUID) -> HttpResponse:
    """A first text for the meaning of this word, at this table."""
    word = get_object_or_404(queries.with_meaning(queries.begrippen(kijker)), sleutel=sleutel)
    table = found(request, kijker, tables_apart(kijker, today()), pk=tafel_id)
    seats = [seat for seat in zetels_of(table) if seat.partij_id and can_speak(seat, table, today())]
    said = recently_said(kijker, table.pk, today())
    form = BetekenisForm(request, kijker, seats=seats, said=said, initial={"tekst": word.betekenis})  # type: ignore[attr-defined]
    slug = kijker.gemeente.slug
    sent = send(
        request,
        form,
        actions.give_meaning,
        begrip=word,
        tafel=table,
        to=lambda made: reverse("voorstel", args=[slug, made.pk]),
        done=_("De tekst ligt op tafel."),
    )
    context = {"form": form, "begrip": word, "tafel": table}
    return sent or render(request, kijker, "koers/betekenis.html", context, status=status_of(form))
