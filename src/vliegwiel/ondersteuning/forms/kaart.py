"""What a colleague fills in to make a card, and what whoever has the link does."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ondersteuning.models import Kaart
from vliegwiel.ui.forms import KORT, DateInput, Formulier


class KaartForm(Formulier):
    keeps_draft = True
    wie = forms.CharField(label=_("Voor wie is de kaart?"), max_length=120)
    taak = forms.CharField(
        label=_("Wat is de taak?"),
        help_text=_(
            "De link laat precies deze woorden zien. Zet er niets in wat niet nodig is voor de taak."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    voor = forms.CharField(
        label=_("Bij wie?"), help_text=_("Zo kort als het kan, bijvoorbeeld: mevrouw B."), max_length=80
    )
    geldig_tot = forms.DateField(
        label=_("Tot en met welke dag werkt de link?"),
        help_text=_("Hoogstens drie maanden."),
        widget=DateInput(),
    )


class OpenForm(Formulier):
    """Behind a link: the address holds the link, so where the form was sent is kept without it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plek = "kaart"


class Antwoord(OpenForm):
    antwoord = forms.ChoiceField(choices=Kaart.Antwoord.choices)


class Zorg(OpenForm):
    woorden = forms.CharField(
        label=_("Waar maakt u zich zorgen over?"),
        help_text=_("Schrijf wat u zag of hoorde. Een collega van de gemeente leest dit."),
        max_length=KORT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
