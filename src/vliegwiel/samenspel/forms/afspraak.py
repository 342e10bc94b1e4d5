"""What people fill in about an afspraak apart from any household."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, Formulier


class TeruggevenForm(Formulier):
    reden = forms.CharField(
        max_length=KORT,
        label=_("Waarom lukt het niet?"),
        help_text=_("Wie dit vroeg, leest het en zoekt een andere weg."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LoslatenForm(Formulier):
    reden = forms.CharField(
        max_length=KORT,
        label=_("Waarom laten jullie dit los?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class GedaanForm(Formulier):
    uitkomst = forms.CharField(
        max_length=KORT,
        label=_("Wat kwam ervan?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnderForm(Formulier):
    """Another colleague, found by a part of the name; when there are more, they are offered to choose from."""

    collega = forms.CharField(
        label=_("Naam van de collega"), help_text=_("Een deel van de naam is genoeg."), max_length=80
    )
    medewerker = forms.ChoiceField(label=_("Wie bedoel je?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, collegas: list[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._collegas = {str(it.pk): it for it in collegas}
        found = [(key, nl(f"{it.naam} ({it.deelname})")) for key, it in self._collegas.items()]
        self.fields["medewerker"].choices = found  # type: ignore[attr-defined]
        if not found:
            self.fields["medewerker"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        named = data.pop("collega", "")
        chosen = self._collegas.get(data.get("medewerker", ""))
        if chosen is None and len(self._collegas) == 1:
            (chosen,) = self._collegas.values()
        if chosen is None and named:
            sentence = _("Kies wie je bedoelt.") if self._collegas else _("Niemand gevonden met deze naam.")
            self.add_error("medewerker" if self._collegas else "collega", sentence)
        data["medewerker"] = chosen
        if chosen is not None:
            data["wie"] = "gemeente" if chosen.deelname.organisatie.soort == "gemeente" else "professional"
        return data
