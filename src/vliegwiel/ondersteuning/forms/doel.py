"""What people write about a goal of a plan."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.ondersteuning.forms.schrijven import InPlan
from vliegwiel.ui.forms import KORT, DateInput, Formulier


class _Doel(forms.Form):
    tekst = forms.CharField(
        max_length=KORT,
        label=_("Wat willen jullie bereiken?"),
        help_text=_("In gewone woorden, zoals het huishouden het zegt."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    eerste_stap = forms.CharField(
        max_length=KORT,
        label=_("Wat is de eerste stap?"),
        help_text=_("Klein genoeg om deze week te beginnen."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    score = forms.IntegerField(
        label=_("Welk cijfer geeft iemand het nu?"),
        help_text=_("Van 0 tot en met 10. Alleen als iemand dat zelf prettig vindt."),
        required=False,
        min_value=0,
        max_value=10,
        error_messages={
            "invalid": _("Kies een cijfer van 0 tot en met 10, of laat het leeg."),
            "min_value": _("Kies een cijfer van 0 tot en met 10, of laat het leeg."),
            "max_value": _("Kies een cijfer van 0 tot en met 10, of laat het leeg."),
        },
    )
    verwachting = forms.CharField(
        max_length=KORT,
        label=_("Wat verwachten jullie dat het brengt?"),
        help_text=_("Dit ligt vast. Op de dag hieronder kijken jullie terug: kwam het uit?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kijken_op = forms.DateField(label=_("Wanneer kijken jullie terug?"), required=False, widget=DateInput())


class DoelForm(InPlan, _Doel):
    field_order = (
        "tekst", "eerste_stap", "persoon", "domein", "verwachting", "kijken_op", "score",
    )  # fmt: skip


class DoelVeranderForm(Formulier, _Doel):
    keeps_draft = True
    stand = "versie"
    versie = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("versie", "tekst", "eerste_stap", "verwachting", "kijken_op", "score")

    def without_expectation(self) -> None:
        """What was expected is fixed beforehand and not changed afterwards."""
        del self.fields["verwachting"], self.fields["kijken_op"]


class DoelKlaarForm(Formulier):
    status = forms.ChoiceField(
        label=_("Hoe is het afgelopen, zoals zij het zelf zien?"),
        help_text=_("Vraag het aan wie dit doel heeft. Zij zeggen of het gehaald is, jij schrijft het op."),
        choices=[
            ("gehaald", pgettext_lazy("doel", "Gehaald")),
            ("losgelaten", pgettext_lazy("doel", "Losgelaten")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies: gehaald of losgelaten.")},
    )
    woord = forms.CharField(
        max_length=KORT,
        label=_("Wil je er iets bij zeggen?"),
        help_text=_("Bij loslaten: waarom doen jullie dit niet meer?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
