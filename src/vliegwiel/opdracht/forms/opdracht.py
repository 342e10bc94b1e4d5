"""What people fill in about an opdracht and its paragraphs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from vliegwiel.koers.public import Doel
from vliegwiel.opdracht.models import Paragraaf
from vliegwiel.samenspel.public import Bijdrage, Tafel, Uitspraak
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import LANG, Formulier

SHORT = 120  # of a text in a list of choices


def shortened(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"


class OpdrachtForm(Formulier):
    titel = forms.CharField(label=_("Hoe heet de opdracht?"), max_length=160)
    tafel = forms.ChoiceField(
        label=_("Aan welke tafel schrijven jullie haar?"),
        help_text=_("Wie die tafel leest, leest het concept. Mogelijke inschrijvers niet."),
        error_messages={"required": _("Kies een tafel.")},
    )

    def __init__(self, *args: Any, tafels: list[Tafel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tafels = {str(it.pk): it for it in tafels}
        labels = [("", _("Kies een tafel")), *((key, it.naam) for key, it in self._tafels.items())]
        self.fields["tafel"].choices = labels  # type: ignore[attr-defined]

    def clean_tafel(self) -> Tafel:
        return self._tafels[self.cleaned_data["tafel"]]


class ParagraafForm(Formulier):
    keeps_draft = True
    soort = forms.ChoiceField(
        label=_("Wat staat er in deze paragraaf?"),
        choices=[
            (Paragraaf.Soort.TEKST, _("Wat wij vragen")),
            (Paragraaf.Soort.WAT_NIET, _("Wat wij niet vragen")),
        ],
        initial=Paragraaf.Soort.TEKST,
        widget=forms.RadioSelect,
    )
    kop = forms.CharField(label=_("De kop"), max_length=160)
    tekst = forms.CharField(max_length=LANG, label=_("De tekst"), widget=forms.Textarea(attrs={"rows": 8}))
    doelen = forms.MultipleChoiceField(
        label=_("Aan welke doelen draagt dit bij?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    uitspraken = forms.MultipleChoiceField(
        label=_("Waar rust deze paragraaf op?"),
        help_text=_("Kies wat er aan tafel gezegd is."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, doelen: list[Doel] | None, gezegd: list[Uitspraak], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doelen = {str(it.pk): it for it in doelen or ()}
        self._gezegd = {str(it.pk): it for it in gezegd}
        if doelen is None:  # the practice is off: what it rests on stays as it is
            del self.fields["doelen"]
        else:
            self._choose("doelen", [(key, nl(it.naam)) for key, it in self._doelen.items()])
        self._choose("uitspraken", [(key, _quote(it)) for key, it in self._gezegd.items()])

    def _choose(self, name: str, labels: list[tuple[str, str]]) -> None:
        self.fields[name].choices = labels  # type: ignore[attr-defined]

    def clean_doelen(self) -> list[Doel]:
        return [self._doelen[key] for key in self.cleaned_data["doelen"]]

    def clean_uitspraken(self) -> list[Uitspraak]:
        return [self._gezegd[key] for key in self.cleaned_data["uitspraken"]]


def _quote(said: Uitspraak) -> str:
    return format_html("{} {}", nl(f"“{shortened(said.tekst)}”"), said.zetel.naam)


class ParagraafVeranderForm(ParagraafForm):
    nummer = forms.IntegerField(widget=forms.HiddenInput)


class BijdragenForm(Formulier):
    bijdragen = forms.MultipleChoiceField(
        label=_("Welke bijdragen horen bij deze opdracht?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    stond = forms.CharField(required=False, widget=forms.HiddenInput)  # what was ticked when it was opened

    def __init__(self, *args: Any, bijdragen: list[Bijdrage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bijdragen = {str(it.pk): it for it in bijdragen}
        labels = [(key, f"{it.zetel.naam}: {shortened(it.inhoud)}") for key, it in self._bijdragen.items()]
        self.fields["bijdragen"].choices = labels  # type: ignore[attr-defined]

    def clean_bijdragen(self) -> list[Bijdrage]:
        return [self._bijdragen[key] for key in self.cleaned_data["bijdragen"]]

    def clean_stond(self) -> list[Bijdrage]:
        return [self._bijdragen[key] for key in self.cleaned_data["stond"].split() if key in self._bijdragen]
