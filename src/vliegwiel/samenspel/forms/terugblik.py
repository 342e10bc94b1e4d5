"""Looking back on what is no household's: an expectation beforehand, and what became of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ui.forms import LANG, DateInput, Formulier


class VerwachtingForm(Formulier):
    keeps_draft = True
    verwachting = forms.CharField(
        max_length=LANG,
        label=_("Wat verwachten jullie ervan?"),
        help_text=_("Zo concreet als je kunt. Later kun je dit niet meer veranderen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    kijken_op = forms.DateField(
        label=_("Op welke dag kijken jullie terug?"),
        error_messages={"required": _("Kies de dag waarop jullie terugkijken.")},
        widget=DateInput(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.u:
            self.fields["verwachting"].label = _("Wat verwacht u ervan, samen met de anderen?")
            self.fields["verwachting"].help_text = _(
                "Zo concreet als u kunt. Later kunt u dit niet meer veranderen."
            )
            self.fields["kijken_op"].label = _("Op welke dag kijkt u samen terug?")


class TerugkijkenForm(Formulier):
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.u:
            self.fields["oordeel"].label = _("Wat doet u nu, samen met de anderen?")
            self.fields["geleerd"].label = _("Wat leert u hiervan, samen met de anderen?")
