"""What people fill in about what they expect to see, and about what they found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.effect.forms.cijfer import Getal
from vliegwiel.effect.models import Indicator
from vliegwiel.gemeenschap.public import Gebied
from vliegwiel.koers.public import Doel
from vliegwiel.opdracht.public import Opdracht
from vliegwiel.samenspel.public import Tafel, VraagtForm
from vliegwiel.ui.forms import KORT, LANG, DateInput, Formulier


class BeoogdForm(VraagtForm):
    """Fixed beforehand: of which doel, by which figure, from what to what, and how we will judge."""

    keeps_draft = True
    titel = forms.CharField(label=_("Wat hopen jullie te zien?"), max_length=160)
    doel = forms.ChoiceField(
        label=_("Bij welk doel hoort dit?"), error_messages={"required": _("Kies een doel.")}
    )
    indicator = forms.ChoiceField(
        label=_("Naar welk cijfer kijken jullie?"), error_messages={"required": _("Kies een cijfer.")}
    )
    gebied = forms.ChoiceField(label=_("Waar?"), required=False)
    startwaarde = Getal(
        label=_("Wat is het cijfer nu?"), help_text=_("Over inwoners? Laat dit dan leeg."), required=False
    )
    streefwaarde = Getal(label=_("Op welk cijfer hopen jullie?"))
    begindatum = forms.DateField(label=_("Vanaf welke dag kijken jullie?"), widget=DateInput())
    einddatum = forms.DateField(label=_("Tot en met welke dag?"), widget=DateInput())
    oordelen = forms.CharField(
        max_length=LANG,
        label=_("Hoe oordelen jullie straks?"),
        help_text=_("Spreek nu af wanneer het genoeg is, en wat jullie doen als het niet zo is."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    opdracht = forms.ChoiceField(
        label=_("Hoort het bij een opdracht?"),
        help_text=_("De opdracht staat niet in het voorstel. Alleen wie haar mag lezen, ziet haar hier."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        doelen: Sequence[Doel],
        indicatoren: Sequence[Indicator],
        wijken: Sequence[Gebied],
        opdrachten: Sequence[Opdracht],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._rows: dict[str, dict[str, Any]] = {}
        self._offer("doel", doelen, empty=_("Kies een doel"))
        self._offer("indicator", indicatoren, empty=_("Kies een cijfer"))
        self._offer("gebied", wijken, empty=_("De hele gemeente"))
        self._offer("opdracht", opdrachten, empty=_("Nee, niet bij een opdracht"))
        if not opdrachten:
            del self.fields["opdracht"]

    def _offer(self, name: str, rows: Sequence[Any], empty: Any = None) -> None:
        self._rows[name] = {str(row.pk): row for row in rows}
        first = [("", empty)] if empty is not None else []
        field: Any = self.fields[name]
        field.choices = [*first, *((key, str(row)) for key, row in self._rows[name].items())]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        for name in ("doel", "indicator", "gebied", "opdracht"):
            if name in found:
                found[name] = self._rows[name].get(found[name])
        return found


VRAAG, STAP = "vraag", "stap"


class BevindingForm(Formulier):
    """What we see becomes a question for a table, or a step."""

    keeps_draft = True
    soort = forms.ChoiceField(
        label=_("Wat wil je ermee?"),
        choices=[(VRAAG, _("Een vraag voor een tafel")), (STAP, _("Een stap die ik zet"))],
        widget=forms.RadioSelect,
    )
    tekst = forms.CharField(
        max_length=KORT,
        label=_("Wat is je vraag, of je stap?"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tafel = forms.ChoiceField(label=_("Aan welke tafel? (bij een vraag)"), required=False)
    wanneer = forms.DateField(label=_("Voor welke dag? (bij een stap)"), required=False, widget=DateInput())

    def __init__(self, *args: Any, tafels: Sequence[Tafel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tafels = {str(it.pk): it for it in tafels}
        field: Any = self.fields["tafel"]
        field.choices = [("", _("Kies een tafel")), *((key, it.naam) for key, it in self._tafels.items())]

    def clean_tafel(self) -> Tafel | None:
        return self._tafels.get(self.cleaned_data["tafel"])
