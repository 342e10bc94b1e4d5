"""What people fill in about an opgave and who may bid on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Deelname, Gebied
from vliegwiel.opdracht.rules import MOST_EURO
from vliegwiel.ui.forms import LANG, DateInput, Formulier, HeelGetal


class OpgaveForm(Formulier):
    keeps_draft = True
    titel = forms.CharField(label=_("Hoe heet de opgave?"), max_length=160)
    vraag = forms.CharField(
        max_length=LANG,
        label=_("Wat wordt er van ons gevraagd?"),
        help_text=_("Bijvoorbeeld: we kopen het welzijnswerk opnieuw in, met 1,2 miljoen minder."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    gebied = forms.ChoiceField(label=_("Voor welk gebied?"), required=False)
    budget = HeelGetal(
        label=_("Hoeveel geld is er, in hele euro’s?"),
        required=False,
        min_value=0,
        max_value=MOST_EURO,
        error_messages={
            "invalid": _("Schrijf een bedrag in hele euro’s, bijvoorbeeld 250.000. Of laat het leeg."),
            "min_value": _("Schrijf een bedrag in hele euro’s, bijvoorbeeld 250.000. Of laat het leeg."),
            "max_value": _("Dit bedrag is te groot. Kijk of er een nul te veel staat."),
        },
    )
    budget_toelichting = forms.CharField(
        label=_("Is er bij het geld iets te zeggen?"),
        help_text=_("Bijvoorbeeld: per jaar, of tot en met 2029."),
        required=False,
        max_length=300,
    )
    klaar_op = forms.DateField(label=_("Op welke dag moet het staan?"), required=False, widget=DateInput())

    def __init__(self, *args: Any, gebieden: list[Gebied], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gebieden = {str(it.pk): it for it in gebieden}
        labels = [("", _("De hele gemeente")), *((key, it.naam) for key, it in self._gebieden.items())]
        self.fields["gebied"].choices = labels  # type: ignore[attr-defined]

    def clean_gebied(self) -> Gebied | None:
        return self._gebieden.get(self.cleaned_data["gebied"])


class OpgaveVeranderForm(OpgaveForm):
    nummer = forms.IntegerField(widget=forms.HiddenInput)


class InschrijverForm(Formulier):
    deelname = forms.ChoiceField(
        label=_("Welke organisatie kan inschrijven?"),
        error_messages={"required": _("Kies een organisatie.")},
    )

    def __init__(self, *args: Any, deelnames: list[Deelname], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deelnames = {str(it.pk): it for it in deelnames}
        labels = [("", _("Kies een organisatie")), *((key, str(it)) for key, it in self._deelnames.items())]
        self.fields["deelname"].choices = labels  # type: ignore[attr-defined]

    def clean_deelname(self) -> Deelname:
        return self._deelnames[self.cleaned_data["deelname"]]


class NietMeerForm(Formulier):
    reden = forms.ChoiceField(
        label=_("Waarom leest deze organisatie weer mee?"),
        choices=[
            ("schrijft_niet_in", _("Zij schrijft niet in")),
            ("per_vergissing", _("Zij stond hier per vergissing")),
            ("opgave_vervalt", _("Er komt geen inschrijving")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom.")},
    )
