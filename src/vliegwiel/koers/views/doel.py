"""Pages of doelen: the whole network, and one doel."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, draad, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.koers import access, queries
from vliegwiel.koers.home import PRAKTIJK, PRAKTIJK_KOERS
from vliegwiel.koers.models import Doel
from vliegwiel.koers.rules.doelennetwerk import SOORTEN
from vliegwiel.koers.views.delen import onderdelen

SENTENCES = 40  # said on one page; with more than this the network itself needs work


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def doelen(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """The doelennetwerk: what stands out in words, as outline, as drawing with the table beside it."""
    access.require_can_read(kijker)
    net = queries.netwerk(kijker, today())
    context = {
        "onderdelen": onderdelen(kijker, "doelen"),
        "net": net,
        "gezegd": net.gezegd[:SENTENCES],
        "meer": max(len(net.gezegd) - SENTENCES, 0),
        "soorten": SOORTEN,
        "mag": access.can_write_doelen(kijker),
    }
    return render(request, kijker, "koers/doelen.html", context)


@require_safe
@page(Purpose.SAMEN_BEPALEN, praktijk=PRAKTIJK_KOERS)
def koersdoel(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> HttpResponse:
    """One doel: what it hangs on, what there is to say about it, and what can be done."""
    access.require_can_read(kijker)
    rows = queries.doelen(kijker).select_related("gebied")
    rows = queries.with_words(kijker, rows) if kijker.aan(PRAKTIJK) else rows
    row = found(request, kijker, rows, pk=doel_id)
    net = queries.netwerk(kijker, today())
    runs = row.pk in net.doelen
    context = {
        "onderdelen": onderdelen(kijker, "doelen"),
        "doel": row,
        "loopt": runs,
        "boven": net.boven(row.pk),
        "onder": net.onder(row.pk),
        "botst": net.botst(row.pk),
        "gezegd": net.over(row.pk)[:SENTENCES],
        "begrippen": queries.words_of(row),
        "mag": runs and access.can_write_doelen(kijker),
        "draad": draad(kijker, row, now()),
    }
    return render(request, kijker, "koers/doel.html", context)


def doel_at(request: HttpRequest, kijker: Kijker, doel_id: UUID) -> Doel:
    """The doel of this address, with its gebied and the sentence it comes from."""
    return found(request, kijker, queries.doelen(kijker).select_related("gebied"), pk=doel_id)
