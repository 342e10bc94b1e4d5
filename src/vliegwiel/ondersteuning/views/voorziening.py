"""One provision with what changed about it; beginning a plan; picking up a card."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.gemeenschap.public import page as render
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ondersteuning.actions.voorziening_oppakken import pick_up
from vliegwiel.ondersteuning.actions.voorziening_plan import begin_plan
from vliegwiel.ondersteuning.queries.huishouden import household
from vliegwiel.ondersteuning.queries.voorziening import card_of, read_voorziening
from vliegwiel.ondersteuning.views.plan import not_theirs
from vliegwiel.privacy.public import WERKT
from vliegwiel.samenspel.public import Aandachtspunt
from vliegwiel.ui.forms import Bevestig, send, status_of


@require_safe
@page(Purpose.ONDERSTEUNEN, praktijk="voorziening")
def voorziening(request: HttpRequest, kijker: Kijker, dossier_id: UUID, voorziening_id: UUID) -> HttpResponse:
    blad = read_voorziening(kijker, dossier_id, voorziening_id, now())
    if blad is None:
        not_theirs(request, kijker, dossier_id)
    return render(request, kijker, "ondersteuning/voorziening.html", {"blad": blad})


@page(Purpose.ONDERSTEUNEN, praktijk="plan")
def plan_beginnen(request: HttpRequest, kijker: Kijker, dossier_id: UUID) -> HttpResponse:
    home = household(kijker, dossier_id, now())
    if home is None:
        not_theirs(request, kijker, dossier_id)
    form = Bevestig(request, kijker)
    to = reverse("plan", args=[kijker.gemeente.slug, dossier_id])
    sent = send(request, form, begin_plan, dossier_id=dossier_id, to=to, done=_("Het plan is begonnen."))
    context = {"form": form, "huishouden": home[0]}
    return sent or render(
        request, kijker, "ondersteuning/voorziening_plan.html", context, status=status_of(form)
    )


@page(Purpose.ONDERSTEUNEN, roles=WERKT, praktijk="voorziening")
def oppakken(request: HttpRequest, kijker: Kijker, aandachtspunt_id: UUID) -> HttpResponse:
    card = card_of(kijker, aandachtspunt_id, now())
    if card is None:
        return found(request, kijker, Aandachtspunt.objects.none(), pk=aandachtspunt_id)
    _card, row = card
    blad = read_voorziening(kijker, row.dossier_id, row.pk, now())
    form = Bevestig(request, kijker)
    to = reverse("plan", args=[kijker.gemeente.slug, row.dossier_id])
    sent = send(
        request,
        form,
        pick_up,
        aandachtspunt_id=aandachtspunt_id,
        to=to,
        done=_("Je werkt nu met dit huishouden mee. Het staat bij Mijn mensen."),
    )
    context = {"form": form, "blad": blad, "domein": row.domein}
    return sent or render(
        request, kijker, "ondersteuning/voorziening_oppakken.html", context, status=status_of(form)
    )
