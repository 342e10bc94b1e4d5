"""What people fill in about words."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.samenspel.public import VoorstelForm
from vliegwiel.ui.forms import KORT, Formulier


class BegripForm(Formulier):
    keeps_draft = True
    woord = forms.CharField(label=_("Welk woord?"), max_length=60)
    aanleiding = forms.CharField(
        max_length=KORT,
        label=_("Waarom is dit woord nu belangrijk?"),
        help_text=_("Bijvoorbeeld: we gebruiken het allemaal, maar bedoelen er iets anders mee."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BetekenisForm(VoorstelForm):
    """A first text for the meaning of a word; its title is the word itself."""

    titel = None  # type: ignore[assignment]
