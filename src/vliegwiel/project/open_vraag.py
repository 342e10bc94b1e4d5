"""The web form on which anybody asks a question, without an account. Marked open in `open_views`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern.models import Gemeente
from vliegwiel.ondersteuning.public import Buiten, ask_openly, vraag_team
from vliegwiel.ui.forms import LANG, Formulier, send, status_of
from vliegwiel.ui.render import page

MOST, WAIT = 5, 3600  # questions from one address, and for how long they count (seconds)


class VraagStellen(Formulier):
    """What you want to ask, and how to reach you. `website` stays empty: only a machine fills it in."""

    woorden = forms.CharField(
        max_length=LANG,
        label=_("Wat wilt u vragen of vertellen?"),
        help_text=_("In uw eigen woorden. U hoeft niet alles te vertellen."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    naam = forms.CharField(
        max_length=160,
        label=_("Uw naam"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact = forms.CharField(
        max_length=160,
        label=_("Hoe kunnen wij u bereiken?"),
        help_text=_("Een telefoonnummer of e-mailadres."),
    )
    website = forms.CharField(
        max_length=200,
        label=_("Laat dit veld leeg"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, request: HttpRequest, by: Buiten) -> None:
        super().__init__(request, by)
        self.u = True

    def actor_of(self, kijker: Any) -> UUID:
        """Nobody is logged in: the key is the gemeente's."""
        gemeente: UUID = kijker.gemeente_id
        return gemeente


def ask(request: HttpRequest, gemeente: Gemeente, settings: dict[str, Any]) -> HttpResponse | None:
    """The form, or what happens now; None when this address asked too often."""
    team = vraag_team(gemeente.pk, settings.get("vraag_team"))
    context = {"gemeente": gemeente, "dagen": settings["vraag_antwoord_dagen"], "team": team}
    if request.method != "POST" and request.GET.get("klaar"):
        return page(request, "project/vraag_gesteld.html", context)
    form = VraagStellen(request, Buiten(gemeente.pk))
    sent = None
    if request.method == "POST":
        if _too_often(request):
            return None
        sent = send(request, form, _machine_or(ask_openly), team=team, to=f"{request.path}?klaar=1")
    return sent or page(
        request, "project/vraag_stellen.html", {**context, "form": form}, status=status_of(form)
    )


def _machine_or(act: Any) -> Any:
    """A machine that filled in the hidden field reads the same thanks, and nothing is stored."""

    def do(*, website: str = "", **given: Any) -> Any:
        return None if website else act(**given)

    return do


def _too_often(request: HttpRequest) -> bool:
    place = f"vraag:{get_adapter().get_client_ip(request)}"
    cache.add(place, 0, WAIT)
    return bool(cache.incr(place) > MOST)
