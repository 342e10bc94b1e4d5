"""The forms about residents."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.fields import Day
from vliegwiel.ui.forms import Formulier


class InwonerUitnodigen(Formulier):
    """A resident who is going to take part: a name to be called by, and where the invitation goes."""

    naam = forms.CharField(
        label=_("Hoe wil de inwoner heten?"),
        max_length=120,
        help_text=_("Vraag het. Een voornaam mag ook: zo zien anderen deze inwoner aan tafel."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul in hoe de inwoner wil heten.")},
    )
    email = forms.EmailField(
        label=_("E-mailadres van de inwoner"),
        help_text=_("Hier komt de uitnodiging binnen. Anderen aan tafel zien dit adres niet."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul het e-mailadres van de inwoner in."),
            "invalid": _("Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl."),
        },
    )


class EindeToegang(Formulier):
    einddatum = Day(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Laat leeg als er geen laatste dag is."),
    )
    meteen = forms.BooleanField(label=_("Deze inwoner mag er nu meteen niet meer in"), required=False)
