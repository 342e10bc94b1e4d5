"""Looking back at the end of a plan."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.samenspel.public import TerugkijkenForm
from vliegwiel.ui.forms import KORT


class SluitenForm(TerugkijkenForm):
    """Closing a plan, with its own looking back."""

    reden = forms.CharField(
        max_length=KORT,
        label=_("Waarom kan het plan nu sluiten?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    verwachting = forms.CharField(
        max_length=KORT,
        label=_("Wat hoopten jullie bij het begin?"),
        help_text=_("Zoals het toen gezegd is."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("reden", "verwachting", "gebeurd", "oordeel", "geleerd")
