"""Looking back on a goal, and at the end of a plan."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ui.forms import KORT, LANG, Formulier


class TerugblikForm(Formulier):
    keeps_draft = True
    gebeurd = forms.CharField(
        max_length=LANG, label=_("Wat is er gebeurd?"), widget=forms.Textarea(attrs={"rows": 4})
    )
    oordeel = forms.ChoiceField(
        label=_("Wat doen jullie nu?"),
        choices=[
            ("houden", _("Houden: we gaan zo door")),
            ("aanpassen", _("Aanpassen: we doen het anders")),
            ("stoppen", _("Stoppen: we doen dit niet meer")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies: houden, aanpassen of stoppen.")},
    )
    geleerd = forms.CharField(
        max_length=LANG,
        label=_("Wat leren jullie hiervan?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SluitenForm(TerugblikForm):
    """Closing a plan, with its own looking back."""

    reden = forms.CharField(
        max_length=KORT,
        label=_("Waarom kan het plan nu sluiten?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    verwachting = forms.CharField(
        max_length=KORT,
        label=_("Wat hoopten jullie bij het begin?"),
        help_text=_("Zoals het toen gezegd is."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("reden", "verwachting", "gebeurd", "oordeel", "geleerd")
