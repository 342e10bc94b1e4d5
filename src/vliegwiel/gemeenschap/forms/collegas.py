"""The forms about colleagues and their teams."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap import queries
from vliegwiel.gemeenschap.fields import Day, ManyNames, Names, roles
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Deelname, Medewerker, Team
from vliegwiel.kern.clock import today
from vliegwiel.ui.forms import Formulier, asked


class Uitnodigen(Formulier):
    """A new colleague."""

    naam = forms.CharField(
        label=pgettext_lazy("veld", "Naam"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul in hoe je collega heet.")},
    )
    email = forms.EmailField(
        label=_("E-mailadres van het werk"),
        help_text=_("Hier komt de uitnodiging binnen. Die werkt een week."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul het e-mailadres in dat je collega op het werk gebruikt."),
            "invalid": _("Dit is geen e-mailadres. Het ziet eruit als naam@organisatie.nl."),
        },
    )
    organisatie = Names(
        label=_("Voor welke organisatie?"),
        queryset=Deelname.objects.none(),
        empty_label=_("Kies een organisatie"),
        error_messages={"required": _("Kies voor welke organisatie je collega werkt.")},
    )
    functie = forms.CharField(
        label=pgettext_lazy("veld", "Functie"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: consulent lokaal team Oost."),
    )
    rollen = roles()
    teams = ManyNames(label=_("In welke teams?"), required=False, queryset=Team.objects.none())
    einddatum = Day(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Alleen voor wie tijdelijk meewerkt. Daarna komt deze collega er niet meer in."),
    )

    def __init__(self, request: Any, kijker: Kijker, **kwargs: Any) -> None:
        super().__init__(request, kijker, **kwargs)
        self.fields["organisatie"].queryset = queries.organisations(kijker, today())  # type: ignore[attr-defined]
        _offer_teams(self, kijker)


class Rollen(Formulier):
    rollen = roles()


class Teams(Formulier):
    teams = ManyNames(label=_("In welke teams?"), required=False, queryset=Team.objects.none())

    def __init__(self, request: Any, kijker: Kijker, **kwargs: Any) -> None:
        super().__init__(request, kijker, **kwargs)
        _offer_teams(self, kijker)


def _offer_teams(form: Formulier, kijker: Kijker) -> None:
    """No question about teams where there are none."""
    offered = Team.objects.filter(gemeente_id=kijker.gemeente_id).order_by("naam")
    form.fields["teams"].queryset = offered  # type: ignore[attr-defined]


class LaatsteDag(Formulier):
    einddatum = Day(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Laat leeg als er geen laatste dag is."),
    )


class Stoppen(Formulier):
    """Somebody leaves: when, and who takes over what is open."""

    einddatum = Day(
        label=_("Wat is de laatste dag?"),
        error_messages={"required": _("Kies de laatste dag.")},
    )
    meteen = forms.BooleanField(label=_("Deze collega mag er nu meteen niet meer in"), required=False)
    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    opvolger = Names(
        label=_("Wie neemt het open werk over?"),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=_("Kies een collega"),
        error_messages={"required": _("Kies wie het open werk overneemt.")},
    )

    def __init__(
        self, request: Any, kijker: Kijker, *, medewerker: Medewerker, open_werk: int, **kwargs: Any
    ) -> None:
        self.gevraagd = asked(request.POST.get("zoek") or request.GET.get("q", ""), 80)
        super().__init__(request, kijker, initial={"einddatum": today(), "zoek": self.gevraagd}, **kwargs)
        self.zoekbaar = bool(open_werk)
        if not open_werk:
            del self.fields["opvolger"]
            return
        offered = queries.successors(kijker, medewerker, self.gevraagd, today())
        self.fields["opvolger"].queryset = offered  # type: ignore[attr-defined]
        self.fields["opvolger"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        return data


class TeamNaam(Formulier):
    naam = forms.CharField(
        label=_("Hoe heet het team?"),
        max_length=80,
        help_text=_("Zoals iedereen het noemt: lokaal team Oost."),
        error_messages={"required": _("Geef het team een naam.")},
    )
