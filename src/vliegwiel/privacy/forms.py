"""What the FG fills in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.ui.forms import KORT, Formulier


class NazichtForm(Formulier):
    oordeel = forms.ChoiceField(
        label=_("Wat vind je van deze inzage?"),
        choices=[
            ("gezien", pgettext_lazy("nazicht", "Gezien: dit past bij het werk")),
            ("navraag", pgettext_lazy("nazicht", "Vraagt navraag")),
        ],
        widget=forms.RadioSelect,
    )
    woorden = forms.CharField(
        max_length=KORT,
        required=False,
        label=_("Wat wil je navragen, of onthouden?"),
        help_text=_("Schrijf geen namen van inwoners op."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
