"""Choosing files, and answering what waits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.kern.refusals import Refusal
from vliegwiel.ui.forms import Formulier
from vliegwiel.ui.sentences import refusal_sentence
from vliegwiel.uitwisseling.actions.antwoord import ANDER, NIET, ZELFDE
from vliegwiel.uitwisseling.actions.ontvangen import Ontvangen
from vliegwiel.uitwisseling.forms.uploads import TooBig, too_much
from vliegwiel.uitwisseling.refusals.berichten import NoFiles, TooMuch
from vliegwiel.uitwisseling.rules.bestand import MOST_FILES, MOST_MEGABYTES, MOST_TOGETHER


class KiesBestanden(forms.FileInput):
    """As many files as you like; they may be dropped on it."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name)


class Bestandenveld(forms.Field):
    """Gives what was received, without looking inside."""

    def clean(self, value: Any) -> list[Ontvangen]:
        return [
            Ontvangen(it.name, None if isinstance(it, TooBig) else it.read(), it.size) for it in value or []
        ]


class BestandenForm(Formulier):
    """Files of messages; everything that is wrong with one of them is told in the report."""

    bestanden = Bestandenveld(
        label=_("Kies de bestanden"),
        widget=KiesBestanden(attrs={"multiple": True, "accept": ".xml,text/xml,application/xml"}),
        help_text=_("Je kunt er meer tegelijk kiezen. Ze blijven versleuteld tot ze zijn gelezen."),
    )

    def __init__(self, request: HttpRequest, kijker: Any) -> None:
        files = request.FILES if request.method == "POST" else None
        super().__init__(request, kijker, files=files)
        self.request = request

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        limits = {"bestanden": MOST_FILES, "samen": MOST_TOGETHER, "elk": MOST_MEGABYTES}
        refusal: Refusal | None = None
        if code := too_much(self.request):
            refusal = TooMuch(code, **limits)
        elif not given.get("bestanden"):
            refusal = NoFiles()
        if refusal is not None:
            self.add_error("bestanden", refusal_sentence(refusal))
        return given


class TabelForm(BestandenForm):
    """One table of provisions."""

    bestanden = Bestandenveld(
        label=_("Kies de tabel"),
        widget=KiesBestanden(attrs={"accept": ".csv,text/csv"}),
        help_text=_("Een CSV-bestand met kolomnamen op de eerste regel."),
    )


class AntwoordForm(Formulier):
    """About whom it is."""

    antwoord = forms.ChoiceField(
        label=_("Over wie gaat dit?"),
        choices=[
            (ZELFDE, _("Dit is dezelfde")),
            (ANDER, _("Dit is iemand anders")),
            (NIET, _("Niet inlezen")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie.")},
    )

    def __init__(self, request: HttpRequest, kijker: Any, *, zelfde: bool = True) -> None:
        super().__init__(request, kijker)
        if not zelfde:
            self.fields["antwoord"].choices = self.fields["antwoord"].choices[1:]  # type: ignore[attr-defined]


class NietForm(Formulier):
    """What waits for another message need not wait."""


class LeesInForm(Formulier):
    """Yes, like this. A table without the act gets it here."""

    wet = forms.ChoiceField(
        label=_("Van welke wet is deze hulp?"),
        choices=[("wmo", "Wmo"), ("jeugd", pgettext_lazy("wet", "Jeugdwet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies de wet.")},
    )

    def __init__(self, request: HttpRequest, kijker: Any, *, zonder_wet: bool) -> None:
        super().__init__(request, kijker)
        if not zonder_wet:
            del self.fields["wet"]
