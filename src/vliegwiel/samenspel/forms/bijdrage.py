"""What people fill in about what they bring, and what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from vliegwiel.samenspel.models import Zetel
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, LANG, DateInput, Formulier, HeelGetal


class BijdrageForm(Formulier):
    """What somebody brings. Only the first field is needed; the rest is for who knows it already."""

    keeps_draft = True
    inhoud = forms.CharField(
        max_length=LANG,
        label=_("Wat breng je?"),
        help_text=_("Wat jullie doen, weten of hebben. Eén zin is genoeg."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    proces = forms.CharField(
        max_length=KORT,
        label=_("Wat doe je voor het samenwerken zelf?"),
        help_text=_("Bijvoorbeeld: een ruimte, iemand die begeleidt, verslag maken."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    uren_van = HeelGetal(label=_("Uren in totaal, vanaf"), required=False)
    uren_tot = HeelGetal(label=_("Uren in totaal, tot en met"), required=False)
    euro_van = HeelGetal(label=_("Hele euro’s, vanaf"), required=False)
    euro_tot = HeelGetal(label=_("Hele euro’s, tot en met"), required=False)
    voorwaarden = forms.CharField(
        max_length=KORT,
        label=_("Waar hangt het van af?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.u:
            self.fields["inhoud"].label = _("Wat brengt u?")
            self.fields["inhoud"].help_text = _("Wat u doet, weet of hebt. Eén zin is genoeg.")
            self.fields["proces"].label = _("Wat doet u voor het samenwerken zelf?")


class _Read(Formulier):
    """`nummer` is what was on the screen when this was decided or typed."""

    nummer = forms.IntegerField(widget=forms.HiddenInput)


class BijdrageVeranderForm(_Read, BijdrageForm):
    pass


class BevestigBijdrageForm(_Read):
    """Nothing to fill in; it is about what was read."""


class GekomenForm(_Read):
    keeps_draft = True
    gekomen = forms.CharField(
        max_length=LANG,
        label=_("Wat kwam ervan?"),
        help_text=_("Ook als het anders liep, of als er niets van kwam."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AfspraakUitBijdrageForm(Formulier):
    keeps_draft = True
    tekst = forms.CharField(
        max_length=KORT,
        label=_("Wat spreken jullie af?"),
        help_text=_("Wat iemand doet, in één zin."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    doener = forms.ChoiceField(
        label=_("Wie doet het?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie het doet.")},
    )
    wanneer = forms.DateField(label=_("Op welke dag, of voor welke dag?"), required=False, widget=DateInput())

    def __init__(self, *args: Any, seats: list[Zetel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._seats = {str(seat.pk): seat for seat in seats}
        self.fields["doener"].choices = [(key, nl(_who(seat))) for key, seat in self._seats.items()]  # type: ignore[attr-defined]

    def clean_doener(self) -> Zetel | None:
        return self._seats.get(self.cleaned_data["doener"])


def _who(seat: Zetel) -> str:
    return f"{seat.naam} ({seat.partij or pgettext('bij een naam', 'begeleidt')})"
