"""Pages to look back on an adopted text: writing down what is expected, and when the day has come what came of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.samenspel import access, actions, queries
from vliegwiel.samenspel.forms import TerugkijkenForm, VerwachtingForm
from vliegwiel.samenspel.models import Voorstel
from vliegwiel.samenspel.views.voorstel import href
from vliegwiel.ui.forms import send, status_of


def _require_seat(kijker: Kijker, voorstel: Voorstel) -> None:
    if queries.own_seat(kijker, queries.zetels_of(voorstel.tafel), today()) is None:
        raise access.NoSeat


@page(Purpose.SAMEN_BEPALEN)
def voorstel_terugblik(request: HttpRequest, kijker: Kijker, voorstel_id: UUID) -> HttpResponse:
    """Fix beforehand what an adopted text should bring."""
    adopted = queries.voorstellen(kijker, today()).filter(
        status=Voorstel.Status.AANGENOMEN, tafel__dossier__isnull=True
    )
    it = found(request, kijker, adopted, pk=voorstel_id)
    _require_seat(kijker, it)
    form = VerwachtingForm(request, kijker, initial={"kijken_op": it.terugkijken_op})
    sent = send(
        request,
        form,
        actions.expect_of_voorstel,
        voorstel=it,
        to=href(kijker, it.pk),
        done=_("De verwachting staat vast. Op die dag vraagt ze aandacht."),
    )
    context = {"form": form, "voorstel": it, "tafel": it.tafel}
    return sent or render(
        request, kijker, "samenspel/voorstel_terugblik.html", context, status=status_of(form)
    )


@page(Purpose.SAMEN_BEPALEN)
def voorstel_terugkijken(
    request: HttpRequest, kijker: Kijker, voorstel_id: UUID, terugblik_id: UUID
) -> HttpResponse:
    """What was expected; for who sits here and nobody looked back yet, what happened. Else what was found."""
    rows = queries.voorstelterugblikken(kijker, today()).filter(voorstel_id=voorstel_id)
    link = found(request, kijker, rows, terugblik_id=terugblik_id)
    own = queries.own_seat(kijker, queries.zetels_of(link.voorstel.tafel), today())
    form = TerugkijkenForm(request, kijker)
    sent = send(
        request,
        form,
        actions.look_back_on_voorstel,
        link=link,
        to=href(kijker, voorstel_id),
        done=_("De terugblik staat bij de tekst."),
    )
    context = {
        "form": form,
        "voorstel": link.voorstel,
        "tafel": link.voorstel.tafel,
        "terugblik": link.terugblik,
        "mag_terugkijken": own is not None and link.terugblik.teruggekeken_op is None,
    }
    return sent or render(
        request, kijker, "samenspel/voorstel_terugkijken.html", context, status=status_of(form)
    )
