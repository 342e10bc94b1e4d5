"""Mijn gegevens: who I am here, where else I may go, and how I log in. And the first time in a gemeente."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vliegwiel.gemeenschap import actions, queries
from vliegwiel.gemeenschap.forms import MailForm
from vliegwiel.gemeenschap.kijker import Kijker, own_gemeenten
from vliegwiel.gemeenschap.pages import page as render
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import Purpose, page
from vliegwiel.ui.forms import Bevestig, send, status_of


@require_GET
@page(Purpose.EIGEN_ACCOUNT)
def mijn(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """My own name, roles, gemeenten and log-in. Residents have no second factor of their own: they come by DigiD."""
    others = [
        gemeente for gemeente in own_gemeenten(kijker.account, today()) if gemeente.pk != kijker.gemeente_id
    ]
    context = {
        "andere": others,
        "medewerker": queries.myself(kijker),
        "mail": queries.mail_choice(kijker),
        "eigen_wachtwoord": _own_password(kijker),
        "ander_wachtwoord": kijker.account.has_usable_password(),  # people of the demo have none
    }
    return render(request, kijker, "gemeenschap/mijn.html", context)


def _own_password(kijker: Kijker) -> bool:
    return kijker.inwoner is None or not settings.PRODUCTION


@page(Purpose.EIGEN_ACCOUNT)
def mail(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """How often a mail may say that something waits."""
    if kijker.medewerker is None:
        raise Http404
    chosen = queries.mail_choice(kijker)
    form = MailForm(request, kijker, initial={"ritme": chosen.ritme, "dag": chosen.dag})
    to = reverse("mijn_account", args=[kijker.gemeente.slug])
    answer = send(request, form, actions.choose_mail, to=to, done=_("Dit is bewaard."))
    return answer or render(
        request, kijker, "gemeenschap/mijn_mail.html", {"form": form}, status=status_of(form)
    )


@page(Purpose.EIGEN_ACCOUNT)
def welkom(request: HttpRequest, kijker: Kijker) -> HttpResponse:
    """Where an invitation leads somebody who could log in already."""
    form = Bevestig(request, kijker)
    answer = send(request, form, actions.arrive, to=reverse("vandaag", args=[kijker.gemeente.slug]))
    return answer or render(
        request, kijker, "gemeenschap/welkom.html", {"form": form}, status=status_of(form)
    )
