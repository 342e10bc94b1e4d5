"""What people agree: who does what, for whom, when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.ondersteuning.forms.schrijven import InPlan
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.privacy.public import Persoon
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, DateInput, Formulier
from vliegwiel.ui.sentences import sentence

WIE = [
    ("inwoner", _("Iemand uit het huishouden")),
    ("netwerk", _("Iemand om hen heen: familie, buren, vrienden")),
    ("vrijwilliger", _("Een vrijwilliger")),
    ("professional", _("Een collega van een organisatie")),
    ("gemeente", _("Een collega van de gemeente")),
]
COLLEGA = ("professional", "gemeente")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class WieForm(Formulier):
    """Who does it. A colleague is found by a part of the name; when there are more, they are offered to choose from."""

    wie = forms.ChoiceField(
        label=_("Wie doet het?"),
        choices=WIE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie het doet.")},
    )
    doet = forms.ChoiceField(label=_("Wie uit het huishouden?"), required=False)
    wie_naam = forms.CharField(
        label=_("Naam van wie om hen heen staat, of van de vrijwilliger"), required=False, max_length=120
    )
    collega = forms.CharField(
        label=_("Naam van de collega"),
        help_text=_(
            "Een deel van de naam is genoeg. Deze collega ziet deze afspraak, de namen en de vaste "
            "contactpersoon, en verder niets uit het plan."
        ),
        required=False,
        max_length=80,
    )
    medewerker = forms.ChoiceField(label=_("Wie bedoel je?"), required=False, widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, doeners: Iterable[Persoon], collegas: list[Medewerker], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._doeners = {str(it.pk): it for it in doeners}
        self._collegas = {str(it.pk): it for it in collegas}
        people = [("", _("Kies iemand")), *((key, nl(it.naam)) for key, it in self._doeners.items())]
        self.fields["doet"].choices = people  # type: ignore[attr-defined]
        found = [(key, nl(f"{it.naam} ({it.deelname})")) for key, it in self._collegas.items()]
        self.fields["medewerker"].choices = found  # type: ignore[attr-defined]
        if not found:
            self.fields["medewerker"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        data["doet"] = self._doeners.get(data.get("doet", ""))
        asked = data.pop("collega", "")
        data["medewerker"] = self._colleague(data, asked) if data.get("wie") in COLLEGA else None
        if data["medewerker"] is not None:
            own = data["medewerker"].deelname.organisatie.soort == "gemeente"
            data["wie"] = "gemeente" if own else "professional"
        return data

    def _colleague(self, data: dict[str, Any], asked: str) -> Medewerker | None:
        chosen = self._collegas.get(data.get("medewerker", ""))
        if chosen is None and len(self._collegas) == 1:
            (chosen,) = self._collegas.values()
        if chosen is None:
            many, named = "collega_meer", "collega_onvindbaar" if asked.strip() else "collega_ontbreekt"
            field = "medewerker" if self._collegas else "collega"
            self.add_error(field, sentence(many if self._collegas else named))
        return chosen


class AfspraakForm(WieForm, InPlan):
    tekst = forms.CharField(
        max_length=KORT,
        label=_("Wat spreken jullie af?"),
        help_text=_("Wat iemand doet, in één zin."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    wanneer = forms.DateField(label=_("Op welke dag, of voor welke dag?"), required=False, widget=DateInput())
    hoe_laat = forms.TimeField(label=_("Hoe laat?"), required=False, widget=TimeInput())
    doel = forms.ChoiceField(label=_("Hoort het bij een doel?"), required=False)
    field_order = (
        "tekst", "wie", "doet", "wie_naam", "collega", "medewerker", "persoon", "wanneer", "hoe_laat", "doel", "domein",
    )  # fmt: skip

    def __init__(self, *args: Any, doelen: Iterable[Plandoel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persoon"].label = _("Voor wie is het?")
        self._doelen = {str(it.pk): it for it in doelen}
        goals = [("", _("Geen doel")), *((key, nl(it.tekst[:80])) for key, it in self._doelen.items())]
        self.fields["doel"].choices = goals  # type: ignore[attr-defined]
        if not self._doelen:
            self.fields["doel"].widget = forms.HiddenInput()

    def clean_doel(self) -> Plandoel | None:
        return self._doelen.get(self.cleaned_data["doel"])


class AndersForm(Formulier):
    """Agree on something else; `nummer` is the one on the screen when typing began."""

    keeps_draft = True
    nummer = forms.IntegerField(widget=forms.HiddenInput)
    tekst = forms.CharField(
        max_length=KORT, label=_("Wat spreken jullie af?"), widget=forms.Textarea(attrs={"rows": 2})
    )
    wanneer = forms.DateField(label=_("Op welke dag, of voor welke dag?"), required=False, widget=DateInput())
    hoe_laat = forms.TimeField(label=_("Hoe laat?"), required=False, widget=TimeInput())
