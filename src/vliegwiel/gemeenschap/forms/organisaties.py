"""The forms about organisations."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.fields import Day, levels, sort_choices
from vliegwiel.ui.forms import Formulier


class OrganisatieErbij(Formulier):
    """An organisation that is going to take part here."""

    naam = forms.CharField(
        label=_("Hoe heet de organisatie?"),
        max_length=120,
        help_text=_("Precies zoals ze zichzelf noemt: Welzijn de Brug."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul in hoe de organisatie heet.")},
    )
    soort = forms.ChoiceField(
        label=_("Wat voor organisatie is het?"),
        choices=sort_choices,
        error_messages={"required": _("Kies wat voor organisatie het is.")},
    )
    niveaus = levels()


class Niveaus(Formulier):
    niveaus = levels()


class EindeDeelname(Formulier):
    einddatum = Day(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Laat leeg als de organisatie blijft meedoen."),
    )
