"""What people fill in about figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.effect import rules
from vliegwiel.effect.models import Indicator
from vliegwiel.gemeenschap.public import Gebied
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, Formulier

GEHEEL = "geheel"


class Getal(forms.CharField):
    """A number as people write it; None when it was left empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return rules.read_number(text)
        except ValueError:
            raise forms.ValidationError(_("Schrijf een getal, bijvoorbeeld 12 of 12,5.")) from None


class IndicatorForm(Formulier):
    naam = forms.CharField(label=_("Welk cijfer?"), max_length=120)
    eenheid = forms.CharField(
        label=_("Waarin tel je?"),
        help_text=_("Bijvoorbeeld: mensen, euro, uren."),
        max_length=30,
        required=False,
    )
    over_inwoners = forms.BooleanField(
        label=_("Het telt inwoners of huishoudens"),
        help_text=_("Dan gaat het per kwartaal en per wijk, en laten we getallen onder de tien niet zien."),
        required=False,
    )
    ritme = forms.ChoiceField(
        label=_("Hoe vaak?"),
        choices=[
            (Indicator.Ritme.KWARTAAL, pgettext_lazy("periode", "per kwartaal")),
            (Indicator.Ritme.MAAND, pgettext_lazy("periode", "per maand")),
        ],
        initial=Indicator.Ritme.KWARTAAL,
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        max_length=KORT,
        label=_("Wat hoort er wel en niet bij?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CijferForm(Formulier):
    """The figures of one period: of the whole gemeente, and per wijk."""

    periode = forms.CharField(widget=forms.HiddenInput)
    stand = "versie"
    versie = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    geheel = Getal(label=_("De hele gemeente"), required=False)

    def __init__(self, *args: Any, wijken: list[Gebied], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.botsing = False
        self._wijken = {f"wijk_{it.pk.hex}": it.pk for it in wijken}
        for name, wijk in zip(self._wijken, wijken, strict=True):
            self.fields[name] = Getal(label=nl(wijk.naam), required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        values: dict[UUID | None, Decimal | None] = {
            pk: found.pop(name, None) for name, pk in self._wijken.items()
        }
        values[None] = found.pop(GEHEEL, None)
        found.pop("periode", None)
        return {**found, "waarden": values}

    def labels(self) -> dict[UUID | None, str]:
        """What each gebied is called here."""
        places: dict[UUID | None, str] = {None: GEHEEL, **{pk: name for name, pk in self._wijken.items()}}
        return {pk: str(self.fields[name].label) for pk, name in places.items()}

    @staticmethod
    def start(there: dict[UUID | None, Decimal], versie: str, periode: str) -> dict[str, Any]:
        values = {f"wijk_{pk.hex}" if pk else GEHEEL: _text(value) for pk, value in there.items()}
        return {**values, "versie": versie, "periode": periode}


def _text(value: Decimal) -> str:
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


class PublicerenForm(Formulier):
    """Nothing to fill in: which quarter it is, and the decision to do it."""

    periode = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        return {}
