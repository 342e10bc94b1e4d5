"""The guide for one kind of help, and how many weeks before an end somebody calls."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ondersteuning.actions.bel_alvast_wijzer import MOST_WEEKS
from vliegwiel.ondersteuning.queries.bel_alvast_wijzer import Soort
from vliegwiel.ui.forms import LANG, Formulier


class WijzerForm(Formulier):
    """`nummer` is the version on the screen when typing began."""

    keeps_draft = True
    nummer = forms.IntegerField(widget=forms.HiddenInput)
    tekst = forms.CharField(
        label=_("Wat zeg je als je belt?"),
        help_text=_("Warm en kort. Maak het leeg om de standaardtekst terug te krijgen."),
        max_length=LANG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12, "lang": "nl"}),
    )


class WekenForm(Formulier):
    soort = forms.ChoiceField(label=_("Voor welke hulp?"), required=False)
    weken = forms.IntegerField(
        label=_("Hoeveel weken voor het einde bellen jullie?"),
        min_value=0,
        max_value=MOST_WEEKS,
        error_messages={
            "required": _("Schrijf een aantal weken op."),
            "min_value": _("Kies 0 of meer weken."),
            "max_value": _("Kies hoogstens 26 weken."),
            "invalid": _("Schrijf een heel getal."),
        },
    )

    def __init__(self, *args: Any, soorten: dict[str, list[Soort]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [(f"{it.wet}.{it.code}", it.naam) for rows in soorten.values() for it in rows]
        self.fields["soort"].choices = [("", _("Alle hulp")), *every]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("soort") and data.get("weken") == 0:
            self.add_error(
                "weken", _("Kies minstens 1 week. Zet Bel alvast uit bij Beheer als jullie niet bellen.")
            )
        return data
