"""Giving a table of figures, and saying that it is right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from vliegwiel.ui.forms import Formulier
from vliegwiel.uitwisseling.cijfers import MOST_BYTES
from vliegwiel.uitwisseling.forms.berichten import BestandenForm, Bestandenveld, KiesBestanden


class CijfersForm(BestandenForm):
    """One table of figures; it is not kept."""

    bestanden = Bestandenveld(
        label=_("Kies de tabel"),
        widget=KiesBestanden(attrs={"accept": ".csv,text/csv"}),
        help_text=_("Een CSV-bestand met de kolommen indicator, gebied, periode en waarde."),
    )


class CijfersLeesInForm(Formulier):
    """The table as it was looked at goes along, with what it would replace: nothing of it waits with us."""

    inhoud = forms.CharField(widget=forms.HiddenInput, max_length=2 * MOST_BYTES, strip=False)
    versie = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(
        self, request: HttpRequest, kijker: Any, *, inhoud: str | None = None, versie: str = ""
    ) -> None:
        super().__init__(request, kijker, initial={"inhoud": inhoud, "versie": versie})
        if inhoud is not None:  # the page that shows what was given; nothing was decided yet
            self.is_bound, self.data = False, MultiValueDict()
