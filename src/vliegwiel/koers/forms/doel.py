"""What people fill in about doelen and what ties them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.public import Gebied
from vliegwiel.koers.models import Begrip, Doel, Koerszin
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, Formulier
from vliegwiel.ui.sentences import sentence

SOORTEN = [
    ("leven", _("Prettig leven: waar het uiteindelijk om gaat, voor iedereen die hier woont")),
    ("effect", _("Effect: wat er in de samenleving anders wordt")),
    ("resultaat", _("Resultaat: wat er dan is of gebeurt")),
    ("inspanning", _("Inspanning: wat wij ervoor doen")),
]


class DoelForm(Formulier):
    keeps_draft = True
    naam = forms.CharField(
        max_length=160,
        label=_("Wat willen we?"),
        help_text=_("Eén zin. Bijvoorbeeld: wie schulden heeft, vindt op tijd hulp."),
    )
    soort = forms.ChoiceField(label=_("Wat voor doel is het?"), choices=SOORTEN, widget=forms.RadioSelect)
    toelichting = forms.CharField(
        max_length=KORT,
        label=_("Wat hoort iemand te weten die er niet bij was?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    indicator = forms.CharField(
        max_length=200,
        label=_("Waaraan zien we het?"),
        help_text=_("In woorden. Meten komt later."),
        required=False,
    )
    gebied = forms.ChoiceField(label=_("Waar?"), required=False)
    koerszin = forms.ChoiceField(label=_("Uit welke ambitie komt dit doel?"), required=False)
    begrippen = forms.MultipleChoiceField(
        label=_("Over welke van onze woorden gaat het?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order: tuple[str, ...] = (
        "naam", "soort", "indicator", "toelichting", "gebied", "koerszin", "begrippen",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        gebieden: Iterable[Gebied],
        zinnen: Iterable[Koerszin],
        woorden: Iterable[Begrip],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offered: dict[str, dict[str, Any]] = {
            "gebied": {str(it.pk): it for it in gebieden},
            "koerszin": {str(it.pk): it for it in zinnen},
            "begrippen": {str(it.pk): it for it in woorden},
        }
        self._choices("gebied", _("In de hele gemeente"), lambda it: it.naam)
        self._choices("koerszin", _("Uit geen van deze"), lambda it: _short(it.tekst))
        self._choices("begrippen", None, lambda it: nl(it.woord))
        for name in ("koerszin", "begrippen"):
            if not self._offered[name]:
                del self.fields[name]

    def _choices(self, name: str, none: Any, label: Any) -> None:
        rows = [(key, label(it)) for key, it in self._offered[name].items()]
        self.fields[name].choices = rows if none is None else [("", none), *rows]  # type: ignore[attr-defined]

    def clean_gebied(self) -> Gebied | None:
        return self._offered["gebied"].get(self.cleaned_data["gebied"])

    def clean_koerszin(self) -> Koerszin | None:
        return self._offered["koerszin"].get(self.cleaned_data["koerszin"])

    def clean_begrippen(self) -> list[Begrip]:
        return [self._offered["begrippen"][key] for key in self.cleaned_data["begrippen"]]


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:99].rstrip() + "…"


class DoelVeranderForm(DoelForm):
    nummer = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("nummer", *DoelForm.field_order)


class VerbindForm(Formulier):
    keeps_draft = True
    hoe = forms.ChoiceField(
        label=_("Hoe hangen zij samen?"),
        choices=[
            ("draagt_bij", _("Dit doel draagt bij aan het andere")),
            ("krijgt", _("Het andere doel draagt bij aan dit doel")),
            ("botst", _("Zij botsen: meer van het ene is minder van het andere")),
        ],
        widget=forms.RadioSelect,
    )
    ander = forms.ChoiceField(label=_("Met welk doel?"))
    toelichting = forms.CharField(
        max_length=300,
        label=_("Waarom?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, anderen: Iterable[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._anderen = {str(it.pk): it for it in anderen}
        rows = [(key, f"{sentence(f'doelsoort.{it.soort}')}: {it.naam}") for key, it in self._anderen.items()]
        self.fields["ander"].choices = [("", pgettext_lazy("keuze", "Kies een doel")), *rows]  # type: ignore[attr-defined]

    def clean_ander(self) -> Doel:
        return self._anderen[self.cleaned_data["ander"]]
