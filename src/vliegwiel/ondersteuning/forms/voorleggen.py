"""Laying the plan before the family."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ui.forms import KORT, LANG, DateInput, Formulier


class VoorleggenForm(Formulier):
    """`gebaseerd_op`: the version that lay on the table when typing began; 0 when none did."""

    keeps_draft = True
    stand = "gebaseerd_op"
    gebaseerd_op = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tekst = forms.CharField(
        max_length=LANG,
        label=_("De tekst die jullie afspreken"),
        help_text=_("Uit het plan overgenomen. Pas hem samen aan, zoals jullie het zelf zeggen."),
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    toelichting = forms.CharField(
        max_length=KORT,
        label=_("Is er iets bij te zeggen?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sluitdatum = forms.DateField(
        label=_("Tot en met welke dag kan men antwoorden?"), required=False, widget=DateInput()
    )

    def clean_gebaseerd_op(self) -> int:
        return self.cleaned_data["gebaseerd_op"] or 0
