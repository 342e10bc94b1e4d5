"""To which Doel of the gemeente a goal of a plan contributes: chosen from those pursued today."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.koers.public import Doel
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import Formulier
from vliegwiel.ui.sentences import sentence


class KoppelForm(Formulier):
    doel = forms.ChoiceField(
        label=_("Waar past dit doel bij?"),
        help_text=_("Kies het doel van de gemeente dat er het dichtst bij ligt. Het hoeft niet."),
        error_messages={
            "required": _("Kies een doel, of ga terug naar het plan."),
            "invalid_choice": _("Dit doel kun je niet kiezen. Kies er een uit de lijst."),
        },
    )

    def __init__(self, *args: Any, doelen: Sequence[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doelen = {str(it.pk): it for it in doelen}
        groups = [
            (sentence(f"doelsoort.{soort}"), [(str(it.pk), nl(it.naam)) for it in rows])
            for soort, rows in groupby(doelen, key=lambda it: it.soort)
        ]
        self.fields["doel"].choices = [("", _("Kies een doel")), *groups]  # type: ignore[attr-defined]

    def clean_doel(self) -> Doel:
        return self._doelen[self.cleaned_data["doel"]]
