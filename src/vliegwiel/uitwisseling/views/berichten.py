"""Pages of messages: giving files, how far reading is, and what came of each."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, Rol, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import Bevestig, send, status_of
from vliegwiel.uitwisseling.actions.ontvangen import SOORT, receive_messages
from vliegwiel.uitwisseling.forms.berichten import BestandenForm
from vliegwiel.uitwisseling.forms.uploads import takes_files
from vliegwiel.uitwisseling.models import Bestand, Inlezing
from vliegwiel.uitwisseling.queries import inlezen as queries
from vliegwiel.uitwisseling.queries.terzijde import open_parts
from vliegwiel.uitwisseling.queries.verslag import findings, place, said

ROLLEN = frozenset({Rol.BACKOFFICE})
A_PAGE = 50


def one(request: HttpRequest, kijker: Kijker, inlezing_id: UUID) -> Inlezing:
    return found(request, kijker, queries.inlezingen(kijker).select_related("door"), pk=inlezing_id)


def href(kijker: Kijker, inlezing: Inlezing) -> str:
    return reverse("inlezing", args=[kijker.gemeente.slug, inlezing.pk])


@takes_files
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def berichten(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    form = BestandenForm(request, kijker)
    done = _("De bestanden zijn er. We lezen ze nu in.")
    sent = send(request, form, receive_messages, to=lambda it: href(kijker, it), done=done)
    if sent:
        return sent
    context = {"form": form, "lijst": queries.recent(kijker), "wacht": open_parts(kijker).count()}
    return render(request, kijker, "uitwisseling/berichten.html", context, status=status_of(form))


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def inlezing(request: HttpRequest, kijker: Kijker, inlezing_id: UUID) -> HttpResponse:
    row = one(request, kijker, inlezing_id)
    chosen = request.GET.get("stand", "")
    files = queries.bestanden(kijker).filter(inlezing_id=row.pk).order_by("nummer")
    if chosen in Bestand.Status.values:
        files = files.filter(status=chosen)
    context = {
        "inlezing": row,
        "telling": queries.counts(kijker, [row.pk])[row.pk],
        "werk": queries.work_of(kijker, SOORT, row.pk),
        "bestanden": Paginator(files, A_PAGE).get_page(request.GET.get("pagina")),
        "stand": chosen if chosen in Bestand.Status.values else "",
        "standen": [it for it in Bestand.Status.values if it != Bestand.Status.WACHT],
        "bevestig": Bevestig(request, kijker),
    }
    return render(request, kijker, "uitwisseling/inlezing.html", context, blocks=("stand",))


@require_safe
@page(Purpose.BERICHTEN, roles=ROLLEN, praktijk="berichten")
def bestand(request: HttpRequest, kijker: Kijker, bestand_id: UUID) -> HttpResponse:
    rows = queries.bestanden(kijker).select_related("inlezing")
    row = found(request, kijker, rows, pk=bestand_id)
    lines = Paginator(findings(kijker, bestand_id=row.pk), A_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "bestand": row,
        "regels": lines,
        "vondsten": [(it.ernst, place(it), said(it)) for it in lines],
        "wacht": list(open_parts(kijker).filter(bestand_id=row.pk)[:A_PAGE]),
    }
    return render(request, kijker, "uitwisseling/bestand.html", context)
