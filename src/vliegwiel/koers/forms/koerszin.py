"""What people fill in about a sentence of our course."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.koers.models import Koerszin
from vliegwiel.samenspel.public import VoorstelForm

ZIN = 500  # characters: it stands on one page with all others


class KoerszinForm(VoorstelForm):
    """A first text for a sentence; it is its own title. One of the mensbeeld brings its toetsvraag."""

    titel = None  # type: ignore[assignment]
    tekst = forms.CharField(
        max_length=ZIN,
        label=_("De zin"),
        help_text=_("Kort en in gewone woorden. Samen staan de zinnen op één bladzijde."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    toetsvraag = forms.CharField(
        max_length=200,
        label=_("Welke vraag stellen we onszelf dan, op het moment dat we kiezen?"),
        help_text=_("Bijvoorbeeld: wat wil deze mens zelf? Collega’s zien de vraag als zij een keuze maken."),
    )
    field_order = ("tekst", "toetsvraag", "rust_op", "gevraagd", "sluitdatum", "toelichting")

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if soort != Koerszin.Soort.MENSBEELD:
            del self.fields["toetsvraag"]
