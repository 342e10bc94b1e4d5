"""What a colleague fills in to hand something on, or to give it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.public import Medewerker, Team
from vliegwiel.ui.forms import KORT, DateInput, Formulier


class OverdragenForm(Formulier):
    """To whom, why, and when the three of you talk. Only who was found, or a team, can be chosen."""

    keeps_draft = True

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    wie = forms.ChoiceField(label=_("Aan wie draag je over?"), widget=forms.RadioSelect)
    uitleg = forms.CharField(
        max_length=KORT,
        label=_("Wat moet de ander weten?"),
        help_text=_("Eén of twee zinnen, zodat niemand het verhaal opnieuw hoeft te vertellen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    gesprek_op = forms.DateField(
        label=_("Wanneer praten jullie met z’n drieën?"), required=False, widget=DateInput()
    )

    def __init__(self, *args: Any, colleagues: list[Medewerker], teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._goals: dict[str, Medewerker | Team] = {str(it.pk): it for it in [*colleagues, *teams]}
        word = pgettext("aan wie", "team")
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            *((str(it.pk), f"{it.naam} ({it.deelname})") for it in colleagues),
            *((str(it.pk), f"{it.naam} ({word})") for it in teams),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        data["aan"] = self._goals.get(data.pop("wie", ""))
        return data


class TeruggevenForm(Formulier):
    keeps_draft = True

    reden = forms.CharField(
        max_length=KORT,
        label=_("Ik geef het terug, want…"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
