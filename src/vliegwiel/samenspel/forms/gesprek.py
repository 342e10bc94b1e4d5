"""What people fill in to talk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.samenspel.models import Uitspraak
from vliegwiel.ui.forms import LANG, DateInput, Formulier


class GesprekForm(Formulier):
    titel = forms.CharField(label=_("Waar gaat het gesprek over?"), max_length=120)
    vraag = forms.CharField(
        label=_("Welke vraag ligt voor?"),
        help_text=_("Bijvoorbeeld: wat bedoel jij met normaliseren? Waar ging het goed, waar juist niet?"),
        required=False,
        max_length=300,
    )
    datum = forms.DateField(
        label=_("Wanneer?"), help_text=_("Leeg is vandaag."), required=False, widget=DateInput()
    )


class UitspraakForm(Formulier):
    keeps_draft = True
    tekst = forms.CharField(
        max_length=LANG,
        label=_("Wat wil je zeggen?"),
        help_text=_("In eigen woorden. Niemand verandert ze."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    vorm = forms.ChoiceField(
        label=_("Wat is het?"),
        choices=[
            (Uitspraak.Vorm.UITSPRAAK, _("Een gedachte")),
            (Uitspraak.Vorm.ZO_WEL, _("Een verhaal: zo wel")),
            (Uitspraak.Vorm.ZO_NIET, _("Een verhaal: zo niet")),
        ],
        initial=Uitspraak.Vorm.UITSPRAAK,
        widget=forms.RadioSelect,
    )
    delen = forms.ChoiceField(
        label=_("Wie mag dit later lezen?"),
        help_text=_("Als een tekst op deze woorden rust en wordt aangenomen."),
        choices=[
            (Uitspraak.Delen.TAFEL, _("Alleen deze tafel")),
            (
                Uitspraak.Delen.PARTIJ,
                _("Iedereen in de gemeente, onder de naam van de organisatie of groep"),
            ),
            (Uitspraak.Delen.NAAM, _("Iedereen in de gemeente, met naam")),
        ],
        initial=Uitspraak.Delen.TAFEL,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.u:
            self.fields["tekst"].label = _("Wat wilt u zeggen?")
